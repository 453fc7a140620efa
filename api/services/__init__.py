"""Questions and their answers; nothing of Flask."""
