"""Rule a case under a pack: ``rule(pack, case) -> ruling``, pure, the same every time.

One loop over rules yields findings; the pack's own tables combine them. No clock, disk, network or
random source. A ruling is plain data in the exchange format (design section 4).
"""

from kit.ruling.rule import best_decision, findings, rule, turns_on

__all__ = ["best_decision", "findings", "rule", "turns_on"]
