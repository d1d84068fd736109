"""What is done with whole chats: opened, begun, renamed, pinned, moved to the trash and back.

Promise: the trash always offers the way back, and the keyboard stays where the wish was stated.
"""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.folders import Shelf
from panda_desktop.ui.chat.composing import Composing
from panda_desktop.ui.chat.drawer import Drawer
from panda_desktop.ui.chat.pane import ConversationPane
from panda_desktop.ui.chat.sidebar import Sidebar
from panda_desktop.ui.chat.undo import Undo
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.organisation import OrganisationModel

_LONGEST_TITLE: Final = 60


class Chats(QObject):
    """Joins list and head to the chats.

    Signals:
        write_wanted: the keyboard belongs into the composer now.
    """

    write_wanted = Signal()

    def __init__(
        self,
        chat: ChatModel,
        organisation: OrganisationModel,
        sidebar: Sidebar,
        drawer: Drawer,
        pane: ConversationPane,
        composing: Composing,
        undo: Undo,
    ) -> None:
        """Acts on `chat`; what was written is saved by `composing` first."""
        super().__init__(pane)
        self._chat = chat
        self._organisation = organisation
        self._undo = undo
        self._sidebar = sidebar
        self._drawer = drawer
        self._pane = pane
        self._composing = composing
        self._stay = False
        self._join_list()
        self._join_header()
        chat.trashed.connect(self._say_trashed)

    def show(self, conversation: Conversation) -> None:
        """Marks the open chat; the keyboard goes into the composer unless it is at work in the list."""
        self._sidebar.list.set_open(conversation.id)
        stay, self._stay = self._stay, False
        if not stay and conversation.shelf is Shelf.LIST and conversation.leaf_id is None:
            self._organisation.show(Shelf.LIST)  # where a new chat is seen
        if not stay:
            self._drawer.close()
            self.write_wanted.emit()

    def open(self, conversation_id: str, *, stay: bool = False) -> None:
        """Opens a chat; the open one is only returned to. With `stay` the keyboard stays in the list, unless
        that lies over the chat.
        """
        if self._is_open(conversation_id):
            self._drawer.close()
            if not stay:
                self.write_wanted.emit()
            return
        self._stay = stay and not self._drawer.is_open()
        self._composing.flush()
        self._chat.open(conversation_id)

    def open_message(self, conversation_id: str, message_id: str) -> None:
        """Opens a chat at a message; the keyboard stays where it is."""
        self._stay = not self._is_open(conversation_id) and not self._drawer.is_open()
        self._composing.flush()
        self._chat.open_message(conversation_id, message_id)

    def restore(self, conversation_id: str) -> None:
        """Takes a chat out of the trash and opens it."""
        self._stay = self._sidebar.list.hasFocus() and not self._drawer.is_open()
        self._composing.flush()
        self._chat.restore(conversation_id)

    def delete(self, conversation_id: str) -> None:
        """Removes a chat of the trash for good."""
        self._stay = self._is_open(conversation_id)
        self._organisation.delete(conversation_id)

    def empty_trash(self) -> None:
        """Removes everything in the trash for good."""
        conversation = self._chat.conversation
        self._stay = conversation is not None and conversation.deleted_at is not None
        self._organisation.empty_trash()

    def start_new(self, *, temporary: bool = False) -> None:
        """Opens an empty chat, in the list; a temporary one leaves nothing behind."""
        self._composing.flush()
        self._chat.start_new(temporary=temporary)

    def step(self, step: int) -> None:
        """Opens the next (1) or previous (-1) chat of the list."""
        conversation = self._chat.conversation
        neighbour = self._sidebar.list.neighbour(conversation.id if conversation else "", step)
        if neighbour is not None:
            self.open(neighbour.id)

    def rename(self) -> None:
        """Renames the chat the keyboard is at: in the list, else in the head."""
        row = self._sidebar.list.current_row()
        if self._sidebar.list.hasFocus() and row is not None:
            self._sidebar.list.edit_row(self._sidebar.list.currentIndex())
        else:
            self._pane.header.title.edit()

    def pin_or_unpin(self) -> None:
        """Keeps the open chat at the top, or no longer."""
        if (conversation := self._chat.conversation) is not None:
            self._chat.pin(conversation.id, not conversation.pinned)

    def trash_open(self) -> None:
        """Moves the open chat to the trash."""
        if (conversation := self._chat.conversation) is not None:
            self._chat.trash(conversation.id)

    def show_shelf(self, shelf: Shelf) -> None:
        """Shows the archive or the trash, and puts the keyboard there."""
        self._drawer.open()
        self._sidebar.leave_search()
        self._organisation.show(shelf)
        self._sidebar.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def title_of(self, conversation: Conversation) -> str:
        """Returns the title, cut to what fits into a sentence."""
        title = conversation.title or self.tr("New chat")
        return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"

    def trash_from_list(self, conversation_id: str) -> None:
        """Moves a chat to the trash; the keyboard stays in the list."""
        self._stay = self._is_open(conversation_id)
        self._chat.trash(conversation_id)

    def search(self) -> None:
        """Puts the cursor into the search of the chats."""
        self._drawer.open()
        self._sidebar.focus_search()

    def show_list(self) -> None:
        """Goes to the list; where it lies over the chat already, closes it."""
        if self._drawer.is_open():
            self._drawer.close()
            return
        self._drawer.open()
        self._sidebar.focus_list()

    def leave_list(self) -> None:
        """Goes back from the list."""
        self._drawer.close()
        self.write_wanted.emit()

    def _join_list(self) -> None:
        sidebar = self._sidebar
        sidebar.new_wanted.connect(self.start_new)
        sidebar.temporary_wanted.connect(lambda: self.start_new(temporary=True))
        sidebar.left.connect(self.leave_list)
        sidebar.rows.renamed.connect(self._chat.rename)
        sidebar.list.open_wanted.connect(self.open)
        self._drawer.closed.connect(self.write_wanted)

    def _join_header(self) -> None:
        header = self._pane.header
        header.list_wanted.connect(self.show_list)
        header.title.renamed.connect(self._rename_open)
        header.model.chosen.connect(self._chat.choose_model)
        header.request_wanted.connect(self._set_request)
        header.pin_wanted.connect(lambda _pin: self.pin_or_unpin())
        header.trash_wanted.connect(self.trash_open)

    def _rename_open(self, title: str) -> None:
        if (conversation := self._chat.conversation) is not None:
            self._chat.rename(conversation.id, title)

    def _set_request(self, conversation_id: str, prompt: str, parameters: object) -> None:
        """Sets the parameters of the chat they were typed for, if it is still open."""
        conversation = self._chat.conversation
        if conversation is not None and conversation.id == conversation_id:
            self._chat.set_request(prompt, parameters)  # type: ignore[arg-type]

    def _is_open(self, conversation_id: str) -> bool:
        conversation = self._chat.conversation
        return conversation is not None and conversation.id == conversation_id

    def _say_trashed(self, conversation: Conversation) -> None:
        words = self.tr("“{title}” was moved to the trash.").format(title=self.title_of(conversation))
        self._undo.offer(words, lambda: self._chat.restore(conversation.id))
