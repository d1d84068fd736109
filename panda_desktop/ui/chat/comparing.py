"""Joins the comparison of models to the chat page: who is asked, what is shown, where the chat goes on.

Promise: one press asks once, a comparison is shown only over the chat it belongs to, and leaving it ends
no answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Conversation, Role
from panda_desktop.domain.models import ModelKind
from panda_desktop.ui.chat.composing import Composing
from panda_desktop.ui.chat.deeds import Deeds
from panda_desktop.ui.chat.failures import Failures
from panda_desktop.ui.chat.model_choices import model_choices
from panda_desktop.ui.chat.pane import ConversationPane
from panda_desktop.ui.transcript.clipboard import copy_text
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.chat_parts import ChatParts
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.compare.bar import CompareBar
    from panda_desktop.ui.compare.chooser import CompareChooser
    from panda_desktop.ui.compare.view import CompareView


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was sent to several models and is not stored yet."""

    conversation_id: str
    text: str
    attachments: tuple[Attachment, ...]


class Comparing(QObject):
    """Comparisons in the chat page.

    Signals:
        asked(object): models were asked; holds what asks again, for a failure.
        write_wanted: the focus belongs into the composer.
    """

    asked = Signal(object)
    write_wanted = Signal()

    def __init__(
        self,
        chat: ChatModel,
        parts: ChatParts,
        models: ModelList,
        settings: SettingsModel,
        pane: ConversationPane,
        composing: Composing,
        deeds: Deeds,
        failures: Failures,
        parent: QObject | None = None,
    ) -> None:
        """Shows in `pane`; `failures` says what can be done about an answer that failed."""
        super().__init__(parent)
        self._chat = chat
        self._parts = parts
        self._compare = parts.compare
        self._models = models
        self._settings = settings
        self._pane = pane
        self._composing = composing
        self._deeds = deeds
        self._failures = failures
        self._armed: dict[str, tuple[str, ...]] = {}
        self._left: dict[str, str] = {}
        self._asking: _Asked | None = None
        self._busy = False
        self.chooser: CompareChooser | None = None
        self._join()

    # what it is doing

    @property
    def is_shown(self) -> bool:
        """Answers stand side by side instead of the messages."""
        return self._compare.question is not None

    @property
    def models(self) -> tuple[str, ...]:
        """The models the next message of the open chat goes to; empty when it goes to one as ever."""
        return self._armed.get(self._open_id, ())

    @property
    def _open_id(self) -> str:
        conversation = self._chat.conversation
        return conversation.id if conversation is not None else ""

    @cached_property
    def view(self) -> "CompareView":
        """The columns, made when the first comparison is shown."""
        from panda_desktop.ui.compare.view import CompareView

        pane, compare = self._pane, self._compare
        view = CompareView(self._failures.sentence, pane.image_loader, parent=pane)
        view.set_costs(compare.cost_of)
        view.stop_wanted.connect(compare.stop)
        view.stop_all_wanted.connect(compare.stop_all)
        view.use_wanted.connect(compare.use)
        view.retry_wanted.connect(self._retry)
        view.continue_wanted.connect(self._deeds.go_on)
        view.link_wanted.connect(self._deeds.open_link)
        view.leave_wanted.connect(self.leave)
        view.ended.connect(self._failures.show_end)
        return view

    @cached_property
    def bar(self) -> "CompareBar":
        """The line over the composer, made when models are first chosen."""
        from panda_desktop.ui.compare.bar import CompareBar

        bar = CompareBar()
        bar.change_wanted.connect(self.choose)
        bar.leave_wanted.connect(self.disarm)
        self._pane.add_above_composer(bar)
        return bar

    # what is wanted

    def choose(self) -> None:
        """Lets the models for the next message of the open chat be chosen."""
        conversation_id = self._open_id
        if conversation_id:
            anchor: QWidget = self._pane.header.compare
            if self.models and self.bar.isVisible():
                anchor = self.bar.change
            self._open_chooser(anchor, now=False, take=lambda models: self._arm(conversation_id, models))

    def compare_again(self, message_id: str) -> None:
        """Lets the models be chosen that answer a message which is there (of an answer: what it answers)."""
        message = self._chat.rows.message(message_id)
        if message is None or not self._may_ask():
            return
        question = message.id if message.role is Role.USER else message.parent_id
        if question is not None:
            anchor = self._pane.header.compare
            self._open_chooser(anchor, now=True, take=lambda models: self._ask_again(question, models))

    def show_beside(self, message_id: str) -> None:
        """Shows an answer and its siblings side by side."""
        message = self._chat.rows.message(message_id)
        if message is not None and message.parent_id is not None:
            self._compare.show(message.parent_id)

    def submit(self) -> bool:
        """Sends what the composer holds to all models; returns False where that is not what a send does."""
        composer = self._pane.composer
        if self.is_shown:
            if self._chat.is_answering:
                return False  # it waits in the queue, which is held until one answer is used
            if self._compare.is_running:
                composer.say(self.tr("Wait for the answers to end, or stop them. Your text stays here."))
            else:
                composer.say(self.tr("Press “Use this one” under an answer first. Your text stays here."))
            return True
        conversation = self._chat.conversation
        if conversation is None or not self.models or self._composing.is_editing:
            return False
        if conversation.deleted_at is not None:
            return False
        if self._busy or not self._may_ask():
            return True
        if self._parts.attachments.pending:
            composer.say(self.tr("Wait until the files are added. Your text stays here."))
            return True
        text, files = composer.text(), self._parts.attachments.items
        if text.strip() or files:
            self._composing.flush()
            self._busy = True
            self._asking = _Asked(conversation.id, text, files)
            self.asked.emit(self.submit)
            self._compare.start(conversation.id, text, self.models, files)
        return True

    def leave(self) -> None:
        """Shows the messages again; what is coming goes on coming."""
        self._left.pop(self._open_id, None)
        self._compare.clear()
        self.write_wanted.emit()

    def disarm(self) -> None:
        """Lets the next message go to one model again."""
        self._armed.pop(self._open_id, None)
        self._show_bar()
        self.write_wanted.emit()

    def escape(self) -> bool:
        """Does what Escape does here: stops, then leaves; returns False when there is nothing of it."""
        if self.is_shown and self._compare.is_running:
            self._compare.stop_all()
        elif self.is_shown:
            self.leave()
        elif self.models and not self._chat.is_answering:
            self.disarm()
        else:
            return False
        return True

    def stop(self) -> bool:
        """Ends the answers that stand side by side; returns False when none do."""
        if not self.is_shown or not self._compare.is_running:
            return False
        self._compare.stop_all()
        return True

    def copy_current(self) -> bool:
        """Copies the answer of the current column; returns False when none is shown."""
        column = self.view.current() if self.is_shown else None
        if column is None:
            return False
        if column.message.text:
            copy_text(column.message.text)
            self._pane.composer.say(self.tr("The answer was copied."))
        return True

    def refuse(self) -> bool:
        """Says that this is done in the chat itself; returns False when that is what is shown."""
        if self.is_shown:
            self._pane.composer.say(self.tr("Go back to the chat first (Escape)."))
        return self.is_shown

    def shut_down(self) -> None:
        """Ends what runs in the background."""
        if "view" in self.__dict__:
            self.view.clear()

    # what was heard

    def _join(self) -> None:
        chat, compare, transcript = self._chat, self._compare, self._pane.transcript
        compare.shown.connect(self._shown)
        compare.used.connect(self._used)
        compare.failed.connect(lambda _error: self._failed())
        chat.opened.connect(self._opened)
        chat.message_shown.connect(lambda _message_id: self._leave_for_message())
        self._composing.editing_changed.connect(lambda _editing: self._show_bar())
        self._pane.header.compare_wanted.connect(self.choose)
        self._deeds.compare_wanted.connect(self.compare_again)
        transcript.compare_requested.connect(self.compare_again)
        transcript.beside_requested.connect(self.show_beside)

    def _leave_for_message(self) -> None:
        if self.is_shown:
            self.leave()

    def _opened(self, conversation: Conversation) -> None:
        """Shows what was side by side in this chat when it was left."""
        if self.chooser is not None:
            self.chooser.close()
        question = self._compare.question
        if question is None or question.conversation_id != conversation.id:
            if question is not None:
                self._left[question.conversation_id] = question.id
                self._compare.clear()
            if (left := self._left.get(conversation.id)) is not None:
                self._compare.show(left)
        self._show_bar()

    def _shown(self) -> None:
        question = self._compare.question
        if question is not None:
            self._busy = False
            self._take_from_composer(question.conversation_id)
        if question is not None and question.conversation_id != self._open_id:
            self._left[question.conversation_id] = question.id
            self._compare.clear()
        elif question is None:
            if "view" in self.__dict__:
                self._pane.cover(None)
                self.view.clear()
            self._show_bar()
        else:
            self.view.show_comparison(question, self._compare.columns)
            self._pane.cover(self.view)
            self._show_bar()

    def _take_from_composer(self, conversation_id: str) -> None:
        """Empties the composer of what was sent, unless something was written meanwhile."""
        asked = self._asking
        if asked is None or asked.conversation_id != conversation_id:
            return
        self._asking = None
        self._parts.attachments.sent(asked.conversation_id, asked.attachments)
        if asked.conversation_id == self._open_id and self._pane.composer.text() == asked.text:
            self._pane.composer.replace_text("")

    def _used(self, message_id: str) -> None:
        """The chat goes on from an answer, and with the model that gave it."""
        column = next((each for each in self._compare.columns if each.message.id == message_id), None)
        if column is None:
            return
        model = column.model
        self._armed.pop(self._open_id, None)
        self.leave()
        conversation = self._chat.conversation
        if conversation is not None and conversation.model != model:
            self._chat.choose_model(model)
        self._pane.transcript.scroll_to_end()
        words = self.tr("The chat goes on from this answer, with {model}.")
        self._pane.composer.say(words.format(model=model))

    def _failed(self) -> None:
        self._busy = False
        self._asking = None
        if not self.is_shown:
            self._left.pop(self._open_id, None)

    # how it is done

    def _may_ask(self) -> bool:
        """Whether an answer may be asked for now; says why not."""
        if self._chat.is_answering or self._chat.is_sending or self._busy:
            self._pane.composer.say(self.tr("Wait for the answer to end, or stop it first."))
            return False
        conversation = self._chat.conversation
        if conversation is not None and conversation.deleted_at is not None:
            self._pane.composer.say(self.tr("This chat is in the trash. Restore it first."))
            return False
        return conversation is not None

    def _ask_again(self, question_id: str, models: Sequence[str]) -> None:
        if not self._may_ask():
            return
        self._busy = True
        self.asked.emit(lambda: self._ask_again(question_id, models))
        self._compare.start_again(question_id, models)

    def _retry(self, message_id: str) -> None:
        self._failures.clear()
        self.asked.emit(lambda: self._compare.retry(message_id))
        self._compare.retry(message_id)

    def _arm(self, conversation_id: str, models: tuple[str, ...]) -> None:
        self._armed[conversation_id] = models
        self._show_bar()
        self.write_wanted.emit()

    def _show_bar(self) -> None:
        """Names the models while the next message goes to them."""
        models = () if self.is_shown or self._composing.is_editing else self.models
        if models or "bar" in self.__dict__:
            self.bar.show_models(models)
        self._pane.composer.show_price()

    def _open_chooser(self, anchor: QWidget, *, now: bool, take: Callable[[tuple[str, ...]], object]) -> None:
        from panda_desktop.ui.compare.chooser import CompareChooser

        if self.chooser is not None:
            return
        chosen = self.models or self._settings.current.compare_models
        choices = model_choices(self._models.of_kind(ModelKind.CHAT))
        chooser = CompareChooser(self._pane, choices, chosen, now=now)

        def accepted(models: tuple[str, ...]) -> None:
            self._settings.change(compare_models=models)
            take(models)

        chooser.accepted.connect(accepted)
        chooser.starred.connect(self._models.star)
        chooser.closed.connect(self._forget_chooser)
        self.chooser = chooser
        chooser.open_at(anchor)
        # Within the window: its right side under the right side of the head.
        more = self._pane.header.more
        right = more.mapToGlobal(QPoint(more.width(), 0)).x()
        chooser.move(max(0, min(chooser.x(), right - chooser.width())), chooser.y())

    def _forget_chooser(self) -> None:
        if self.chooser is not None:
            self.chooser.deleteLater()
            self.chooser = None
