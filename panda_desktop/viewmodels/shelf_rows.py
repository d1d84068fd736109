"""The rows of a shelf: headings, folders that open and close, and conversations under them.

Promise: what did not change stays where it is; one conversation that moves is one row that moves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.folders import Folder, Shelf
from panda_desktop.viewmodels.conversations import ConversationRole, Section

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_STEPS: Final = 40
"""More differences than these are shown by one reset."""


class RowKind(StrEnum):
    """What a row is."""

    SECTION = "section"  # a heading: pinned, today, …
    FOLDER = "folder"  # a heading that opens and closes
    CONVERSATION = "conversation"


class ShelfRole(IntEnum):
    """Roles of `ShelfRows`; `ConversationRole.CONVERSATION`, `SECTION` and `ANSWERING` are answered too."""

    KIND = Qt.ItemDataRole.UserRole + 40  # the `RowKind`
    FOLDER = Qt.ItemDataRole.UserRole + 41  # the `Folder` this row is, or is in; None for any other
    COUNT = Qt.ItemDataRole.UserRole + 42  # int: conversations under a heading, shown or not
    COLLAPSED = Qt.ItemDataRole.UserRole + 43  # bool: a folder that is closed


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One row. `key` tells it from every other one."""

    key: str
    kind: RowKind
    section: Section | None = None
    folder: Folder | None = None
    conversation: Conversation | None = None
    count: int = 0
    collapsed: bool = False


