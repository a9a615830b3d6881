"""A sitting: the one place where a trainee's messages become lines of the record.

Everything a sitting knows is in the record: a new one over the same record, paper and trainee goes
on where the last one stopped. A message is checked, written and on disk before it is answered.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from kit.errors import BadInput, StorageError, did_you_mean
from kit.items import Paper
from kit.records import Event, Reading, Records, Session, Writing
from kit.sitting import messages, words
from kit.sitting.acts import ACTS, Bench
from kit.sitting.errors import Refused
from kit.sitting.progress import Progress
from kit.sitting.pseudonyms import made_up
from kit.sitting.settings import KIND as SETTINGS
from kit.sitting.settings import NO_CEILING, read_settings, settings_of, stored
from kit.sitting.view import View

PROTOCOL = 1
MODES = tuple(words.MODE_WORDS)
"""How a paper is sat: with feedback at once, as worked examples to read, or with feedback at the end. None is a test: the
kernel belongs to the trainee, and the record says so."""

REGISTER = "register"
WELFARE = "welfare"
Message = Mapping[str, Any]


class Sitting:
    """One trainee at one paper.

    ``pack`` is the pack as it is today, or None: the paper's own words and rulings hold, and the
    page says so when the pack has changed since. ``now`` gives the time for the record;
    ``trainee`` is a pseudonym if the caller knows it. Without one, the only trainee a record knows
    is taken to be back; a record of several asks. ``source`` makes up pseudonyms. ``mode`` is how the
    paper is sat; ``ceiling`` is the greatest gravity shown, whatever the trainee sets.

    Raises StorageError if the record cannot be written, BadInput for a mode or ceiling that there is not.
    A kind of item of its own says what can be done with it in ``acts`` and how it is shown in ``view``.
    """

    acts = ACTS
    view = View

    def __init__(
        self,
        paper: Paper,
        pack: Any,
        records: Records,
        *,
        now: Callable[[], datetime],
        trainee: str | None = None,
        mode: str = MODES[0],
        ceiling: int = NO_CEILING,
        source: random.Random | None = None,
    ) -> None:
        if mode not in MODES:
            raise BadInput(f"there is no mode {mode!r}; {did_you_mean(mode, MODES) or f'write one of {MODES}'}")
        if ceiling not in range(NO_CEILING + 1):
            raise BadInput(f"ceiling: found {ceiling!r}; expected a gravity from 0 to {NO_CEILING}")
        self._mode, self._ceiling = mode, ceiling
        self._paper = paper
        self._paper_id = paper.id
        self._entries = {entry.key: entry for entry in paper.entries}
        self._records = records
        self._now = now
        self._source = source or random.SystemRandom()
        changed = pack is not None and pack.hash != paper.pack["hash"]
        self._view = self.view(paper, now().date(), pack_changed=changed, welfare=_welfare(pack))
        self._view.mode = mode
        self._trainee = messages.pseudonym_of(trainee) if trainee is not None else None
        self._session: Session | None = None
        self._chosen: dict[str, Any] | None = None
        self._progress = self._fresh()
        self._drafts: dict[str, Any] = {}
        with records.writing() as log:
            log.keep_paper(paper)
        with records.reading() as log:
            self._find(log)

    @property
    def progress(self) -> Progress:
        """How the items stand, verdicts included: for results, never for a page that may not show them yet."""
        return self._progress

    @property
    def records(self) -> Records:
        """Where decisions are kept."""
        return self._records

    def state(self) -> dict[str, Any]:
        """Return everything a page shows, as plain data for JSON."""
        finished = self._progress.finished
        return {
            "protocol": PROTOCOL,
            "phase": "welcome" if self._session is None else "summary" if finished else "working",
            "session": self._session.id if self._session else None,
            "trainee": self._trainee,
            "known": list(self._known),
            **self._view.state(self._progress, self._drafts),
        }

    def meet(self, trainee: str) -> None:
        """Take the trainee who has just sat down at another exercise of the same record, unless somebody sits here."""
        if self._session is None:
            self._trainee = messages.pseudonym_of(trainee)
            with self._records.reading() as log:
                self._find(log)

    def handle(self, message: Any) -> dict[str, Any]:
        """Answer one message; what it decided is on disk before the answer exists."""
        reply: dict[str, Any] = {"seq": messages.number_of(message), "ok": True}
        try:
            self._take(message)
        except Refused as refusal:
            reply |= {"ok": False, "error": {"code": refusal.code, "text": refusal.text}}
        except StorageError as error:
            reply |= {"ok": False, "error": {"code": "storage", "text": words.STORAGE.format(error=error)}}
        return {**reply, "state": self.state()}

    def _take(self, message: Any) -> None:
        kind = message.get("type") if messages.number_of(message) is not None else None
        if kind == REGISTER:
            self._register(message)
        elif kind == SETTINGS and self._session is None:
            # Before there is a session to keep them in, settings wait here; registering writes them down.
            self._progress.settings = settings_of(message.get("settings"), self._progress.settings)
            self._chosen = dict(self._progress.settings)
        elif isinstance(kind, str) and kind in self.acts:
            self._act(kind, message)
        else:
            raise messages.bad()

    def _register(self, message: Message) -> None:
        """Open a session, or go on with an open one. Another name means that another trainee sits down."""
        chosen = message.get("pseudonym")
        name = self._trainee if chosen is None else messages.pseudonym_of(chosen)
        at = self._now().isoformat(timespec="seconds")
        with self._records.writing() as log:
            name = name or made_up(log.trainees().values(), self._source)
            body = {"mode": self._mode, "pack": self._paper.pack["hash"]}
            trainee = log.register(name, at=at)
            session = log.open_session(trainee, self._paper_id, at=at, body=body)
            if self._chosen and self._chosen != read_settings(log.latest(SETTINGS, trainee)):
                log.append(SETTINGS, at=at, session=session.id, **stored(self._chosen))
        self._chosen = None
        with self._records.reading() as log:
            self._enter(log, session)

    def _act(self, kind: str, message: Message) -> None:
        session = self._session
        if session is None:
            raise Refused("not_registered", words.NOT_REGISTERED)
        if message.get("session") not in (None, session.id):
            raise Refused("stale", words.OTHER_SESSION)
        with self._records.writing() as log:
            self._catch_up(log, session)
            bench = self._bench(session)
            written = self.acts[kind](bench, log, message)
            drafts = log.drafts(session.id)
        # From here on it is on disk; only now may anything be shown.
        self._drafts = drafts
        for event in written:
            self._progress.follow(event)

    def _bench(self, session: Session) -> Bench:
        return Bench(
            card=self._paper.pack,
            entries=self._entries,
            session=session.id,
            progress=self._progress,
            drafts=self._drafts,
            at=self._now().isoformat(timespec="seconds"),
            mode=self._mode,
            names=self._view.names,
        )

    def _fresh(self) -> Progress:
        gravity = {key: entry.gravity for key, entry in self._entries.items()}
        return Progress([*self._entries], gravity, limit=self._ceiling)

    def _catch_up(self, log: Writing, session: Session) -> None:
        """Take in what another window has written to the same session meanwhile."""
        events: list[Event] = log.events(session.id, after=self._progress.last)
        for event in events:
            self._progress.follow(event, mine=False)
        if events:
            self._drafts = log.drafts(session.id)

    def _find(self, log: Reading) -> None:
        """Find the session to go on with: the named trainee's, or that of the only trainee there is."""
        known = log.trainees()
        wanted = [id_ for id_, name in known.items() if _same(name, self._trainee)]
        if self._trainee is None and len(known) == 1:
            wanted = [*known]
        if wanted:
            self._trainee = known[wanted[0]]
        sessions = [one for id_ in wanted for one in log.sessions(trainee=id_, paper=self._paper_id)]
        sessions = [one for one in sessions if one.mode == self._mode]
        if len(wanted) == 1:
            self._progress.settings = read_settings(log.latest(SETTINGS, wanted[0]))
        self._known = [{"pseudonym": name} for name in known.values()]
        if sessions:
            self._enter(log, sessions[-1])

    def _enter(self, log: Reading, session: Session) -> None:
        known = log.trainees()
        self._known = [{"pseudonym": name} for name in known.values()]
        self._session, self._trainee = session, known.get(session.trainee, self._trainee)
        self._progress = self._fresh()
        for event in log.events(session.id):
            self._progress.follow(event)
        self._progress.settings = read_settings(log.latest(SETTINGS, session.trainee))
        self._progress.resume()
        self._drafts = log.drafts(session.id)


def _welfare(pack: Any) -> dict[str, str]:
    """Return the force's own contact for whoever needs to talk, as its pack has it today."""
    found: Mapping[str, str] = pack.contact(WELFARE) if pack is not None else {}
    return {"label": found.get("label", ""), "value": found.get("value", "")}


def _same(one: str, other: str | None) -> bool:
    return other is not None and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
