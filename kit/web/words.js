// Every sentence of the player's own that a trainee reads, in one place.

/** The question each field asks, and its short name. */
export const FIELD_WORDS = {
  comment_action: { asks: "What do you do with the comment?", short: "Comment" },
  account_action: { asks: "And its author?", short: "Author" },
  report: { asks: "Report it?", short: "Report" },
  respond: { asks: "Answer it?", short: "Answer" },
  escalate: { asks: "Pass it on?", short: "Pass on" },
};

/** How a comment stands in the inbox. */
export const STATUS_WORDS = { unread: "Unread", open: "Open now", draft: "Draft", skipped: "Skipped", actioned: "Actioned" };

/** A verdict in a word or two. */
export const VERDICT_WORDS = {
  right: "Right",
  partial: "Defensible",
  wrong: "Not right",
  not_given: "None given",
};

/** A verdict on grounds or duties; nothing is said where none were given. */
export const EXTRA_WORDS = { right: "right", partial: "partly right", wrong: "not right" };

/** Signs that go beside a verdict's words; never alone. */
export const VERDICT_SIGNS = { right: "\u2713", partial: "\u2248", wrong: "\u2715", not_given: "\u2013" };

/** Which way a wrong decision leans. */
export const DIRECTION_WORDS = {
  over: "This goes further than the policy allows (over-moderation).",
  under: "This does less than the policy asks (under-moderation).",
};

/** Answers to "How sure are you?"; the empty one says nothing. */
export const CONFIDENCE_WORDS = [["", "Rather not say"], ["sure", "Sure"], ["fairly", "Fairly sure"], ["guess", "A guess"]];

/** What a thread can be narrowed to. */
export const FILTER_WORDS = [["all", "All comments"], ["todo", "Still to do"], ["skipped", "Skipped"], ["actioned", "Actioned"]];

/** What stops a commit, when nothing is chosen for the comment. */
export const CHOOSE_FIRST = "Choose what to do with the comment: leave, hide or remove it.";

/** What to say when no answer came back, by message type. */
export const NO_REPLY = {
  commit: "No answer came back, so it is not certain that your decision was kept. Press Commit again: it is counted once only. If that fails, choose Run All Cells in the Run menu; your place is kept.",
  draft: "Your draft could not be saved just now. It stays on this page: carry on, or choose Run All Cells in the Run menu if this message stays.",
  other: "No answer came back. Try again, or choose Run All Cells in the Run menu; everything you committed is kept.",
};

/** What to say when the message could not even be sent. */
export const NOT_SENT = "The connection to the exercise is lost. What you committed is kept. Choose Run All Cells in the Run menu to carry on where you were.";

/** What to say when there is no state that can be shown. */
export const NOTHING_TO_SHOW = "The exercise is not running yet. Choose Run All Cells in the Run menu: what you committed is kept, and you carry on where you were.";

/** What stands in place of the decision when an undecided comment is looked at after the end. */
export const NOT_DECIDED = "You did not decide this comment. The exercise is finished, so it stays as it is.";

/** What to say when the last open comment is skipped. */
export const NOTHING_LEFT = "Skipped. No other comment is waiting: decide this one, or see your results.";
