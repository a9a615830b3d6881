"""The mix of a recipe: which patterns each of its keys takes, and what is wrong with a key.

``family`` takes those that are not near misses, ``near family`` those that are, ``any family`` both;
``fact name`` and ``near fact name`` go by a fact that is true, or said to be false.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from kit.errors import Fault, did_you_mean
from scenarios.patterns import ASIDE, BOTH, NEAR, Pattern
from scenarios.recipes import FACT, Recipe

Stretches = Mapping[str, tuple[float, float]]
"""By family, where a scenario begins in it and how far its stretch goes, as shares of the family."""


def keys_of(pattern: Pattern) -> Iterator[str]:
    """Yield every key of a mix that takes a pattern."""
    yield NEAR + pattern.family if pattern.near else pattern.family
    yield BOTH + pattern.family
    for fact, value in pattern.facts.items():
        yield BOTH + FACT + fact
        if pattern.near and value is False:
            yield NEAR + FACT + fact
        elif value and not pattern.near:
            yield FACT + fact


def taken(patterns: Iterable[Pattern]) -> dict[str, list[Pattern]]:
    """Return the patterns that each key takes, in their order."""
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for key in keys_of(pattern):
            found.setdefault(key, []).append(pattern)
    return found


def shared_out(recipes: Mapping[str, Recipe]) -> dict[str, Stretches]:
    """Return for every recipe its stretch of each family, as long as its share of what all mixes ask of that family.

    What lengthens comments is asked of all alike.
    """
    asked = {name: {ASIDE: 1.0} for name in recipes}
    for name, recipe in sorted(recipes.items()):
        for key, share in recipe.mix.items():
            family = key.removeprefix(NEAR).removeprefix(BOTH)
            asked[name][family] = asked[name].get(family, 0.0) + share
    whole = Counter[str]()
    for wants in asked.values():
        whole.update(wants)
    done = Counter[str]()
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for name, wants in asked.items():
        found[name] = {family: (done[family] / whole[family], share / whole[family]) for family, share in wants.items()}
        done.update(wants)
    return dict(found)


def mix_faults(recipe: Recipe, written: Mapping[str, list[Pattern]], spoken: Container[str]) -> Iterator[Fault]:
    """Yield what is wrong with the keys of a mix: nothing is written for one, or nothing that suits the recipe.

    ``written`` are the patterns that each key takes, ``spoken`` the ids of those that the recipe may say.
    """
    for key in recipe.mix:
        if key not in written:
            hint = did_you_mean(key, written)
            yield Fault(where=recipe.where, what=f"mix: nothing is written for {key!r}", todo=hint)
        elif not any(pattern.id in spoken for pattern in written[key]):
            todo = "look at topics, cast, voices, stages and intensity"
            yield Fault(where=recipe.where, what=f"mix: no pattern of {key!r} suits this recipe", todo=todo)
