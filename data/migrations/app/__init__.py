"""History of the application database."""
