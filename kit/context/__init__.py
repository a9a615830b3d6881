"""The moment of a comment: what the words cannot tell, and what cannot be true at once."""

from kit.context.check import check_case, contradictions

__all__ = ["check_case", "contradictions"]
