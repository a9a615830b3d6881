"""One attempt at a paper: offer, draft, commit, judge, feedback, resume.

``Sitting.state()`` says everything a page shows, ``Sitting.handle(message)`` takes one message and
answers it. There is no transport in here and no clock: the caller brings both.
"""

from kit.sitting.feedback import feedback
from kit.sitting.replay import replay
from kit.sitting.score import summary
from kit.sitting.sitting import PROTOCOL, Sitting

__all__ = ["PROTOCOL", "Sitting", "feedback", "replay", "summary"]
