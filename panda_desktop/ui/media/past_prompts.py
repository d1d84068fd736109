"""The prompts that were sent before, for one field: a list to choose from, and Up and Down in the field.

Promise: nothing a person has written is replaced: the keys act only on an empty field or on a prompt they
brought; prompts are shown as plain text however long they are.
"""

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import Choice, ChoicePopover, TextArea
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import ago
from panda_desktop.viewmodels.prompt_history import PastPrompt, PromptHistory

_TITLE_LETTERS: Final = 160
_WIDTH: Final = 460


class PastPrompts(QObject):
    """The past prompts of one field.

    Attributes:
        popover: the open list, or None.

    Signals:
        taken(str): this prompt was chosen from the list.
    """

    taken = Signal(str)

    def __init__(self, field: TextArea, history: PromptHistory, parent: QObject) -> None:
        """Listens to the keys of `field` from now on."""
        super().__init__(parent)
        self._field = field
        self._history = history
        self.popover: ChoicePopover | None = None
        field.installEventFilter(self)

    def offer(self, anchor: QWidget) -> bool:
        """Opens the list at a button; False when there are none."""
        choices = [self._choice(each) for each in self._history.prompts]
        if not choices or self.popover is not None:
            return bool(choices)
        popover = ChoicePopover(anchor, self.tr("Past prompts"), choices, self._field.text().strip())
        popover.taken.connect(self.taken)
        popover.closed.connect(self._forget)
        popover.setFixedWidth(min(look().pixels(_WIDTH), max(280, anchor.window().width() - 40)))
        self.popover = popover
        popover.open_at(anchor)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes Up in the first line and Down in the last."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            if event.key() == Qt.Key.Key_Up:
                return self._recall(1)
            if event.key() == Qt.Key.Key_Down:
                return self._recall(-1)
        return super().eventFilter(watched, event)

    def _recall(self, older: int) -> bool:
        """Shows an older (1) or newer (-1) prompt; False when the key is meant for the text."""
        field = self._field
        if field.is_composing() or field.textCursor().hasSelection() or not _at_edge(field, top=older > 0):
            return False
        prompts = [each.prompt for each in self._history.prompts]
        place = self._place(prompts)
        if place is None or not -1 <= place + older < len(prompts):
            return False
        place += older
        field.set_text(prompts[place] if place >= 0 else "")
        # The next press of the same key goes on at once, however many lines there are.
        field.moveCursor(QTextCursor.MoveOperation.Start if older > 0 else QTextCursor.MoveOperation.End)
        return True

    def _place(self, prompts: list[str]) -> int | None:
        """Returns which prompt is shown, -1 for none; None for the person's own words."""
        text = self._field.text().strip()
        if not text:
            return -1
        return next((place for place, prompt in enumerate(prompts) if prompt.strip() == text), None)

    def _choice(self, past: PastPrompt) -> Choice:
        title = " ".join(past.prompt[: 2 * _TITLE_LETTERS].split())
        cut = title if len(title) <= _TITLE_LETTERS else title[:_TITLE_LETTERS] + "…"
        note = ago(max(0.0, (datetime.now(UTC) - past.used_at).total_seconds()))
        if past.count > 1:
            note = self.tr("{count} times, {when}").format(count=past.count, when=note)
        return Choice(past.prompt, cut, note)

    def _forget(self) -> None:
        if self.popover is not None:
            self.popover.deleteLater()
            self.popover = None


def _at_edge(field: TextArea, *, top: bool) -> bool:
    """Whether the cursor is in the first (or last) line that is seen."""
    cursor = field.textCursor()
    block, document = cursor.block(), field.document()
    if block != (document.firstBlock() if top else document.lastBlock()):
        return False
    layout = block.layout()
    line = layout.lineForTextPosition(cursor.positionInBlock())
    return not line.isValid() or line.lineNumber() == (0 if top else layout.lineCount() - 1)
