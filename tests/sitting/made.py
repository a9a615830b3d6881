"""A small hand-made world: a pack of four clauses, four comments with rulings, and the paper of them.

The rulings are data written by hand, so that what a sitting does with a ruling is tested apart from
the engine that makes them.
"""

from __future__ import annotations

import copy
import functools
import random
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from kit.items import Paper, paper_from_thread
from kit.policy import Pack
from kit.records import Records
from kit.sitting import Sitting
from kit.terms import FIELDS

NOON = datetime(2026, 11, 21, 12, 0)  # noqa: DTZ001  the place's own time
ALL = {field: list(values) for field, values in FIELDS.items()}
QUIET = {"account_action": "none", "report": "none", "respond": "none", "escalate": "none"}
LEAVE = {"comment_action": "leave", **QUIET}
REMOVE = {"comment_action": "remove", **QUIET}


def pack(**changes: Any) -> SimpleNamespace:
    """Return a pack with the surface that papers stand on."""
    clauses = {
        "C-FAIR": SimpleNamespace(words="Fair comment stays.", source="Rules: Fair", topic="scope", kind="graded"),
        "C-ABUSE": SimpleNamespace(words="Abuse may go.", source="Rules: Abuse", topic="removal", kind="graded"),
        "C-HELP": SimpleNamespace(
            words="Danger goes to 999.", source="Rules: Help", topic="signposting", kind="graded"
        ),
        "C-HOURS": SimpleNamespace(words="Watched by day.", source="Rules: Hours", topic="hours", kind="situational"),
    }
    labels = {"digital_media_team": "Digital Media Team", "digital_desk": "Digital Desk"}
    buttons = {
        field: [{"value": value, "label": labels.get(value, value.title()), "does": ""} for value in values]
        for field, values in FIELDS.items()
    }
    made = {
        "name": "made-up",
        "title": "Made-up Police",
        "hash": "a" * 64,
        "clauses": clauses,
        "documents": {"rules": SimpleNamespace(title="Rules", owner="Made-up Police", date="2023-05")},
        "rubric": {
            "weights": {
                "comment_action": 4,
                "account_action": 2,
                "report": 2,
                "respond": 1,
                "escalate": 1,
                "grounds": 2,
            },
            "pass_percent": 80,
            "danger_gravity": 4,
        },
        "topics": {
            "removal": "Taking comments down",
            "signposting": "Pointing people on",
            "scope": "What pages are for",
        },
        "duties": {"record_crime": "Report it as a crime.", "signpost_999": "Tell them to ring 999."},
        "facts": {"facts": {"abusive": {"had": "it was abusive", "without": "it was not abusive"}}},
        "reference": {"gravity": {"emergency_now": {"gravity": 4}, "abusive": {"gravity": 2}}},
        "platform_name": lambda _platform: "Facebook",
        "buttons": lambda _platform: buttons,
    }
    found = SimpleNamespace(**{"data": {}, **made, **changes})
    found.contact = functools.partial(Pack.contact, found)
    return found


def ruling(best: dict[str, str], **more: Any) -> dict[str, Any]:
    """Return a ruling whose only accepted decision is ``best`` unless more is said."""
    made = {
        "id": "any",
        "best": best,
        "accept": [{field: [value] for field, value in best.items()}],
        "reject": [],
        "duties": [],
        "conditional_duties": [],
        "grounds": ["C-FAIR"],
        "near_miss_of": [],
        "why": "That is how it is.",
        "flips": [],
    }
    return {**made, **more}


def reject(error: str, **match: list[str]) -> dict[str, Any]:
    """Return one rejecting pattern."""
    return {"match": match, "error": error, "reason": f"{error}!", "clauses": []}


FAIR = ruling(
    LEAVE,
    reject=[
        reject("over_moderation", comment_action=["hide", "remove"]),
        reject("over_moderation", account_action=["block"]),
    ],
)
ABUSE = ruling(
    REMOVE,
    accept=[{**{field: [value] for field, value in REMOVE.items()}, "account_action": ["none", "warn"]}],
    reject=[reject("under_moderation", comment_action=["leave"])],
    grounds=["C-ABUSE"],
    flips=[{"change": {"facts": {"abusive": False}}, "best": LEAVE, "clauses": ["C-FAIR"]}],
)
DANGER = ruling(
    {**LEAVE, "respond": "signpost", "escalate": "digital_desk"},
    reject=[
        reject("missing_duty", respond=["none"]),
        reject("wrong_mechanism", escalate=["digital_media_team"]),
        reject("missing_duty", account_action=["block"]),
    ],
    grounds=["C-HELP"],
    duties=["signpost_999"],
)
COMMENTS = (
    ("Good work.", {"fair_criticism": True}, FAIR),
    ("You lot are maggots.", {"abusive": True}, ABUSE),
    ("He is at my door now!", {"emergency_now": True}, DANGER),
    ("Shut the station then.", {"fair_criticism": True}, FAIR),
)


def thread(comments: Any = COMMENTS) -> dict[str, Any]:
    """Return the thread of the comments, the third answering the second."""
    rows = [
        {
            "id": f"c{number}",
            "author": f"Author {number}",
            "text": text,
            "when": f"2026-03-04T18:{number:02}",
            "in_reply_to": "c2" if number == 3 else None,
            "facts": facts,
            "author_history": {"prior_violations": number - 1},
            "context": {},
        }
        for number, (text, facts, _ruling) in enumerate(comments, start=1)
    ]
    post = {"author": "Made-up Police", "text": "A post.", "when": "2026-03-04T18:00"}
    return {
        "id": "t1", "scenario": "made-up", "seed": 1, "as_of": "2026-03-04", "generator": "1", "pack": "made-up",
        "platform": "facebook", "account_kind": "main", "post": post, "timeline": [], "comments": rows,
        "context": {"post_topic": "A post", "when": "2026-03-04T18:00"},
    }  # fmt: skip


def paper(comments: Any = COMMENTS, of: Any = None) -> Paper:
    """Return the paper of the hand-made comments with their hand-made rulings."""
    rulings = {text: row for text, _facts, row in comments}
    return paper_from_thread(
        thread(comments), of or pack(), rule=lambda _pack, case: copy.deepcopy(rulings[case["comment"]])
    )


def sitting(records: Records, **more: Any) -> Sitting:
    """Return a sitting of the hand-made paper at noon, with names made up the same way every time."""
    given = {"now": lambda: NOON, "source": random.Random(7), **more}
    return Sitting(given.pop("paper", PAPER), given.pop("pack", None), records, **given)


def attempt(decision: dict[str, str], **more: Any) -> dict[str, Any]:
    """Return a whole attempt."""
    return {"decision": dict(decision), "grounds": [], "done": [], "log": "", "confidence": None, **more}


PAPER = paper()
KEYS = [entry.key for entry in PAPER.entries]
BEST = [dict(entry.ruling["best"]) for entry in PAPER.entries]
