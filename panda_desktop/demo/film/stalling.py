"""Ends the film process when nothing moves in it.

Promise: it works while the interpreter waits for a library that never comes back.
"""

import faulthandler
from typing import Final

STALL_S: Final = 8.0
"""A frame takes some hundredths of a second; the first one some tenths."""


def moved(stall_s: float = STALL_S) -> None:
    """Says that something moves: without the next call within so many seconds the process ends, status 1."""
    faulthandler.dump_traceback_later(stall_s, exit=True)
