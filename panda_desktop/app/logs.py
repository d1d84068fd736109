"""The log of the program, in the data folder.

Promise: it holds no key and no prompt, and never grows beyond two files of a mebibyte.
"""

import contextlib
import logging
import logging.handlers
from collections.abc import Iterator
from pathlib import Path
from typing import Final

MAX_BYTES: Final = 1024 * 1024


@contextlib.contextmanager
def log_to(folder: Path) -> Iterator[None]:
    """Writes warnings and worse to `panda.log` in the folder; without the right to, there is no log."""
    root = logging.getLogger()
    try:
        handler = logging.handlers.RotatingFileHandler(
            folder / "panda.log", maxBytes=MAX_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        yield
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
