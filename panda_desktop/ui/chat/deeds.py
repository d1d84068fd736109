"""What is done with a message: edited, answered again, gone on with, forked, deleted, its links opened.

Promise: what costs money happens once however often it is clicked, what is deleted can be taken back, and a
link never opens without its real host having been shown.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QLocale, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.domain.models import ModelKind
from panda_desktop.ui.chat.asking_back import LinkQuestion, anchor_at, may_open
from panda_desktop.ui.chat.model_choices import model_choices
from panda_desktop.ui.kit import Choice, ChoicePopover, Menu
from panda_desktop.ui.models.joining import join_models
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.models import ModelList

_AGAIN: Final = ""
_COMPARE: Final = "\0compare"
"""Taken instead of a model; nobody can type it."""
_ASKED_MS: Final = 3_000


def _can_go_on(message: Message) -> bool:
    """Whether the rest of an answer can be asked for: it was cut, stopped or reached a limit."""
    if message.role is not Role.ASSISTANT or not message.text:
        return False
    cut = message.state in (MessageState.INTERRUPTED, MessageState.STOPPED)
    return cut or message.finish_reason not in ("", "stop", "content_filter")


class Deeds(QObject):
    """Joins the transcript's signals to the chat.

    Signals:
        edit_wanted(object): the person wants to edit this `Message` of theirs.
        said(str): something to say for a moment.
        asked(object): an answer was asked for; holds what asks again, for a failure.
        deleted(str, object): messages were taken out: what to say, and what brings them back.
        fork_asked: a copy of the chat will open.
        compare_wanted(str): other models shall answer what this answer answers.
    """

    edit_wanted = Signal(object)
    said = Signal(str)
    asked = Signal(object)
    deleted = Signal(str, object)
    fork_asked = Signal()
    compare_wanted = Signal(str)

    def __init__(
        self, chat: ChatModel, models: ModelList, transcript: TranscriptView, parent: QObject | None = None
    ) -> None:
        """Acts on `chat`."""
        super().__init__(parent)
        self._chat = chat
        self._models = models
        self._transcript = transcript
        self._asked = QTimer(self)
        self._asked.setSingleShot(True)
        self._asked.setInterval(_ASKED_MS)
        self.panel: QWidget | None = None
        chat.answering_changed.connect(lambda _answering: self._asked.stop())
        chat.failed.connect(lambda _error: self._asked.stop())
        chat.opened.connect(lambda _conversation: self._asked.stop())
        transcript.edit_requested.connect(self.edit)
        transcript.regenerate_requested.connect(self._choose_model)
        transcript.retry_requested.connect(self.regenerate)
        transcript.continue_requested.connect(self.go_on)
        transcript.fork_requested.connect(self.fork)
        transcript.delete_requested.connect(chat.delete_message)
        chat.messages_deleted.connect(self._say_deleted)
        transcript.sibling_requested.connect(chat.show_sibling)
        transcript.link_activated.connect(self.open_link)
        transcript.menu_opening.connect(self._fill_menu)

    def last_answer(self) -> Message | None:
        """Returns the last answer of the branch that is shown."""
        answers = (each for each in reversed(self._chat.rows.messages()) if each.role is Role.ASSISTANT)
        return next(answers, None)

    def edit(self, message_id: str) -> None:
        """Edits a message of the person; under an answer, the message it answers."""
        message = self._chat.rows.message(message_id)
        if message is not None and message.role is Role.ASSISTANT and message.parent_id is not None:
            message = self._chat.rows.message(message.parent_id)
        if message is not None:
            self.edit_wanted.emit(message)

    def edit_last(self) -> None:
        """Edits the last message of the person, if there is one."""
        mine = (each for each in reversed(self._chat.rows.messages()) if each.role is Role.USER)
        if (message := next(mine, None)) is not None:
            self.edit_wanted.emit(message)

    def regenerate(self, message_id: str, model: str | None = None) -> None:
        """Asks for another answer, of the chat's model or of another."""
        self._ask(lambda: self._chat.regenerate(message_id, model))

    def regenerate_last(self) -> None:
        """Asks for another last answer."""
        if (answer := self.last_answer()) is not None:
            self.regenerate(answer.id)

    def leave_out_older(self) -> None:
        """Asks for another last answer with fewer of the messages before."""
        if self._chat.rows.count() <= 2:
            self.said.emit(
                self.tr("There are no older messages to leave out. Shorten your text or its files.")
            )
        elif (answer := self.last_answer()) is not None:
            self._ask(lambda: self._chat.regenerate_shorter(answer.id))

    def go_on(self, message_id: str) -> None:
        """Asks for the rest of an answer."""
        self._ask(lambda: self._chat.continue_answer(message_id))

    def fork(self, message_id: str) -> None:
        """Opens a copy of the chat up to a message."""
        self.fork_asked.emit()
        self._chat.fork(message_id)

    def fork_whole(self) -> None:
        """Opens a copy of the whole chat."""
        if messages := self._chat.rows.messages():
            self.fork(messages[-1].id)

    def copy_last(self) -> None:
        """Copies the last answer."""
        answer = self.last_answer()
        if answer is None or not answer.text:
            self.said.emit(self.tr("There is no answer to copy yet."))
            return
        QGuiApplication.clipboard().setText(answer.text)
        self.said.emit(self.tr("The last answer was copied."))

    def _ask(self, work: Callable[[], None]) -> None:
        """Asks for an answer unless one is coming or was asked for just now."""
        if self._chat.is_answering or self._chat.is_sending:
            self.said.emit(self.tr("Wait for the answer to end, or stop it first."))
            return
        conversation = self._chat.conversation
        if conversation is not None and conversation.deleted_at is not None:
            self.said.emit(self.tr("This chat is in the trash. Restore it first."))
            return
        if self._asked.isActive():
            return
        self._asked.start()
        self.asked.emit(lambda: self._ask(work))
        work()

    def _anchor(self) -> QWidget:
        return anchor_at(self._transcript.viewport(), self._transcript.activated_area())

    def _keep(self, panel: ChoicePopover | LinkQuestion, anchor: QWidget) -> None:
        self.panel = panel
        panel.closed.connect(self._forget_panel)
        panel.closed.connect(anchor.deleteLater)
        panel.open_at(anchor)

    def _forget_panel(self) -> None:
        self.panel = None

    def _choose_model(self, message_id: str) -> None:
        """Offers to ask the same model again, or any other."""
        conversation = self._chat.conversation
        if conversation is None:
            return
        anchor = self._anchor()
        again = Choice(_AGAIN, self.tr("Ask again"), conversation.model, "", "regenerate")
        compare = Choice(_COMPARE, self.tr("Compare with other models…"), "", "", "compare")
        choices = [again, compare, *model_choices(self._models.of_kind(ModelKind.CHAT))]
        panel = ChoicePopover(
            self._transcript, self.tr("Answer again with"), choices, conversation.model, free_text=True
        )
        join_models(panel, self._models)
        panel.setMinimumWidth(look().pixels(320))
        panel.taken.connect(lambda model: self._answer_again(message_id, model))
        panel.closed.connect(panel.deleteLater)
        panel.list.setCurrentIndex(panel.list.model().index(0, 0))
        panel.list.scrollToTop()
        self._keep(panel, anchor)

    def _answer_again(self, message_id: str, model: str) -> None:
        if model == _COMPARE:
            self.compare_wanted.emit(message_id)
        else:
            self.regenerate(message_id, model or None)

    def _fill_menu(self, menu: Menu, message_id: str) -> None:
        """Offers in the menu of a message what the line under it offers."""
        message = self._chat.rows.message(message_id)
        if message is None or not message.state.is_final:
            return
        menu.addSeparator()
        if message.text:
            menu.add(self.tr("Edit"), lambda: self.edit(message_id), icon_name="edit")
        if message.role is Role.ASSISTANT:
            again = self.tr("Answer again with…")
            menu.add(again, lambda: self._choose_model(message_id), icon_name="regenerate")
        if _can_go_on(message):
            menu.add(self.tr("Continue"), lambda: self.go_on(message_id), icon_name="continue")
        menu.add(self.tr("Fork"), lambda: self.fork(message_id), icon_name="branch")
        delete = self.tr("Delete")
        menu.add(delete, lambda: self._chat.delete_message(message_id), icon_name="trash", danger=True)
        menu.addSeparator()

    def _say_deleted(self, message_ids: Sequence[str]) -> None:
        if len(message_ids) == 1:
            words = self.tr("Message deleted.")
        else:
            words = self.tr("{count} messages deleted.").format(count=QLocale().toString(len(message_ids)))
        self.deleted.emit(words, lambda: self._chat.restore_messages(message_ids))

    def open_link(self, address: str, transcript: TranscriptView | None = None) -> None:
        """Asks before a link is opened, beside it; `transcript` is where it is, if not in the chat itself."""
        shown = transcript or self._transcript
        if not may_open(address):
            self.said.emit(self.tr("This kind of link is never opened."))
            return
        anchor = anchor_at(shown.viewport(), shown.activated_area())
        panel = LinkQuestion(shown, address)
        panel.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        panel.copy_wanted.connect(lambda: QGuiApplication.clipboard().setText(address))
        self._keep(panel, anchor)
