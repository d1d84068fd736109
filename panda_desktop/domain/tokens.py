"""A guess at how many tokens a text takes.

Promise: it costs the same for a word and for a book, and is only ever shown as a guess.
"""

import math
import re
from typing import Final

SAMPLE: Final = 4_000
"""Characters looked at; a longer text is guessed from its two ends."""

_LETTERS_A_TOKEN: Final = 4.0
_TOKENS_A_SIGN: Final = 0.75
# Chinese, Japanese, Korean and full-width signs: tokenizers take about one and a third of them for a token.
_WIDE = re.compile("[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def guess_tokens(sample: str, length: int) -> int:
    """Returns about how many tokens a text of `length` characters takes that reads like `sample`."""
    if not sample or length <= 0:
        return 0
    wide = len(_WIDE.findall(sample))
    tokens = wide * _TOKENS_A_SIGN + (len(sample) - wide) / _LETTERS_A_TOKEN
    return max(1, math.ceil(tokens * length / len(sample)))
