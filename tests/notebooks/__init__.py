"""Tests of the notebooks and of the worked twins they are made from."""
