"""The bar above the library: what is shown, the search, and what can be done with several chosen items.

Promise: a search is done when the person has stopped typing for a moment, and Escape empties it.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from panda_desktop.domain.library_filter import LibraryFilter
from panda_desktop.domain.media import MediaKind
from panda_desktop.ui.kit import (
    Button,
    Choice,
    FlowLayout,
    IconButton,
    Label,
    PickerButton,
    SegmentedChoice,
    Surface,
    TextField,
)

_PAUSE_MS: Final = 120
_MARK_LETTERS: Final = 24
_ANY: Final = "\0any"
"""Taken instead of a model; nobody can type it."""


class Shown(StrEnum):
    """Kinds of items."""

    ALL = "all"
    IMAGES = "images"
    VIDEOS = "videos"


_KINDS: Final = {Shown.ALL: None, Shown.IMAGES: MediaKind.IMAGE, Shown.VIDEOS: MediaKind.VIDEO}


class SearchField(TextField):
    """A search field that Escape empties, then leaves.

    Signals:
        left: the grid shall have the keyboard.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties; Down, and Escape in an empty field, lead to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class LibraryBar(Surface):
    """The bar.

    Attributes:
        places: shows or hides the list of places.
        info: shows or hides the details.

    Signals:
        filter_wanted(object): a `LibraryFilter`.
        star_wanted: the chosen items shall be starred.
        tags_wanted: tags for the chosen items.
        boards_wanted: boards for the chosen items.
        save_wanted: copies of the chosen items shall be saved.
        trash_wanted: the chosen items shall be moved to the trash.
        clear_wanted: nothing shall be chosen any more.
        grid_wanted: the grid shall have the keyboard.
        mark_dropped(str): the board or tag of this key shall no longer narrow what is shown.
    """

    filter_wanted = Signal(object)
    star_wanted = Signal()
    tags_wanted = Signal()
    boards_wanted = Signal()
    save_wanted = Signal()
    trash_wanted = Signal()
    clear_wanted = Signal()
    grid_wanted = Signal()
    mark_dropped = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows everything."""
        super().__init__("background", edge="bottom", parent=parent)
        self._filter = LibraryFilter()
        self.places = IconButton("sidebar", self.tr("Boards and tags (Ctrl+B)"), checkable=True)
        self.info = IconButton("info", self.tr("Details (I)"), checkable=True)
        self.shown = SegmentedChoice(
            self.tr("Show"),
            [
                (Shown.ALL, self.tr("All")),
                (Shown.IMAGES, self.tr("Images")),
                (Shown.VIDEOS, self.tr("Videos")),
            ],
        )
        self.starred = Button(self.tr("Starred"), icon_name="star", tip=self.tr("Only what is starred"))
        self.model = PickerButton(self.tr("Model"), placeholder=self.tr("Any model"), compact=True)
        self.search = SearchField(
            self.tr("Search prompts, models and file names"),
            placeholder=self.tr("Search prompts, models and file names"),
            tip=self.tr("Search prompts, models and file names (/ or Ctrl+F)"),
            compact=True,
        )
        self.search.setClearButtonEnabled(True)
        self.title = Label("", "strong")
        self.marks: dict[str, Button] = {}
        self.count = Label("", "small")
        self.chosen = Label("", "strong")
        self.star = Button(
            self.tr("Star"), icon_name="star", small=True, tip=self.tr("Star all that is chosen")
        )
        self.tags = Button(self.tr("Tags"), icon_name="tag", small=True, tip=self.tr("Tags (T)"))
        self.boards = Button(self.tr("Boards"), icon_name="board", small=True, tip=self.tr("Boards (B)"))
        self.save = Button(
            self.tr("Save copies…"), icon_name="save", small=True, tip=self.tr("Save copies (Ctrl+S)")
        )
        self.trash = Button(
            self.tr("Delete"), "danger", icon_name="trash", small=True, tip=self.tr("Move to the trash (Del)")
        )
        self.clear = IconButton("close", self.tr("Choose nothing (Esc)"), size=16)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self._connect()
        self.show_filter(self._filter)
        self.set_title("")
        self.set_chosen(0)

    def show_filter(self, wanted: LibraryFilter) -> None:
        """Shows a filter that was set elsewhere."""
        self._filter = wanted
        kind = next(shown for shown, kind in _KINDS.items() if kind is wanted.kind)
        self.shown.set_value(kind)
        self.starred.setChecked(wanted.starred)
        self.starred.set_icon("star-filled" if wanted.starred else "star")
        self.model.set_value(next(iter(wanted.models), ""))
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self._pause.stop()

    def set_marks(self, marks: Sequence[tuple[str, str]]) -> None:
        """Shows the board and the tags that narrow what is shown, each by key and name; a press drops it."""
        if list(self.marks) == [key for key, _name in marks]:
            for key, name in marks:
                self.marks[key].set_text(_short(name))
            return
        for button in self.marks.values():
            self._marks.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.marks = {}
        for key, name in marks:
            button = Button(
                _short(name), "accent", icon_name="close", tip=self.tr("Show what is not there too")
            )
            button.setAccessibleName(self.tr("Only “{name}”, press to show all").format(name=name))
            button.clicked.connect(lambda _checked=False, key=key: self.mark_dropped.emit(key))
            self.marks[key] = button
            self._marks.addWidget(button)
        self._mark_row.setVisible(bool(marks))

    def set_title(self, title: str) -> None:
        """Shows where one is instead of filters; an empty title shows the filters."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.info.setVisible(not title)
        self._middle.setVisible(not title)

    def set_models(self, models: Sequence[tuple[str, int]]) -> None:
        """Offers these models, each with its number of items."""
        number = QLocale().toString
        choices = [Choice(_ANY, self.tr("Any model"))]
        choices += [Choice(model, model[:200], number(count)) for model, count in models]
        self.model.set_choices(choices)
        self.model.setVisible(len(models) > 1 or bool(self._filter.models))

    def set_count(self, found: int, whole: int) -> None:
        """Says how many there are."""
        number = QLocale().toString
        words = self.tr("1 item") if whole == 1 else self.tr("{count} items").format(count=number(whole))
        if found != whole:
            words = self.tr("{found} of {whole}").format(found=number(found), whole=number(whole))
        self.count.setText(words)

    def set_chosen(self, count: int) -> None:
        """Shows what can be done with several chosen items."""
        several = count > 1
        self.chosen.setText(self.tr("{count} chosen").format(count=QLocale().toString(count)))
        self._filters.setVisible(not several)
        self._several.setVisible(several)

    def set_narrow(self, narrow: bool, tight: bool = False) -> None:
        """Puts the search under the chips; where it is `tight`, the chips under each other too."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        # Below the chips the search begins where they begin, and the count ends the line.
        self._search_row.setDirection(directions.RightToLeft if narrow else directions.LeftToRight)
        self._chip_row.setDirection(directions.TopToBottom if tight else directions.LeftToRight)
        self.count.setVisible(not tight)
        # The lines begin where those of the grid do; a long word may need all that is left of a small window.
        ends = 0 if tight else 12
        left, right = (ends, 12) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else (12, ends)
        self._grid.setContentsMargins(left, 12, right, 12)
        self._put_below(tight)

    def _put_below(self, below: bool) -> None:
        """Gives the filters the whole width, below the two buttons, or the room between these."""
        at = self._grid.getItemPosition(self._grid.indexOf(self._middle))
        wanted = (1, 0, 1, 3) if below else (0, 1, 1, 1)
        if at != wanted:
            self._grid.removeWidget(self._middle)
            self._grid.addWidget(self._middle, *wanted)

    def begin_search(self, text: str = "") -> None:
        """Puts the keyboard into the search; with `text`, letters that were typed elsewhere."""
        if text:
            self.search.setText(text)
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.end(False)
        else:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _build(self) -> None:
        self.starred.setCheckable(True)
        self._filters = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._filters)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        more = QWidget()
        chips = FlowLayout(more, gap=6)
        for chip in (self.starred, self.model):
            chips.addWidget(chip)
        self._chip_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._chip_row.setSpacing(6)
        self._chip_row.addWidget(self.shown)
        self._chip_row.addWidget(more, 1)
        self._row.addLayout(self._chip_row)
        self.search.setMaximumWidth(420)
        self.search.setMinimumWidth(100)
        self._search_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._search_row.setSpacing(8)
        self._search_row.addWidget(self.count, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._search_row.addWidget(self.search, 4)
        self._row.addLayout(self._search_row, 1)
        self._row.setAlignment(self._search_row, Qt.AlignmentFlag.AlignTop)
        self._mark_row = QWidget()
        self._marks = FlowLayout(self._mark_row, gap=6)
        self._several = QWidget()
        flow = FlowLayout(self._several, gap=8)
        for widget in (
            self.chosen,
            self.star,
            self.tags,
            self.boards,
            self.save,
            self.trash,
            self.clear,
        ):
            flow.addWidget(widget)
        self._middle = QWidget()
        middle = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self._filters)
        middle.addWidget(self._mark_row)
        self._mark_row.hide()
        middle.addWidget(self._several)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 12, 12, 12)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.places, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.title, 0, 1)
        self._grid.addWidget(self._middle, 0, 1)
        self._grid.addWidget(self.info, 0, 2, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.shown.chosen.connect(lambda value: self._tell(kind=_KINDS[Shown(value)]))
        self.starred.clicked.connect(lambda checked: self._tell(starred=checked))
        self.model.chosen.connect(self._take_model)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._tell)
        self.search.left.connect(self.grid_wanted)
        self._pause.timeout.connect(self._tell)
        for button, signal in (
            (self.star, self.star_wanted),
            (self.tags, self.tags_wanted),
            (self.boards, self.boards_wanted),
            (self.save, self.save_wanted),
            (self.trash, self.trash_wanted),
            (self.clear, self.clear_wanted),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())

    def _take_model(self, model: str) -> None:
        if model == _ANY:
            self.model.set_value("")
        self._tell(models=frozenset() if model == _ANY else frozenset({model}))

    def _tell(self, **values: object) -> None:
        """Asks for the filter with other values, and the text as it is now."""
        wanted = replace(self._filter, **values, text=self.search.text())  # type: ignore[arg-type]
        self.show_filter(wanted)
        self.filter_wanted.emit(wanted)


def _short(name: str) -> str:
    return name if len(name) <= _MARK_LETTERS else name[: _MARK_LETTERS - 1].rstrip() + "…"
