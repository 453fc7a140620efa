"""Questions about products."""
