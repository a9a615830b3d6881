"""Tests of House Rules, by folder: one per package, `repository` for the repository itself."""
