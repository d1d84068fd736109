"""Backups of the chats and the ledger, and which of them are kept.

Promise: what is newest is never given up, and what a person asked for goes only for newer ones of its kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

KEPT_DAYS: Final = 3
KEPT_WEEKS: Final = 2
KEPT_BY_HAND: Final = 5


class BackupReason(StrEnum):
    """Why a backup was made."""

    AUTOMATIC = "auto"
    BY_HAND = "hand"
    UPDATE = "update"  # before the database was taken over by a newer version of the program


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Attributes:
        name: its file, relative to the data folder, with `/`.
        number: counts up with every backup, so the order does not depend on the clock; 0 for `UPDATE`.
        made_at: UTC, as the clock said then.
        size: bytes.
        reason: why it was made.
    """

    name: str
    number: int
    made_at: datetime
    size: int
    reason: BackupReason


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """What was read from a damaged database.

    Attributes:
        chats, messages, jobs, items: how many were taken over; items are pictures and videos.
        lost: rows that are known to have been there and could not be read.
    """

    chats: int
    messages: int
    jobs: int
    items: int
    lost: int


def superseded(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Returns those that need not be kept: of the automatic ones the newest of each of the last days and of
    each of the last weeks stay, of those made by hand the newest few, and of the others all.
    """
    newest_first = sorted(backups, key=lambda backup: backup.number, reverse=True)
    automatic = [each for each in newest_first if each.reason is BackupReason.AUTOMATIC]
    by_hand = [each for each in newest_first if each.reason is BackupReason.BY_HAND]
    days: dict[date, Backup] = {}
    weeks: dict[tuple[int, int], Backup] = {}
    for each in automatic:
        days.setdefault(each.made_at.date(), each)
        year, week, _ = each.made_at.isocalendar()
        weeks.setdefault((year, week), each)
    kept = {*list(days.values())[:KEPT_DAYS], *list(weeks.values())[:KEPT_WEEKS], *by_hand[:KEPT_BY_HAND]}
    return tuple(each for each in (*automatic, *by_hand) if each not in kept)
