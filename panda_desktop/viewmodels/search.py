"""The search as a person types it: the query, what was found, and whether more is coming.

Promise: typing never waits; what is shown belongs to one query, and nothing of an older one comes after it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from panda_desktop.domain.changes import ConversationChanged, ConversationRemoved, SearchCompleted
from panda_desktop.domain.search import PAGE_SIZE, QUERY_LENGTH, SearchHit, SearchPage, Snippet, parse
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import SearchCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

PAUSE_MS: Final = 100
"""Typing that pauses as long is searched: about the time between two keys of a fast typist."""


class SearchRole(IntEnum):
    """Roles of `SearchResults`."""

    HIT = Qt.ItemDataRole.UserRole  # the `SearchHit`
    CONVERSATION_ID = Qt.ItemDataRole.UserRole + 1  # str
    MESSAGE_ID = Qt.ItemDataRole.UserRole + 2  # str; empty for a title
    SPEAKER = Qt.ItemDataRole.UserRole + 3  # the `Role`; None for a title
    TIME = Qt.ItemDataRole.UserRole + 4  # aware UTC
    TITLE = Qt.ItemDataRole.UserRole + 5  # of the conversation; empty for a new one
    HIGHLIGHTS = (
        Qt.ItemDataRole.UserRole + 6
    )  # tuple of (start, length) in the snippet, as Qt counts (UTF-16)
    ARCHIVED = Qt.ItemDataRole.UserRole + 7  # bool


class SearchResults(QAbstractListModel):
    """What was found, the best first; `DisplayRole` is the snippet: plain text on one line."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Makes an empty list."""
        super().__init__(parent)
        self._hits: list[SearchHit] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Returns the number of hits shown."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns what `SearchRole` says."""
        if not index.isValid() or not 0 <= index.row() < len(self._hits):
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.snippet.text
            case SearchRole.HIT:
                return hit
            case SearchRole.CONVERSATION_ID:
                return hit.conversation_id
            case SearchRole.MESSAGE_ID:
                return hit.message_id or ""
            case SearchRole.SPEAKER:
                return hit.role
            case SearchRole.TIME:
                return hit.time
            case SearchRole.TITLE:
                return hit.title
            case SearchRole.HIGHLIGHTS:
                return highlights(hit.snippet)
            case SearchRole.ARCHIVED:
                return hit.archived
        return None

    def hit(self, row: int) -> SearchHit:
        """Returns a hit, 0 to `rowCount() - 1`."""
        return self._hits[row]

    def show(self, hits: Sequence[SearchHit]) -> None:
        """Shows the hits; those that begin as the ones that are shown are added below them."""
        old = len(self._hits)
        if old and self._hits == list(hits[:old]):
            if len(hits) > old:
                self.beginInsertRows(QModelIndex(), old, len(hits) - 1)
                self._hits.extend(hits[old:])
                self.endInsertRows()
        elif old or hits:
            self.beginResetModel()
            self._hits = list(hits)
            self.endResetModel()

    def remove(self, conversation_id: str) -> None:
        """Takes the hits of a conversation out."""
        for row in range(len(self._hits) - 1, -1, -1):
            if self._hits[row].conversation_id == conversation_id:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._hits[row]
                self.endRemoveRows()

    def update(self, conversation_id: str, change: Callable[[SearchHit], SearchHit]) -> None:
        """Changes the hits of a conversation."""
        for row, hit in enumerate(self._hits):
            if hit.conversation_id == conversation_id and (changed := change(hit)) != hit:
                self._hits[row] = changed
                self.dataChanged.emit(self.index(row), self.index(row))


