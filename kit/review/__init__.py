"""For the policy owner: whether a pack is sound, what it covers and what a change would flip."""

from kit.review.check import check
from kit.review.contrasts import ruled, shortfalls
from kit.review.coverage import coverage
from kit.review.diff import diff
from kit.review.new import new_pack
from kit.review.words import harmless, words

__all__ = ["check", "coverage", "diff", "harmless", "new_pack", "ruled", "shortfalls", "words"]
