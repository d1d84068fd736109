"""The settings for the first paint, before the database is opened for good.

Promise: nothing is made, changed or waited for, and any trouble gives the default settings: the real opening
tells of it a moment later.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from panda_desktop.domain.settings import Settings
from panda_desktop.storage.settings_text import settings_of


def peek_settings(folder: Path) -> Settings:
    """Returns the settings of a data folder; the default ones when they cannot be read at once."""
    file = folder / "panda.sqlite3"
    try:
        if not file.is_file() or file.stat().st_size == 0:
            return Settings()
        # `immutable` makes no file beside it; what only the log holds after a kill comes with the opening.
        address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True, timeout=0.0)) as opened:
            row = opened.execute("SELECT value FROM settings WHERE name = 'all'").fetchone()
    except (OSError, ValueError, sqlite3.Error):
        return Settings()
    return settings_of(row[0]) if row and isinstance(row[0], str) else Settings()
