"""Policies as data: packs, their clauses and rules, read strictly and checked whole."""

from kit.policy.load import load, names
from kit.policy.model import Clause, Document, Pack, Row

__all__ = ["Clause", "Document", "Pack", "Row", "load", "names"]
