"""What the kit adds to a Jupyter server."""
