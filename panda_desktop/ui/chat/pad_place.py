"""Joins the page of the pad to its view-model.

Promise: what is written is on its way to the disk within a moment, and before the model is asked; an echo of
it never takes back what was typed meanwhile; the model is asked once however often it is wished for.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment

from panda_desktop.domain.budgets import OverBudget, Refusal
from panda_desktop.domain.chat import Message, MessageState, Parameters, Role
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.models import ModelKind
from panda_desktop.domain.pad import Pad
from panda_desktop.ui.chat.model_choices import model_choices
from panda_desktop.ui.chat.pad_parameters import PadParameters
from panda_desktop.ui.chat.parameters_words import parameters_summary
from panda_desktop.ui.chat.tokens import SAMPLE, guess_tokens
from panda_desktop.ui.chat.undo import Undo
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.models.joining import join_models
from panda_desktop.ui.pad.page import PadPage
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.transcript.describe import receipt
from panda_desktop.viewmodels.completing import CompletionModel
from panda_desktop.viewmodels.models import ModelList

_PAUSE_MS: Final = 300
_COUNT_MS: Final = 150
_FAILED: Final = "pad-failed"
_ENDED_BADLY: Final = (MessageState.FAILED, MessageState.INTERRUPTED)

Steps = Mapping[NextStep, Callable[[], object]]


class PadPlace(QObject):
    """Keeps page and pad together.

    Attributes:
        page: the page.
        panel: the open panel of the parameters, or None.

    Signals:
        leave_wanted(object): a `Refusal`: the request shall be sent although it goes over a budget.
    """

    leave_wanted = Signal(object)

    def __init__(self, pad: CompletionModel, models: ModelList, steps: Steps) -> None:
        """Makes the page and reads the pad; `steps` are what the chat page can do."""
        self.page = PadPage()
        super().__init__(self.page)
        self._pad = pad
        self._models = models
        self._known = ""
        self._waiting: str | None = None
        self._asked = False
        self._shown_end: tuple[MessageState, ErrorKind | None] = (MessageState.DONE, None)
        self._sentences = Sentences(self)
        self._undo = Undo(self.page.notices, self)
        again = {NextStep.TRY_AGAIN: self.go, NextStep.CONTINUE: self.go}
        self._steps = {**steps, NextStep.CHOOSE_MODEL: self.page.model.open, **again}
        self.panel: PadParameters | None = None
        self._pause = self._timer(_PAUSE_MS, self.flush)
        self._count = self._timer(_COUNT_MS, self._show_state)
        self._join()
        self._show(pad.pad)
        pad.read()

    def flush(self) -> None:
        """Keeps what was written."""
        self._pause.stop()
        text = self.page.editor.text()
        if text != self._known and not self._pad.pad.is_writing:
            self._known = self._waiting = text
            self._pad.change(text=text)

    def go(self) -> None:
        """Lets the model write on."""
        if self._asked or self._pad.pad.is_writing:
            return
        self.flush()
        self._asked = True
        self.page.notices.close_notice(_FAILED)
        self._pad.complete()

    def take_back(self) -> None:
        """Removes what the model wrote last."""
        if not self._pad.pad.is_writing:
            self.flush()
            self._pad.take_back()

    def clear(self) -> None:
        """Empties the pad; the way back is offered."""
        if self._pad.pad.is_writing or self.page.editor.document().isEmpty():
            return
        kept = self.page.editor.take_out()
        self.flush()
        self._undo.offer(self.tr("The pad was emptied."), lambda: self._put_back(kept))

    def copy(self) -> None:
        """Copies the whole text."""
        QGuiApplication.clipboard().setText(self.page.editor.text())
        self.page.say(self.tr("The text was copied."))

    def open_parameters(self) -> None:
        """Opens the panel of the parameters."""
        if self.panel is not None:
            return
        button, page = self.page.parameters, self.page
        self.panel = PadParameters(button, self._pad.pad.parameters)
        self.panel.changed.connect(self._set_parameters)
        self.panel.closed.connect(self._forget_panel)
        self.panel.open_at(button)
        right = page.mapToGlobal(QPoint(page.width() - 8, 0)).x()
        self.panel.move(max(0, min(self.panel.x(), right - self.panel.width())), self.panel.y())

    # how it is done

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _join(self) -> None:
        page, pad = self.page, self._pad
        page.go_wanted.connect(self.go)
        page.stop_wanted.connect(pad.stop)
        page.take_back_wanted.connect(self.take_back)
        page.clear_wanted.connect(self.clear)
        page.copy_wanted.connect(self.copy)
        page.parameters_wanted.connect(self.open_parameters)
        page.model.chosen.connect(lambda model: pad.change(model=model))
        page.editor.written.connect(self._written)
        page.editor.oversized_paste.connect(lambda _text: self._say_oversized())
        self._undo.watch(page.editor)
        pad.changed.connect(self._show)
        pad.grew.connect(self._grow)
        pad.failed.connect(self._failed)
        self._models.changed.connect(self._show_models)
        join_models(self.page.model, self._models)

    def _put_back(self, kept: QTextDocumentFragment) -> None:
        if not self._pad.pad.is_writing:
            self.page.editor.put_back(kept)
            self.flush()

    def _set_parameters(self, parameters: Parameters) -> None:
        self._pad.change(parameters=parameters)

    def _forget_panel(self) -> None:
        self.panel = None

    # what was heard

    def _written(self) -> None:
        self._pause.start()
        if not self._count.isActive():
            self._count.start()

    def _grow(self, fresh: str) -> None:
        self._known += fresh
        self.page.editor.append_written(fresh)
        if not self._count.isActive():
            self._count.start()

    def _show(self, pad: Pad) -> None:
        self._asked = self._asked and not pad.is_writing
        self._show_text(pad)
        self.page.set_writing(pad.is_writing)
        self.page.set_parameters(parameters_summary(pad.parameters))
        self._show_models()
        self._show_state()
        self._show_end(pad)

    def _show_text(self, pad: Pad) -> None:
        if self._waiting is not None:  # what was told from here is on its way: older texts do not count
            if pad.text == self._waiting:
                self._waiting = None
            return
        if pad.text != self._known:
            first = not self._known and self.page.editor.document().isEmpty()
            if first:
                self.page.editor.show_whole(pad.text, pad.given)
            else:
                self.page.editor.follow(pad.text, pad.given)
            self._known = pad.text

    def _show_models(self) -> None:
        self.page.set_models(model_choices(self._models.of_kind(ModelKind.CHAT)), self._pad.pad.model)

    def _show_state(self) -> None:
        pad, editor = self._pad.pad, self.page.editor
        length = editor.document().characterCount() - 1
        untouched = editor.text() == pad.text
        parts = []
        if tokens := guess_tokens(_sample(editor.text()), length):
            words = self.tr("≈ 1 token") if tokens == 1 else self.tr("≈ {count} tokens")
            parts.append(words.format(count=QLocale().toString(tokens)))
        if pad.served_model and untouched:
            parts.append(pad.served_model)
        if untouched and (took := _receipt(pad)):
            parts.append(took)
        if pad.finish_reason == "length" and untouched:
            parts.append(self.tr("cut at the most tokens"))
        self.page.set_state(" · ".join(parts))
        self.page.set_can(take_back=bool(pad.continuation) and untouched, some_text=length > 0)

    def _failed(self, error: PandaError) -> None:
        self._asked, self._waiting = False, None
        steps = dict(self._steps)
        if isinstance(error, OverBudget):
            steps[NextStep.SEND_ANYWAY] = partial(self._send_anyway, error.refusal)
        self.page.notices.show_notice(self._sentences.notice(error, steps, key=_FAILED))

    def _send_anyway(self, refusal: Refusal) -> None:
        if not self._asked and not self._pad.pad.is_writing:
            self.leave_wanted.emit(refusal)
            self.go()

    def _show_end(self, pad: Pad) -> None:
        """Says once what cut or refused a continuation."""
        end = (pad.state, pad.error)
        if end == self._shown_end:
            return
        self._shown_end = end
        if pad.state not in _ENDED_BADLY or pad.error is None:
            self.page.notices.close_notice(_FAILED)
            return
        detail = pad.error_detail or ErrorDetail()
        sentence = self._sentences.of_kind(pad.error, detail)
        actions = tuple(
            NoticeAction(self._sentences.step(step), self._steps[step])
            for step in sentence.steps
            if step in self._steps
        )
        details = self._sentences.details(detail)
        self.page.notices.show_notice(
            Notice(sentence.text, sentence.level, actions, key=_FAILED, details=details)
        )

    def _say_oversized(self) -> None:
        words = self.tr("That is too long for the pad, so nothing was pasted. Paste only what matters.")
        self.page.notices.show_notice(Notice(words, NoticeLevel.WARNING, key="oversized-paste"))


def _sample(text: str) -> str:
    half = SAMPLE // 2
    return text if len(text) <= SAMPLE else text[:half] + text[-half:]


def _receipt(pad: Pad) -> str:
    """Says what the last continuation took, in the words of an answer."""
    when = datetime.now(UTC)
    return receipt(Message("", "", None, 0, Role.ASSISTANT, "", when, usage=pad.usage, receipt=pad.receipt))
