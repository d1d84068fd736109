"""What a prompt asks to be painted.

Promise: every prompt, in any language, gives a brief; the same prompt always the same one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from PySide6.QtGui import QColor

from panda_desktop.demo.painting import words
from panda_desktop.demo.painting.colours import ink
from panda_desktop.demo.painting.light import Hour
from panda_desktop.demo.painting.words import Hero, Place, Style, Weather, Words

_LOOKED_AT: Final = 2_000
_MOST_HEROES: Final = 3
_DRY: Final = (Place.MOUNTAIN, Place.MEADOW, Place.FOREST, Place.BAMBOO, Place.DESERT)

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Brief:
    """What is to be seen.

    Attributes:
        words: the prompt, lower case.
        place: where it plays; None when the prompt names none and its heroes do not either.
        view: a second place the prompt names, or None.
        heroes: who or what is seen, as they come in the prompt.
        hour: time of day, or None.
        weathers: snow, rain and what else is in the air.
        style: how it is painted.
        neon: lights glow in the streets.
        tint: a colour wished for in the whole, or None.
        coats: the colours of heroes that have one of their own.
    """

    words: str = ""
    place: Place | None = None
    view: Place | None = None
    heroes: tuple[Hero, ...] = ()
    hour: Hour | None = None
    weathers: frozenset[Weather] = frozenset()
    style: Style = Style.PLAIN
    neon: bool = False
    tint: QColor | None = None
    coats: tuple[tuple[Hero, QColor], ...] = ()

    def coat(self, hero: Hero) -> QColor | None:
        """Returns the colour the prompt gives a hero, or None."""
        return next((colour for known, colour in self.coats if known is hero), None)

    def coat_or(self, hero: Hero, otherwise: str) -> QColor:
        """Returns the colour of a hero: its own, or another."""
        return self.coat(hero) or ink(otherwise)


def read_brief(prompt: str) -> Brief:
    """Reads a prompt."""
    text = prompt[:_LOOKED_AT].lower()
    found = _positions(text, words.HEROES)
    heroes = tuple(hero for hero, _ in found)[:_MOST_HEROES]
    coats, used = _coats(text, found)
    places = [place for place, _ in _positions(text, words.PLACES)]
    if not places:
        places = [words.HOME[heroes[0]]] if heroes else []
    elif (
        Place.WINDOW in places or Place.HARBOUR in places
    ):  # both say more than the sea or a city beside them
        places.sort(key=lambda place: place not in (Place.WINDOW, Place.HARBOUR))
    if places[:1] and places[0] in _DRY and (Hero.BOAT in heroes or Hero.BRIDGE in heroes):
        places.insert(0, Place.LAKE)
    if heroes[:1] and heroes[0] in (Hero.WHALE, Hero.FISH, Hero.JELLYFISH) and places[:1] == [Place.SEA]:
        places[0] = Place.UNDERWATER
    if places[:1] in ([Place.BEACH], [Place.FOREST], [Place.BAMBOO]):  # their trees are there anyway
        heroes = tuple(hero for hero in heroes if hero is not Hero.TREE)
    hours = [hour for hour, _ in _positions(text, words.HOURS)]
    styles = _positions(text, words.STYLES)
    neon = _pattern(words.NEON).search(text) is not None
    return Brief(
        words=text,
        place=places[0] if places else None,
        view=places[1] if len(places) > 1 else None,
        heroes=heroes,
        hour=_hour(hours, neon),
        weathers=frozenset(weather for weather, _ in _positions(text, words.WEATHERS)),
        style=styles[0][0] if styles else Style.PLAIN,
        neon=neon,
        tint=_tint(text, used),
        coats=coats,
    )


def _pattern(named: Words) -> re.Pattern[str]:
    english = "|".join(re.escape(word) for word in named.english.split())
    english = english.replace("_", r"[\s-]+")
    chinese = "|".join(named.chinese.split())
    parts = [rf"\b(?:{english})(?:s|es|y)?\b"] if english else []
    return re.compile("|".join([*parts, chinese] if chinese else parts))


def _positions(text: str, table: Mapping[Named, Words]) -> list[tuple[Named, int]]:
    """Returns what of the table is named in the text, in order, each once."""
    found = []
    for named, spelled in table.items():
        match = _pattern(spelled).search(text)
        if match is not None:
            found.append((match.start(), named))
    return [(named, start) for start, named in sorted(found, key=lambda pair: pair[0])]


def _hour(hours: list[Hour], neon: bool) -> Hour | None:
    if neon and set(hours) <= {Hour.NIGHT, Hour.GREY}:
        return Hour.NEON
    if Hour.NIGHT in hours and Hour.GREY in hours:
        return Hour.NIGHT
    return hours[0] if hours else None


def _coats(text: str, found: list[tuple[Hero, int]]) -> tuple[tuple[tuple[Hero, QColor], ...], set[int]]:
    """Returns the colours that stand directly before a hero, and where those words begin."""
    coats, used = [], set()
    for hero, start in found:
        for colour, spelled in words.COLOURS.items():
            for match in _pattern(spelled).finditer(text, max(start - 24, 0), start):
                between = text[match.end() : start].strip(" 色的-")
                if len(between.split()) <= 1 and "," not in between:
                    coats.append((hero, ink(colour)))
                    used.add(match.start())
    return tuple(coats), used


def _tint(text: str, used: set[int]) -> QColor | None:
    for colour, spelled in words.COLOURS.items():
        for match in _pattern(spelled).finditer(text):
            if match.start() not in used and not text[match.end() :].lstrip().startswith(("hour", "hair")):
                return ink(colour)
    return None
