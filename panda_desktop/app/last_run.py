"""How the last run ended, and a report when it did not end well.

Promise: a report holds no key and no words of a chat, and is kept until a person has done with it; a folder
that cannot be written means no report, nothing else.
"""

import contextlib
import faulthandler
import platform
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from panda_desktop import __version__
from panda_desktop.app.logs import FILE, without_keys
from panda_desktop.domain.secret import ApiKey
from panda_desktop.storage.checking import sqlite_version

RUNNING: Final = "panda.running"
REPORT: Final = "crash-report.txt"
_STACKS: Final = "crash-stacks.txt"
_LOG_END: Final = 32 * 1024
_STACKS_MOST: Final = 64 * 1024


class LastRun:
    """The note that says whether a run has ended."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder, which this program alone has."""
        self._folder = folder
        self._stacks: IO[str] | None = None

    @property
    def report(self) -> Path:
        """Where the report is, while there is one."""
        return self._folder / REPORT

    def begin(self) -> bool:
        """Notes that this run has begun; returns whether the one before ended in a crash or was killed.

        From now on the stacks of all threads are written down when the process crashes.
        """
        running = self._folder / RUNNING
        crashed = running.exists()
        with contextlib.suppress(OSError):
            if crashed:
                self.report.write_text(self._written(), encoding="utf-8")
            running.write_text(f"{__version__} {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n", encoding="utf-8")
            if not faulthandler.is_enabled():
                self._stacks = (self._folder / _STACKS).open("w", encoding="utf-8")
                faulthandler.enable(self._stacks, all_threads=True)
        return crashed and self.report.exists()

    def end(self) -> None:
        """Notes that this run has ended as it should."""
        if self._stacks is not None:
            faulthandler.disable()
            self._stacks.close()
        with contextlib.suppress(OSError):
            (self._folder / _STACKS).unlink(missing_ok=True)
            (self._folder / RUNNING).unlink(missing_ok=True)

    def forget(self) -> None:
        """Deletes the report."""
        with contextlib.suppress(OSError):
            self.report.unlink(missing_ok=True)

    def text(self, keys: Sequence[ApiKey]) -> str:
        """Returns the report, without these keys too: they were not known when it was written."""
        try:
            return without_keys(self.report.read_text(encoding="utf-8", errors="replace"), keys)
        except OSError:
            return ""

    def _written(self) -> str:
        begun = _end_of(self._folder / RUNNING, 200).split()
        stacks = _end_of(self._folder / _STACKS, _STACKS_MOST).strip()
        log = _end_of(self._folder / FILE, _LOG_END).strip()
        parts = (
            "Panda Desktop: the last run did not end well",
            f"Version {begun[0] if begun else '?'}, begun {begun[1] if len(begun) > 1 else '?'}",
            f"Python {platform.python_version()}, SQLite {sqlite_version()}, {platform.platform()}",
            "",
            "Where it was:",
            stacks or "(not known: it was ended from outside, or the computer went off)",
            "",
            "The end of the log:",
            log or "(empty)",
        )
        return without_keys(_without_person("\n".join(parts), self._folder), ())


def _end_of(path: Path, most: int) -> str:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - most))
            return file.read(most).decode("utf-8", "replace")
    except OSError:
        return ""


def _without_person(text: str, folder: Path) -> str:
    """Returns the text without the paths that name the person and their folders."""
    for path, words in ((folder, "<data>"), (Path.home(), "~"), (Path(sys.prefix), "<program>")):
        if len(str(path)) > 3:
            text = text.replace(str(path), words)
    return re.sub(r"(?i)(/home/|/users/|\\users\\)[^/\\\s\"]+", r"\1…", text)
