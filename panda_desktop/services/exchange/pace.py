"""How much is done in one piece of work, so that none takes long on any computer.

Promise: after a few pieces, one takes about `TARGET_S`; never is it asked for less than one message.
"""

from typing import Final

TARGET_S: Final = 0.015
"""A third of what a write of the window may wait at most."""
_LEAST: Final = 4 * 1024
_MOST: Final = 2 * 1024 * 1024
_STEP: Final = 2.0


class Pace:
    """Finds the size of a piece.

    Attributes:
        size: weight of the next piece (see `foreign.weight_of`).
    """

    def __init__(self) -> None:
        """Starts carefully."""
        self.size = 32 * 1024

    def took(self, seconds: float, weight: int) -> None:
        """Takes note of how long a piece of that weight has taken."""
        fitting = weight * TARGET_S / max(seconds, 1e-6)
        if seconds < TARGET_S and weight < self.size:
            return  # it was small: nothing is learnt
        self.size = int(max(_LEAST, min(_MOST, fitting, self.size * _STEP)))
