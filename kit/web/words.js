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
export const STATUS_WORDS = {
  unread: "Unread", open: "Open now", read: "Read", draft: "Draft", skipped: "Skipped", actioned: "Actioned", resolved: "Resolved", aside: "Set aside",
};

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
export const FILTER_WORDS = [["all", "All comments"], ["todo", "Still to decide"], ["unread", "Unread"], ["draft", "Drafts"], ["skipped", "Skipped"],
  ["actioned", "Actioned"], ["resolved", "Resolved"]];

/** The two ways to see the inbox, and the orders of the queue. */
export const VIEW_WORDS = [["thread", "Thread"], ["queue", "Queue"]];
/** The orders of the queue. */
export const SORT_WORDS = [["oldest", "Oldest first"], ["newest", "Newest first"], ["replies", "Most replies first"], ["author", "By author"]];

/** The places to look closer. */
export const CLOSER_WORDS = {
  history: "The author\u2019s history", page: "The page at that moment", proceedings: "Court case and election", nothing: "Nothing is known here.",
};

/** What stands in place of a decision, and on its button. */
export const NOTE_WORDS = {
  aside: { says: "You have set comments as grave as this one aside. Nothing is asked of you here.", button: "Open settings" },
  kept: { says: "Your decision is kept. You are told how you did at the end.", button: "Next comment", last: "Finish and see your results" },
  closed: { says: "You did not decide this comment. The exercise is finished, so it stays as it is.", button: "Back to your results" },
  worked: { says: "Read the comment and look closer. What would you do? Then see how it is decided, and why.", button: "Show how it is decided" },
};

/** What the guard over a message says; {found} is what it found. */
export const GUARD_WORDS = {
  good: "Name nobody, and fill in every gap in square brackets.",
  gap: "A gap is still open: {found}. Fill it in or take it out.",
  name: "This names someone or gives details: {found}. Write it without.",
};

/** The offer of a break. */
export const BREAK_WORDS = {
  title: "A short break?",
  minutes: "You have been at this for {count}. Your place is kept.",
  grave: "You have decided {count} about serious harm. Your place is kept.",
  on: "Carry on",
};

/** The clock for one comment, which ends nothing. */
export const TIMER_WORDS = { left: "About {time} left", last: "One minute left on your clock for this comment.", up: "The time you set is up. Nothing is lost: take the time you need." };

/** Settings, their options by value, and what they mean. */
export const SETTING_WORDS = {
  about: "Every change holds at once and is kept for you.",
  ceiling: { label: "Comments to show", options: { 1: "Mild ones only", 2: "Up to marked harm, such as abuse", 3: "Up to serious harm, such as hate", 4: "All, danger to life too" } },
  mask: "Mask strong words until I ask for them",
  noClaim: "Comments set aside do not count, and a pass needs both ordinary comments and grave ones. Masking is for comfort: nobody has shown that it prevents harm. A slur is never written out.",
  break_minutes: { label: "Offer me a break after", options: { 0: "No break offered", 15: "15 minutes", 20: "20 minutes", 30: "30 minutes", 45: "45 minutes" } },
  break_grave: { label: "Or after so many comments about serious harm", options: { 0: "Do not count them", 3: "3", 5: "5", 10: "10" } },
  timer_minutes: { label: "A clock for each comment, as a guide", options: { 0: "No clock", 1: "1 minute", 2: "2 minutes", 3: "3 minutes", 5: "5 minutes" } },
  single: "Single-key shortcuts on",
  letters: "They work while you are inside this exercise and not typing. Ctrl Enter commits even with them off; on a Mac, Ctrl is also Command.",
  keys: "Type another key into a field, or empty it to switch that shortcut off.",
};

/** The log entry: asked for where the policy owes a written reason for what is chosen, whatever the comment says. */
export const LOG_WORDS = {
  free: { label: "Log entry: why? (optional) ", hint: "Kept with your decision. Some decisions owe one." },
  owed: { label: "Log entry: why? (owed with this choice) ", hint: "This policy wants your reasons written down when you choose this." },
};

/** Feedback that is not the policy\u2019s, and feedback on request. */
export const MORE_WORDS = {
  practice: "Good practice: our addition, no policy document asks for it",
  elsewhere: "The same comment under other policies",
  waiting: "Looking it up\u2026",
  same: "The same first choice.",
  other: "Another first choice.",
};

/** Before whom to talk to. */
export const TALK = "If something stays with you, talk to someone.";

/** What is said when another window has gone on with the same exercise. */
export const CAUGHT_UP = "Another window has gone on with this exercise, so this page has caught up. Carry on here; nothing is counted twice.";

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

/** What to say when the last open comment is skipped. */
export const NOTHING_LEFT = "Skipped. No other comment is waiting: decide this one, or see your results.";
