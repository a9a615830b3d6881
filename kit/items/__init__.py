"""Items and papers: a case as a question, and a fixed set of them stored whole.

An item's id and a paper's id are hashes of what they hold, so two places that hold the same
question hold the same id, and a stored paper cannot change unnoticed.
"""

from kit.items.build import paper_from_thread
from kit.items.canonical import canonical, digest
from kit.items.card import pack_card, plain
from kit.items.item import Item, family_of
from kit.items.paper import PAPER_FORMAT, Entry, Paper

__all__ = [
    "PAPER_FORMAT",
    "Entry",
    "Item",
    "Paper",
    "canonical",
    "digest",
    "family_of",
    "pack_card",
    "paper_from_thread",
    "plain",
]
