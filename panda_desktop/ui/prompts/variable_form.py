"""The form that fills in the places of a prompt before it goes into the composer.

Promise: Enter goes from field to field and at the last one inserts; Escape goes back, and nothing is inserted
that was not seen in the preview.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.domain.prompts import Prompt, fill
from panda_desktop.ui.kit import (
    Button,
    ElidedLabel,
    Label,
    Popover,
    PrimaryButton,
    ScrollArea,
    SectionLabel,
    TextArea,
    announce,
)
from panda_desktop.ui.prompts.highlighter import VariableHighlighter
from panda_desktop.ui.theme import look

_WIDTH: Final = 520
_PREVIEW: Final = 4_000
_FIELDS_HIGH: Final = 300
_GAP: Final = 6


class VariableForm(Popover):
    """The form.

    Attributes:
        fields: one for each place, by its name.
        preview: the prompt as it will be inserted.
        insert: inserts.

    Signals:
        filled(object): the values by the names of the places.
        back_wanted: Escape or “back”: to the list again.
    """

    filled = Signal(object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget, prompt: Prompt, values: Mapping[str, str]) -> None:
        """Asks for the places of `prompt`; `values` are proposed where their names fit."""
        super().__init__(parent)
        self._window = parent.window()
        self._anchor: QWidget | None = None
        self._prompt = prompt
        self._done = False
        self.setAccessibleName(self.tr("Fill in “{name}”").format(name=prompt.name))
        self.fields = {name: self._field(name, values.get(name, "")) for name in prompt.variables}
        self.preview = TextArea(self.tr("Preview"), lines=(2, 6))
        self.preview.setReadOnly(True)
        self._highlighter = VariableHighlighter(self.preview.document())
        self.preview.height_changed.connect(self.adjustSize)
        self._too_long = Label("", "danger", wrap=True)
        self._too_long.hide()
        self.insert = PrimaryButton(self.tr("Insert"), tip=self.tr("Insert (Ctrl+Enter)"))
        self.back = Button(self.tr("Back"), tip=self.tr("Back (Escape)"))
        self._build()
        self.insert.clicked.connect(lambda _checked=False: self._finish())
        self.back.clicked.connect(lambda _checked=False: self.close())
        self.closed.connect(self._ended)
        self._show_preview()
        first = next(iter(self.fields.values()))
        first.setFocus()

    def open_over(self, anchor: QWidget) -> None:
        """Opens above `anchor` and stays there, within the window, however it grows."""
        self._anchor = anchor
        self.adjustSize()
        self.show()

    def adjustSize(self) -> None:
        """Takes the size of its content, and keeps its lower edge above what it was opened at."""
        super().adjustSize()
        if self._anchor is None:
            return
        below = self._anchor.mapToGlobal(QPoint(0, -_GAP))
        corner = self._window.mapToGlobal(QPoint(0, 0))
        right = corner.x() + self._window.width() - 8 - self.width()
        x = max(corner.x() + 8, min(below.x(), right))
        self.move(x, max(self.screen().availableGeometry().top(), below.y() - self.height()))

    def values(self) -> dict[str, str]:
        """Returns what was filled in; a place that was left empty is not among it."""
        return {name: field.text() for name, field in self.fields.items() if field.text().strip()}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter inserts from any field."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and isinstance(watched, TextArea)
            and not watched.is_composing()
        ):
            self._finish()
            return True
        return super().eventFilter(watched, event)

    def _field(self, name: str, value: str) -> TextArea:
        field = TextArea(name, lines=(1, 5), submit_on_enter=True)
        field.show_text(value)
        field.selectAll()
        field.installEventFilter(self)
        field.submitted.connect(lambda: self._go_on(name))
        field.textChanged.connect(self._show_preview)
        field.oversized_paste.connect(lambda _text: self._refuse_paste(field))
        field.height_changed.connect(self.adjustSize)
        return field

    def _go_on(self, name: str) -> None:
        names = list(self.fields)
        place = names.index(name)
        if place + 1 < len(names):
            following = self.fields[names[place + 1]]
            following.setFocus(Qt.FocusReason.TabFocusReason)
            following.selectAll()
        else:
            self._finish()

    def _finish(self) -> None:
        self._done = True
        values = self.values()
        self.close()
        self.filled.emit(values)

    def _ended(self) -> None:
        if not self._done:
            self.back_wanted.emit()
        self.deleteLater()

    def _refuse_paste(self, field: TextArea) -> None:
        self._too_long.setText(self.tr("That is too long to be filled in, so nothing was pasted."))
        self._too_long.show()
        announce(field, self._too_long.text())
        self.adjustSize()

    def _show_preview(self) -> None:
        text = fill(self._prompt.text, self.values())
        self.preview.show_text(text if len(text) <= _PREVIEW else f"{text[:_PREVIEW]}…")
        self.preview.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(8)
        self.content.addWidget(ElidedLabel(self._prompt.name, "strong"))
        many = len(self.fields) > 4
        scroll = ScrollArea(margins=0)
        column = scroll.column if many else self.content
        for name, field in self.fields.items():
            label = SectionLabel("", field)
            label.setText(name if len(name) <= 40 else f"{name[:40]}…")
            column.addWidget(label)
            column.addWidget(field)
        if many:
            scroll.setFixedHeight(look().pixels(_FIELDS_HIGH))
            self.content.addWidget(scroll)
        self.content.addWidget(self._too_long)
        self.content.addWidget(SectionLabel(self.tr("Preview"), self.preview))
        self.content.addWidget(self.preview)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        hint = self.tr("Enter goes on, Shift+Enter begins a new line")
        foot.addWidget(ElidedLabel(hint, "small"), 1)
        foot.addWidget(self.back)
        foot.addWidget(self.insert)
        self.content.addLayout(foot)
        room = self._window.width() - 16
        self.setFixedWidth(max(280, min(look().pixels(_WIDTH), room)))
