"""The tree again: each test file beside the name of what it tests."""
