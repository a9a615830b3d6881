"""Leicestershire's findings as a programmer writes them by hand: plain functions over a case, one a rule.

Held to the pack by ``benchmarks.rules``, which refuses to measure when the two find different things.
"""

from collections.abc import Mapping
from typing import Any

Case = Mapping[str, Any]


def picked_out(case: Case) -> Any:
    return (
        case["facts"].get("identifies_victim")
        or case["facts"].get("identifies_witness")
        or case["facts"].get("identifies_suspect")
        or case["facts"].get("identifies_officer")
        or case["facts"].get("identifies_staff")
        or case["facts"].get("others_personal_data")
    )


def court_breach(case: Case) -> Any:
    return (
        case["facts"].get("court_order_or_anonymity") and picked_out(case) and (not case["facts"].get("speaks_of_self"))
    )


def already_published(case: Case) -> Any:
    return case["facts"].get("repeats_force_release")


def exposes_victim(case: Case) -> Any:
    return (
        case["facts"].get("identifies_victim")
        and (not case["facts"].get("speaks_of_self"))
        and (not already_published(case))
    )


def exposes_witness(case: Case) -> Any:
    return (
        case["facts"].get("identifies_witness")
        and (not case["facts"].get("speaks_of_self"))
        and (not already_published(case))
    )


def appeal_answer(case: Case) -> Any:
    return (
        case["facts"].get("appeal_information")
        and case["context"].get("proceedings_stage", "none") == "identity_appeal"
    )


def names_suspect(case: Case) -> Any:
    return (
        case["facts"].get("identifies_suspect")
        and (not already_published(case))
        and (not case["facts"].get("speaks_of_self"))
    )


def exposes_suspect(case: Case) -> Any:
    return names_suspect(case) and case["facts"].get("identification_affects_safety")


def gives_others_details(case: Case) -> Any:
    return case["facts"].get("others_personal_data") and (not case["facts"].get("data_is_public_business"))


def contempt_fact(case: Case) -> Any:
    return (
        case["facts"].get("contempt_previous_convictions")
        or case["facts"].get("contempt_character")
        or case["facts"].get("contempt_evidence")
        or case["facts"].get("contempt_guilt")
    )


def live_case(case: Case) -> Any:
    return (
        case["context"].get("proceedings_active")
        and (not case["facts"].get("case_concluded"))
        and (case["context"].get("proceedings_stage", "none") != "appeal_lodged")
    )


def live_contempt(case: Case) -> Any:
    return contempt_fact(case) and live_case(case)


def softer_contempt(case: Case) -> Any:
    return (
        case["facts"].get("favourable_to_accused")
        or case["context"].get("proceedings_stage", "none") == "convicted_awaiting_sentence"
    )


def clear_contempt(case: Case) -> Any:
    return live_contempt(case) and (not softer_contempt(case))


def excused_hate(case: Case) -> Any:
    return (case["facts"].get("quoted_speech") or case["facts"].get("reclaimed_word")) and (
        not case["facts"].get("slur")
    )


def hate_words(case: Case) -> Any:
    return (
        case["facts"].get("slur") or case["facts"].get("targets_protected") or case["facts"].get("racially_offensive")
    )


def quoted_slur(case: Case) -> Any:
    return case["facts"].get("slur") and case["facts"].get("quoted_speech")


def hate(case: Case) -> Any:
    return (
        hate_words(case)
        and (not excused_hate(case))
        and (not quoted_slur(case))
        and (case["facts"].get("characteristic") != "age")
    )


def threat_fact(case: Case) -> Any:
    return (
        case["facts"].get("credible_threat") or case["facts"].get("threatening") or case["facts"].get("officer_threat")
    )


def hoax(case: Case) -> Any:
    return case["facts"].get("knowingly_false") and threat_fact(case)


def at_large_only(case: Case) -> Any:
    return (
        case["facts"].get("abusive")
        and case["facts"].get("abuses_police_at_large")
        and (not case["facts"].get("aimed_at_individual"))
        and (not case["facts"].get("abuses_group"))
    )


def abuses_anyone(case: Case) -> Any:
    return case["facts"].get("abusive") and (not at_large_only(case))


def middling_word(case: Case) -> Any:
    return case["facts"].get("swearing") == "middling"


def swears_strong(case: Case) -> Any:
    return (
        case["facts"].get("profanity_open")
        and (not case["facts"].get("quoted_speech"))
        and (not middling_word(case))
        and (case["facts"].get("swearing") != "mild")
        and (not case["facts"].get("mild_language"))
    )


def advert(case: Case) -> Any:
    return case["facts"].get("promotional") and (not case["facts"].get("scam_suspected"))


def spam_repeat(case: Case) -> Any:
    return (
        case["facts"].get("repeated_message")
        and (not case["facts"].get("last_copy"))
        and (not case["facts"].get("repeat_in_good_faith"))
    )


