"""Items and papers."""
