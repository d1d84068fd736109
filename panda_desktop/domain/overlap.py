"""Where a continued answer repeats its own last words.

Promise: only an exact repetition at the very beginning is left out, at most 200 characters of it, and never
a doubling that may be meant: a bracket, a space, a word said twice.
"""

from typing import Final

LONGEST: Final = 200
"""Characters of the text before that a continuation may repeat."""
ENOUGH: Final = 8
"""Letters and digits that make a repetition no accident; an ideograph counts for two."""
PART_OF_WORD: Final = 3
"""Letters of a word that was cut off and is begun again."""
_WIDE: Final = 0x2E80  # from here on characters are ideographs and the like (Unicode, CJK Radicals)


class Overlap:
    """Takes the beginning of a continuation piece by piece, until it differs from the end of the text."""

    def __init__(self, before: str) -> None:
        """`before` is the text that is continued."""
        self._before = before[-LONGEST - 1 :]
        self._held = ""
        self._decided = not before

    def feed(self, text: str) -> str:
        """Takes more of the continuation; returns what of it is certainly new."""
        if self._decided:
            return text
        self._held += text
        if any(self._before.startswith(self._held, start) for start in self._starts()):
            return ""  # it may still be a repetition
        return self.end()

    def end(self) -> str:
        """Returns what was held back: nothing more will come, or it is decided."""
        held, self._held = self._held, ""
        self._decided = True
        for start in self._starts():
            repeated = self._before[start:]
            if held.startswith(repeated) and self._is_meant(start, repeated):
                return held[len(repeated) :]
        return held

    def _starts(self) -> range:
        return range(max(len(self._before) - LONGEST, 0), len(self._before))

    def _is_meant(self, start: int, repeated: str) -> bool:
        """Tells whether this is the model taking up its thread, and no doubling of its own."""
        weight = sum(2 if ord(each) >= _WIDE else 1 for each in repeated if each.isalnum())
        if weight >= ENOUGH:
            return True
        begins_word = start == 0 or not self._before[start - 1].isalnum()
        letters = repeated.isalpha() and all(ord(each) < _WIDE for each in repeated)
        return begins_word and letters and len(repeated) >= PART_OF_WORD
