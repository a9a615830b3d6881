"""A message that cannot be taken, with a code for the page and a sentence for the trainee."""

from __future__ import annotations

from kit.errors import HouseRulesError


class Refused(HouseRulesError):
    """One message was refused; nothing was written."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
