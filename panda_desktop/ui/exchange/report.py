"""The report of an import: what was not taken over as it was, by reason, each to be opened.

Promise: foreign words are shown as plain text, and the panel stays within the window however long the list.
"""

from typing import Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.exchange import ImportReport, Misfit, Reason
from panda_desktop.ui.exchange.over import fit, open_over
from panda_desktop.ui.exchange.words import ExchangeWords
from panda_desktop.ui.kit import Button, IconButton, Label, Popover, ScrollArea, Separator
from panda_desktop.ui.theme import look

_WIDTH: Final = 520
_HEIGHT: Final = 420


class ReasonRow(QWidget):
    """One reason, with the places under it when it is open.

    Attributes:
        button: opens and closes it.
        places: where it was so.
    """

    def __init__(self, words: str, places: list[str], *, parent: QWidget | None = None) -> None:
        """Makes a closed row."""
        super().__init__(parent)
        self.button = IconButton("chevron-right", words, checkable=True)
        self.places = Label("\n".join(places), "small", wrap=True)
        self.places.set_selectable()
        self.places.hide()
        label = Label(words, wrap=True)
        label.setContentsMargins(0, 4, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.places)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(6)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.button.toggled.connect(self._open)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens and closes it: its words are as good a target as the button."""
        self.button.toggle()

    def _open(self, opened: bool) -> None:
        self.button.set_icon("chevron-down" if opened else "chevron-right")
        self.places.setVisible(opened)


class ImportReportPanel(Popover):
    """One opening of the report; it deletes itself when closed.

    Attributes:
        rows: by reason.
        done: closes it.
    """

    def __init__(self, window: QWidget, report: ImportReport) -> None:
        """Shows `report`."""
        super().__init__(window)
        self._window = window
        self._words = ExchangeWords(self)
        self.rows: dict[Reason, ReasonRow] = {}
        self.done = Button(self.tr("Close"), tip=self.tr("Close the report (Esc)"))
        self.setAccessibleName(self.tr("Report of the import"))
        self._build(report)
        self.done.clicked.connect(lambda _checked=False: self.close())
        self.closed.connect(self.deleteLater)

    def open_report(self) -> None:
        """Opens over the window."""
        fit(self, self._window, _WIDTH)
        self.setFixedHeight(min(look().pixels(_HEIGHT), max(200, self._window.height() - 48)))
        open_over(self, self._window)
        first = next(iter(self.rows.values()), None)
        (first.button if first is not None else self.done).setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self, report: ImportReport) -> None:
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(10)
        self.content.addWidget(Label(self.tr("Report of the import"), "heading"))
        self.content.addWidget(Label(self._words.imported(report), wrap=True))
        self.content.addWidget(Separator())
        area = ScrollArea(margins=0)
        area.column.setSpacing(4)
        for reason, count in sorted(report.counts.items(), key=lambda each: -each[1]):
            found = [misfit for misfit in report.misfits if misfit.reason is reason]
            words = f"{self._words.reason(reason)} ({QLocale().toString(count)})"
            row = ReasonRow(words, self._places(found, count))
            self.rows[reason] = row
            area.column.addWidget(row)
        area.column.addStretch(1)
        self.content.addWidget(area, 1)
        self.content.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)

    def _places(self, found: list[Misfit], count: int) -> list[str]:
        places = [self._words.misfit(misfit) for misfit in found]
        left = count - sum(misfit.times for misfit in found)
        return [*places, self._words.more(left)] if left > 0 else places
