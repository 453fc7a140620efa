"""The sources against pandas over the raw files."""
