"""The words of House Rules: closed sets that every floor above uses.

Facts, duties, decision fields and stages are generated from the clause inventory
(``vocabulary.py``); error kinds, platforms, page kinds and the fields of context and history
come from the exchange format of a case.
"""

from kit.terms.vocabulary import (
    DUTIES,
    FACT_VALUES,
    FACTS,
    FIELDS,
    KINDS,
    MODALITIES,
    STAGES,
    SUBJECTS,
    TRIAL_MODES,
)

ERRORS = ("under_moderation", "missing_duty", "wrong_mechanism", "not_permitted_here", "over_moderation")
"""Error kinds in the order in which the first of several is named."""

PLATFORMS = ("facebook", "x", "instagram", "youtube", "linkedin", "snapchat", "tiktok", "whatsapp")
ACCOUNT_KINDS = ("main", "neighbourhood", "corporate", "community_group", "opcc")
TRIGGERS = ("none", "arrested", "charged", "warrant", "summons")
FILTER_RESULTS = ("no_filter", "not_caught", "auto_hidden")
ACCOUNT_TYPES = ("member_of_public", "business", "unknown", "staff_personal", "staff_recognised")
ACTIVE_STAGES = ("warrant", "arrested", "charged", "summonsed", "trial", "convicted_awaiting_sentence")
"""Stages at which proceedings are active (Contempt of Court Act 1981, Schedule 1, as the packs state it)."""

NO_GROUND = "none"
"""The pseudo ground of a trainee who finds no ground to act."""

CONTEXT: dict[str, object] = {
    "proceedings_active": False,
    "proceedings_trigger": "none",
    "proceedings_stage": "none",
    "trial_mode": "none",
    "proceedings_note": None,
    "anonymity": "none",
    "pre_election": False,
    "when": "",
    "in_monitored_hours": None,
    "post_topic": "",
    "page_filter_on": False,
    "page_filter_result": "no_filter",
    "other_copies_standing": 0,
    "removals_this_thread": 0,
    "platform_can": (),
    "note": None,
}
"""Every context field of a case with the value that stands when it is not given."""

HISTORY: dict[str, object] = {
    "prior_violations": 0,
    "warned_before": False,
    "engaged_before": False,
    "inappropriate_contacts_last_month": 0,
    "contacts_last_month": 0,
    "repeat_caller_advised": False,
    "same_message_count": 1,
    "account_type": "member_of_public",
}
"""Every history field of an author with the value that stands when it is not given."""

CLOSED = {
    "platform": PLATFORMS,
    "account_kind": ACCOUNT_KINDS,
    "proceedings_trigger": TRIGGERS,
    "proceedings_stage": tuple(STAGES),
    "trial_mode": tuple(TRIAL_MODES),
    "page_filter_result": FILTER_RESULTS,
    "account_type": ACCOUNT_TYPES,
    **FACT_VALUES,
}
"""Names that hold one word of a closed list, with that list."""

__all__ = [
    "ACCOUNT_KINDS",
    "ACCOUNT_TYPES",
    "ACTIVE_STAGES",
    "CLOSED",
    "CONTEXT",
    "DUTIES",
    "ERRORS",
    "FACTS",
    "FACT_VALUES",
    "FIELDS",
    "FILTER_RESULTS",
    "HISTORY",
    "KINDS",
    "MODALITIES",
    "NO_GROUND",
    "PLATFORMS",
    "STAGES",
    "SUBJECTS",
    "TRIAL_MODES",
    "TRIGGERS",
]  # fmt: skip
