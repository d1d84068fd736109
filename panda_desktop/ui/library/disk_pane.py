"""What the library and the chats take on the disk, and a clean-up that explains itself.

Promise: nothing is removed that is not named here with its reason, and the originals of the library are never
among it.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.domain.disk import CleanedUp, CleanUp, CleanUpPlan, CleanUpStep, DiskUse
from panda_desktop.ui.kit import (
    Card,
    ElidedLabel,
    IconButton,
    Label,
    PrimaryButton,
    ScrollArea,
    Spinner,
    Switch,
)
from panda_desktop.ui.library.disk_words import DiskWords
from panda_desktop.ui.library.question import Question
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import file_size, joined
from panda_desktop.viewmodels.disk import DiskModel

_WIDTH: Final = 720


class ShareBar(QWidget):
    """How much of the whole one share is. Its number stands beside it, so it says nothing itself."""

    def __init__(self, part: float) -> None:
        """Shows `part`, 0 to 1."""
        super().__init__()
        self._part = max(0.0, min(1.0, part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(120, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground and the part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look().theme.hover))
        area = self.rect().adjusted(0, 2, 0, -2)
        painter.drawRoundedRect(area, 3, 3)
        painter.setBrush(QColor(look().theme.accent))
        area.setWidth(max(3, round(area.width() * self._part)))
        painter.drawRoundedRect(area, 3, 3)
        painter.end()


class DiskPane(QWidget):
    """The page.

    Attributes:
        boxes: what of the plan shall be done, by reason.
        clean: does it.
        again: measures again.
        question: the open question; None while there is none.

    Signals:
        said(str): a sentence to be told.
    """

    said = Signal(str)

    def __init__(self, disk: DiskModel) -> None:
        """Measures when it is first shown."""
        super().__init__()
        self._disk = disk
        self._words = DiskWords(self)
        self.boxes: dict[CleanUp, Switch] = {}
        self.question: Question | None = None
        self.clean = PrimaryButton(self.tr("Clean up"))
        self.again = IconButton("refresh", self.tr("Measure again"))
        self._total = Label("", "title", wrap=True)
        self._note = Label("", "muted", wrap=True)
        self._spinner = Spinner(self.tr("Measuring"))
        self._shares = QGridLayout()
        self._steps = QVBoxLayout()
        self._tidy = Label(self.tr("There is nothing to clean up."), "muted", wrap=True)
        self._found = Label("", "small", wrap=True)
        self._build()
        disk.changed.connect(self._show)
        disk.cleaned.connect(self._cleaned)
        self.clean.clicked.connect(lambda _checked=False: self._clean())
        self.again.clicked.connect(lambda _checked=False: disk.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        """Measures: files have come since it was last shown."""
        super().showEvent(event)
        self._disk.refresh()
        self._show()

    def wanted(self) -> frozenset[CleanUp]:
        """Returns what is ticked."""
        return frozenset(reason for reason, box in self.boxes.items() if box.isChecked())

    def _build(self) -> None:
        area = ScrollArea(max_width=_WIDTH)
        column = area.column
        column.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(self._total, 1)
        head.addWidget(self._spinner)
        head.addWidget(self.again)
        column.addLayout(head)
        column.addWidget(self._note)
        self._shares.setHorizontalSpacing(16)
        self._shares.setVerticalSpacing(4)
        self._shares.setColumnStretch(1, 1)
        column.addLayout(self._shares)
        column.addWidget(Label(self.tr("What can go"), "heading"))
        column.addWidget(self._tidy)
        self._steps.setSpacing(8)
        column.addLayout(self._steps)
        column.addWidget(self._found)
        column.addWidget(self.clean, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _show(self) -> None:
        busy = self._disk.busy
        self._spinner.setVisible(busy)
        self.again.setVisible(not busy)
        self.again.setEnabled(not busy)
        use, plan = self._disk.use, self._disk.plan
        if use is None:
            self._total.setText(self.tr("Measuring…") if busy else self.tr("Room on the disk"))
        else:
            self._show_use(use)
        self._show_plan(plan if use is not None else None)

    def _show_use(self, use: DiskUse) -> None:
        self._total.setText(self.tr("{size} on this computer").format(size=file_size(use.size)))
        free = self.tr("{size} are free on the disk.").format(size=file_size(use.free))
        missing = self.tr(
            "The files of %n items of the library are gone or were changed by another program.",
            "",
            len(use.missing),
        )
        self._note.setText(joined(free, missing if use.missing else ""))
        _empty(self._shares)
        for line, portion in enumerate(use.portions):
            row, right = 2 * line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            files = self.tr("%n files", "", portion.files)
            self._shares.addWidget(Label(self._words.share(portion.share)), row, 0)
            count = ElidedLabel(files, "small")
            count.setAlignment(right)
            self._shares.addWidget(count, row, 1)
            self._shares.addWidget(Label(file_size(portion.size)), row, 2, right)
            bar = ShareBar(portion.size / use.size if use.size else 0)
            self._shares.addWidget(bar, row + 1, 0, 1, 3)

    def _show_plan(self, plan: CleanUpPlan | None) -> None:
        ticked = {reason: box.isChecked() for reason, box in self.boxes.items()}
        focused = next((reason for reason, box in self.boxes.items() if box.hasFocus()), None)
        _empty(self._steps)
        self.boxes = {}
        steps = plan.steps if plan is not None else ()
        for step in steps:
            # What can still be put back goes only when the person says so.
            wanted = ticked.get(step.reason, step.reason is not CleanUp.TRASH)
            self._steps.addWidget(self._card(step, ticked=wanted))
        if focused in self.boxes:
            self.boxes[focused].setFocus()
        found = len(plan.found) if plan is not None else 0
        words = self.tr(
            "%n files belong to no item but may be paid results: they are taken into the library.", "", found
        )
        self._found.setText(words)
        self._found.setVisible(found > 0)
        self._tidy.setVisible(plan is not None and not steps and not found)
        self.clean.setVisible(bool(steps) or found > 0)
        self._show_sum()

    def _card(self, step: CleanUpStep, *, ticked: bool) -> Card:
        card = Card()
        title = self._words.title(step.reason)
        box = Switch(title)
        box.setChecked(ticked)
        box.setAccessibleDescription(self._words.why(step.reason))
        box.toggled.connect(lambda _ticked: self._show_sum())
        self.boxes[step.reason] = box
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(box)
        head.addWidget(Label(title, "strong", wrap=True), 1)
        files = self.tr("%n files, {size}", "", len(step.files)).format(size=file_size(step.size))
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(Label(joined(f"{files}.", self._words.why(step.reason)), "small", wrap=True))
        return card

    def _show_sum(self) -> None:
        plan, wanted = self._disk.plan, self.wanted()
        size = sum(step.size for step in plan.steps if step.reason in wanted) if plan is not None else 0
        words = self.tr("Clean up {size}").format(size=file_size(size)) if size else self.tr("Clean up")
        self.clean.set_text(words)
        some = bool(wanted) or bool(plan is not None and plan.found)
        self.clean.setEnabled(some and not self._disk.busy)

    def _clean(self) -> None:
        wanted = self.wanted()
        if CleanUp.TRASH not in wanted:
            self._disk.clean_up(wanted)
            return
        words = self.tr("What is in the trash goes for good, with its files.")
        self.question = Question(
            self, words, self.tr("Clean up and empty the trash"), lambda: self._disk.clean_up(wanted)
        )
        self.question.closed.connect(self._forget)
        self.question.open_at(self.clean, above=True)

    def _forget(self) -> None:
        self.question = None

    def _cleaned(self, done: CleanedUp) -> None:
        self.said.emit(self._words.cleaned(done))


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (taken := layout.takeAt(0)) is not None:
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
