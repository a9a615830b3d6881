"""Tests of the repository itself: its floors, its routes in, what may not stand in it."""
