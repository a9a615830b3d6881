"""Plans: a recipe made ready for one pack; tables of lines to draw from, one for every stretch of its timeline."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from kit.errors import BadInput, Fault, Faults, did_you_mean
from kit.policy import Pack, load
from kit.terms import CONTEXT
from scenarios.cast import roles
from scenarios.clock import Diary, arrival_table, hours_of
from scenarios.lines import Dresser, Line
from scenarios.load import Library
from scenarios.mix import mix_faults
from scenarios.patterns import ASIDE, OVER, Needs, Pattern
from scenarios.pools import Pools
from scenarios.recipes import Recipe, in_cast
from scenarios.tables import Card, Dealer, Hand, Row, Table
from scenarios.text import Parts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Epoch:
    """A stretch of the timeline: from when (minutes after the post), what it sets, what may be said in it."""

    after: int
    set: Mapping[str, Any]
    topic: Parts | None
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """Everything a thread of one recipe under one pack is made from."""

    recipe: Recipe
    library: Library
    pack: str
    account_kind: str
    platform_can: tuple[str, ...]
    diary: Diary
    epochs: tuple[Epoch, ...]
    arrivals: Mapping[int, tuple[int, ...]]
    cast: Sequence[Sequence[Mapping[str, str]]]
    records: Sequence[Mapping[str, Any]]
    record_shares: Sequence[float]
    asides: Mapping[str, Hand]
    owed: Mapping[str, Sequence[Line]]
    pools: Pools
    line: Callable[..., Line]
    by_handle: bool
    people: Sequence[tuple[str, str, str]]
    context: Mapping[str, Any]


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
        plan = _plan(library, library.recipes[name], pack, language, faults) if library.whole else None
        if faults or plan is None:
            raise Faults(faults)
        library.ready[key] = plan
    return library.ready[key]  # type: ignore[no-any-return]


def recipe_faults(library: Library, name: str) -> list[Fault]:
    """Return what is wrong with one recipe beside what reading it found: its mix, its clauses, its pack."""
    faults: list[Fault] = []
    if library.whole:
        _plan(library, library.recipes[name], None, "masked", faults)
    return faults


def _plan(library: Library, recipe: Recipe, pack: str | None, language: str, faults: list[Fault]) -> Plan | None:
    own = _own_pack(recipe, faults)
    chosen = load(pack) if pack else own
    dresser: Dresser = library.once(("dresser", language), lambda: Dresser(library, library.pools(language)))
    graves = {fact: row["gravity"] for fact, row in (own.reference.get("gravity", {}) if own else {}).items()}
    cards = _suited(library, recipe, graves)
    suited = [pattern for pattern, _, _ in cards.values()]
    dealer = Dealer(library.places, library.stretches.get(recipe.name, {}))
    epochs = tuple(_epochs(library, recipe, cards, dealer, faults))
    faults.extend(mix_faults(recipe, library.taken, set().union(*(epoch.table.ids() for epoch in epochs))))
    if faults or chosen is None:
        return None
    kind = _page_kind(chosen, recipe)
    injects = [epoch.after for epoch in epochs[1:]]
    by_handle = recipe.platform in ("x", "instagram", "youtube", "tiktok", "snapchat")
    shape = library.arrivals[recipe.arrival]
    return Plan(
        recipe=recipe,
        library=library,
        pack=chosen.name,
        account_kind=kind,
        platform_can=tuple(chosen.platforms[recipe.platform]["can"]),
        diary=Diary(hours_of(chosen, kind)),
        epochs=epochs,
        arrivals={at: arrival_table(shape, injects, at) for at in recipe.at},
        cast=[roles(role, pool, dresser.pools.values) for role, pool in recipe.cast.items()],
        records=[library.records[name] for name in recipe.records],
        record_shares=list(accumulate(recipe.records.values())),
        asides=_asides(library, cards, dealer),
        owed=_owed(recipe, suited, dresser),
        pools=dresser.pools,
        line=dresser.line,
        by_handle=by_handle,
        people=dresser.pools.screen_names if by_handle else dresser.pools.writers,
        context={**CONTEXT, **recipe.context},
    )


def _owed(recipe: Recipe, suited: Sequence[Pattern], dresser: Dresser) -> dict[str, Sequence[Line]]:
    """Return the lines that exchanges call for, by id, whether or not the mix has them."""
    called = {follow.id for pattern in suited for follow in pattern.follows}
    return {
        pattern.id: [dresser.line(pattern, voice) for voice in pattern.voices if recipe.voices.get(voice)]
        for pattern in suited
        if pattern.id in called
    }


def _page_kind(pack: Pack, recipe: Recipe) -> str:
    """Return the recipe's kind of page, or the pack's first where it has no such page."""
    kinds = pack.data.get("pages", {}).get("pages", {})
    return recipe.page_kind if recipe.page_kind in kinds or not kinds else str(next(iter(kinds)))


def _own_pack(recipe: Recipe, faults: list[Fault]) -> Pack | None:
    """Return the recipe's own pack, noting an unknown pack and clauses that the pack does not have."""
    try:
        own = load(recipe.pack)
    except BadInput as error:
        faults.append(Fault(where=recipe.where, what=str(error)))
        return None
    for clause in recipe.clauses:
        if clause not in own.clauses:
            hint = did_you_mean(clause, own.clauses)
            faults.append(
                Fault(where=recipe.where, what=f"clauses: the pack {own.name!r} has no clause {clause!r}", todo=hint)
            )
    return own


