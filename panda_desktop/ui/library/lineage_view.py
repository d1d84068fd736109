"""The chain of an item: the chat it began in, what it was made from, what became of it, and what all cost.

Promise: it follows the item that is shown, every link leads to its item or chat, and the sums say when they
are not the whole.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from panda_desktop.domain.lineage import Lineage, LineageLink, LinkKind
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import Label
from panda_desktop.ui.library.lineage_row import PICTURE, LineageRow
from panda_desktop.ui.library.lineage_words import LineageWords
from panda_desktop.ui.media.tile_pictures import PictureSource
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.lineage import LineageModel

PathOf = Callable[[MediaItem], Path | None]


class LineageView(QWidget):
    """The chain.

    Attributes:
        rows: its links, each after the one it was made from.

    Signals:
        item_wanted(object): this `MediaItem` of the chain shall be shown.
        chat_wanted(str, str): this message of this chat shall be shown; the message may be empty.
    """

    item_wanted = Signal(object)
    chat_wanted = Signal(str, str)

    def __init__(
        self,
        model: LineageModel,
        path_of: PathOf,
        sources: tuple[PictureSource, PictureSource | None],
        currency: Callable[[], str],
    ) -> None:
        """Shows what `model` shows.

        Args:
            model: the chain.
            path_of: where the file of an item is.
            sources: small pictures of images, and of videos.
            currency: of all amounts.
        """
        super().__init__()
        self._model = model
        self._path_of = path_of
        self._sources = {MediaKind.IMAGE: sources[0], MediaKind.VIDEO: sources[1]}
        self._currency = currency
        self._words = LineageWords(self)
        self.rows: list[LineageRow] = []
        self._waiting: dict[str, list[LineageRow]] = {}
        self._alone = Label(
            self.tr(
                "Nothing was made from this yet, and it was made from nothing here. Make a video of it, or "
                "grab a frame of a video, and the chain is shown here."
            ),
            "small",
            wrap=True,
        )
        self._cut = Label(self.tr("Only the nearest links are shown: there are more."), "small", wrap=True)
        self._links = QVBoxLayout()
        self._links.setSpacing(2)
        self._sums = QGridLayout()
        self._sums.setHorizontalSpacing(12)
        self._sums.setColumnStretch(1, 1)
        self._to_here = Label("", wrap=True)
        self._whole = Label("", wrap=True)
        self._doubt = Label("", "small", wrap=True)
        self._build()
        model.changed.connect(self._show)
        for source in sources:
            if source is not None:
                source.ready.connect(self._picture_ready)
        self._show()

    def focus_here(self) -> None:
        """Gives the keyboard to the link that is shown."""
        row = next((row for row in self.rows if row.here), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sums(self) -> tuple[str, str]:
        """Returns the words for what it took to get here, and for all of it."""
        return self._to_here.text(), self._whole.text()

    def _build(self) -> None:
        for line, (name, value) in enumerate(
            ((self.tr("To get here"), self._to_here), (self.tr("The whole chain"), self._whole))
        ):
            self._sums.addWidget(Label(name, "small"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._sums.addWidget(value, line, 1)
        self._sums.addWidget(self._doubt, 2, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._sum_box = QWidget()
        self._sum_box.setLayout(self._sums)
        self._sums.setContentsMargins(0, 0, 0, 0)
        for each in (self._sum_box, self._links, self._alone, self._cut):
            if isinstance(each, QWidget):
                column.addWidget(each)
            else:
                column.addLayout(each)

    def _show(self) -> None:
        focused = next((row.link.key for row in self.rows if row.hasFocus()), "")
        for row in self.rows:
            self._links.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows, self._waiting = [], {}
        lineage = self._model.lineage
        if lineage is None:
            for widget in (self._sum_box, self._alone, self._cut):
                widget.hide()
            return
        self._show_sums(lineage)
        for link in lineage.links:
            self._add(link, here=link.key == lineage.focus)
        for row in self.rows:
            if row.link.key == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sums(self, lineage: Lineage) -> None:
        currency = self._currency()
        self._to_here.setText(self._words.sum(lineage.path_cost, currency))
        self._whole.setText(self._words.sum(lineage.cost, currency))
        self._doubt.setText(self._words.doubt(lineage.cost))
        self._doubt.setVisible(bool(self._doubt.text()))
        self._sum_box.show()
        self._alone.setVisible(len(lineage.links) == 1)
        self._cut.setVisible(lineage.is_cut)

    def _add(self, link: LineageLink, *, here: bool) -> None:
        words, currency = self._words, self._currency()
        parts = (words.kind(link), words.cost(link, currency), words.state(link))
        heading = " · ".join(part for part in parts if part)
        row = LineageRow(link, heading, words.title(link), words.spoken(link, currency), here=here)
        row.setEnabled(self._leads_somewhere(link))
        row.clicked.connect(lambda _checked=False: self._go(link))
        row.step_wanted.connect(lambda step: self._step(row, step))
        self.rows.append(row)
        self._links.addWidget(row)
        row.show()  # now, not with the next event: it may get the keyboard
        row.show_picture(self._picture(row))

    def _leads_somewhere(self, link: LineageLink) -> bool:
        if link.kind is LinkKind.CHAT:
            return not link.is_gone
        return link.item is not None and not link.is_gone

    def _picture(self, row: LineageRow) -> QPixmap | None:
        item = row.link.item
        path = None if item is None or row.link.is_gone else self._path_of(item)
        source = None if item is None else self._sources[item.kind]
        if path is None or source is None:
            return None
        self._waiting.setdefault(str(path), []).append(row)
        return source.get(path, look().pixels(PICTURE))

    def _picture_ready(self, path: str) -> None:
        for row in self._waiting.pop(path, ()):
            row.show_picture(self._picture(row))

    def _go(self, link: LineageLink) -> None:
        if link.kind is LinkKind.CHAT:
            self.chat_wanted.emit(link.conversation_id, link.message_id)
        elif link.item is not None:
            self.item_wanted.emit(link.item)

    def _step(self, row: LineageRow, step: int) -> None:
        rows = [each for each in self.rows if each.isEnabled()]
        if row in rows:
            after = rows[max(0, min(len(rows) - 1, rows.index(row) + step))]
            after.setFocus(Qt.FocusReason.TabFocusReason)
