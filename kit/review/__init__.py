"""For the policy owner: is a pack sound, what does it cover, and what would a change flip?"""

from kit.review.check import check
from kit.review.coverage import coverage
from kit.review.diff import diff
from kit.review.new import new_pack

__all__ = ["check", "coverage", "diff", "new_pack"]
