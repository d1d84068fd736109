"""The rows of the list of chats: conversations under headings, all of one height.

Promise: a change of one conversation moves one row and perhaps a heading; the rest stays where it is, and
nothing is counted that is not shown.
"""

from bisect import bisect_right
from datetime import date, datetime
from enum import IntEnum
from functools import cache
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTime,
    Signal,
)

from panda_desktop.domain.chat import Conversation
from panda_desktop.ui.kit import plain_tip
from panda_desktop.viewmodels.conversations import ConversationList, ConversationRole, Section

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MAY_BE_CUT: Final = 20


class SidebarRole(IntEnum):
    """Roles of `SidebarRows`; those of `ConversationRole` are answered too."""

    HEADING = Qt.ItemDataRole.UserRole + 20  # bool: a heading, not a conversation
    WHEN = Qt.ItemDataRole.UserRole + 21  # time of the last message, short
    DRAFT = Qt.ItemDataRole.UserRole + 22  # bool: text waits in its composer


class SidebarRows(QAbstractListModel):
    """`ConversationList` with a row for each heading.

    Signals:
        renamed(str, str): the person gave the conversation with this id this title.
    """

    renamed = Signal(str, str)

    def __init__(self, source: ConversationList, parent: QObject | None = None) -> None:
        """Follows `source`."""
        super().__init__(parent)
        self._source = source
        self._ids: list[str] = []
        self._keys: list[str] = []  # ids, and a `Section` for each heading
        self._places: dict[str, int] = {}  # id -> row of the source
        self._starts: list[int] = []  # rows of the source that begin a section
        source.modelReset.connect(self._reset)
        source.rowsInserted.connect(self._inserted)
        source.rowsRemoved.connect(self._removed)
        source.dataChanged.connect(self._changed)
        self._reset()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Returns the number of rows, headings included."""
        return 0 if parent.isValid() else len(self._keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be neither reached nor renamed."""
        if not index.isValid() or isinstance(self._keys[index.row()], Section):
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns what the roles say; `DisplayRole` is the title or the words of the heading."""
        if not index.isValid() or not 0 <= index.row() < len(self._keys):
            return None
        key = self._keys[index.row()]
        if isinstance(key, Section):
            return self._heading(key, role)
        conversation = self._conversation(key)
        if conversation is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return conversation.title or self.tr("New chat")
            case Qt.ItemDataRole.EditRole:
                return conversation.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(conversation.title) if len(conversation.title) >= _MAY_BE_CUT else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(conversation)
            case SidebarRole.HEADING:
                return False
            case SidebarRole.WHEN:
                return short_time(conversation.updated_at)
            case SidebarRole.DRAFT:
                return bool(conversation.draft.strip())
            case ConversationRole.CONVERSATION | ConversationRole.ANSWERING:
                return self._source.data(self._source.index(self._places[key]), role)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Asks for another title; it is shown when it is stored."""
        conversation = index.data(ConversationRole.CONVERSATION)
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or conversation is None or not title:
            return False
        if title != conversation.title:
            self.renamed.emit(conversation.id, title)
        return True

    def index_of(self, conversation_id: str) -> QModelIndex:
        """Returns where a conversation is shown; invalid when it is not."""
        place = self._places.get(conversation_id)
        return QModelIndex() if place is None else self.index(self._row_of(place))

    def refresh(self) -> None:
        """Sorts the rows under the headings of today: what was today is yesterday after midnight."""
        self._resync()
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))

    # following the source

    def _row_of(self, place: int) -> int:
        return place + bisect_right(self._starts, place)

    def _reset(self) -> None:
        self.beginResetModel()
        self._ids = [self._id_at(place) for place in range(self._source.rowCount())]
        self._keys, self._starts = self._arranged()
        self._places = {identity: place for place, identity in enumerate(self._ids)}
        self.endResetModel()

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._ids[first:first] = [self._id_at(place) for place in range(first, last + 1)]
        self._resync()

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._ids[first : last + 1]
        self._resync()

    def _changed(self, top: QModelIndex, bottom: QModelIndex, _roles: object = None) -> None:
        if self._arranged()[1] != self._starts:
            self._resync()
        first, last = self._row_of(top.row()), self._row_of(bottom.row())
        self.dataChanged.emit(self.index(first), self.index(last))

    def _resync(self) -> None:
        """Goes from the old rows to the new ones, touching only what lies between what both share."""
        old = self._keys
        new, starts = self._arranged()
        same = 0
        while same < min(len(old), len(new)) and old[same] == new[same]:
            same += 1
        tail = 0
        while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        self._places = {identity: place for place, identity in enumerate(self._ids)}
        self._starts = starts
        if (gone := len(old) - same - tail) > 0:
            self.beginRemoveRows(QModelIndex(), same, same + gone - 1)
            self._keys = old[:same] + old[len(old) - tail :]
            self.endRemoveRows()
        if (more := len(new) - same - tail) > 0:
            self.beginInsertRows(QModelIndex(), same, same + more - 1)
            self._keys = new
            self.endInsertRows()

    def _arranged(self) -> tuple[list[str], list[int]]:
        """Returns the rows as they should be. The source is ordered by section: each is found by halving."""
        keys: list[str] = []
        starts: list[int] = []
        place, count = 0, len(self._ids)
        while place < count:
            section = self._section_at(place)
            low, high = place + 1, count
            while low < high:
                middle = (low + high) // 2
                if self._section_at(middle) is section:
                    low = middle + 1
                else:
                    high = middle
            keys.append(section)
            keys.extend(self._ids[place:low])
            starts.append(place)
            place = low
        return keys, starts

    def _section_at(self, place: int) -> Section:
        section = self._source.data(self._source.index(place), ConversationRole.SECTION)
        assert isinstance(section, Section)
        return section

    def _id_at(self, place: int) -> str:
        conversation = self._source.data(self._source.index(place), ConversationRole.CONVERSATION)
        assert isinstance(conversation, Conversation)
        return conversation.id

    def _conversation(self, key: str) -> Conversation | None:
        place = self._places.get(key)
        if place is None:
            return None
        found = self._source.data(self._source.index(place), ConversationRole.CONVERSATION)
        return found if isinstance(found, Conversation) else None

    # words

    def _heading(self, section: Section, role: int) -> Any:
        if role == SidebarRole.HEADING:
            return True
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return {
            Section.PINNED: self.tr("Pinned"),
            Section.TODAY: self.tr("Today"),
            Section.YESTERDAY: self.tr("Yesterday"),
            Section.WEEK: self.tr("Previous 7 days"),
            Section.OLDER: self.tr("Older"),
        }[section]

    def _spoken(self, conversation: Conversation) -> str:
        place = self._places[conversation.id]
        answering = self._source.data(self._source.index(place), ConversationRole.ANSWERING)
        parts = [conversation.title or self.tr("New chat")]
        if answering:
            parts.append(self.tr("answering"))
        if conversation.draft.strip():
            parts.append(self.tr("draft"))
        if conversation.pinned:
            parts.append(self.tr("pinned"))
        return ", ".join([*parts, short_time(conversation.updated_at)])


def short_time(moment: datetime, today: date | None = None) -> str:
    """Returns the time of day for today, the weekday for the last week, else the date, in local time."""
    local = moment.astimezone()
    days = ((today or date.today()) - local.date()).days
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    if days <= 0:
        return locale.toString(QTime(local.hour, local.minute), _time_format(locale.name()))
    if days < 7:
        return locale.dayName(local.isoweekday(), short)
    return locale.toString(QDate(local.year, local.month, local.day), short)


@cache
def _time_format(_locale: str) -> str:
    """Returns the format of a time of day in the locale in force; Qt takes half a millisecond to find it."""
    return QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace(":ss", "")