class ShelfRows(QAbstractListModel):
    """Rows in the order of reading; `DisplayRole` is the title or the name of the folder, empty for sections
    and new conversations: their words are those of the view.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Makes an empty list."""
        super().__init__(parent)
        self._rows: list[ShelfRow] = []
        self._answering: set[str] = set()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Returns the number of rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns what the roles say."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                if row.conversation is not None:
                    return row.conversation.title
                return row.folder.name if row.folder is not None else ""
            case ShelfRole.KIND:
                return row.kind
            case ShelfRole.FOLDER:
                return row.folder
            case ShelfRole.COUNT:
                return row.count
            case ShelfRole.COLLAPSED:
                return row.collapsed
            case ConversationRole.CONVERSATION:
                return row.conversation
            case ConversationRole.SECTION:
                return row.section
            case ConversationRole.ANSWERING:
                return row.key in self._answering
        return None

    def row(self, place: int) -> ShelfRow:
        """Returns a row, 0 to `rowCount() - 1`."""
        return self._rows[place]

    def index_of(self, key: str) -> QModelIndex:
        """Returns where a conversation stands; invalid when it is not shown."""
        place = self._place(key)
        return QModelIndex() if place is None else self.index(place)

    def set_answering(self, conversation_id: str, answering: bool) -> None:
        """Marks whether an answer is coming in a conversation."""
        if answering == (conversation_id in self._answering):
            return
        (self._answering.add if answering else self._answering.discard)(conversation_id)
        index = self.index_of(conversation_id)
        if index.isValid():
            self.dataChanged.emit(index, index, [ConversationRole.ANSWERING])

    def take(self, conversation: Conversation) -> None:
        """Takes other values of a conversation that stays where it stands, shown or not."""
        place = self._place(conversation.id)
        if place is not None and self._rows[place].conversation != conversation:
            self._rows[place] = replace(self._rows[place], conversation=conversation)
            self.dataChanged.emit(self.index(place), self.index(place))

    def show(self, rows: Sequence[ShelfRow]) -> None:
        """Goes from the rows that are shown to these, by the fewest steps that are easily found."""
        wanted = {row.key for row in rows}
        self._remove(wanted)
        steps = 0
        place = 0
        known = {row.key for row in self._rows}
        while place < len(rows):
            if place < len(self._rows) and self._rows[place].key == rows[place].key:
                place += 1
                continue
            steps += 1
            if steps > _MOST_STEPS:
                self._reset(rows)
                return
            if rows[place].key in known:
                self._move(rows, place)
            else:
                end = place + 1
                while end < len(rows) and rows[end].key not in known:
                    end += 1
                self.beginInsertRows(QModelIndex(), place, end - 1)
                self._rows[place:place] = rows[place:end]
                self.endInsertRows()
        self._take_values(rows)

    def _remove(self, wanted: set[str]) -> None:
        end = len(self._rows)
        while end:
            if self._rows[end - 1].key in wanted:
                end -= 1
                continue
            start = end - 1
            while start and self._rows[start - 1].key not in wanted:
                start -= 1
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._rows[start:end]
            self.endRemoveRows()
            end = start

    def _move(self, rows: Sequence[ShelfRow], place: int) -> None:
        """Brings one row to where it belongs: the one at `place` further down, or the wanted one up."""
        here = self._rows[place].key
        if self._rows[place + 1].key == rows[place].key:
            source = place
            target = next(number for number, row in enumerate(rows) if row.key == here)
            target = min(target, len(self._rows) - 1)
        else:
            found = self._place(rows[place].key)
            assert found is not None
            source, target = found, place
        self.beginMoveRows(
            QModelIndex(), source, source, QModelIndex(), target + 1 if target > source else target
        )
        self._rows.insert(target, self._rows.pop(source))
        self.endMoveRows()

    def _take_values(self, rows: Sequence[ShelfRow]) -> None:
        for place, row in enumerate(rows):
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def _reset(self, rows: Sequence[ShelfRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def _place(self, key: str) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)


def arranged(
    conversations: Sequence[Conversation],
    folders: Sequence[Folder],
    shelf: Shelf,
    *,
    opened: bool = False,
    today: date | None = None,
) -> list[ShelfRow]:
    """Returns the rows: pinned, then each folder, then by age; archive and trash by age alone.

    Args:
        conversations: what is shown of the shelf, in any order.
        folders: in order.
        shelf: the trash goes by the time of deletion, the others by that of the last message.
        opened: closed folders are shown open and empty ones not at all, because something is looked for.
        today: the local date, now when None.
    """
    newest_first = sorted(conversations, key=lambda each: (_moment(each, shelf), each.id), reverse=True)
    with_folders = folders if shelf is Shelf.LIST else ()
    inside: dict[str, list[Conversation]] = {folder.id: [] for folder in with_folders}
    sections: dict[Section, list[Conversation]] = {section: [] for section in Section}
    ages = _Ages(today or date.today())
    for each in newest_first:
        if each.pinned and shelf is Shelf.LIST:
            sections[Section.PINNED].append(each)
        elif each.folder_id in inside:
            inside[each.folder_id].append(each)
        else:
            sections[ages.section(_moment(each, shelf))].append(each)
    rows = _section(Section.PINNED, sections.pop(Section.PINNED))
    for folder in with_folders:
        rows += _folder(folder, inside[folder.id], opened=opened)
    for section, held in sections.items():
        rows += _section(section, held)
    return rows


def _moment(conversation: Conversation, shelf: Shelf) -> datetime:
    deleted_at = conversation.deleted_at if shelf is Shelf.TRASH else None
    return deleted_at or conversation.updated_at


def _section(section: Section, held: Sequence[Conversation]) -> list[ShelfRow]:
    if not held:
        return []
    heading = ShelfRow(f"section {section}", RowKind.SECTION, section, count=len(held))
    kind = RowKind.CONVERSATION
    return [heading, *(ShelfRow(each.id, kind, section, conversation=each) for each in held)]


def _folder(folder: Folder, held: Sequence[Conversation], *, opened: bool) -> list[ShelfRow]:
    if opened and not held:
        return []
    collapsed = folder.collapsed and not opened
    heading = ShelfRow(
        f"folder {folder.id}", RowKind.FOLDER, folder=folder, count=len(held), collapsed=collapsed
    )
    kind = RowKind.CONVERSATION
    inside = () if collapsed else (ShelfRow(each.id, kind, None, folder, each) for each in held)
    return [heading, *inside]


class _Ages:
    """The same as `section_of`, for many: the midnights are worked out once."""

    def __init__(self, today: date) -> None:
        self._today, self._yesterday, self._week = (
            datetime.combine(today - timedelta(days=days), time.min).astimezone() for days in (0, 1, 6)
        )

    def section(self, moment: datetime) -> Section:
        if moment >= self._today:
            return Section.TODAY
        if moment >= self._yesterday:
            return Section.YESTERDAY
        return Section.WEEK if moment >= self._week else Section.OLDER
