"""The panel beside the grid: what is known of the item with the keyboard, and its chain.

Promise: it follows the grid without delay; the chain is asked for only while it is shown.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from panda_desktop.domain.jobs import Job
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.kit import Button, Card, IconButton, Label, ScrollArea, SegmentedChoice, Surface
from panda_desktop.ui.library.item_facts import Facts, ItemFacts
from panda_desktop.ui.library.lineage_view import LineageView
from panda_desktop.ui.media.details import DetailsPanel
from panda_desktop.ui.media.item_actions import ItemActions
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.lineage import LineageModel

DETAILS: Final = "details"
LINEAGE: Final = "lineage"
_WIDTH: Final = 320
_PAUSE_MS: Final = 90
"""An arrow key that is held down asks for no chain."""


class InfoPanel(Surface):
    """The panel.

    Attributes:
        details: prompt, facts and buttons.
        lineage: the chain.
        close_button: hides the panel.
        evidence: saves evidence for a refund.

    Signals:
        closed: the panel shall be hidden; the grid shall have the keyboard.
        evidence_wanted(object): evidence of this `Job` shall be saved.
    """

    closed = Signal()
    evidence_wanted = Signal(object)

    def __init__(
        self, model: LineageModel, lineage: LineageView, actions: ItemActions, facts: ItemFacts
    ) -> None:
        """Makes an empty panel."""
        super().__init__("side", edge="left")
        self.setAccessibleName(self.tr("Details of the library"))
        self._model = model
        self._facts = facts
        self._item: MediaItem | None = None
        self._job: Job | None = None
        self._known: tuple[MediaItem, str, Facts] | None = None
        self._asked = ""
        self.lineage = lineage
        self.details = DetailsPanel(actions)
        self.tabs = SegmentedChoice(
            self.tr("Show"), [(DETAILS, self.tr("Details")), (LINEAGE, self.tr("Lineage"))]
        )
        for value, words in ((DETAILS, self.tr("Details (I)")), (LINEAGE, self.tr("Lineage (L)"))):
            if (button := self.tabs.button(value)) is not None:
                button.set_tip(words)
        self.close_button = IconButton("close", self.tr("Hide the details (Esc)"), size=16)
        self.evidence = Button(self.tr("Save evidence for a refund…"), icon_name="receipt", small=True)
        self._owed = Label("", "warning", wrap=True)
        self._claim = Card()
        self._nothing = Label(
            self.tr("Choose a picture or a video to see what is known of it."), "muted", wrap=True
        )
        self._stack = QStackedWidget()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_PAUSE_MS)
        self._asking.timeout.connect(self._ask)
        self._build()
        self.tabs.set_value(DETAILS)
        self.show_item(None)

    def tab(self) -> str:
        """Returns which page of it is shown."""
        return self.tabs.value()

    def show_tab(self, tab: str) -> None:
        """Shows `DETAILS` or `LINEAGE`."""
        self.tabs.set_value(tab)
        self._turn()

    def show_item(self, item: MediaItem | None) -> None:
        """Shows an item; None for nothing."""
        self._item = item
        self._job = None if item is None else self._facts.job_of(item)
        if item is not None:
            known = item, self._facts.charged_for_less(item), self._facts.of(item)
            if known != self._known:  # else what is selected in it would be lost for nothing
                self._known = known
                self._owed.setText(known[1])
                self._claim.setVisible(bool(known[1]))
                self.details.show_item(item, QSize(item.width, item.height), known[2])
        self._turn()

    def job_changed(self, job: Job) -> None:
        """Shows what is new of the job that made the item; not its progress, which is told sixty times a
        second.
        """
        if self._item is not None and self._item.job_id == job.id and job != self._job:
            self.show_item(self._item)

    def sizeHint(self) -> QSize:
        """Follows the text size."""
        return QSize(look().pixels(_WIDTH), look().pixels(400))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 8, 6)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        claim = QVBoxLayout(self._claim)
        claim.setContentsMargins(12, 10, 12, 10)
        claim.addWidget(self._owed)
        claim.addWidget(self.evidence, 0, Qt.AlignmentFlag.AlignLeft)
        self.details.extra.addWidget(self._claim)
        chain = ScrollArea(margins=12)
        chain.column.addWidget(self.lineage)
        chain.column.addStretch(1)
        nothing = ScrollArea(margins=16)
        nothing.column.addWidget(self._nothing)
        nothing.column.addStretch(1)
        self._pages: dict[str, QWidget] = {DETAILS: self.details, LINEAGE: chain, "": nothing}
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(lambda _value: self._turn())
        self.close_button.clicked.connect(lambda _checked=False: self.closed.emit())
        self.evidence.clicked.connect(lambda _checked=False: self._want_evidence())

    def _turn(self) -> None:
        """Shows the page that is wanted of the item that is wanted."""
        self._stack.setCurrentWidget(self._pages[self.tab() if self._item is not None else ""])
        if self._item is None or self.tab() != LINEAGE:
            self._asking.stop()
            self._asked = ""
            self._model.clear()
        elif self._item.id != self._asked:
            self._asking.start()

    def _ask(self) -> None:
        if self._item is not None and self.tab() == LINEAGE:
            self._asked = self._item.id
            self._model.show(self._item.id)

    def _want_evidence(self) -> None:
        if self._job is not None:
            self.evidence_wanted.emit(self._job)
