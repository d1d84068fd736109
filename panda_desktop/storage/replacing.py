"""Puts a whole file in the place of another, also while a virus scanner or an indexer looks at it.

Promise: it is done at once or within `PATIENCE_S`; a failure that will not pass is raised at once. It blocks
and is called in a thread.
"""

import time
from pathlib import Path
from typing import Final

PATIENCE_S: Final = 5.0
"""How long another program may hold a file before the person hears of it, in seconds."""
_PAUSE_S: Final = 0.1
_HELD: Final = (5, 32, 33)
"""What Windows says of a file that is held: access denied, sharing violation, lock violation."""


def put_in_place(part: Path, target: Path) -> None:
    """Renames `part` to `target`. Raises the `OSError` of the last attempt."""
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            part.replace(target)
            return
        except OSError as error:
            # Elsewhere a file that is held can be replaced, and a refusal is for good.
            if getattr(error, "winerror", None) not in _HELD or time.monotonic() >= end:
                raise
        time.sleep(_PAUSE_S)
