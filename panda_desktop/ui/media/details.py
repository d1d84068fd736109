"""What is known of a picture, and what can be done with it: the panel beside the viewer.

Promise: foreign words are plain text, cut at a stated length, and can be selected and copied.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import (
    Button,
    FlowLayout,
    Label,
    PrimaryButton,
    ScrollArea,
    SectionLabel,
    Separator,
    Surface,
    TextArea,
)
from panda_desktop.ui.media.dates import date_and_time
from panda_desktop.ui.media.item_actions import ItemActions, Wish
from panda_desktop.ui.numerals import counted
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import duration, file_size

MOST_LETTERS: Final = 4_000
"""Letters of a prompt that are shown; the whole is copied."""

_WIDTH: Final = 300


class ForeignText(QWidget):
    """A heading and a text of anyone's, shown plain."""

    def __init__(self, title: str, *, lines: int, parent: QWidget | None = None) -> None:
        """Makes an empty one; it grows to `lines` lines, then scrolls."""
        super().__init__(parent)
        self.area = TextArea(title, lines=(1, lines), bare=True)
        self.area.setReadOnly(True)
        self.area.setViewportMargins(-4, 0, 0, 0)  # the text stands under its heading, not its margin
        self._cut = Label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionLabel(title, self.area))
        column.addWidget(self.area)
        column.addWidget(self._cut)

    def set_text(self, text: str) -> None:
        """Shows a text, its beginning when it is long."""
        cut = len(text) > MOST_LETTERS
        self.area.show_text(text[:MOST_LETTERS])
        self.area.moveCursor(QTextCursor.MoveOperation.Start)
        words = self.tr("Cut here: it has {count} letters.").format(count=counted(len(text)))
        self._cut.setText(words if cut else "")
        self._cut.setVisible(cut)
        self.setVisible(bool(text.strip()))