def _suited(library: Library, recipe: Recipe, graves: Mapping[str, int]) -> dict[str, Card]:
    """Return by id the patterns that suit a recipe and are no graver than it may be, each with those who may say it."""
    found: dict[str, Card] = {}
    voices = functools.cache(functools.partial(_voices, recipe))
    for needs, patterns in library.by_needs.items():
        if not _fits(needs, recipe):
            continue
        for pattern in patterns:
            shares, names = voices(pattern.voices)
            if (
                names
                and gravity(graves, pattern.facts) <= recipe.intensity
                and all(in_cast(role, recipe.cast) for role in library.roles.get(pattern.id, ()))
            ):
                found[pattern.id] = (pattern, shares, names)
    return found


def _voices(recipe: Recipe, voices: tuple[str, ...]) -> tuple[Sequence[float], Sequence[str]]:
    """Return the running shares of the voices that a recipe has, and their names."""
    names = tuple(voice for voice in voices if recipe.voices.get(voice))
    return tuple(accumulate(recipe.voices[voice] for voice in names)), names


def _epochs(
    library: Library, recipe: Recipe, cards: Mapping[str, Card], dealer: Dealer, faults: list[Fault]
) -> Iterator[Epoch]:
    context = {**CONTEXT, **recipe.context}
    moments = [(0, recipe.context, None), *((one.after_minutes, one.set, one.post) for one in recipe.timeline)]
    for after, changed, topic in moments:
        context = {**context, **changed}
        over = context["proceedings_stage"] in OVER
        rows = list(_rows(library, recipe, cards, context))
        table = Table(rows, dealer, live=context["proceedings_active"], over=over)
        if not table.roots.hands:
            faults.append(Fault(where=recipe.where, what=f"nothing in the mix can open a thread {after} minutes in"))
        yield Epoch(after=after, set=changed, topic=topic, table=table)


def _fits(needs: Needs, recipe: Recipe) -> bool:
    """Tell whether a recipe has the topic, the platform and the page that a pattern asks for."""
    topics = recipe.topics
    if (needs.topics and not any(topic in topics for topic in needs.topics)) or any(
        topic in topics for topic in needs.unless
    ):
        return False
    return (not needs.platforms or recipe.platform in needs.platforms) and (
        not needs.pages or recipe.page_kind in needs.pages
    )


def gravity(graves: Mapping[str, int], facts: Mapping[str, Any]) -> int:
    """Return how grave facts are: as grave as the gravest that is true."""
    return max((graves.get(fact, 0) for fact, value in facts.items() if value), default=0)


def _holds(needs: Needs, context: Mapping[str, Any]) -> bool:
    """Tell whether a pattern can be said in a context: stage, anonymity, election."""
    if needs.stages and context["proceedings_stage"] not in needs.stages:
        return False
    if needs.anonymity is not None and needs.anonymity != (context["anonymity"] != "none"):
        return False
    return needs.pre_election is None or needs.pre_election == context["pre_election"]


def _rows(library: Library, recipe: Recipe, cards: Mapping[str, Card], context: Mapping[str, Any]) -> Iterator[Row]:
    """Yield every key of the mix that has patterns here: its share, and its cards."""
    for key, share in recipe.mix.items():
        here = [cards[one.id] for one in library.taken.get(key, ()) if one.id in cards and _holds(one.needs, context)]
        if here:
            yield share, here


def _asides(library: Library, cards: Mapping[str, Card], dealer: Dealer) -> dict[str, Hand]:
    """Return for every voice the sentences that may lengthen its comments."""
    by_voice: dict[str, list[Card]] = {}
    for one in library.taken.get(ASIDE, ()):
        for voice in cards[one.id][2] if one.id in cards else ():
            by_voice.setdefault(voice, []).append((one, (1.0,), (voice,)))
    return {voice: dealer.hand(fitting) for voice, fitting in by_voice.items()}
