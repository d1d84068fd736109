"""The log of the program, in the data folder.

Promise: it holds no key in any form and, unless details are wanted, no words of a chat; it never grows
beyond two files of a mebibyte, however often the same thing goes wrong; that it cannot be written is no
failure.
"""

import contextlib
import copy
import logging
import logging.handlers
import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from panda_desktop.domain.secret import ApiKey

FILE: Final = "panda.log"
MAX_BYTES: Final = 1024 * 1024
_QUERY: Final = re.compile(r"(\b[a-z][a-z0-9+.-]*://[^\s?\"'<>]+)\?[^\s\"'<>]+", re.IGNORECASE)
"""What an address asks for: links of results are signed there."""
_LONGEST: Final = 16 * 1024
"""Characters of one entry."""
_REMEMBERED: Final = 512
_COUNT: Final = "panda_count"
# What these say is about names and types of the code. What others say may be part of a chat.
_ABOUT_CODE: Final = (TypeError, AttributeError, NameError, ImportError, RecursionError, MemoryError)
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Log(logging.Formatter):
    """How entries are written.

    Attributes:
        keys: returns the keys that must not be in the log; set it when there are some.
    """

    def __init__(self) -> None:
        """Begins without details."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.keys: Callable[[], Sequence[ApiKey]] = lambda: ()
        self._handler: logging.Handler | None = None
        self._details = False

    def attach(self, handler: logging.Handler) -> None:
        """Writes the entries of a handler."""
        self._handler = handler
        handler.setFormatter(self)
        handler.addFilter(_Repeats())
        self.set_details(self._details)

    def set_details(self, wanted: bool) -> None:
        """Notes more than warnings, and what failures say in full."""
        self._details = wanted
        if self._handler is not None:
            self._handler.setLevel(logging.INFO if wanted else logging.WARNING)
        # The libraries' own chatter stays out, which tells of every request.
        logging.getLogger("panda_desktop").setLevel(logging.INFO if wanted else logging.NOTSET)

    def format(self, record: logging.LogRecord) -> str:
        """Returns the entry without keys."""
        own = copy.copy(record)
        own.exc_text = None  # as another handler may have written it
        if (count := own.__dict__.get(_COUNT, 0)) > 3:
            own.msg, own.args = f"{own.getMessage()} (for the {count}th time)", None
        text = super().format(own)
        if len(text) > _LONGEST:
            text = f"{text[: _LONGEST // 2]}\n…\n{text[-_LONGEST // 2 :]}"
        return without_keys(_QUERY.sub(r"\1?…", text), self.keys())

    def formatException(self, ei: _ExcInfo) -> str:
        """Returns the way to a failure, and what it says only if that is no part of a chat."""
        error = ei[1]
        parts: list[str] = []
        while error is not None and len(parts) < 8:
            parts.append("".join(traceback.format_tb(error.__traceback__)) + self._said(error))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\ncaused by\n".join(parts)

    def _said(self, error: BaseException) -> str:
        name = type(error).__name__
        if self._details or isinstance(error, _ABOUT_CODE):
            return f"{name}: {error}"
        if isinstance(error, OSError):
            return f"{name}: {error.errno}"
        return f"{name} (what it says is left out)"


class _Repeats(logging.Filter):
    """Lets the first entries of a kind through, then the tenth, the hundredth and so on."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[tuple[object, ...], int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tells whether an entry is written; one that stands for many carries their number."""
        kind = (record.name, record.levelno, record.msg, *_place(record))
        if kind not in self._counts and len(self._counts) >= _REMEMBERED:
            self._counts.clear()
        count = self._counts[kind] = self._counts.get(kind, 0) + 1
        record.__dict__[_COUNT] = count
        return count <= 3 or str(count).rstrip("0") == "1"


def _place(record: logging.LogRecord) -> tuple[object, ...]:
    if not record.exc_info or record.exc_info[0] is None:
        return ()
    trace = record.exc_info[2]
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return record.exc_info[0], trace.tb_frame.f_code if trace else None, trace.tb_lineno if trace else 0


class _File(logging.handlers.RotatingFileHandler):
    """A full disk or a folder without rights costs the log, and nothing else."""

    def handleError(self, _record: logging.LogRecord) -> None:
        """Says nothing: there is nobody to say it to."""


@contextlib.contextmanager
def log_to(folder: Path) -> Iterator[Log]:
    """Writes warnings and worse to `panda.log` in the folder; without the right to, there is no log."""
    root = logging.getLogger()
    log = Log()
    handler = _File(folder / FILE, maxBytes=MAX_BYTES, backupCount=1, encoding="utf-8", delay=True)
    log.attach(handler)
    root.addHandler(handler)
    try:
        yield log
    finally:
        root.removeHandler(handler)
        handler.close()


def without_keys(text: str, keys: Sequence[ApiKey]) -> str:
    """Returns the text without these keys and without what looks like one."""
    from panda_desktop.services.media.redaction import Redactor  # most runs write no entry

    return Redactor(keys).text(text)
