"""How conversations are put in order: folders, tags, and the shelves list, archive and trash.

Promise: a conversation is in one folder at most; a name is one line that can be read.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError

NAME_LENGTH: Final = 60
COLOURS: Final = 8
"""Colours of tags: 0 to 7; the theme says which they are."""
TRASH_DAYS: Final = 30
"""Days a conversation stays in the trash."""
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


def trash_limit(now: datetime) -> datetime:
    """Returns the time before which what was deleted goes for good."""
    return now - timedelta(days=TRASH_DAYS)