class DetailsPanel(Surface):
    """The panel.

    Attributes:
        extra: what the place adds, between the facts and the buttons.

    Signals:
        done: an action leads away from the viewer, so it shall close.
    """

    done = Signal()

    def __init__(self, actions: ItemActions, *, parent: QWidget | None = None) -> None:
        """Makes an empty panel whose buttons do `actions`."""
        super().__init__("side", edge="left", parent=parent)
        self._actions = actions
        self._item: MediaItem | None = None
        self.prompt = ForeignText(self.tr("Prompt"), lines=12)
        self.revised = ForeignText(self.tr("Prompt as the model changed it"), lines=12)
        self.use_revised = Button(
            self.tr("Use this prompt"),
            icon_name="edit",
            small=True,
            tip=self.tr("Use the prompt as the model changed it for the next pictures"),
        )
        self.save = PrimaryButton(
            self.tr("Save a copy…"), icon_name="save", tip=self.tr("Save a copy (Ctrl+S)")
        )
        self.buttons = self._make_buttons()
        self._facts = QGridLayout()
        self.extra = QVBoxLayout()
        self._build()

    def show_item(self, item: MediaItem, size: QSize, more: Sequence[tuple[str, str]] = ()) -> None:
        """Shows an item.

        Args:
            item: what is shown.
            size: its size in pixels; empty while it is not known.
            more: facts the place knows beside the item's own.
        """
        self._item = item
        self.prompt.set_text(item.prompt)
        self.revised.set_text(item.revised_prompt if item.revised_prompt != item.prompt else "")
        self.use_revised.setVisible(not self.revised.isHidden() and Wish.PROMPT in self._actions.wishes)
        star = self.buttons["star"]
        star.setChecked(item.starred)
        star.set_icon("star-filled" if item.starred else "star")
        star.set_text(self.tr("Starred") if item.starred else self.tr("Star"))
        star.set_tip(self.tr("Remove the star (S)") if item.starred else self.tr("Star (S)"))
        self.buttons["copy_prompt"].setEnabled(bool(item.prompt))
        picture = item.kind is MediaKind.IMAGE
        for name in ("copy", *(wish.value for wish in self._actions.wishes)):
            self.buttons[name].setVisible(picture)
        self._show_facts([*self._facts_of(item, size), *more])

    def facts(self) -> dict[str, str]:
        """Returns the facts that are shown."""
        shown: dict[str, str] = {}
        for row in range(self._facts.rowCount()):
            name, value = self._facts.itemAtPosition(row, 0), self._facts.itemAtPosition(row, 1)
            labels = [each.widget() if each is not None else None for each in (name, value)]
            if isinstance(labels[0], Label) and isinstance(labels[1], Label):
                shown[labels[0].text()] = labels[1].text()
        return shown

    def sizeHint(self) -> QSize:
        """Follows the text size."""
        return QSize(look().pixels(_WIDTH), look().pixels(_WIDTH))

    def _facts_of(self, item: MediaItem, size: QSize) -> list[tuple[str, str]]:
        pixels = f"{size.width()} × {size.height()}" if not size.isEmpty() else ""
        facts = [
            (self.tr("Model"), item.model[:200]),
            (self.tr("Size"), pixels),
            (self.tr("Length"), duration(item.duration) if item.duration else ""),
            (self.tr("Name"), item.name[:200]),
            (self.tr("File"), f"{item.mime.rpartition('/')[2].upper()} · {file_size(item.size)}"),
            (self.tr("Made"), date_and_time(item.created_at)),
        ]
        return [fact for fact in facts if fact[1]]

    def _show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        while (taken := self._facts.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(facts):
            title = Label(name, "small")
            title.setContentsMargins(0, 2, 0, 0)  # the base line of the larger value
            self._facts.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            shown = Label(value, wrap=True)
            shown.set_selectable()
            shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._facts.addWidget(shown, row, 1)

    def _make_buttons(self) -> dict[str, Button]:
        made = {
            "copy": Button(
                self.tr("Copy"), icon_name="copy", small=True, tip=self.tr("Copy the picture (Ctrl+C)")
            ),
            "copy_prompt": Button(self.tr("Copy prompt"), icon_name="file", small=True),
            "star": Button(self.tr("Star"), icon_name="star", small=True),
        }
        made["star"].setCheckable(True)
        for wish in self._actions.wishes:
            words, icon_name = self._actions.words(wish)
            made[wish.value] = Button(words, icon_name=icon_name, small=True)
        made["folder"] = Button(self.tr("Show in folder"), icon_name="folder", small=True)
        made["delete"] = Button(
            self.tr("Delete"), "danger", icon_name="trash", small=True, tip=self.tr("Move to the trash (Del)")
        )
        return made

    def _build(self) -> None:
        area = ScrollArea(margins=16)
        column = area.column
        column.setSpacing(16)
        column.addWidget(self.prompt)
        column.addWidget(self.revised)
        column.addWidget(self.use_revised, 0, Qt.AlignmentFlag.AlignLeft)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        column.addLayout(self._facts)
        column.addLayout(self.extra)
        column.addWidget(Separator())
        column.addWidget(self.save)
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        for button in self.buttons.values():
            flow.addWidget(button)
        column.addWidget(row)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(area)
        self._connect()

    def _connect(self) -> None:
        actions = self._actions
        buttons: tuple[tuple[Button, Callable[[MediaItem], object]], ...] = (
            (self.save, actions.save),
            (self.buttons["copy"], actions.copy),
            (self.buttons["copy_prompt"], actions.copy_prompt),
            (self.buttons["star"], actions.star),
            (self.buttons["folder"], actions.show_in_folder),
            (self.buttons["delete"], lambda item: actions.trash((item,))),
        )
        for button, act in buttons:
            button.clicked.connect(lambda _checked=False, act=act: self._act(act))
        self.use_revised.clicked.connect(lambda _checked=False: self._act(self._use_revised))
        for wish in actions.wishes:
            self.buttons[wish.value].clicked.connect(
                lambda _checked=False, wish=wish: self._act(lambda item: self._wish(wish.value, item))
            )

    def _use_revised(self, item: MediaItem) -> None:
        self._wish(Wish.PROMPT.value, replace(item, prompt=item.revised_prompt))

    def _wish(self, wish: str, item: MediaItem) -> None:
        self.done.emit()
        self._actions.wished.emit(wish, item)

    def _act(self, act: Callable[[MediaItem], object]) -> None:
        if self._item is not None:
            act(self._item)
