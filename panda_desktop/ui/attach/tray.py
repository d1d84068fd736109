"""The row of files above the text of the composer.

Promise: it is no higher than two rows and a half, however many files there are; Tab stops at it once and
arrows go along it; a file that is taken out leaves the focus at its neighbour.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from panda_desktop.domain.attachments import Attachment
from panda_desktop.ui.attach.chip import SIDE, AttachmentChip
from panda_desktop.ui.kit import FlowLayout, Label, Spinner
from panda_desktop.ui.theme import look

_GAP: Final = 8
_ROWS: Final = 2.5


class AttachmentTray(QScrollArea):
    """The row.

    Signals:
        remove_wanted(str): the attachment with this id shall be taken out.
        open_wanted(object): this `Attachment` shall be seen large.
        menu_wanted(object, object): what can be done with an `Attachment` shall be shown at a `QPoint`.
        left: the focus belongs into the text: the last file was taken out by keyboard, or Escape was hit.
        added(object): this new `AttachmentChip` wants its picture.
    """

    remove_wanted = Signal(str)
    open_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    left = Signal()
    added = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty row, which is hidden."""
        super().__init__(parent)
        self._chips: list[AttachmentChip] = []
        self._inside = QWidget()
        self._flow = FlowLayout(self._inside, gap=_GAP)
        self._waiting = QWidget()
        self._waiting_words = Label("", "small")
        self._build()
        look().changed.connect(self._fit)

    def chips(self) -> tuple[AttachmentChip, ...]:
        """Returns what is shown, in order."""
        return tuple(self._chips)

    def show_files(self, items: Sequence[Attachment], pending: int) -> None:
        """Shows these files, and how many more are on their way."""
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        known = {chip.attachment.id: chip for chip in self._chips}
        wanted = {item.id for item in items}
        for each in [chip for chip in self._chips if chip.attachment.id not in wanted]:
            self._flow.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._chips = [known.get(item.id) or self._made(item) for item in items]
        self._flow.removeWidget(self._waiting)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._waiting)
        several = self.tr("Adding %n files…", "", pending)
        self._waiting_words.setText(several if pending > 1 else self.tr("Adding a file…"))
        self._waiting.setVisible(pending > 0)
        self.setVisible(bool(items) or pending > 0)
        self._fit()
        self._settle(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the height its rows need at this width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Brings the file that has the focus into view."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, AttachmentChip):
            self._stop_at(watched)
            self.ensureWidgetVisible(watched, 0, _GAP)
        return super().eventFilter(watched, event)

    def _made(self, item: Attachment) -> AttachmentChip:
        chip = AttachmentChip(item, parent=self._inside)
        chip.removed.connect(lambda: self.remove_wanted.emit(item.id))
        chip.menu_wanted.connect(lambda point: self._ask_menu(item, point))
        chip.opened.connect(lambda: self.open_wanted.emit(item))
        chip.escaped.connect(self.left)
        chip.stepped.connect(lambda step: self._step(chip, step))
        chip.installEventFilter(self)
        self.added.emit(chip)
        return chip

    def _ask_menu(self, item: Attachment, point: QPoint) -> None:
        self.menu_wanted.emit(item, point)

    def _step(self, chip: AttachmentChip, step: int) -> None:
        at = self._chips.index(chip) + step
        self._chips[max(0, min(len(self._chips) - 1, at))].setFocus(Qt.FocusReason.TabFocusReason)

    def _settle(self, focused: int) -> None:
        """Leaves one stop for Tab, and the focus where a file was taken out."""
        if focused >= 0 and self._chips:
            self._chips[min(focused, len(self._chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        elif focused >= 0:
            self.left.emit()
        stop = next((chip for chip in self._chips if chip.focusPolicy() is Qt.FocusPolicy.StrongFocus), None)
        if self._chips and stop is None:
            self._stop_at(self._chips[0])

    def _stop_at(self, stop: AttachmentChip) -> None:
        for chip in self._chips:
            policies = Qt.FocusPolicy
            chip.setFocusPolicy(policies.StrongFocus if chip is stop else policies.ClickFocus)

    def _fit(self) -> None:
        side = look().pixels(SIDE)
        self._waiting.setFixedHeight(side)
        most = round(_ROWS * (side + _GAP))
        needed = self._flow.heightForWidth(self.width())
        if needed > most:  # beside the scroll bar there is less room
            needed = self._flow.heightForWidth(self.viewport().width())
        self.setFixedHeight(max(side, min(needed, most)))

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Attached files"))
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self._waiting)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(Spinner(self.tr("Adding files")))
        row.addWidget(self._waiting_words)
        self._waiting.hide()
        self.hide()
