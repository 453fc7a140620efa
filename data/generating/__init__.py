"""Makes a believable pizza chain: people, stores, a menu and years of orders, the same for the same seed."""
