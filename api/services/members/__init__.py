"""What can be filtered by."""
