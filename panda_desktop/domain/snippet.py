"""The piece of a text that shows why it was found.

Promise: plain text on one line; the cost does not grow with the text, and nothing in it can turn the
direction of the line it is shown on.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final

from panda_desktop.domain.folding import Places, folded
from panda_desktop.domain.search import Snippet, Term

WIDTH: Final = 160
"""Characters of a snippet at most, without the two `…`."""
SCANNED: Final = 50_000
"""Characters of a text that are looked through for the place."""
_FIRST_LOOK: Final = 4_000
_BEFORE: Final = 40
_PLACES: Final = 200
_DIRECTIONS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_SPACE: Final = re.compile(r"\s")

_Range = tuple[int, int]
_Place = tuple[int, int, int]  # start, end, number of the term


def snippet_of(text: str, terms: Sequence[Term]) -> Snippet:
    """Returns the part of `text` with most of the terms, the first such part; its beginning if none is in
    the first 50,000 characters.
    """
    head = text[:_FIRST_LOOK]
    places = _places(head, terms)
    if len({term for _, _, term in places}) < len(terms) and len(text) > _FIRST_LOOK:
        head = text[:SCANNED]
        places = _places(head, terms)
    start = _best_start(head, places)
    ranges = [(first, last) for first, last, _ in places if start <= first and last <= start + WIDTH]
    return _on_one_line(head, start, _apart(ranges), cut=start + WIDTH < len(text))


def _places(text: str, terms: Sequence[Term]) -> list[_Place]:
    """Returns what was found in the text, in order; of each term the first few."""
    plain = folded(text)
    room = max(_PLACES // max(len(terms), 1), 4)
    found = [
        (match.start(), match.end(), number)
        for number, term in enumerate(terms)
        for match in islice(_pattern(term).finditer(plain), room)
    ]
    if not found:
        return []
    places = Places(text)
    return sorted((*places.original(start, end), number) for start, end, number in found)


def _pattern(term: Term) -> re.Pattern[str]:
    end = "" if term.prefix else r"(?!\S)"
    return re.compile(r"(?<!\S)" + r"\s+".join(map(re.escape, term.words)) + end)


def _best_start(text: str, places: Sequence[_Place]) -> int:
    """Returns where the piece begins that holds most of the terms."""
    best, most, beyond = 0, 0, 0
    held: Counter[int] = Counter()
    for first, _, number in places:
        while beyond < len(places) and places[beyond][1] <= first - _BEFORE + WIDTH:
            held[places[beyond][2]] += 1
            beyond += 1
        if (count := sum(times > 0 for times in held.values())) > most:
            best, most = first, count
        held[number] -= 1
    if best <= _BEFORE:
        return 0
    space = _SPACE.search(text, best - _BEFORE, best)
    return space.end() if space else best - _BEFORE


def _apart(ranges: Sequence[_Range]) -> list[_Range]:
    """Joins what overlaps."""
    joined: list[_Range] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _on_one_line(text: str, start: int, ranges: Sequence[_Range], *, cut: bool) -> Snippet:
    """Makes runs of white space one space and leaves out what is invisible; the ranges follow."""
    line: list[str] = ["…"] if start else []
    moved: list[int] = []  # where each character of the piece has come to stand
    for character in text[start : start + WIDTH]:
        moved.append(len(line))
        if character in _DIRECTIONS:
            continue
        if character.isspace() or not (character.isprintable() or ord(character) > 0x9F):
            if line and line[-1] not in (" ", "…"):
                line.append(" ")
        else:
            line.append(character)
    moved.append(len(line))
    while line and line[-1] == " ":
        line.pop()
    shown = [(moved[first - start], min(moved[last - start], len(line))) for first, last in ranges]
    text = "".join(line) + ("…" if cut else "")
    return Snippet(text, tuple((first, last) for first, last in shown if first < last))