def gives_own_details(case: Case) -> Any:
    return case["facts"].get("own_personal_data") and (not case["facts"].get("data_is_public_business"))


def self_exposure(case: Case) -> Any:
    return case["facts"].get("speaks_of_self") and (
        case["facts"].get("identifies_victim")
        or case["facts"].get("identifies_witness")
        or case["facts"].get("identifies_suspect")
    )


def age_jibe(case: Case) -> Any:
    return (
        hate_words(case)
        and (not excused_hate(case))
        and (not quoted_slur(case))
        and (case["facts"].get("characteristic") == "age")
    )


def false_identity(case: Case) -> Any:
    return case["facts"].get("impersonation") and (not case["facts"].get("scam_suspected"))


def staff_on_personal_account(case: Case) -> Any:
    return case["facts"].get("staff_personal_account_for_work") and (not case["facts"].get("officiated_account"))


def swears_middling(case: Case) -> Any:
    return case["facts"].get("profanity_open") and (not case["facts"].get("quoted_speech")) and middling_word(case)


def stray_link(case: Case) -> Any:
    return case["facts"].get("off_site_link") and (not case["facts"].get("link_relevant"))


def keeps_last_copy(case: Case) -> Any:
    return case["facts"].get("repeated_message") and case["facts"].get("last_copy")


def strong_word(case: Case) -> Any:
    return case["facts"].get("swearing") == "strong"


def asked_again(case: Case) -> Any:
    return (
        case["facts"].get("repeat_in_good_faith")
        and case["facts"].get("genuine_question")
        and (case["context"].get("other_copies_standing", 0) >= 1)
    )


def rule_protected_person(case: Case) -> Any:
    return court_breach(case)


def rule_victim_picked_out(case: Case) -> Any:
    return exposes_victim(case)


def rule_witness_picked_out(case: Case) -> Any:
    return exposes_witness(case)


def rule_credible_threat(case: Case) -> Any:
    return case["facts"].get("credible_threat")


def rule_officer_threatened(case: Case) -> Any:
    return case["facts"].get("officer_threat")


def rule_officer_at_risk(case: Case) -> Any:
    return case["facts"].get("officer_safety_risk")


def rule_suspect_at_risk(case: Case) -> Any:
    return exposes_suspect(case) and (not appeal_answer(case))


def rule_identity_appeal_answer(case: Case) -> Any:
    return names_suspect(case) and appeal_answer(case)


def rule_sensitive_information(case: Case) -> Any:
    return case["facts"].get("sensitive_investigation")


def rule_others_details(case: Case) -> Any:
    return gives_others_details(case)


def rule_contempt(case: Case) -> Any:
    return clear_contempt(case)


def rule_hate(case: Case) -> Any:
    return hate(case)


def rule_incitement(case: Case) -> Any:
    return case["facts"].get("incites_violence")


def rule_harassment(case: Case) -> Any:
    return case["facts"].get("persistent_targeting")


def rule_threatening(case: Case) -> Any:
    return case["facts"].get("threatening")


def rule_hoax(case: Case) -> Any:
    return hoax(case)


def rule_scam(case: Case) -> Any:
    return case["facts"].get("scam_suspected")


def rule_grossly_offensive(case: Case) -> Any:
    return case["facts"].get("grossly_offensive")


def rule_obscene(case: Case) -> Any:
    return case["facts"].get("indecent_or_obscene")


def rule_sexually_offensive(case: Case) -> Any:
    return case["facts"].get("sexually_offensive")


def rule_officer_abused(case: Case) -> Any:
    return case["facts"].get("officer_grossly_derogatory")


def rule_officer_untrue(case: Case) -> Any:
    return case["facts"].get("officer_untrue")


def rule_defamatory(case: Case) -> Any:
    return case["facts"].get("defamatory")


def rule_unlawful(case: Case) -> Any:
    return case["facts"].get("unlawful_other")


def rule_abuse(case: Case) -> Any:
    return abuses_anyone(case)


def rule_looks(case: Case) -> Any:
    return case["facts"].get("insults_appearance") and (not case["facts"].get("mild_language"))


def rule_strong_swearing(case: Case) -> Any:
    return swears_strong(case)


def rule_campaigning(case: Case) -> Any:
    return case["facts"].get("party_political_promotion") and case["context"].get("pre_election")


def rule_advert(case: Case) -> Any:
    return advert(case)


def rule_repeated(case: Case) -> Any:
    return spam_repeat(case)


def rule_own_details(case: Case) -> Any:
    return gives_own_details(case)


def rule_self_picked_out(case: Case) -> Any:
    return self_exposure(case)


def rule_suspect_named(case: Case) -> Any:
    return (
        names_suspect(case) and (not case["facts"].get("identification_affects_safety")) and (not appeal_answer(case))
    )


def rule_contempt_in_favour(case: Case) -> Any:
    return live_contempt(case) and case["facts"].get("favourable_to_accused")


