"""The panel in which the models of a comparison are chosen.

Promise: nothing is asked before “Compare” (or the one-click entry) is pressed once, and what that costs
stands above the button.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.compare.words import requests
from panda_desktop.ui.kit import Button, Choice, ChoicePopover, ElidedLabel, Label, PrimaryButton, announce
from panda_desktop.ui.theme import look

ROUTES: Final = ("auto:cost", "auto:quality", "auto:speed")
FEWEST: Final = 2
MOST: Final = 4
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompareChooser(ChoicePopover):
    """The panel.

    Attributes:
        routes: compares the three routes at once.
        accept: compares what is chosen.

    Signals:
        accepted(object): these models (a tuple of ids) shall be compared; the panel is closing.
    """

    accepted = Signal(object)

    def __init__(
        self, parent: QWidget, choices: Sequence[Choice], models: Sequence[str], *, now: bool
    ) -> None:
        """Shows `choices` with `models` chosen; `now`: a message is there and is asked at once."""
        known = {choice.value for choice in choices}
        typed = [Choice(model, model, "", self.tr("Typed")) for model in models if model not in known]
        self._models: list[str] = []  # read while the list is filled first
        super().__init__(parent, self.tr("Models to compare"), [*typed, *choices], "", free_text=True)
        self._models = list(models)[:MOST]
        self._now = now
        self._answered = False
        title = self.tr("Compare with other models") if now else self.tr("Compare models")
        self.setAccessibleName(title)
        self.routes = Button(
            self.tr("Cheapest, best and fastest route"),
            "accent",
            icon_name="compare",
            tip=self.tr("Compare auto:cost, auto:quality and auto:speed"),
        )
        self.routes.clicked.connect(lambda _checked=False: self._answer(ROUTES))
        self._chosen = ElidedLabel("")
        self._cost = Label("", "small", wrap=True)
        self.accept = PrimaryButton(self.tr("Compare"), tip=self.tr("Compare the chosen models (Ctrl+Enter)"))
        self.accept.clicked.connect(lambda _checked=False: self._answer(tuple(self._models)))
        self.content.insertWidget(0, Label(title, "strong"))
        self.content.insertWidget(1, self.routes)
        self.content.addWidget(self._chosen)
        self.content.addWidget(self._cost)
        self.content.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignRight)
        self.content.setContentsMargins(12, 12, 12, 12)
        self.setFixedWidth(look().pixels(420))
        self._fill()
        self._show()

    def models(self) -> tuple[str, ...]:
        """Returns what is chosen, in order."""
        return tuple(self._models)

    def is_taken(self, value: str) -> bool:
        """See `ChoicePopover.is_taken`."""
        return value in self._models

    def take(self, value: str) -> None:
        """Chooses a model, or no longer; a fifth one is refused in words."""
        if value in self._models:
            self._models.remove(value)
        elif len(self._models) < MOST:
            self._models.append(value)
        else:
            announce(self, self._cost.text())
            return
        if all(choice.value != value for choice in self._choices):
            self._choices = (Choice(value, value, "", self.tr("Typed")), *self._choices)
            self.search.clear()
        self.mark(value)
        self._show()
        announce(self, f"{self._chosen.text()} {self._cost.text()}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter compares; Tab leaves the search as everywhere."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.accept.click()
            return True
        return super().eventFilter(watched, event)

    def _answer(self, models: tuple[str, ...]) -> None:
        if self._answered or not FEWEST <= len(models) <= MOST:
            return
        self._answered = True
        self.close()
        self.accepted.emit(models)

    def _show(self) -> None:
        count = len(self._models)
        chosen = self.tr("Chosen: {models}").format(models=" · ".join(self._models))
        self._chosen.setText(chosen if self._models else self.tr("Nothing chosen yet"))
        self.accept.setEnabled(FEWEST <= count <= MOST)
        if count < FEWEST:
            words = self.tr("Choose two to four models.")
        elif self._now:
            words = self.tr("Asks %n models now: %n paid requests.", "", count)
        else:
            words = requests(count)
        if count == MOST:
            words = self.tr("{cost} Four is the most.").format(cost=words)
        self._cost.setText(words)
