"""Loading: bad input, merging, the ledger."""
