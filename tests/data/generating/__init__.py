"""Sample data holds what it promises."""
