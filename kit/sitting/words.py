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
MODE_WORDS = {
    "practice": "This is practice. Your marks stay on this machine and do not count as a test.",
    "worked": "These are worked examples. Read a comment, think what you would do, then see how it is decided.",
    "self_assessment": (
        "This is a self-assessment. You are told at the end how you did. "
        "Your marks stay on this machine and do not count as a test."
    ),
}
PACK_CHANGED = "The policy has changed since this exercise was made. You are judged by the policy it was made with."
NO_GROUND_LABEL = "No ground to act"

BAD_MESSAGE = "The page sent something that this exercise does not understand. Reload the page; your place is kept."
NOT_REGISTERED = "Choose a name for the record first, then start."
UNKNOWN_ITEM = "That comment is not in this exercise. Reload the page; your place is kept."
ALREADY_DECIDED = "This comment is already decided, and it counts once. Here is what was decided."
AT_THE_END = "Feedback comes at the end of a self-assessment. Finish first, then look back."
ONLY_TO_READ = 'This is a worked example, so there is nothing to decide. Press "Show how it is decided".'
SET_ASIDE = "You have set comments as grave as this one aside. Change that in Settings to bring them back."
FINISHED = "This exercise is finished, perhaps in another window. Here are the results."
OTHER_SESSION = "This page shows an earlier go at the exercise. Reload it to carry on with the one you have open."
NOT_DECIDED_YET = "Decide this comment first. Then you can say that you think the answer is wrong."
EMPTY_DISPUTE = "Write what you think is wrong, then send it."
TOO_LONG = "That text is too long: keep it under {most} characters."
INCOMPLETE = "Your decision is not complete. Choose an answer for: {fields}."
STORAGE = "{error} Your last step was not kept: put that right and try again."

GAP = "Your message still has a gap: {found}. Fill it in or take it out, then commit again."
NAMED = "Your message names someone or gives details: {found}. Write it without, then commit again."

ASIDE_NAME = "Set aside"
ASIDE_TEXT = "You have set comments as grave as this one aside."

LOOKS = {
    "history": "the author's history",
    "page": "the page at that moment",
    "proceedings": "the court case and election period",
}
LOOKED = "Before you decided, you looked at {looked}."
NOT_LOOKED = "You did not look at {missed}."
WORKED_HEADLINE = "How it is decided"

UNREADABLE_PACK = "This policy could not be read. Tell whoever looks after it."
NO_SUCH_PAGE = "{title} has no page like this one on {platform}, so its policy does not speak of this comment."
SILENT = "The documents leave a gap here: {title}."
NO_WORD_FOR = "Its documents do not speak of this: {fact}."

WELFARE_BLANK = (
    "Your force has not filled in a contact here yet. Your line manager or supervisor is the one to ask for support."
)

UNKNOWN_POST = "That draft is not in this exercise. Reload the page; your place is kept."
ALREADY_ANSWERED = "You have answered this draft already, and it counts once. Here is what was said."
ANSWER_FIRST = "Choose an answer first: approve the draft, send it back, or stop it."

NAME_EMPTY = "Choose a made-up name of 1 to {most} letters."
NAME_LONG = "Choose a shorter name, of at most {most} letters."
NAME_REAL = "Choose a made-up name. An email address or a number would say who you are."
