"""Nobody and nothing real: the only place where names, numbers, addresses and links are made.

A Faker provider that draws from closed lists (``data/pools.yaml``) and from ranges set aside for
fiction. It uses the generator's own random source and nothing else of Faker, so that another Faker
gives the same pools.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from faker.providers import BaseProvider

MARK = "_example"
"""What every handle ends with; ``@~`` before it is nowhere a legal handle."""

MOBILE = ("07700 900{0}", "07700900{0}", "07700 900 {0}")
LANDLINE = ("0116 496 0{0}", "01632 960{0}", "01632 960 {0}", "0116 4960{0}")
FREEPHONE = ("08081 570{0}", "08081 570 {0}")
"""Ofcom's numbers for drama: never given to a subscriber."""

AREAS = ("QZ", "VQ", "JX", "ZV", "XJ")
"""Letter pairs that begin no postcode."""

INWARD = "ABDEFGHJLNPQRSTUWXYZ"
NAMED_IN_FULL = 62
INITIAL_ONLY = 84


class SafeProvider(BaseProvider):
    """Own provider: everything identifying that generated text may hold."""

    def __init__(self, generator: Any, lists: Mapping[str, Sequence[str]]) -> None:
        super().__init__(generator)
        self.lists = lists

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to, not including, ``limit``."""
        return int(self.generator.random.random() * limit)

    def pick(self, name: str) -> str:
        """Return one word of a closed list."""
        words = self.lists[name]
        return words[self.below(len(words))]

    def first(self) -> str:
        """Return a first name."""
        return self.pick("first_f" if self.below(2) else "first_m")

    def man(self) -> str:
        """Return a man's full name."""
        return f"{self.pick('first_m')} {self.pick('surname')}"

    def woman(self) -> str:
        """Return a woman's full name."""
        return f"{self.pick('first_f')} {self.pick('surname')}"

    def person(self) -> str:
        """Return anybody's full name."""
        return f"{self.first()} {self.pick('surname')}"

    def officer(self) -> str:
        """Return an officer as the public names one."""
        return f"{self.pick('rank')} {self.pick('surname')}"

    def staff(self) -> str:
        """Return a member of police staff as the public names one."""
        return f"PCSO {self.first()} {self.pick('surname')}"

    def writer(self) -> tuple[str, str, str]:
        """Return (name as shown, first name, last name) of somebody who comments under their name."""
        names = ("first_f", "first_m")[self.below(2)]
        first, last = self.pick(names), self.pick("surname")
        roll = self.below(100)
        if roll < NAMED_IN_FULL:
            shown = f"{first} {last}"
        elif roll < INITIAL_ONLY:
            shown = f"{first} {last[0]}"
        elif roll < INITIAL_ONLY + 6:
            shown = f"{first} {self.pick(names)} {last}"
        elif roll < INITIAL_ONLY + 11:
            shown = f"{first.lower()} {last.lower()}"
        else:
            shown = f"{self.pick('town')} {first}"
        return shown, first, last

    def screen_name(self) -> tuple[str, str, str]:
        """Return (handle, first name, last name) of somebody who comments under a handle."""
        first, last = self.first(), self.pick("surname")
        stem = first.lower().replace("'", "").replace("-", "")
        tail = ("", last[0].lower(), str(10 + self.below(90)), f"_{last.lower()[:4]}")[self.below(4)]
        return f"@~{stem}{tail}{MARK}", first, last

    def handle(self) -> str:
        """Return the handle of a bystander."""
        return self.screen_name()[0]

    def shop_handle(self) -> str:
        """Return the handle of a business, a doubtful one among them."""
        stem, kind = self.pick("firm_stem").lower(), self.pick("handle_kind")
        return f"@~{stem}{kind}{MARK}"

    def phone(self) -> str:
        """Return a mobile number for drama."""
        return MOBILE[self.below(len(MOBILE))].format(f"{self.below(1000):03d}")

    def landline(self) -> str:
        """Return a landline number for drama."""
        return LANDLINE[self.below(len(LANDLINE))].format(f"{self.below(1000):03d}")

    def freephone(self) -> str:
        """Return a freephone number for drama."""
        return FREEPHONE[self.below(len(FREEPHONE))].format(f"{self.below(1000):03d}")

    def email(self) -> str:
        """Return a person's address at a reserved domain."""
        first, last = self.first().lower(), self.pick("surname").lower()
        form = (f"{first}.{last}", f"{first}{self.below(90) + 10}", f"{first[0]}{last}")[self.below(3)]
        return f"{form.replace(' ', '')}@{self._domain()}"

    def firm_email(self) -> str:
        """Return a business address at a reserved domain."""
        return f"{('info', 'bookings', 'hello', 'sales')[self.below(4)]}@{self.pick('firm_stem').lower()}.example"

    def firm(self) -> str:
        """Return the name of a business."""
        return f"{self.pick('firm_stem')} {self.pick('trade')}"

    def address(self) -> str:
        """Return a house number and street."""
        return f"{1 + self.below(140)} {self.pick('street')}"

    def postcode(self) -> str:
        """Return a postcode in an area that does not exist."""
        inward = INWARD[self.below(len(INWARD))] + INWARD[self.below(len(INWARD))]
        return f"{AREAS[self.below(len(AREAS))]}{1 + self.below(29)} {self.below(10)}{inward}"

    def shop_link(self) -> str:
        """Return a business's link at a reserved name."""
        stem, form = self.pick("firm_stem").lower(), self.below(3)
        return (f"www.{stem}.example", f"https://{stem}.example/offers", f"{stem}-direct.example")[form]

    def news_link(self) -> str:
        """Return a link to a local paper that does not exist."""
        return f"https://{self.pick('paper').lower().replace(' ', '')}.example/news/{self.pick('slug')}"

    def video_link(self) -> str:
        """Return a link to a clip nobody can open."""
        return f"https://{self.pick('clip_site')}.example/v/{self._letters(6)}"

    def scam_link(self) -> str:
        """Return the kind of link a swindler posts, at a name that cannot resolve."""
        return f"{self.pick('scam_stem')}.{('example', 'invalid', 'test')[self.below(3)]}/{self._letters(4)}"

    def _domain(self) -> str:
        return f"example.{('com', 'org', 'net')[self.below(3)]}"

    def _letters(self, count: int) -> str:
        return "".join("bcdfghjkmnpqrstvwxyz"[self.below(20)] for _ in range(count))