def rule_contempt_before_sentence(case: Case) -> Any:
    return live_contempt(case) and softer_contempt(case) and (not case["facts"].get("favourable_to_accused"))


def rule_age_jibe(case: Case) -> Any:
    return age_jibe(case)


def rule_looks_mild(case: Case) -> Any:
    return case["facts"].get("insults_appearance") and case["facts"].get("mild_language")


def rule_impersonation(case: Case) -> Any:
    return false_identity(case)


def rule_staff_account(case: Case) -> Any:
    return staff_on_personal_account(case)


def rule_middling_swearing(case: Case) -> Any:
    return swears_middling(case)


def rule_stray_link(case: Case) -> Any:
    return stray_link(case)


def rule_last_copy(case: Case) -> Any:
    return keeps_last_copy(case)


def rule_police_at_large(case: Case) -> Any:
    return at_large_only(case)


def rule_violent_wish(case: Case) -> Any:
    return case["facts"].get("violent_wish") and (not case["facts"].get("abusive"))


def rule_quoted_slur(case: Case) -> Any:
    return quoted_slur(case) and (not case["facts"].get("reports_abuse"))


def rule_campaigning_outside(case: Case) -> Any:
    return case["facts"].get("party_political_promotion") and (not case["context"].get("pre_election"))


def rule_inflammatory(case: Case) -> Any:
    return case["facts"].get("inflammatory")


def rule_distasteful(case: Case) -> Any:
    return case["facts"].get("distasteful")


def rule_copyright(case: Case) -> Any:
    return case["facts"].get("copyright_not_owned")


def rule_evidence_shown(case: Case) -> Any:
    return case["facts"].get("appeal_information") and case["facts"].get("evidence_published")


def rule_reader_reports_crime(case: Case) -> Any:
    return (
        case["facts"].get("crime_report")
        and (not case["facts"].get("reports_abuse"))
        and (not case["facts"].get("hate_crime_victim"))
    )


def rule_masked_word(case: Case) -> Any:
    return (
        case["facts"].get("profanity_masked")
        and strong_word(case)
        and (not case["facts"].get("quoted_speech"))
        and (not case["facts"].get("profanity_open"))
    )


def rule_asked_again(case: Case) -> Any:
    return asked_again(case)


def rule_opinion_in_election(case: Case) -> Any:
    return (
        case["facts"].get("political_opinion_only")
        and case["context"].get("pre_election")
        and (not case["facts"].get("fair_criticism"))
    )


RULES = {
    "protected_person": rule_protected_person,
    "victim_picked_out": rule_victim_picked_out,
    "witness_picked_out": rule_witness_picked_out,
    "credible_threat": rule_credible_threat,
    "officer_threatened": rule_officer_threatened,
    "officer_at_risk": rule_officer_at_risk,
    "suspect_at_risk": rule_suspect_at_risk,
    "identity_appeal_answer": rule_identity_appeal_answer,
    "sensitive_information": rule_sensitive_information,
    "others_details": rule_others_details,
    "contempt": rule_contempt,
    "hate": rule_hate,
    "incitement": rule_incitement,
    "harassment": rule_harassment,
    "threatening": rule_threatening,
    "hoax": rule_hoax,
    "scam": rule_scam,
    "grossly_offensive": rule_grossly_offensive,
    "obscene": rule_obscene,
    "sexually_offensive": rule_sexually_offensive,
    "officer_abused": rule_officer_abused,
    "officer_untrue": rule_officer_untrue,
    "defamatory": rule_defamatory,
    "unlawful": rule_unlawful,
    "abuse": rule_abuse,
    "looks": rule_looks,
    "strong_swearing": rule_strong_swearing,
    "campaigning": rule_campaigning,
    "advert": rule_advert,
    "repeated": rule_repeated,
    "own_details": rule_own_details,
    "self_picked_out": rule_self_picked_out,
    "suspect_named": rule_suspect_named,
    "contempt_in_favour": rule_contempt_in_favour,
    "contempt_before_sentence": rule_contempt_before_sentence,
    "age_jibe": rule_age_jibe,
    "looks_mild": rule_looks_mild,
    "impersonation": rule_impersonation,
    "staff_account": rule_staff_account,
    "middling_swearing": rule_middling_swearing,
    "stray_link": rule_stray_link,
    "last_copy": rule_last_copy,
    "police_at_large": rule_police_at_large,
    "violent_wish": rule_violent_wish,
    "quoted_slur": rule_quoted_slur,
    "campaigning_outside": rule_campaigning_outside,
    "inflammatory": rule_inflammatory,
    "distasteful": rule_distasteful,
    "copyright": rule_copyright,
    "evidence_shown": rule_evidence_shown,
    "reader_reports_crime": rule_reader_reports_crime,
    "masked_word": rule_masked_word,
    "asked_again": rule_asked_again,
    "opinion_in_election": rule_opinion_in_election,
}
