"""The player in a notebook: one call shows a thread to work through."""
