"""Every name a condition may use, what it holds and where its value is found."""

from __future__ import annotations

from collections.abc import Mapping

from kit.conditions.parser import BOOL, NUMBER, TEXT, Kind
from kit.terms import ACCOUNT_KINDS, CLOSED, CONTEXT, FACT_VALUES, FACTS, HISTORY, PLATFORMS

SUMMARY = ("clear", "marginal", "tolerated", "clean", "breach", "faulty", "crime_required", "can_hide", "can_remove")
"""What the findings came to and what the page can do; set by the ruling before the other tables are read."""


def kinds(settings: Mapping[str, int]) -> dict[str, Kind]:
    """Return name -> what it holds, for facts, context, history, settings and the summary words."""
    names: dict[str, Kind] = {"platform": PLATFORMS, "account_kind": ACCOUNT_KINDS}
    names |= {fact: FACT_VALUES.get(fact, BOOL) for fact in FACTS}
    for fields in (CONTEXT, HISTORY):
        for name, default in fields.items():
            names[name] = CLOSED.get(name) or _kind(name, default)
    names |= dict.fromkeys(settings, NUMBER)
    names |= dict.fromkeys(SUMMARY, BOOL)
    return names


def where(settings: Mapping[str, int]) -> dict[str, tuple[str, object]]:
    """Return name -> (mapping of the case it lives in, value when missing)."""
    places: dict[str, tuple[str, object]] = dict.fromkeys(("platform", "account_kind"), ("top", None))
    places |= dict.fromkeys(FACTS, ("facts", None))
    places |= {name: ("context", default) for name, default in CONTEXT.items()}
    places |= {name: ("history", default) for name, default in HISTORY.items()}
    places |= {name: ("constant", value) for name, value in settings.items()}
    places |= dict.fromkeys(SUMMARY, ("extra", False))
    return places


def _kind(name: str, default: object) -> Kind:
    if isinstance(default, bool) or name == "in_monitored_hours":
        return BOOL
    return NUMBER if isinstance(default, int) else TEXT
