"""Truth by construction: what the facts of a pattern must agree on, with each other and with its words.

Two tables. ``AGREE`` holds facts to facts (the meanings in the closed vocabulary); ``SHOW`` holds
facts to words: a fact that words carry in a way a machine can see must be seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Facts = Mapping[str, Any]

PEOPLE = ("identifies_victim", "identifies_witness", "identifies_suspect")
CONTEMPT = ("contempt_previous_convictions", "contempt_character", "contempt_evidence", "contempt_guilt")
ABOUT_OFFICER = ("officer_safety_risk", "officer_threat", "officer_grossly_derogatory", "officer_untrue")
HATE = ("slur", "targets_protected", "racially_offensive")


def any_of(*names: str) -> Callable[[Facts], bool]:
    """Return a test that at least one of these facts is true."""
    return lambda facts: any(facts.get(name) for name in names)


AGREE: tuple[tuple[str, Callable[[Facts], bool], str], ...] = (
    ("identification_affects_safety", any_of(*PEOPLE, "identifies_officer", "identifies_staff"), "somebody picked out"),
    ("court_order_or_anonymity", any_of(*PEOPLE), "somebody picked out"),
    *((name, any_of("identifies_officer", "identifies_staff"), "identifies_officer or identifies_staff") for name in ABOUT_OFFICER),
    ("profanity_open", any_of("swearing"), "swearing: how strong"),
    ("profanity_masked", any_of("swearing"), "swearing: how strong"),
    ("swearing", any_of("profanity_open", "profanity_masked"), "profanity_open or profanity_masked"),
    ("undirected_swearing", any_of("swearing"), "swearing: how strong"),
    ("mild_language", lambda facts: facts.get("swearing") not in ("middling", "strong"), "no middling or strong swearing"),
    ("characteristic", any_of(*HATE, "quoted_speech", "reclaimed_word"), "slur, targets_protected or racially_offensive"),
    ("targets_protected", any_of("characteristic"), "characteristic: which"),
    ("racially_offensive", lambda facts: facts.get("characteristic") == "race", "characteristic: race"),
    ("threat_imminent", any_of("credible_threat", "threatening", "officer_threat"), "a threat"),
    ("favourable_to_accused", any_of(*CONTEMPT), "a contempt fact"),
    ("asks_other_readers", any_of("genuine_question"), "genuine_question"),
    ("last_copy", any_of("repeated_message"), "repeated_message"),
    ("repeat_in_good_faith", any_of("repeated_message"), "repeated_message"),
    ("link_relevant", any_of("off_site_link"), "off_site_link"),
    ("speaks_of_self", any_of(*PEOPLE), "somebody picked out"),
    ("officiated_account", lambda facts: not facts.get("staff_personal_account_for_work"), "not also a personal account for work"),
    ("abuses_police_at_large", lambda facts: not facts.get("aimed_at_individual"), "nobody picked out"),
    ("abuses_group", any_of("abusive"), "abusive"),
    ("abuses_office_holder", any_of("abusive"), "abusive"),
    ("abuses_police_at_large", any_of("abusive"), "abusive"),
    ("case_concluded", lambda facts: not facts.get("about_live_case"), "about_live_case false or absent"),
    ("neutral_case_question", lambda facts: not any_of(*CONTEMPT)(facts), "no contempt fact"),
    ("political_opinion_only", lambda facts: not facts.get("party_political_promotion"), "no campaigning"),
    ("public_sighting_only", lambda facts: not facts.get("sensitive_investigation"), "nothing sensitive"),
    ("leak_from_inside", any_of("sensitive_investigation", "unlawful_other", "others_personal_data"), "something given away"),
)  # fmt: skip
"""(fact, what must then hold, in words)."""

CONTACT = re.compile(r"\{(own_)?(phone|landline|email|address|plate|postcode)(#\d)?\}")
QUESTION = re.compile(
    r"\?|^(who|what|when|where|why|how|is|are|can|could|will|does|do|any)\b", re.IGNORECASE | re.MULTILINE
)
SHOW: dict[str, tuple[re.Pattern[str], str]] = {
    "own_personal_data": (CONTACT, "a contact slot such as {phone}"),
    "others_personal_data": (CONTACT, "a contact slot such as {phone}"),
    "data_is_public_business": (
        re.compile(r"\{(landline|freephone|firm_email|shop_link|phone)"),
        "a business contact slot",
    ),
    "off_site_link": (re.compile(r"\{[a-z]*_?(link|handle)(#\d)?\}"), "a link or handle slot"),
    "slur": (re.compile(r"\[slur"), "[slur]"),
    "profanity_masked": (
        re.compile(r"\*|\b(ffs|wtf|omfg|af|pos|pita|stfu)\b|[@#$%]{2}", re.IGNORECASE),
        "a disguised word",
    ),
    "genuine_question": (QUESTION, "a question"),
    "neutral_case_question": (QUESTION, "a question"),
}
"""Facts whose words can be seen: what to look for, and that in words."""

TRACES: dict[str, tuple[re.Pattern[str], str]] = {
    "slur": (re.compile(r"\[slur"), "[slur] stands in the words"),
    "off_site_link": (re.compile(r"\{[a-z]*_?link(#\d)?\}"), "a link stands in the words"),
}
"""The other way round: words that may not stand where the fact is not named at all."""

ONCE_AGAINST = ("aimed_at_individual", "abuses_group", "abuses_police_at_large")
"""At most one of these: whom the abuse is aimed at."""


def disagreements(facts: Facts) -> Iterator[str]:
    """Yield, in words, everything that a set of facts contradicts itself in."""
    for fact, holds, expected in AGREE:
        if facts.get(fact) and not holds(facts):
            yield f"{fact} needs {expected}"
    if sum(bool(facts.get(name)) for name in ONCE_AGAINST) > 1:
        yield f"only one of {', '.join(ONCE_AGAINST)} can be true"


def unseen(facts: Facts, words: str) -> Iterator[str]:
    """Yield what the words do not show of the facts, and what they show that the facts do not name."""
    for fact, (look, expected) in SHOW.items():
        if facts.get(fact) and not look.search(words):
            yield f"{fact} is true, but the words hold no sign of it (expected {expected})"
    for fact, (look, found) in TRACES.items():
        if fact not in facts and look.search(words):
            yield f"{found}, but {fact} is not named (true or false)"


FAULTLESS = ("last_copy", "speaks_of_self", "favourable_to_accused", "repeat_in_good_faith")
BREACH = (
    *HATE, "grossly_offensive", "indecent_or_obscene", "sexually_offensive", "incites_violence", "credible_threat",
    "threatening", "persistent_targeting", "insults_appearance", "others_personal_data", "scam_suspected", "promotional",
    "defamatory", "sensitive_investigation", "court_order_or_anonymity", "unlawful_other", "repeated_message",
    "identifies_victim", "identifies_witness", "identifies_suspect", *ABOUT_OFFICER,
)  # fmt: skip


def counts_against(facts: Facts, *, live: bool) -> bool:
    """Tell whether a comment adds to its author's earlier breaches when they come back in the thread.

    Coarse on purpose, and the same under every pack: only what every policy calls a breach with fault.
    """
    if any(facts.get(name) for name in FAULTLESS) or facts.get("emergency_now") or facts.get("welfare_concern"):
        return False
    if facts.get("quoted_speech") and not facts.get("abusive"):
        return False
    if facts.get("abusive") and not facts.get("abuses_police_at_large"):
        return True
    if facts.get("profanity_open") and facts.get("swearing") == "strong":
        return True
    return any(facts.get(name) for name in BREACH) or (live and any(facts.get(name) for name in CONTEMPT))
