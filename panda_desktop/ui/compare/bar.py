"""The line above the composer that says which models the next message goes to.

Promise: while one click asks several models and pays each, this line is seen.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from panda_desktop.ui.compare.words import requests
from panda_desktop.ui.kit import Button, Card, ElidedLabel, IconButton, Label, announce, plain_tip
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript.style import COLUMN


class CompareBar(QWidget):
    """The line; hidden until models are shown.

    Attributes:
        change: opens the choice of models.
        leave: ends the comparing of further messages.

    Signals:
        change_wanted: other models shall be chosen.
        leave_wanted: the next message shall go to one model again.
    """

    change_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Hidden."""
        super().__init__(parent)
        self._words = ElidedLabel("", "accent")
        self._cost = Label("", "small")
        self.change = Button(self.tr("Change"), "quiet", small=True, tip=self.tr("Compare other models"))
        self.leave = IconButton("close", self.tr("Compare no longer (Escape)"), size=16)
        self.change.clicked.connect(lambda _checked=False: self.change_wanted.emit())
        self.leave.clicked.connect(lambda _checked=False: self.leave_wanted.emit())
        self._card = Card("side")
        inside = QHBoxLayout(self._card)
        inside.setContentsMargins(14, 3, 6, 3)
        inside.setSpacing(8)
        inside.addWidget(self._words, 1)
        inside.addWidget(self._cost)
        inside.addWidget(self.change)
        inside.addWidget(self.leave)
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._card, 100_000)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look().changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_models(self, models: Sequence[str]) -> None:
        """Names the models; none hides the line."""
        if not models:
            self.hide()
            return
        words = self.tr("Comparing: {models}").format(models=" · ".join(models))
        self._words.setText(words)
        self._cost.setText(self.tr("%n paid requests", "", len(models)))
        self._cost.setToolTip(plain_tip(requests(len(models))))
        self.setAccessibleName(f"{words}. {requests(len(models))}")
        self.show()
        announce(self, self.accessibleName())

    def words(self) -> str:
        """Returns what is said."""
        return self.accessibleName()

    def _dress(self) -> None:
        self._card.setMaximumWidth(look().pixels(COLUMN))
