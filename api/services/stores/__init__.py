"""Questions about stores."""
