"""Questions about how things change."""
