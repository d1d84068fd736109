"""What is done with folders, tags, archive and trash, and what is asked before something is gone for good.

Promise: what can be taken back offers so, what cannot is asked about first, and a chat that lies in the trash
says so while it is open.
"""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.folders import COLOURS, Folder, Shelf, Tag
from panda_desktop.ui.chat.asking_back import ForGoodQuestion, anchor_at
from panda_desktop.ui.chat.chats import Chats
from panda_desktop.ui.chat.pane import ConversationPane
from panda_desktop.ui.chat.sidebar import Sidebar
from panda_desktop.ui.chat.tag_editor import TagEditor
from panda_desktop.ui.chat.undo import Undo
from panda_desktop.ui.kit import Menu, Notice, NoticeAction
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.conversations import ConversationRole
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.shelf_rows import RowKind, ShelfRow

_IN_TRASH: Final = "in-trash"


class Shelving(QObject):
    """Joins the panel to `OrganisationModel`.

    Attributes:
        panel: the question or editor that is open.
    """

    def __init__(
        self,
        chat: ChatModel,
        organisation: OrganisationModel,
        sidebar: Sidebar,
        chats: Chats,
        undo: Undo,
        pane: ConversationPane,
    ) -> None:
        """Acts on `chat` and `organisation`."""
        super().__init__(pane)
        self._chat = chat
        self._organisation = organisation
        self._sidebar = sidebar
        self._chats = chats
        self._undo = undo
        self._pane = pane
        self._to_fill: tuple[str, ...] = ()
        self._refilled: Folder | None = None
        self.panel: QWidget | None = None
        organisation.folder_made.connect(self._folder_made)
        organisation.shelf_changed.connect(self._shelf_changed)
        if chat.conversation is not None:
            self._say_where(chat.conversation)
        chat.opened.connect(self._say_where)
        chat.changed.connect(self._say_where)
        sidebar.rows.folder_renamed.connect(organisation.rename_folder)
        sidebar.foot.folder_wanted.connect(self.new_folder)
        sidebar.head.empty_wanted.connect(self._ask_empty)
        sidebar.tags.menu_wanted.connect(self._open_tag_menu)
        sidebar.list.collapse_wanted.connect(organisation.collapse_folder)
        sidebar.list.delete_wanted.connect(self.delete_row)
        sidebar.list.take_drops(self)

    # folders

    def new_folder(self, conversation_id: str = "") -> None:
        """Makes a folder whose name can be typed at once, perhaps with a chat in it."""
        self._to_fill = (conversation_id,) if conversation_id else ()
        self._refilled = None
        if self._organisation.shelf is not Shelf.LIST:
            self._organisation.show(Shelf.LIST)
        self._sidebar.leave_search()
        self._organisation.create_folder(self.tr("New folder"))

    def move_chat(self, conversation_id: str, folder_id: str | None) -> None:
        """Puts a chat into a folder, or out of all."""
        self._organisation.move((conversation_id,), folder_id)

    def place_folder(self, folder_id: str, before_id: str | None) -> None:
        """Puts a folder before another one, or behind all."""
        others = [folder.id for folder in self._organisation.folders if folder.id != folder_id]
        if before_id == folder_id:
            return
        place = others.index(before_id) if before_id in others else len(others)
        self._organisation.place_folder(folder_id, place)

    def step_folder(self, folder: Folder, step: int) -> None:
        """Puts a folder one place up (-1) or down (1)."""
        ids = [each.id for each in self._organisation.folders]
        self._organisation.place_folder(folder.id, ids.index(folder.id) + step)

    def delete_folder(self, folder: Folder) -> None:
        """Removes a folder; its chats stay, and it can be brought back."""
        held = self._held_by(folder)
        self._organisation.delete_folder(folder.id)
        words = self.tr("The folder “{name}” was deleted; its chats are in the list.")
        self._undo.offer(words.format(name=folder.name), lambda: self._bring_back(folder, held))

    def _held_by(self, folder: Folder) -> tuple[str, ...]:
        rows = self._chat.conversations
        role = ConversationRole.CONVERSATION
        all_of_list = (rows.data(rows.index(n), role) for n in range(rows.rowCount()))
        return tuple(each.id for each in all_of_list if each.folder_id == folder.id)

    def _bring_back(self, folder: Folder, held: tuple[str, ...]) -> None:
        self._to_fill, self._refilled = held, folder
        self._organisation.create_folder(folder.name)

    def _folder_made(self, folder: Folder) -> None:
        held, self._to_fill = self._to_fill, ()
        former, self._refilled = self._refilled, None
        if held:
            self._organisation.move(held, folder.id)
        if former is None:
            self._sidebar.list.rename_folder(folder.id)
            return
        self._organisation.place_folder(folder.id, former.place)
        if former.collapsed:
            self._organisation.collapse_folder(folder.id, True)

    # tags

    def new_tag(self, conversation_id: str, anchor: QWidget) -> None:
        """Asks for the name of a new tag and gives it to a chat."""
        used = {tag.colour for tag in self._organisation.tags}
        free = next((n for n in (*range(1, COLOURS), 0) if n not in used), len(used) % COLOURS)
        editor = TagEditor(self._sidebar, colour=free)
        editor.saved.connect(
            lambda name, colour: self._organisation.create_tag(name, colour, conversation_id)
        )
        self._open(editor, anchor)

    def edit_tag(self, tag: Tag, anchor: QWidget) -> None:
        """Lets name and colour of a tag be changed."""
        editor = TagEditor(self._sidebar, tag)
        editor.saved.connect(
            lambda name, colour: self._organisation.change_tag(tag.id, name=name, colour=colour)
        )
        self._open(editor, anchor)

    def _open_tag_menu(self, tag: Tag, point: QPoint) -> None:
        menu = Menu(self._sidebar.tags)
        menu.aboutToHide.connect(menu.deleteLater)
        chip = next((each for each in self._sidebar.tags.chips if each.tag.id == tag.id), None)
        anchor = chip if chip is not None else self._sidebar.tags
        menu.add(self.tr("Name and colour…"), lambda: self.edit_tag(tag, anchor), icon_name="edit")
        menu.addSeparator()
        menu.add(
            self.tr("Delete the tag…"), lambda: self._ask_tag(tag, anchor), icon_name="trash", danger=True
        )
        menu.popup(point)

    def _ask_tag(self, tag: Tag, anchor: QWidget) -> None:
        words = self.tr("Delete the tag “{name}”? Its chats stay.").format(name=tag.name)
        question = ForGoodQuestion(self._sidebar, words)
        question.accepted.connect(lambda: self._organisation.delete_tag(tag.id))
        self._open(question, anchor)

    # archive and trash

    def archive(self, conversation: Conversation) -> None:
        """Puts a chat into the archive."""
        self._chat.archive(conversation.id, True)
        words = self.tr("“{title}” was moved to the archive.").format(
            title=self._chats.title_of(conversation)
        )
        self._undo.offer(words, lambda: self._chat.archive(conversation.id, False))

    def archive_open(self) -> None:
        """Puts the open chat into the archive, where that makes sense."""
        conversation = self._chat.conversation
        if conversation is not None and conversation.shelf is Shelf.LIST and not conversation.temporary:
            self.archive(conversation)

    def unarchive(self, conversation: Conversation) -> None:
        """Puts a chat back into the list."""
        self._chat.archive(conversation.id, False)

    def restore(self, conversation: Conversation) -> None:
        """Takes a chat out of the trash and opens it."""
        self._chats.restore(conversation.id)

    def delete_row(self, row: ShelfRow) -> None:
        """Does what Delete means for a row."""
        conversation = row.conversation
        if row.kind is RowKind.FOLDER and row.folder is not None:
            self.delete_folder(row.folder)
        elif conversation is not None and conversation.deleted_at is not None:
            self.ask_delete(conversation)
        elif conversation is not None:
            self._chats.trash_from_list(conversation.id)

    def ask_delete(self, conversation: Conversation) -> None:
        """Asks whether a chat of the trash shall go for good."""
        words = self.tr("Delete “{title}” for good?").format(title=self._chats.title_of(conversation))
        question = ForGoodQuestion(self._sidebar, words)
        question.accepted.connect(lambda: self._chats.delete(conversation.id))
        self._open(question, self.row_anchor(conversation.id))

    def _ask_empty(self) -> None:
        question = ForGoodQuestion(self._sidebar, self.tr("Delete everything in the trash for good?"))
        question.accepted.connect(self._chats.empty_trash)
        self._open(question, self._sidebar.head.empty)

    def row_anchor(self, conversation_id: str) -> QWidget:
        """Returns something beside which a panel about a chat can open; of its own while that is open."""
        view = self._sidebar.list
        index = self._sidebar.rows.index_of(conversation_id)
        area = view.visualRect(index) if view.isVisible() and index.isValid() else QRect()
        if area.isEmpty() or not view.viewport().rect().intersects(area):
            return self._pane.header.more
        return anchor_at(view.viewport(), area)

    def _shelf_changed(self, _shelf: Shelf) -> None:
        if self._sidebar.isVisible() and not self._sidebar.is_searching():
            self._sidebar.list.scrollToTop()

    def _say_where(self, conversation: Conversation) -> None:
        self._pane.temporary.setVisible(conversation.temporary)
        if conversation.deleted_at is None:
            self._pane.notices.close_notice(_IN_TRASH)
            return
        restore = NoticeAction(self.tr("Restore"), lambda: self._chats.restore(conversation.id))
        words = self.tr("This chat is in the trash. Restore it to go on with it.")
        self._pane.notices.show_notice(Notice(words, actions=(restore,), key=_IN_TRASH, lasting=True))

    def _open(self, panel: TagEditor | ForGoodQuestion, anchor: QWidget) -> None:
        self.panel = panel
        panel.closed.connect(self._forget)
        if anchor.parentWidget() is self._sidebar.list.viewport():
            panel.closed.connect(anchor.deleteLater)
        panel.open_at(anchor)
        # Within the window, where there is room for it.
        window = self._pane.window()
        right = window.mapToGlobal(QPoint(window.width() - 8, 0)).x()
        panel.move(max(0, min(panel.x(), right - panel.width())), panel.y())

    def _forget(self) -> None:
        self.panel = None
