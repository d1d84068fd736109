"""A guess at how many tokens a text takes, as the composer shows it.

Promise: it is the one a cost is foreseen with; see `domain.tokens`.
"""

from panda_desktop.domain.tokens import SAMPLE, guess_tokens

__all__ = ["SAMPLE", "guess_tokens"]
