"""How well a text fits what was typed: its letters in order, with others between them.

Promise: a text that does not have all the letters of each typed word fits not at all; whole words fit best.
Chinese is matched sign by sign.
"""

from typing import Final

_WHOLE: Final = 100.0
_INSIDE: Final = 6.0
"""Of each letter of a word that stands inside another one."""
_BEGINNING: Final = 12.0
_NEXT: Final = 6.0
_GAP: Final = 0.35
_LONGEST: Final = 400
"""More signs of a text are not looked at."""


def fit(text: str, typed: str) -> float:
    """Returns how well a text fits, the higher the better; 0 when it does not, 1 for nothing typed."""
    words = typed.casefold().split()
    text = text.casefold()[:_LONGEST]
    fits = [_fit_of(text, word) for word in words]
    return (sum(fits) / len(fits) if all(fits) else 0.0) if fits else 1.0


def _fit_of(text: str, word: str) -> float:
    places = _places(text, word)
    begun = next((place for place in places if _begins(text, place)), None)
    if begun is not None:
        return _WHOLE - min(begun, 60) * 0.1
    if places:
        return _INSIDE * len(word) - min(places[0], 60) * 0.01
    return max((_run(text, word, start) for start in _starts(text, word)), default=0.0)


def _run(text: str, word: str, start: int) -> float:
    """Follows the letters of a word from a place on; 0 when one of them is not there."""
    score, last = 1.0, start - 1
    for letter in word:
        at = text.find(letter, last + 1)
        if at < 0:
            return 0.0
        if at == last + 1 and last >= start:
            score += _NEXT
        elif _begins(text, at):
            score += _BEGINNING * 0.6
        score -= min(_GAP * (at - last - 1), _GAP * 8) if last >= start else 0.0
        last = at
    return max(score, 0.01)


def _starts(text: str, word: str) -> list[int]:
    return _places(text, word[0])[:12]


def _places(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def _begins(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()
