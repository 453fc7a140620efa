"""Read, check, assign keys, enrich, publish."""
