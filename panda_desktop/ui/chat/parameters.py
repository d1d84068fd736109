"""The panel with system prompt and sampling parameters of the open chat.

Promise: a value is in force as soon as it is right; a wrong one stays visible with the range it must have,
and is never sent.
"""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.domain.chat import Conversation, Parameters
from panda_desktop.ui.chat.numbers import NumbersForm
from panda_desktop.ui.kit import Button, Label, Popover, SectionLabel, TextArea, announce
from panda_desktop.ui.theme import look

_PAUSE_MS: Final = 250
_WIDTH: Final = 360


class ParametersPanel(Popover):
    """The open panel.

    Attributes:
        prompt: the system prompt.
        numbers: the sampling parameters.
        rows: the rows of `numbers`, by the name of their field in `Parameters`.

    Signals:
        changed(str, object): system prompt and `Parameters` that shall be in force.
    """

    changed = Signal(str, object)

    def __init__(self, parent: QWidget, conversation: Conversation) -> None:
        """Shows what is set for `conversation`."""
        super().__init__(parent)
        self._window = parent.window()
        self.conversation_id = conversation.id
        self._told = (conversation.system_prompt.strip(), conversation.parameters)
        self.prompt = TextArea(
            self.tr("System prompt"),
            placeholder=self.tr("How the model should behave in this chat"),
            lines=(3, 8),
        )
        self._too_long = Label("", "danger", wrap=True)
        self._too_long.hide()
        self.numbers = NumbersForm()
        self.rows = self.numbers.rows
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._build()
        self._fill(conversation.system_prompt, conversation.parameters)
        self.prompt.textChanged.connect(self._prompt_changed)
        self.prompt.oversized_paste.connect(self._refuse_paste)
        self.prompt.height_changed.connect(self.adjustSize)
        self.numbers.edited.connect(self._numbers_changed)

    def add_head(self, widget: QWidget) -> None:
        """Puts a widget above all fields."""
        self.content.insertWidget(0, widget)
        self.adjustSize()

    def show_request(self, prompt: str, parameters: Parameters) -> None:
        """Shows what is set now; does nothing when that was told from here, or something is being typed."""
        if self._pause.isActive() or (prompt.strip(), parameters) == self._told:
            return
        self._told = (prompt.strip(), parameters)
        self._fill(prompt, parameters)
        self._pause.stop()  # nobody has typed that

    def flush(self) -> None:
        """Tells what was typed last."""
        self._pause.stop()
        wanted = (self.prompt.text().strip(), self.numbers.parameters)
        if wanted != self._told:
            self._told = wanted
            self.changed.emit(*wanted)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tells what was typed last."""
        if self._pause.isActive():
            self.flush()
        super().hideEvent(event)

    def _build(self) -> None:
        self.content.setContentsMargins(16, 14, 16, 12)
        self.content.setSpacing(6)
        self.content.addWidget(SectionLabel(self.tr("System prompt"), self.prompt))
        self.content.addWidget(self.prompt)
        self.content.addWidget(self._too_long)
        self.content.addSpacing(8)
        self.content.addWidget(self.numbers)
        self.content.addSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(Label(self.tr("What is empty is not sent."), "small", wrap=True), 1)
        self.clear = Button(self.tr("Clear all"), "quiet", small=True)
        self.clear.clicked.connect(lambda _checked=False: self._clear())
        foot.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignRight)
        self.content.addLayout(foot)
        self.setFixedWidth(max(280, min(look().pixels(_WIDTH), self._window.width() - 16)))

    def _fill(self, prompt: str, parameters: Parameters) -> None:
        self.prompt.show_text(prompt)
        self.numbers.show_parameters(parameters)

    def _clear(self) -> None:
        self._fill("", Parameters())
        self.flush()

    def _prompt_changed(self) -> None:
        self._too_long.hide()
        self._pause.start()

    def _refuse_paste(self) -> None:
        self._too_long.setText(self.tr("That is too long for a system prompt, so nothing was pasted."))
        self._too_long.show()
        announce(self.prompt, self._too_long.text())
        self.adjustSize()

    def _numbers_changed(self) -> None:
        self.adjustSize()
        self.flush()
