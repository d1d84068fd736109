"""The test of the connection: a button, and each stage in words.

Promise: what is said of a stage is what the test has shown; a failure is said with what to do about it.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.probe import Outcome, Probe, Stage, Step
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import Label, Spinner, announce
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import labelled, money

_ICONS: Final = {
    Outcome.GOOD: ("check", "accent"),
    Outcome.FAILED: ("error", "danger"),
    Outcome.NOT_REACHED: ("minus", "muted"),
    Outcome.NOT_NEEDED: ("minus", "muted"),
}


class ConnectionTest(QWidget):
    """Tests and tells.

    Signals:
        wanted: the connection shall be tested.
    """

    wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes it; nothing was tested yet."""
        super().__init__(parent)
        self._sentences = Sentences(self)
        self.button = ElidedButton(
            self.tr("Test the connection"),
            icon_name="refresh",
            tip=self.tr("Ask for the balance and see how far it comes; this costs nothing"),
        )
        self._spinner = Spinner(self.tr("Testing the connection"))
        self._spinner.hide()
        self._steps = QWidget()
        self._grid = QGridLayout(self._steps)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._steps.hide()
        self._lines: list[tuple[QLabel, Outcome, Label]] = []
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.button)
        line.addWidget(self._spinner)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self._steps)
        self.button.clicked.connect(lambda _checked=False: self.wanted.emit())
        look().changed.connect(self._draw)

    def set_testing(self) -> None:
        """Shows that it is being tested; a second test cannot begin meanwhile."""
        self.button.setEnabled(False)
        self._spinner.show()
        self._clear()

    def set_probe(self, probe: Probe) -> None:
        """Shows how it went."""
        self._done()
        for step in probe.steps:
            if not (step.stage is Stage.SAFETY and step.outcome is Outcome.NOT_NEEDED):
                self._add(step.outcome, self._words(step, probe))
        self._draw()
        self._steps.show()
        failed = [words.text() for _, outcome, words in self._lines if outcome is Outcome.FAILED]
        announce(self, failed[0] if failed else self._lines[-1][2].text(), urgent=bool(failed))

    def set_failed(self, error: PandaError) -> None:
        """Says that the test itself did not work."""
        self._done()
        words = self._sentences.about(error).text
        self._add(Outcome.FAILED, words)
        self._draw()
        self._steps.show()
        announce(self, words, urgent=True)

    def lines(self) -> tuple[str, ...]:
        """Returns what is said, one line a stage."""
        return tuple(words.text() for _, _, words in self._lines)

    def _words(self, step: Step, probe: Probe) -> str:
        if step.error is not None:
            return self._sentences.about(step.error).text
        if step.outcome is Outcome.NOT_REACHED:
            return self._unreached(step.stage)
        if step.stage is Stage.NAME and step.outcome is Outcome.NOT_NEEDED:
            return self.tr("The proxy looks up the name {host}").format(host=probe.host)
        connected = self.tr("Connected to {host}").format(host=probe.host)
        if probe.proxy:
            connected = self.tr("Connected through the proxy {proxy}").format(proxy=probe.proxy)
        amount = self.tr("The gateway answered without a balance")
        if probe.balance is not None and probe.balance.amount is not None:
            told = money(probe.balance.amount, probe.balance.currency)
            amount = self.tr("Balance: {amount}").format(amount=told)
        return {
            Stage.NAME: self.tr("Name found: {host}").format(host=probe.host),
            Stage.CONNECTION: connected,
            Stage.SAFETY: self.tr("The connection is encrypted and the certificate is good"),
            Stage.KEY: self.tr("The key is accepted"),
            Stage.BALANCE: amount,
        }[step.stage]

    def _unreached(self, stage: Stage) -> str:
        return {
            Stage.NAME: self.tr("Name: not looked up"),
            Stage.CONNECTION: self.tr("Connection: not tried"),
            Stage.SAFETY: self.tr("Encryption: not reached"),
            Stage.KEY: self.tr("Key: not reached"),
            Stage.BALANCE: self.tr("Balance: not reached"),
        }[stage]

    def _add(self, outcome: Outcome, text: str) -> None:
        mark = QLabel()
        mark.setAccessibleName(
            {
                Outcome.GOOD: self.tr("Good"),
                Outcome.FAILED: self.tr("Failed"),
                Outcome.NOT_REACHED: self.tr("Not reached"),
                Outcome.NOT_NEEDED: self.tr("Not needed"),
            }[outcome]
        )
        roles = {Outcome.GOOD: "body", Outcome.FAILED: "danger"}
        words = Label(text, roles.get(outcome, "muted"), wrap=True)
        words.set_selectable()
        words.setAccessibleName(labelled(mark.accessibleName(), text))
        row = len(self._lines)
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, row, 1)
        self._lines.append((mark, outcome, words))

    def _draw(self) -> None:
        side = look().pixels(16)
        for mark, outcome, _ in self._lines:
            name, role = _ICONS[outcome]
            colour = str(getattr(look().theme, role))
            picture: QPixmap = icon_pixmap(name, colour, side, self.devicePixelRatioF())
            mark.setPixmap(picture)

    def _done(self) -> None:
        self.button.setEnabled(True)
        self._spinner.hide()
        self._clear()

    def _clear(self) -> None:
        self._steps.hide()
        for mark, _, words in self._lines:
            for widget in (mark, words):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._lines = []
