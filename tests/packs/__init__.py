"""Tests that lint the packs: policy as data, held to the clause inventory and to the house rules of data."""
