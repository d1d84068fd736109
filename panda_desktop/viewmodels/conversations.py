"""The list of conversations: order, sections by age, and a filter by title.

Promise: the order follows the database (pinned first, newest first) and a change moves one row only.
"""

from dataclasses import replace
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from panda_desktop.domain.chat import Conversation

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Section(StrEnum):
    """Under which heading a conversation stands."""

    PINNED = "pinned"
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    OLDER = "older"


class ConversationRole(IntEnum):
    """Roles of `ConversationList`."""

    CONVERSATION = Qt.ItemDataRole.UserRole  # the `Conversation`
    SECTION = Qt.ItemDataRole.UserRole + 1  # its `Section`
    STARTS_SECTION = Qt.ItemDataRole.UserRole + 2  # bool: the first of its section
    ANSWERING = Qt.ItemDataRole.UserRole + 3  # bool: an answer is coming


class ConversationList(QAbstractListModel):
    """The conversations of the list; `DisplayRole` is the title, empty for a new one."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Makes an empty list."""
        super().__init__(parent)
        self._all: list[Conversation] = []
        self._shown: list[Conversation] = []
        self._answering: set[str] = set()
        self._filter = ""

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Returns the number of conversations shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns what `ConversationRole` says."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        conversation = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return conversation.title
        if role == ConversationRole.CONVERSATION:
            return conversation
        if role == ConversationRole.SECTION:
            return section_of(conversation)
        if role == ConversationRole.STARTS_SECTION:
            before = self._shown[index.row() - 1] if index.row() else None
            return before is None or section_of(before) is not section_of(conversation)
        if role == ConversationRole.ANSWERING:
            return conversation.id in self._answering
        return None

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Returns a conversation of the list, shown or filtered out."""
        return next((each for each in self._all if each.id == conversation_id), None)

    def index_of(self, conversation_id: str) -> QModelIndex:
        """Returns where a conversation is shown; invalid when it is not."""
        for place, each in enumerate(self._shown):
            if each.id == conversation_id:
                return self.index(place)
        return QModelIndex()

    def set_all(self, conversations: tuple[Conversation, ...]) -> None:
        """Replaces the whole list."""
        self._all = sorted(conversations, key=_order, reverse=True)
        self._show_all()

    def set_filter(self, words: str) -> None:
        """Shows only the titles that contain every word, in any letter case; empty shows all."""
        self._filter = words
        self._show_all()

    def put(self, conversation: Conversation) -> None:
        """Takes a new or changed conversation; archived and trashed ones leave the list."""
        if conversation.archived or conversation.deleted_at is not None:
            self.remove(conversation.id)
            return
        old = self.conversation(conversation.id)
        if old is not None and _order(old) == _order(conversation):
            self._all[self._all.index(old)] = conversation
            index = self.index_of(conversation.id)
            if index.isValid() and self._matches(conversation):
                self._shown[index.row()] = conversation
                self.dataChanged.emit(index, index)
                return
        self.remove(conversation.id)
        self._all.append(conversation)
        self._all.sort(key=_order, reverse=True)
        if not self._matches(conversation):
            return
        place = sum(_order(each) > _order(conversation) for each in self._shown)
        self.beginInsertRows(QModelIndex(), place, place)
        self._shown.insert(place, conversation)
        self.endInsertRows()
        self._headings_may_differ(place)

    def remove(self, conversation_id: str) -> None:
        """Takes a conversation out of the list."""
        self._all = [each for each in self._all if each.id != conversation_id]
        index = self.index_of(conversation_id)
        if not index.isValid():
            return
        place = index.row()
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._shown[place]
        self.endRemoveRows()
        self._headings_may_differ(place)

    def set_answering(self, conversation_id: str, answering: bool) -> None:
        """Marks whether an answer is coming in a conversation."""
        if answering == (conversation_id in self._answering):
            return
        (self._answering.add if answering else self._answering.discard)(conversation_id)
        index = self.index_of(conversation_id)
        if index.isValid():
            self.dataChanged.emit(index, index, [ConversationRole.ANSWERING])

    def set_draft(self, conversation_id: str, draft: str) -> None:
        """Takes note of a draft; its place in the list stays."""
        if (old := self.conversation(conversation_id)) is not None and old.draft != draft:
            self.put(replace(old, draft=draft))

    def _headings_may_differ(self, place: int) -> None:
        if place < len(self._shown):
            self.dataChanged.emit(self.index(place), self.index(min(place + 1, len(self._shown) - 1)))

    def _matches(self, conversation: Conversation) -> bool:
        title = conversation.title.casefold()
        return all(word in title for word in self._filter.casefold().split())

    def _show_all(self) -> None:
        self.beginResetModel()
        self._shown = [each for each in self._all if self._matches(each)]
        self.endResetModel()


def _order(conversation: Conversation) -> tuple[bool, datetime, str]:
    return conversation.pinned, conversation.updated_at, conversation.id


def section_of(conversation: Conversation, today: date | None = None) -> Section:
    """Returns the heading for a conversation; `today` is the local date, now when None."""
    if conversation.pinned:
        return Section.PINNED
    days = ((today or date.today()) - conversation.updated_at.astimezone().date()).days
    if days <= 0:
        return Section.TODAY
    if days == 1:
        return Section.YESTERDAY
    return Section.WEEK if days < 7 else Section.OLDER
