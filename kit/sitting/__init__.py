"""One attempt at a paper: offer, draft, commit, judge, feedback, resume.

``Sitting.state()`` says everything a page shows, ``Sitting.handle(message)`` takes one message and
answers it. There is no transport in here and no clock: the caller brings both.
"""

from kit.sitting.feedback import feedback
from kit.sitting.outcomes import Outcome, all_outcomes, combined, outcomes
from kit.sitting.replay import replay
from kit.sitting.score import summary
from kit.sitting.sitting import MODES, PROTOCOL, Sitting
from kit.sitting.unfinished import paper_to_sit

__all__ = [
    "MODES",
    "PROTOCOL",
    "Outcome",
    "Sitting",
    "all_outcomes",
    "combined",
    "feedback",
    "outcomes",
    "paper_to_sit",
    "replay",
    "summary",
]
