"""What a trainee sees when an exercise cannot be shown: a sentence with what to do, not a traceback."""

from __future__ import annotations

from html import escape

HEADING = "House Rules cannot show this exercise"
AGAIN = "When that is put right, choose Run All Cells in the Run menu. Nothing that was committed is lost."


class Trouble:
    """A refusal, shown by a notebook as a box of plain words; `lines` says what is wrong, one fault each."""

    def __init__(self, error: Exception) -> None:
        self.lines = tuple(line for line in str(error).splitlines() if line.strip())

    def results(self) -> Trouble:
        """Return the trouble itself, so that the cells below say the same and do not stumble over it."""
        return self

    def __repr__(self) -> str:
        return "\n".join([f"{HEADING}.", *self.lines, AGAIN])

    def _repr_html_(self) -> str:
        lines = "".join(f"<li>{escape(line)}</li>" for line in self.lines)
        style = "border-left: 6px solid #b58105; padding: 0.5em 1em; max-width: 44em"
        return f'<div style="{style}"><p><strong>{HEADING}.</strong></p><ul>{lines}</ul><p>{AGAIN}</p></div>'
