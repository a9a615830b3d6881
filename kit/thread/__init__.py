"""A thread: the force's post, what the public wrote under it, and how the context moved meanwhile.

``read`` checks a thread of the exchange format and returns it as values; ``cases`` turns one into the
cases that a ruling is asked about.
"""

from kit.thread.cases import cases, context_at
from kit.thread.check import thread_faults
from kit.thread.moment import (
    context_faults,
    facts_faults,
    history_faults,
)
from kit.thread.values import Author, Comment, Inject, Post, Thread, read

__all__ = [
    "Author",
    "Comment",
    "Inject",
    "Post",
    "Thread",
    "cases",
    "context_at",
    "context_faults",
    "facts_faults",
    "history_faults",
    "read",
    "thread_faults",
]
