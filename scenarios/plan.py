"""Plans: a recipe made ready for one pack; tables of lines to draw from, one for every stretch of its timeline."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from kit import policy
from kit.errors import BadInput, Fault, Faults, did_you_mean
from kit.terms import CONTEXT
from scenarios.clock import Hours, arrival_table
from scenarios.lines import Dresser, Line, Random
from scenarios.load import Library
from scenarios.patterns import ASIDE, OVER, Pattern
from scenarios.recipes import BOTH, FACT, NEAR, Recipe, in_cast

OPCC = "opcc"


class Table:
    """Lines with their shares, drawn in one step; ``roots`` leaves out those that must answer somebody."""

    __slots__ = ("by_id", "live", "lines", "root_lines", "root_shares", "root_total", "shares", "total")

    def __init__(self, rows: Sequence[tuple[float, Line]], *, live: bool) -> None:
        self.live = live
        self.lines, self.shares, self.total = _cumulated(rows)
        self.root_lines, self.root_shares, self.root_total = _cumulated([row for row in rows if row[1].reply != "only"])
        self.by_id: dict[str, list[Line]] = {}
        for line in self.lines:
            self.by_id.setdefault(line.id, []).append(line)

    def draw(self, draw: Random) -> Line:
        """Return a line by its share."""
        return self.lines[bisect(self.shares, draw() * self.total, 0, len(self.lines) - 1)]

    def draw_root(self, draw: Random) -> Line:
        """Return a line that answers nobody in particular."""
        return self.root_lines[bisect(self.root_shares, draw() * self.root_total, 0, len(self.root_lines) - 1)]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Epoch:
    """A stretch of the timeline: from when (minutes after the post), what it sets, what may be said in it."""

    after: int
    set: Mapping[str, Any]
    recipe_post: Any
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """Everything a thread of one recipe under one pack is made from."""

    recipe: Recipe
    library: Library
    pack: str
    account_kind: str
    platform_can: tuple[str, ...]
    hours: Hours | None
    epochs: tuple[Epoch, ...]
    arrivals: Mapping[int, tuple[int, ...]]
    records: Sequence[Mapping[str, Any]]
    record_shares: Sequence[float]
    pools: Any
    by_handle: bool


def plan_for(library: Library, name: str, *, pack: str | None = None, language: str = "masked") -> Plan:
    """Return the plan of a scenario under a pack (its own where none is named).

    Raises BadInput for an unknown name and Faults with everything wrong in the library or the recipe.
    """
    if name not in library.recipes:
        hint = did_you_mean(name, library.recipes) or f"known scenarios: {', '.join(sorted(library.recipes))}"
        message = f"there is no scenario {name!r}; {hint}"
        raise BadInput(message)
    key = ("plan", name, pack, language)
    if key not in library.ready:
        faults = list(library.faults)
        plan = _plan(library, library.recipes[name], pack, language, faults)
        if faults or plan is None:
            raise Faults(faults)
        library.ready[key] = plan
    return library.ready[key]  # type: ignore[no-any-return]


def recipe_faults(library: Library, name: str) -> list[Fault]:
    """Return what is wrong with one recipe beside what reading it found: its mix, its clauses, its pack."""
    faults: list[Fault] = []
    _plan(library, library.recipes[name], None, "masked", faults)
    return faults


def _plan(library: Library, recipe: Recipe, pack: str | None, language: str, faults: list[Fault]) -> Plan | None:
    own = _own_pack(recipe, faults)
    chosen = policy.load(pack) if pack else own
    dresser = Dresser(library.habits, library.voices, library.pools(language), library.ready)
    epochs = tuple(_epochs(library, recipe, dresser, faults))
    _mix_faults(library, recipe, epochs, faults)
    if faults or chosen is None:
        return None
    kind = OPCC if chosen.name.split("+")[0] == OPCC else "main" if recipe.page_kind == OPCC else recipe.page_kind
    injects = [epoch.after for epoch in epochs[1:]]
    shape = library.clocks.arrivals[recipe.arrival]
    return Plan(
        recipe=recipe,
        library=library,
        pack=chosen.name,
        account_kind=kind,
        platform_can=tuple(chosen.platforms[recipe.platform]["can"]),
        hours=library.clocks.hours.get((chosen.name.split("+")[0], kind)),
        epochs=epochs,
        arrivals={at: arrival_table(shape, injects, at) for at in recipe.at},
        records=[library.records[name] for name in recipe.records],
        record_shares=list(accumulate(recipe.records.values())),
        pools=dresser.pools,
        by_handle=recipe.platform in ("x", "instagram", "youtube", "tiktok", "snapchat"),
    )


def _own_pack(recipe: Recipe, faults: list[Fault]) -> Any:
    """Return the recipe's own pack, noting an unknown pack and clauses that the pack does not have."""
    try:
        own = policy.load(recipe.pack)
    except BadInput as error:
        faults.append(Fault(where=recipe.where, what=str(error)))
        return None
    for clause in recipe.clauses:
        if clause not in own.clauses:
            hint = did_you_mean(clause, own.clauses)
            faults.append(Fault(where=recipe.where, what=f"clauses: the pack {own.name!r} has no clause {clause!r}", todo=hint))
    return own


