"""How conversations are put in order: folders, tags, and the shelves list, archive and trash.

Promise: a conversation is in one folder at most; a name is one line that can be read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError

NAME_LENGTH: Final = 60
COLOURS: Final = 8
"""Colours of tags: 0 to 7; the theme says which they are."""
TRASH_DAYS: Final = 30
"""Days a conversation stays in the trash."""
TRASH_STARTS: Final = 3
"""Different days on which the program is started after that, before it goes."""
_JOINERS: Final = "\u200c\u200d"  # inside words and emoji


class Shelf(StrEnum):
    """Where a conversation stands; each is on exactly one."""

    LIST = "list"
    ARCHIVE = "archive"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of conversations.

    Attributes:
        id: ours.
        name: 1 to 60 characters; two folders may have the same.
        place: 0 for the first.
        collapsed: its conversations are not shown.
    """

    id: str
    name: str
    place: int = 0
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A mark that conversations can carry.

    Attributes:
        id: ours.
        name: 1 to 60 characters; no two tags have the same, whatever the letter case.
        colour: 0 to 7.
    """

    id: str
    name: str
    colour: int = 0


def clean_name(name: str, param: str) -> str:
    """Returns the name on one line, cut at 60 characters.

    Raises:
        PandaError: `INVALID_INPUT` with `param` when nothing readable is left.
    """
    shown = (each.isprintable() or each in _JOINERS for each in name)
    line = "".join(each if is_shown else " " for each, is_shown in zip(name, shown, strict=True))
    kept = " ".join(line.split())[:NAME_LENGTH].rstrip()
    if not kept:
        raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param=param))
    return kept


def check_colour(colour: int) -> None:
    """Raises `INVALID_INPUT` with `param` `colour` for a colour that no theme has."""
    if not 0 <= colour < COLOURS:
        raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="colour"))


def trash_limit(now: datetime, seen: Iterable[date]) -> datetime | None:
    """Returns the time before which what was deleted goes for good; None when nothing may go yet.

    The 30 days are counted up to the third last of the days on which the program was started, not up to now:
    a clock that is far ahead for one start or two days empties nothing, for the days before it are right. A
    clock that is wrong for longer is noticed, because no certificate is valid by it. In daily use it comes
    two days later than by the clock, and with any use it comes.

    Args:
        now: by the clock, aware UTC.
        seen: the days of the last starts, in UTC; those after `now` are of a wrong clock and do not count.
    """
    past = sorted({day for day in seen if day <= now.date()})
    if len(past) < TRASH_STARTS:
        return None
    counted = datetime.combine(past[-TRASH_STARTS], time.min, UTC)
    return counted - timedelta(days=TRASH_DAYS)
