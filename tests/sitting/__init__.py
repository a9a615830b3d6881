"""One attempt at a paper."""
