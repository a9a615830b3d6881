"""The moment of a comment: what the words cannot tell, and what cannot be true at once."""

from kit.context.anonymity import anonymity_at
from kit.context.check import check_case, contradictions
from kit.context.clock import proceedings_at
from kit.context.elections import election_at, pre_election_at
from kit.context.history import history_at
from kit.context.hours import hours_faults, watched_at
from kit.context.law import law_at, law_timeline
from kit.context.unfold import Links, case_now, next_case, unfold

__all__ = [
    "Links", "anonymity_at", "case_now", "check_case", "contradictions", "election_at", "history_at", "hours_faults",
    "law_at", "law_timeline", "next_case", "pre_election_at", "proceedings_at", "unfold", "watched_at",
]  # fmt: skip
