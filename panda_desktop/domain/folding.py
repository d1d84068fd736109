"""How text is compared when something is searched: without case, without diacritics, cut into words.

Promise: the folding of a text is the foldings of its characters put together. A part of a text therefore
folds to a part of the folded text, whatever stands around it, and places can be told from lengths.

A folded text holds words between spaces. A letter of a script that is written without spaces (Chinese,
Japanese, Thai, …) is a word by itself, so is a Korean syllable, because its particles are written together
with the word, and so is a sign such as `€` or an emoji. Everything else (punctuation, `_`, control
characters, half an emoji) separates words. Rules: compatibility forms by NFKD (Unicode Standard Annex 15),
case by `casefold` (Unicode Standard, 3.13), diacritics by their combining class (Annex 44, table 15).
"""

import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import Final

_PIECE: Final = 16_384
"""Characters folded in one call, about 1 ms: in between, another thread can run."""
_REMEMBERED: Final = 60_000
"""Most characters whose folding is kept."""

_ALONE: Final = (
    (0x0E00, 0x0FFF),  # Thai, Lao, Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1100, 0x11FF),  # Hangul letters
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x312F),  # kana, bopomofo, the signs of repetition
    (0x3130, 0x4DBF),  # Hangul and kana letters, Han
    (0x4E00, 0x9FFF),  # Han
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),  # Hangul
    (0xF900, 0xFAFF),  # Han, compatibility
    (0x1B000, 0x1B16F),  # kana
    (0x20000, 0x3FFFF),  # Han
)
_BOXES: Final = range(0x2500, 0x25A0)  # lines of drawn tables are no words
_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))  # choose a form of the one before


class _Table(dict[int, str]):
    """Code point to its folding, made when it is first met."""

    def __missing__(self, code: int) -> str:
        made = _fold(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = made
        return made


def _fold(character: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    kept = "".join(each for each in plain if not _is_diacritic(each))
    return "".join(map(_word_part, unicodedata.normalize("NFC", kept)))


def _is_diacritic(character: str) -> bool:
    """Marks above, below and through letters, and the points of Hebrew and Arabic; not the voiced marks of
    kana and the vowels of Indian scripts, which make another letter.
    """
    place = unicodedata.combining(character)
    return place == 1 or 10 <= place <= 36 or place >= 200


def _word_part(character: str) -> str:
    code = ord(character)
    kind = unicodedata.category(character)
    if any(code in each for each in _SELECTORS):
        return ""
    if kind[0] in "LNM":
        return f" {character} " if any(low <= code <= high for low, high in _ALONE) else character
    if kind[0] == "S" and code > 0x7F and code not in _BOXES and code != 0xFFFD:
        return f" {character} "
    if kind == "Cf" and code != 0x200B:  # joiners and directions stand inside words
        return ""
    return " "


_TABLE: Final = _Table()


def folded(text: str) -> str:
    """Returns the text as it is compared. Linear; about 20 ns a character."""
    if len(text) <= _PIECE:
        return text.translate(_TABLE)
    pieces = (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    return "".join([piece.translate(_TABLE) for piece in pieces])


def words(text: str) -> tuple[str, ...]:
    """Returns the folded words of a text in order."""
    return tuple(folded(text).split())


def stands_alone(word: str) -> bool:
    """Tells whether the folded word is one character that never continues (`中`, `€`)."""
    return len(word) == 1 and _TABLE[ord(word)].startswith(" ")


class Places:
    """Leads from places in the folded text back to places in the text itself."""

    def __init__(self, text: str) -> None:
        """Measures every character once."""
        self._is_plain = text.isascii()
        lengths = () if self._is_plain else (len(_TABLE[ord(each)]) for each in text)
        self._ends = tuple(accumulate(lengths))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Returns where the folded characters `start` to `end` (not included) stand in the text."""
        if self._is_plain:
            return start, end
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, end - 1)
        # A mark that was dropped belongs to the letter before it.
        return first, bisect_right(self._ends, self._ends[last])
