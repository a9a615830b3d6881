"""The sentences of a sitting: notices, headlines, refusals. One place, so that they can be read together."""

from __future__ import annotations

FIELD_LABELS = {
    "comment_action": "Comment",
    "account_action": "Author",
    "report": "Report",
    "respond": "Answer",
    "escalate": "Pass on",
    "grounds": "Grounds",
}

HEADLINES = {
    "right": "Right",
    "partial": "Defensible, not our first choice",
    "wrong": "Not right",
}

NOTICE = "All the people, places and events here are made up. Nothing was taken from a real page."
CONTENT_NOTICE = (
    "Some comments are abusive, or speak of violence, hate or distress. "
    "The worst words are masked. You can skip any comment and stop at any time."
)
MODE_WORDS = "This is practice. Your marks stay on this machine and do not count as a test."
PACK_CHANGED = "The policy has changed since this exercise was made. You are judged by the policy it was made with."
NO_GROUND_LABEL = "No ground to act"

BAD_MESSAGE = "The page sent something that this exercise does not understand. Reload the page; your place is kept."
NOT_REGISTERED = "Choose a name for the record first, then start."
UNKNOWN_ITEM = "That comment is not in this exercise. Reload the page; your place is kept."
ALREADY_DECIDED = "This comment is already decided, and it counts once. Here is what was decided."
FINISHED = "This exercise is finished, perhaps in another window. Here are the results."
OTHER_SESSION = "This page shows an earlier go at the exercise. Reload it to carry on with the one you have open."
NOT_DECIDED_YET = "Decide this comment first. Then you can say that you think the answer is wrong."
EMPTY_DISPUTE = "Write what you think is wrong, then send it."
TOO_LONG = "That text is too long: keep it under {most} characters."
INCOMPLETE = "Your decision is not complete. Choose an answer for: {fields}."
STORAGE = "{error} Your last step was not kept: put that right and try again."

NAME_EMPTY = "Choose a made-up name of 1 to {most} letters."
NAME_LONG = "Choose a shorter name, of at most {most} letters."
NAME_REAL = "Choose a made-up name. An email address or a number would say who you are."
