"""The chat page: joins the list, the open chat and the composer to the view-models.

Promise: a wish is stated once and what is shown follows the view-models; nothing in here waits.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.folders import Shelf
from panda_desktop.ui.attach.attaching import Attaching
from panda_desktop.ui.chat.chat_commands import ChatCommands, ChatWishes
from panda_desktop.ui.chat.chat_menus import ChatMenus
from panda_desktop.ui.chat.chats import Chats
from panda_desktop.ui.chat.comparing import Comparing
from panda_desktop.ui.chat.composing import Composing
from panda_desktop.ui.chat.deeds import Deeds
from panda_desktop.ui.chat.drawer import Drawer
from panda_desktop.ui.chat.failures import Failures
from panda_desktop.ui.chat.following import Following
from panda_desktop.ui.chat.pane import ConversationPane
from panda_desktop.ui.chat.queued import Queued
from panda_desktop.ui.chat.searching import Searching
from panda_desktop.ui.chat.shelving import Shelving
from panda_desktop.ui.chat.sidebar import Sidebar
from panda_desktop.ui.chat.toolbox import Toolbox
from panda_desktop.ui.chat.undo import Undo
from panda_desktop.ui.chat.waits import Waits
from panda_desktop.ui.kit import Entrance, Notice, NoticeLevel, Splitter, Surface
from panda_desktop.ui.sentences import NextStep
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript.ahead import Ahead
from panda_desktop.ui.window.commands import Command
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.chat_parts import ChatParts
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.search import SearchModel
from panda_desktop.viewmodels.settings import SettingsModel

_ROOM_FOR_BOTH: Final = 560


class ChatPage(Surface):
    """The page.

    Attributes:
        sidebar: the list of chats.
        pane: the open chat.

    Signals:
        key_wanted: a key shall be entered.
        settings_wanted: the settings shall be shown.
        top_up_wanted: credit shall be added.
        budgets_wanted, leave_wanted(object): budgets shall be shown; a request shall pass its `Refusal`.
    """

    key_wanted = Signal()
    settings_wanted = Signal()
    top_up_wanted = Signal()
    budgets_wanted = Signal()
    leave_wanted = Signal(object)

    def __init__(
        self,
        chat: ChatModel,
        models: ModelList,
        account: AccountModel,
        settings: SettingsModel,
        organisation: OrganisationModel,
        search: SearchModel,
        parts: ChatParts,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Shows what `chat` has open and `organisation` holds, now and from now on."""
        super().__init__("background", parent=parent)
        self._chat = chat
        self._models = models
        self._account = account
        self._settings = settings
        self._parts = parts
        self._again: Callable[[], object] | None = None
        self._told_narrow = False
        self.setAccessibleName(self.tr("Chat"))
        self.sidebar = Sidebar(organisation, search)
        self.pane = ConversationPane()
        self._splitter = Splitter(self.tr("Width of the list of chats"))
        self._places = QStackedWidget()
        self._build()
        self._drawer = Drawer(self, self._splitter, self.sidebar, settings.current.sidebar_width)
        self._drawer.width_chosen.connect(lambda width: settings.change(sidebar_width=width))
        self._composing = Composing(chat, self.pane.composer, parts.attachments, self)
        self._attaching = self._made_attaching()
        self._undo = Undo(self.pane.notices, self)
        self._join_list(organisation, search)
        soon = self.pane.composer.changed, organisation.rows.rowsInserted, organisation.rows.modelReset
        Ahead(lambda: len(organisation.held) > 1 or not self.pane.composer.is_empty(), soon, self)
        self._deeds = Deeds(chat, models, self.pane.transcript, self)
        Following(chat, self.pane.transcript, (self.pane.composer.submitted, self._deeds.asked), self)
        self._failures = Failures(self.pane.notices, self._steps(), self.pane.header.open_parameters, self)
        self._waits = Waits(chat, self.pane.notices, self)
        self.pane.transcript.set_error_sentence(self._failures.sentence)
        self.pane.transcript.set_attachment_source(parts.attachments)
        self.pane.transcript.set_viewer_host(self)
        self.pane.transcript.told.connect(self._say_of_file)
        self.pane.transcript.set_model(chat.rows)
        joined = self.pane, self._composing, self._deeds, self._failures
        self._comparing = Comparing(chat, parts, models, settings, *joined, self)
        self._queued = Queued(chat, parts.queue, settings, self.pane, self._composing, self._undo, self)
        self._toolbox = Toolbox(chat, parts, models, self.pane, self._places, self._undo, self._steps())
        self._join_chat()
        self._join_pane()
        self.pane.header.follow(self._models)
        self._show_access()
        self._show_ends()
        if chat.conversation is not None:
            self._opened(chat.conversation)
        self.pane.composer.set_answering(chat.is_answering)

    # for the program

    def set_narrow(self, narrow: bool) -> None:
        """Collapses the list of chats behind a button, or shows it beside the chat."""
        self._told_narrow = narrow
        self._arrange()

    def commands(self) -> list[Command]:
        """Returns what can be done here; each does nothing while the page is not seen."""
        chats, deeds = self._chats, self._deeds
        wishes = ChatWishes(
            write=self._write,
            attach=self._attaching.choose,
            stop=self._stop,
            find=self._find,
            search=chats.search,
            chats=chats.show_list,
            next=lambda: chats.step(1),
            previous=lambda: chats.step(-1),
            copy=self._copy_last,
            regenerate=self._regenerate_last,
            model=self.pane.header.model.open,
            parameters=self.pane.header.open_parameters,
            compare=self._comparing.choose,
            rename=chats.rename,
            pin=chats.pin_or_unpin,
            fork=deeds.fork_whole,
            trash=chats.trash_open,
            temporary=lambda: chats.start_new(temporary=True),
            archive=self._shelving.archive_open,
            move=self._menus.open_folders,
            tags=self._menus.open_tags,
            new_folder=self._shelving.new_folder,
            show_archive=lambda: chats.show_shelf(Shelf.ARCHIVE),
            show_trash=lambda: chats.show_shelf(Shelf.TRASH),
            undo=self._undo.undo,
        )
        chat = ChatCommands(wishes, self.isVisible, self._toolbox.is_closed, self).all()
        return [*chat, *self._toolbox.commands(self.isVisible)]

    def asks_several(self) -> bool:
        """Whether the next message goes to several models at once."""
        return self._comparing.is_shown or bool(self._comparing.models)

    def shut_down(self) -> None:
        """Saves what was written and the width of the list and ends what runs in the background."""
        self._composing.close()
        for save in (self._queued.flush, self._toolbox.flush, self._drawer.flush):
            save()
        self._attaching.shut_down()
        self._comparing.shut_down()
        self.pane.transcript.close_formulas()

    def ask_about(self, path: Path) -> None:
        """Attaches a picture, to the open chat while it has no messages, else to a new one."""
        self._attaching.ask_about(path)

    # keys and events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what is open, the nearest first: the list, the find bar, the editing, the answer."""
        if event.key() != Qt.Key.Key_Escape or self.pane.composer.field.is_composing():
            super().keyPressEvent(event)
        elif self._drawer.is_open() or self.sidebar.isAncestorOf(self.focusWidget()):
            self._chats.leave_list()
        elif not self.pane.finder.isHidden():
            self.pane.finder.close_bar()
        elif self._composing.is_editing:
            self._composing.cancel_edit()
        elif self._comparing.escape():
            return
        elif self._chat.is_answering:
            self._chat.stop()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Collapses the list where enlarged text leaves too little room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Begins to read presets and prompts at the first time."""
        super().showEvent(event)
        self._toolbox.read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Saves the draft: another tab is shown, or the window closes."""
        self._composing.flush()
        self._toolbox.flush()
        super().hideEvent(event)

    def _arrange(self) -> None:
        narrow = self._told_narrow or self.width() < look().pixels(_ROOM_FOR_BOTH)
        self._drawer.set_narrow(narrow)
        self.pane.header.set_narrow(narrow)

    # joining

    def _build(self) -> None:
        self._splitter.addWidget(self.sidebar)
        self._splitter.addWidget(self._places)
        self._places.addWidget(self.pane)  # after the border was made: so Tab comes to it in between
        self._places.setMinimumWidth(1)  # its pages arrange themselves for any width
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._entrance = Entrance(self, self.pane.composer.field)

    def _made_attaching(self) -> Attaching:
        pane, parts, composer = self.pane, self._parts, self.pane.composer
        shown = composer.attached, composer.field, composer.attach, pane, pane.notices
        return Attaching(parts.attachments, parts.recent_files, self._chat, self._models, *shown)

    def _join_list(self, organisation: OrganisationModel, search: SearchModel) -> None:
        chat, sidebar, pane = self._chat, self.sidebar, self.pane
        self._chats = Chats(chat, organisation, sidebar, self._drawer, pane, self._composing, self._undo)
        self._searching = Searching(chat, sidebar.found, self._chats, self._drawer, pane)
        self._shelving = Shelving(chat, organisation, sidebar, self._chats, self._undo, pane)
        self._menus = ChatMenus(chat, organisation, sidebar, pane.header, self._shelving)
        self._undo.watch(pane.composer.field)
        organisation.failed.connect(self._failed)
        search.failed.connect(self._failed)

    def _join_chat(self) -> None:
        chat, rows = self._chat, self._chat.rows
        chat.opened.connect(self._opened)
        chat.changed.connect(self.pane.header.set_conversation)
        chat.answering_changed.connect(self._answering_changed)
        chat.sent.connect(self._sent)
        chat.failed.connect(self._failed)
        rows.reset.connect(self._show_ends)
        rows.inserted.connect(lambda _first, _count: self._show_ends())
        rows.removed.connect(lambda _first, _count: self._show_ends())
        rows.changed.connect(self._row_changed)
        look().changed.connect(self._arrange)
        self._account.key_changed.connect(self._show_access)
        self._account.connection_changed.connect(self._show_access)

    def _join_pane(self) -> None:
        composer, welcome, header = self.pane.composer, self.pane.welcome, self.pane.header
        composer.submitted.connect(self._submit)
        composer.stop_wanted.connect(self._stop)
        composer.attach_wanted.connect(self._attaching.choose)
        composer.attached.model_wanted.connect(header.model.open)
        self._attaching.shown.connect(composer.set_files)
        composer.set_files(self._parts.attachments.items)
        self._parts.attachments.failed.connect(self._failed)
        welcome.suggested.connect(self._suggest)
        welcome.key_wanted.connect(self.key_wanted)
        welcome.demo_wanted.connect(lambda: self._account.use_demo(True))
        header.fork_wanted.connect(self._deeds.fork_whole)
        header.find_wanted.connect(self._find)
        self.pane.finder.left.connect(self._write)
        self._chats.write_wanted.connect(self._write)
        self._deeds.edit_wanted.connect(self._edit)
        self._deeds.said.connect(composer.say)
        self._deeds.deleted.connect(self._undo.offer)
        composer.earlier_wanted.connect(self._deeds.edit_last)
        self._queued.asked.connect(lambda: self._asked(self._submit))
        self._queued.step_wanted.connect(lambda step: self._steps()[step]())
        self._parts.queue.failed.connect(self._failed)
        self._deeds.asked.connect(self._asked)
        self._comparing.asked.connect(self._asked)
        self._comparing.write_wanted.connect(self._write)
        self._parts.compare.failed.connect(self._failed)
        self._toolbox.failed.connect(self._failed)
        for part in (self._failures, self._queued, self._toolbox):
            part.leave_wanted.connect(self.leave_wanted)
        self._toolbox.page_changed.connect(self._entrance.lead_to)
        self.sidebar.more_wanted.connect(lambda: self._toolbox.open_menu(self.sidebar.more))

    def _steps(self) -> dict[NextStep, Callable[[], object]]:
        return {
            NextStep.ENTER_KEY: self.key_wanted.emit,
            NextStep.OPEN_SETTINGS: self.settings_wanted.emit,
            NextStep.TOP_UP: self.top_up_wanted.emit,
            NextStep.RAISE_LIMIT: self.budgets_wanted.emit,
            NextStep.CHOOSE_MODEL: self.pane.header.model.open,
            NextStep.LEAVE_OUT_OLDER: self._deeds.leave_out_older,
        }

    # what was heard

    def _opened(self, conversation: Conversation) -> None:
        self._again = None
        self._failures.clear()
        self._composing.show(conversation)
        self._queued.show(conversation)
        self.pane.header.set_conversation(conversation)
        self._show_ends()
        self.pane.finder.look_again()
        self._chats.show(conversation)

    def _show_ends(self) -> None:
        """Shows the welcome while there is no message; what was said about the last one is no longer so."""
        count = self._chat.rows.count()
        self.pane.show_welcome(count == 0 and self._chat.conversation is not None)
        self.pane.header.set_has_messages(count > 0)
        self._failures.clear_end()

    def _row_changed(self, row: int) -> None:
        if row == self._chat.rows.count() - 1 and not self._comparing.is_shown:
            self._failures.show_end(self._chat.rows.row(row).message)

    def _answering_changed(self, answering: bool) -> None:
        self.pane.composer.set_answering(answering)
        if answering:
            self._failures.clear()

    def _sent(self) -> None:
        self._again = None
        self._failures.clear()

    def _failed(self, error: PandaError) -> None:
        again, self._again = self._again, None
        self._failures.show(error, again)

    def _say_of_file(self, words: str, problem: bool) -> None:
        level = NoticeLevel.WARNING if problem else NoticeLevel.INFO
        self.pane.notices.show_notice(Notice(words, level, key="file"))

    def _asked(self, again: Callable[[], object]) -> None:
        self._again = again

    def _show_access(self) -> None:
        self.pane.welcome.set_access(self._account.has_access)
        if self._account.has_access:
            self._failures.clear_no_key()

    # what was wanted

    def _write(self) -> None:
        if self.isVisible():
            self.pane.composer.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        composer = self.pane.composer
        if self._comparing.submit():
            return
        if (conversation := self._chat.conversation) is not None and conversation.deleted_at is not None:
            composer.say(self.tr("This chat is in the trash. Restore it first. Your text stays here."))
            return
        if self._queued.submit():
            return
        self._again = self._submit
        self._composing.submit()

    def _edit(self, message: Message) -> None:
        self._composing.begin_edit(message)
        self._write()

    def _suggest(self, words: str) -> None:
        self.pane.composer.replace_text(words)
        self._write()

    def _copy_last(self) -> None:
        if not self._comparing.copy_current():
            self._deeds.copy_last()

    def _regenerate_last(self) -> None:
        if not self._comparing.refuse():
            self._deeds.regenerate_last()

    def _stop(self) -> None:
        if not self._comparing.stop():
            self._chat.stop()

    def _find(self) -> None:
        if not self._comparing.refuse():  # an empty chat has nothing to find: what is typed must not go to it
            (self._chats.search if self.pane.is_welcome() else self.pane.finder.open)()
