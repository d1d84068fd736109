"""The rows of the list of chats in words: headings, folders and conversations, all of one height.

Promise: it adds words and answers to `ShelfRows`, never rows: a change of one conversation moves one row.
"""

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QIdentityProxyModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.folders import Shelf, Tag
from panda_desktop.ui.chat.times import short_time
from panda_desktop.ui.kit import plain_tip
from panda_desktop.ui.wording import listed, spoken
from panda_desktop.viewmodels.conversations import ConversationRole, Section
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.shelf_rows import RowKind, ShelfRole, ShelfRow

Index = QModelIndex | QPersistentModelIndex
_MAY_BE_CUT: Final = 20


class SidebarRole(IntEnum):
    """Roles of `SidebarRows`; those of `ConversationRole` and `ShelfRole` are answered too."""

    HEADING = Qt.ItemDataRole.UserRole + 60  # bool: a heading that can be neither reached nor opened
    WHEN = Qt.ItemDataRole.UserRole + 61  # time of the last message, or of the deletion, short
    DRAFT = Qt.ItemDataRole.UserRole + 62  # bool: text waits in its composer
    ROW = Qt.ItemDataRole.UserRole + 63  # the `ShelfRow`
    TAGS = Qt.ItemDataRole.UserRole + 64  # tuple of `Tag`


class SidebarRows(QIdentityProxyModel):
    """The rows of `OrganisationModel` as they are shown.

    Signals:
        renamed(str, str): the person gave the conversation with this id this title.
        folder_renamed(str, str): the person gave the folder with this id this name.
    """

    renamed = Signal(str, str)
    folder_renamed = Signal(str, str)

    def __init__(self, organisation: OrganisationModel, parent: QObject | None = None) -> None:
        """Follows the shelf that `organisation` shows."""
        super().__init__(parent)
        self._organisation = organisation
        self._source = organisation.rows
        self.setSourceModel(organisation.rows)

    def row(self, index: Index) -> ShelfRow | None:
        """Returns what stands in a row."""
        place = index.row()
        return self._source.row(place) if 0 <= place < self._source.rowCount() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be neither reached nor renamed."""
        row = self.row(index)
        flag = Qt.ItemFlag
        if row is None or row.kind is RowKind.SECTION:
            return flag.NoItemFlags
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        if row.conversation is not None and row.conversation.deleted_at is not None:
            return flags
        return flags | flag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns what the roles say; `DisplayRole` is the title, the name or the words of the heading."""
        row = self.row(index)
        if row is None:
            return None
        if role == SidebarRole.ROW:
            return row
        if role == SidebarRole.HEADING:
            return row.kind is RowKind.SECTION
        if row.conversation is not None:
            return self._of_conversation(index, row.conversation, role)
        if row.kind is RowKind.FOLDER:
            return self._of_folder(index, row, role)
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._heading(row) if role in words else super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Asks for another title or name; it is shown when it is stored."""
        row, words = self.row(index), str(value).strip()
        if role != Qt.ItemDataRole.EditRole or row is None or not words:
            return False
        if row.conversation is not None and words != row.conversation.title:
            self.renamed.emit(row.conversation.id, words)
        elif row.kind is RowKind.FOLDER and row.folder is not None and words != row.folder.name:
            self.folder_renamed.emit(row.folder.id, words)
        return True

    def index_of(self, conversation_id: str) -> QModelIndex:
        """Returns where a conversation is shown; invalid when it is not."""
        return self.mapFromSource(self._source.index_of(conversation_id))

    def index_of_folder(self, folder_id: str) -> QModelIndex:
        """Returns where a folder is shown; invalid when it is not."""
        return self.index_of(f"folder {folder_id}")

    def refresh(self) -> None:
        """Sorts the rows under the headings of today: what was today is yesterday after midnight."""
        self._organisation.refresh()
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, 0))

    # words

    def _of_conversation(self, index: Index, conversation: Conversation, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return conversation.title or self.tr("New chat")
            case Qt.ItemDataRole.EditRole:
                return conversation.title
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(conversation)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, conversation)
            case SidebarRole.WHEN:
                return self._when(conversation)
            case SidebarRole.DRAFT:
                return bool(conversation.draft.strip())
            case SidebarRole.TAGS:
                return self._tags(conversation)
        return super().data(index, role)

    def _of_folder(self, index: Index, row: ShelfRow, role: int) -> Any:
        assert row.folder is not None
        name = row.folder.name
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(name) if len(name) >= _MAY_BE_CUT else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken_folder(row)
        return super().data(index, role)

    def _heading(self, row: ShelfRow) -> str:
        assert row.section is not None
        return {
            Section.PINNED: self.tr("Pinned"),
            Section.TODAY: self.tr("Today"),
            Section.YESTERDAY: self.tr("Yesterday"),
            Section.WEEK: self.tr("Previous 7 days"),
            Section.OLDER: self.tr("Older"),
        }[row.section]

    def _when(self, conversation: Conversation) -> str:
        deleted = conversation.deleted_at if self._organisation.shelf is Shelf.TRASH else None
        return short_time(deleted or conversation.updated_at)

    def _tags(self, conversation: Conversation) -> tuple[Tag, ...]:
        return self._organisation.tags_of(conversation) if conversation.tag_ids else ()

    def _tip(self, conversation: Conversation) -> str | None:
        lines = [conversation.title] if len(conversation.title) >= _MAY_BE_CUT else []
        if tags := self._tags(conversation):
            lines.append(self.tr("Tags: {names}").format(names=listed(tag.name for tag in tags)))
        if conversation.temporary:
            lines.append(self.tr("Temporary: gone when the program ends"))
        return plain_tip("\n".join(lines)) if lines else None

    def _spoken(self, index: Index, conversation: Conversation) -> str:
        parts = [conversation.title or self.tr("New chat")]
        if super().data(index, ConversationRole.ANSWERING):
            parts.append(self.tr("answering"))
        if conversation.draft.strip():
            parts.append(self.tr("draft"))
        if conversation.pinned:
            parts.append(self.tr("pinned"))
        if conversation.temporary:
            parts.append(self.tr("temporary"))
        folder = super().data(index, ShelfRole.FOLDER)
        if folder is not None:
            parts.append(self.tr("in the folder {name}").format(name=folder.name))
        parts += [self.tr("tag {name}").format(name=tag.name) for tag in self._tags(conversation)]
        return spoken(*parts, self._when(conversation))

    def _spoken_folder(self, row: ShelfRow) -> str:
        assert row.folder is not None
        state = self.tr("closed") if row.collapsed else self.tr("open")
        if row.count == 1:
            chats = self.tr("1 chat")
        else:
            chats = self.tr("{count} chats").format(count=QLocale().toString(row.count))
        return spoken(self.tr("Folder {name}").format(name=row.folder.name), state, chats)
