"""The verbs of ``kit``: one small module each, found by name, each with ``add_parser``."""
