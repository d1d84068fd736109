"""The bar above the library: what is shown, the search, and what can be done with several chosen items.

Promise: a search is done when the person has stopped typing for a moment, and Escape empties it.
"""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from panda_desktop.ui.kit import Button, FlowLayout, IconButton, Label, SegmentedChoice, Surface, TextField
from panda_desktop.ui.library.filters import LibraryFilter, Shown, search_words

_PAUSE_MS: Final = 120


class SearchField(TextField):
    """A search field that Escape empties."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class LibraryBar(Surface):
    """The bar.

    Signals:
        filter_wanted(object): a `LibraryFilter`.
        star_wanted: the chosen items shall be starred.
        trash_wanted: the chosen items shall be moved to the trash.
        clear_wanted: nothing shall be chosen any more.
    """

    filter_wanted = Signal(object)
    star_wanted = Signal()
    trash_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows everything."""
        super().__init__("background", edge="bottom", parent=parent)
        self.shown = SegmentedChoice(
            self.tr("Show"),
            [
                (Shown.ALL, self.tr("All")),
                (Shown.IMAGES, self.tr("Images")),
                (Shown.VIDEOS, self.tr("Videos")),
                (Shown.STARRED, self.tr("Starred")),
            ],
        )
        self.shown.set_value(Shown.ALL)
        self.search = SearchField(
            self.tr("Search prompts and models"), placeholder=self.tr("Search prompts and models")
        )
        self.search.setClearButtonEnabled(True)
        self.count = Label("", "small")
        self.chosen = Label("", "strong")
        self.star = Button(
            self.tr("Star"), icon_name="star", small=True, tip=self.tr("Star all that is chosen")
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
        self.set_chosen(0)

    def filter(self) -> LibraryFilter:
        """Returns what is asked for."""
        return LibraryFilter(Shown(self.shown.value() or Shown.ALL), search_words(self.search.text()))

    def show_all(self) -> None:
        """Takes every filter away."""
        self.shown.set_value(Shown.ALL)
        self.search.clear()
        self._tell()

    def set_count(self, found: int, whole: int) -> None:
        """Says how many there are."""
        words = self.tr("1 item") if whole == 1 else self.tr("{count} items").format(count=f"{whole:,}")
        if found != whole:
            words = self.tr("{found} of {whole}").format(found=f"{found:,}", whole=f"{whole:,}")
        self.count.setText(words)

    def set_chosen(self, count: int) -> None:
        """Shows what can be done with several chosen items."""
        several = count > 1
        self.chosen.setText(self.tr("{count} chosen").format(count=count))
        self._filters.setVisible(not several)
        self._several.setVisible(several)

    def set_narrow(self, narrow: bool) -> None:
        """Puts the search under the chips."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _build(self) -> None:
        self._filters = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._filters)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.search.setMaximumWidth(420)
        self.search.setMinimumWidth(120)
        self._row.addWidget(self.shown, 3)
        search = QHBoxLayout()
        search.setSpacing(12)
        search.addWidget(self.count, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        search.addWidget(self.search, 4)
        self._row.addLayout(search, 3)
        self._several = QWidget()
        flow = FlowLayout(self._several, gap=8)
        for widget in (self.chosen, self.star, self.trash, self.clear):
            flow.addWidget(widget)
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(20, 12, 20, 12)
        column.addWidget(self._filters)
        column.addWidget(self._several)

    def _connect(self) -> None:
        self.shown.chosen.connect(lambda _value: self._tell())
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._tell)
        self._pause.timeout.connect(self._tell)
        self.star.clicked.connect(lambda _checked=False: self.star_wanted.emit())
        self.trash.clicked.connect(lambda _checked=False: self.trash_wanted.emit())
        self.clear.clicked.connect(lambda _checked=False: self.clear_wanted.emit())

    def _tell(self) -> None:
        self._pause.stop()
        self.filter_wanted.emit(self.filter())
