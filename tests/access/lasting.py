"""What is wrong with a window once it has settled."""

import asyncio
from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QApplication

_LEAST: Final = 4
_MOST: Final = 60


async def lasting(look: Callable[[], list[str]]) -> list[str]:
    """Returns the faults that `look` still finds when pictures have come and sizes have followed each other:
    that takes a few turns of the loop, and more of them on a busy machine.
    """
    found: list[str] = []
    for turn in range(_MOST):
        await asyncio.sleep(0.01)
        QApplication.sendPostedEvents()
        if turn >= _LEAST and not (found := look()):
            break
    return found