def _epochs(library: Library, recipe: Recipe, dresser: Dresser, faults: list[Fault]) -> Iterator[Epoch]:
    context = {**CONTEXT, **recipe.context}
    asides = [pattern for pattern in library.patterns if pattern.family == ASIDE and _fits(library, recipe, pattern)]
    fitting = [pattern for pattern in library.patterns if pattern.family != ASIDE and _fits(library, recipe, pattern)]
    moments = [(0, recipe.context, None), *((one.after_minutes, one.set, one.post) for one in recipe.timeline)]
    for after, changed, post in moments:
        context = {**context, **changed}
        now = [pattern for pattern in fitting if _holds(pattern, context)]
        rows = list(_rows(recipe, now, asides, dresser, context))
        table = Table(rows, live=context["proceedings_active"])
        if not table.root_lines:
            faults.append(Fault(where=recipe.where, what=f"nothing in the mix can open a thread {after} minutes in"))
        yield Epoch(after=after, set=changed, recipe_post=post, table=table)


def _fits(library: Library, recipe: Recipe, pattern: Pattern) -> bool:
    """Tell whether a pattern suits a recipe at all: topic, platform, page, cast, voices, intensity."""
    needs = pattern.needs
    if (needs.topics and not set(needs.topics) & set(recipe.topics)) or set(needs.unless) & set(recipe.topics):
        return False
    if (needs.platforms and recipe.platform not in needs.platforms) or (needs.pages and recipe.page_kind not in needs.pages):
        return False
    if any(not in_cast(role, recipe.cast) for role in pattern.roles(library.lists)):
        return False
    if not any(recipe.voices.get(voice) for voice in pattern.voices):
        return False
    return gravity(library, pattern) <= recipe.intensity


def gravity(library: Library, pattern: Pattern) -> int:
    """Return the gravity of a pattern: that of its gravest true fact."""
    return max((library.gravity.get(fact, 0) for fact, value in pattern.facts.items() if value), default=0)


def _holds(pattern: Pattern, context: Mapping[str, Any]) -> bool:
    """Tell whether a pattern can be said in a context: stage, anonymity, election."""
    needs = pattern.needs
    if needs.stages and context["proceedings_stage"] not in needs.stages:
        return False
    if needs.anonymity is not None and needs.anonymity != (context["anonymity"] != "none"):
        return False
    return needs.pre_election is None or needs.pre_election == context["pre_election"]


def _rows(
    recipe: Recipe, patterns: Sequence[Pattern], asides: Sequence[Pattern], dresser: Dresser, context: Mapping[str, Any]
) -> Iterator[tuple[float, Line]]:
    """Yield every line that may be drawn, with its share: the mix over patterns, the recipe's voices over each."""
    over = context["proceedings_stage"] in OVER
    spoken = {voice: share for voice, share in recipe.voices.items() if share}
    by_voice = {
        voice: [Line(one, dresser.voices[voice], dresser) for one in asides if voice in one.voices] for voice in spoken
    }
    for key, share in recipe.mix.items():
        chosen = [pattern for pattern in patterns if picks(key, pattern)]
        for pattern in chosen:
            suited = {voice: weight for voice, weight in spoken.items() if voice in pattern.voices}
            for voice, weight in suited.items():
                line = Line(pattern, dresser.voices[voice], dresser, over=over)
                line.asides = by_voice[voice]
                yield share / len(chosen) * weight / sum(suited.values()), line


def picks(key: str, pattern: Pattern) -> bool:
    """Tell whether a key of a mix means a pattern.

    ``family`` takes those that are not near misses, ``near family`` those that are, ``any family`` both;
    ``fact name`` and ``near fact name`` go by a fact that is true, or said to be false.
    """
    near, rest = key.startswith(NEAR), key.removeprefix(NEAR).removeprefix(BOTH)
    if not key.startswith(BOTH) and near != pattern.near:
        return False
    if not rest.startswith(FACT):
        return rest == pattern.family
    fact = rest.removeprefix(FACT)
    value = pattern.facts.get(fact)
    if key.startswith(BOTH):
        return fact in pattern.facts
    return value is False if near else bool(value)


def _mix_faults(library: Library, recipe: Recipe, epochs: Sequence[Epoch], faults: list[Fault]) -> None:
    families = {pattern.family for pattern in library.patterns}
    spoken = [line.pattern for epoch in epochs for line in epoch.table.lines]
    for key in recipe.mix:
        if not any(picks(key, pattern) for pattern in library.patterns):
            hint = did_you_mean(key, [*families, *(NEAR + family for family in families), *(BOTH + family for family in families)])
            faults.append(Fault(where=recipe.where, what=f"mix: nothing is written for {key!r}", todo=hint))
        elif not any(picks(key, pattern) for pattern in spoken):
            todo = "look at topics, cast, voices, stages and intensity"
            faults.append(Fault(where=recipe.where, what=f"mix: no pattern of {key!r} suits this recipe", todo=todo))


def _cumulated(rows: Sequence[tuple[float, Line]]) -> tuple[list[Line], list[float], float]:
    shares = list(accumulate(share for share, _ in rows))
    return [line for _, line in rows], shares, shares[-1] if shares else 0.0
