"""What a pack is once it is read: clauses, documents, rows of rules, all frozen.

A *row* is one rule of one table: when its condition holds, its ``then`` follows, citing clauses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kit.conditions import Condition

SEVERITIES = ("clear", "marginal", "tolerated", "clean")
"""How a policy treats a finding, the gravest first (grading principles, section 2)."""


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_words(date: str) -> str:
    """Return an ISO day, month or year as a person writes it; ``not_stated`` as just that."""
    if date == "not_stated":
        return "no date stated"
    year, *rest = date.split("-")
    words = [MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) > 1 else words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One written source: its title, owner and date as the document itself states them."""

    key: str
    title: str
    owner: str
    date: str
    review_due: str = "not_stated"
    remarks: str = ""

    @property
    def cited(self) -> str:
        """The source as a line for a screen: title, owner, date."""
        return f"{self.title} ({self.owner}, {date_words(self.date)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One dated, sourced passage in our own words, and what it does in the kit."""

    id: str
    words: str
    document: str
    heading: str
    modality: str
    kind: str
    subject: str
    topic: str
    in_force_from: str | None = None
    in_force_to: str | None = None
    facts: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    governs: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    source: str = ""

    @property
    def dated(self) -> bool:
        """Whether the clause has a day on which it starts or ends."""
        return self.in_force_from is not None or self.in_force_to is not None

    def in_force(self, moment: str) -> bool:
        """Return whether the clause is in force at an ISO date or time; undated clauses always are."""
        day = moment[:10]
        if not day:
            return True
        return (self.in_force_from is None or self.in_force_from <= day) and (
            self.in_force_to is None or day <= self.in_force_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule of one table: its id, its condition, what follows, and where it is written."""

    table: str
    id: str
    when: Condition
    then: Mapping[str, Any]
    where: str = ""

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses the row cites."""
        return tuple(self.then.get("clauses", ()))

    @property
    def why(self) -> str:
        """The row's reason in plain words, or an empty string."""
        return str(self.then.get("why", ""))


def base_name(name: str) -> str:
    """Return the name of a pack without the overlays applied to it."""
    return name.split("+", maxsplit=1)[0]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pack:
    """One organisation's policy as data, checked and ready to rule.

    ``tables`` maps a table's name to its rows in order; ``definitions`` the pack's own words to
    their conditions; ``settings`` the numbers the documents leave open. ``hash`` names the content.
    """

    name: str
    title: str
    hash: str
    clauses: Mapping[str, Clause]
    documents: Mapping[str, Document]
    settings: Mapping[str, int]
    definitions: Mapping[str, Condition]
    tables: Mapping[str, tuple[Row, ...]]
    severities: Mapping[str, Mapping[str, Any]]
    missing_crime_report: str
    rubric: Mapping[str, Any]
    reasons: Mapping[str, str]
    duties: Mapping[str, str]
    roles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    platforms: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    reference: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)

    def platform_name(self, platform: str) -> str:
        """Return the name a platform goes by on screen."""
        return str(self.platforms.get(platform, {}).get("name", platform))

    @property
    def base(self) -> str:
        """The name without overlays."""
        return base_name(self.name)

    def contact(self, name: str) -> Mapping[str, str]:
        """Return a contact that the force has filled in, with ``label`` and ``value``; empty where it has not."""
        rows = self.data.get("contacts", {}).get("contacts", ())
        return next((row for row in rows if row["name"] == name), {})

    def not_on(self, platform: str) -> str:
        """Return why the organisation is not on a platform, or an empty string where nothing says so."""
        return str(self.data.get("pages", {}).get("not_on", {}).get(platform, {}).get("reason", ""))

    def not_possible(self, platform: str, value: str) -> str:
        """Return why an act on a comment is not possible on a platform, or an empty string."""
        return str(self.platforms.get(platform, {}).get("not_possible", {}).get(value, {}).get("reason", ""))

    def buttons(self, platform: str) -> dict[str, list[dict[str, Any]]]:
        """Return the choices of every field with the platform's own words and what each really does.

        Shape: ``{field: [{"value", "label", "does"}]}``; roles take the pack's local names.
        """
        from kit.policy.wording import buttons

        return buttons(self, platform)
