"""Tests of the notebook's shell around the player."""