class SearchModel(Commanding):
    """The search.

    Attributes:
        results: what was found for the newest query that has an answer.

    Signals:
        searching_changed(bool): an answer for the query is awaited, or no longer.
        found: `results` are those of the query now; perhaps there are none.
        more_changed(bool): `more` would bring more hits, or no longer.
    """

    searching_changed = Signal(bool)
    found = Signal()
    more_changed = Signal(bool)

    def __init__(self, bus: Bus, tasks: TaskSet, search: SearchCommands) -> None:
        """Listens from now on; nothing is searched."""
        super().__init__(tasks)
        self._search = search
        self._query = ""
        self._trashed = False
        self._limit = PAGE_SIZE
        self._number = 0
        self._page = SearchPage()
        self._searching = False
        self.results = SearchResults(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._run)
        bus.subscribe(ConversationRemoved, self._heard_removal)
        bus.subscribe(ConversationChanged, self._heard_change)
        bus.subscribe(SearchCompleted, lambda _: self._heard_completion())

    @property
    def query(self) -> str:
        """What is searched, at most 1,000 characters."""
        return self._query

    @property
    def is_searching(self) -> bool:
        """An answer for the query is awaited."""
        return self._searching

    @property
    def has_query(self) -> bool:
        """There is something to search for: a word, a character; a quote alone is nothing."""
        return bool(parse(self._query))

    @property
    def has_more(self) -> bool:
        """There are more hits than those shown."""
        return self._page.more

    @property
    def is_complete(self) -> bool:
        """Everything is in the index; while it is not, older messages may be missing and come later."""
        return self._page.complete

    @property
    def is_trashed(self) -> bool:
        """The trash is searched."""
        return self._trashed

    def set_query(self, text: str) -> None:
        """Searches what was typed, once typing pauses; nothing to search for clears at once."""
        text = text[:QUERY_LENGTH]
        if text == self._query:
            return
        same_terms = parse(text) == parse(self._query)
        self._query = text
        if not self.has_query:
            self._clear()
        elif not same_terms or self._searching:
            self._limit = PAGE_SIZE
            self._number += 1  # an answer to the query before is not wanted any more
            self._set_searching(True)
            self._pause.start()

    def set_trashed(self, trashed: bool) -> None:
        """Searches the trash, or all the rest again."""
        if trashed != self._trashed:
            self._trashed = trashed
            self._limit = PAGE_SIZE
            self.refresh()

    def refresh(self) -> None:
        """Searches the same again, now."""
        if self.has_query:
            self._run()

    def more(self) -> None:
        """Shows more hits below. Does nothing while a search runs or when there are none."""
        if self.has_more and not self._searching:
            self._limit += PAGE_SIZE
            self._run()

    def _run(self) -> None:
        self._pause.stop()
        self._number += 1
        self._set_searching(True)
        self._do(self._find(self._number), "search")

    async def _find(self, number: int) -> None:
        page = None
        try:
            page = await self._search.search(self._query, limit=self._limit, trashed=self._trashed)
        finally:
            if number == self._number:
                self._set_searching(False)
        if page is not None and number == self._number:
            self._show(page)

    def _clear(self) -> None:
        self._pause.stop()
        self._number += 1
        self._set_searching(False)
        self._show(SearchPage())

    def _show(self, page: SearchPage) -> None:
        before, self._page = self._page, page
        self.results.show(page.hits)
        if before.more != page.more:
            self.more_changed.emit(page.more)
        self.found.emit()

    def _set_searching(self, searching: bool) -> None:
        if searching != self._searching:
            self._searching = searching
            self.searching_changed.emit(searching)

    def _heard_removal(self, change: ConversationRemoved) -> None:
        if change.trashed is None or not self._trashed:
            self.results.remove(change.conversation_id)

    def _heard_completion(self) -> None:
        if not self._page.complete:
            self.refresh()

    def _heard_change(self, change: ConversationChanged) -> None:
        conversation = change.conversation
        if self._trashed is not (conversation.deleted_at is not None):
            self.results.remove(conversation.id)
            return
        self.results.update(
            conversation.id,
            lambda hit: replace(hit, title=conversation.title, archived=conversation.archived),
        )


def highlights(snippet: Snippet) -> tuple[tuple[int, int], ...]:
    """Returns the ranges as (start, length) in UTF-16 code units, as `QTextLayout.FormatRange` wants them."""
    return tuple(
        (_units(snippet.text[:first]), _units(snippet.text[first:last])) for first, last in snippet.ranges
    )


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
