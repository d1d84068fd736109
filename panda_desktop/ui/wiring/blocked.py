"""The window that says why the program cannot start, and what can be done about it.

Promise: it changes nothing by itself; what it offers is a wish that somebody else fulfils.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from panda_desktop.domain.backups import Backup
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.ui.backup_words import BackupWords
from panda_desktop.ui.icons import app_icon, icon_pixmap
from panda_desktop.ui.kit import (
    Button,
    Label,
    Menu,
    PrimaryButton,
    ScrollArea,
    Spinner,
    Surface,
    announce,
)
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.theme import look
from panda_desktop.ui.wiring.settings import open_folder
from panda_desktop.ui.wording import joined

_NARROW: Final = 420
SALVAGE: Final = "salvage"
"""What `chosen` carries for “take over what can be read”."""


class BlockedWindow(QMainWindow):
    """One sentence and the next steps.

    Signals:
        chosen(object): a `Backup` shall be used, or `SALVAGE`.
        closing: the window closes.
    """

    chosen = Signal(object)
    closing = Signal()

    def __init__(self, error: PandaError, folder: Path) -> None:
        """Says what `error` means; `folder` is the data folder."""
        super().__init__()
        self._words = BackupWords(self)
        self._sentences = Sentences(self)
        self.setWindowTitle(self.tr("Panda Desktop"))
        self.setWindowIcon(app_icon())
        self.resize(QSize(600, 460))
        self._text = Label(self._sentences.about(error).text, "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        self._spinner = Spinner(self.tr("Working"))
        self._spinner.hide()
        self._outcome = Label("", "small", wrap=True)
        self._outcome.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._outcome.hide()
        self._offered: list[Button] = []
        self._best = ""
        self._icon = QLabel()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.open = Button(self.tr("Open the data folder"), icon_name="folder")
        self.open.clicked.connect(lambda _checked=False: open_folder(folder))
        self.quit = Button(self.tr("Quit"))
        self.quit.clicked.connect(lambda _checked=False: self.close())
        self._build()

    def offer(self, backups: Sequence[Backup], *, can_salvage: bool) -> None:
        """Offers sound backups, the best first, and taking over what can be read."""
        if backups:
            when = self._words.when(backups[0].made_at)
            self._best = self.tr("Restore the backup of {when}").format(when=when)
            best = PrimaryButton(self._best)
            best.setAccessibleName(self._best)
            best.setToolTip(f"{when}, {self._words.about(backups[0])}")
            best.clicked.connect(lambda _checked=False: self.chosen.emit(backups[0]))
            self._add(best)
        if backups[1:]:
            another = Button(self.tr("Another backup…"), icon_name="clock")
            another.clicked.connect(lambda _checked=False: self._ask_which(another, backups[1:]))
            self._add(another)
        if can_salvage:
            tip = self.tr("Reads what can still be read. The damaged file is kept.")
            rest = Button(self.tr("Take over what can be read"), icon_name="wand", tip=tip)
            rest.clicked.connect(lambda _checked=False: self.chosen.emit(SALVAGE))
            self._add(rest)
        if self._offered:
            self._text.setText(self._said(bool(backups)))
            self._offered[0].setFocus()
        self._arrange()

    def set_busy(self) -> None:
        """Shows that what was chosen is being done; nothing else can be chosen meanwhile."""
        for button in self._offered:
            button.setEnabled(False)
        self._spinner.show()
        self._say(self.tr("One moment: your data is being put in order…"), "small")

    def set_failed(self, error: PandaError) -> None:
        """Says why that did not help; something else can be chosen."""
        for button in self._offered:
            button.setEnabled(True)
        self._spinner.hide()
        tried = self.tr("That did not help; nothing was changed. Try another way.")
        if error.kind is not ErrorKind.DATA_DAMAGED:  # the window says that already
            tried = joined(tried, self._sentences.about(error).text)
        self._say(tried, "danger")

    def outcome(self) -> str:
        """Returns what is said about the last choice."""
        return self._outcome.text() if not self._outcome.isHidden() else ""

    def offers(self) -> tuple[Button, ...]:
        """Returns the buttons of what is offered, the best first."""
        return tuple(self._offered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Uses fewer words and stacks the buttons where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the window closes."""
        super().closeEvent(event)
        self.closing.emit()

    def _arrange(self) -> None:
        narrow = self.width() < look().pixels(_NARROW)
        directions = QBoxLayout.Direction
        self._below.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        if self._best:
            self._offered[0].set_text(self.tr("Restore the backup") if narrow else self._best)

    def _draw_icon(self) -> None:
        theme, side = look().theme, look().pixels(40)
        self._icon.setPixmap(icon_pixmap("warning", theme.warning, side, self.devicePixelRatioF()))

    def _said(self, has_backup: bool) -> str:
        if has_backup:
            return self.tr(
                "The saved data is damaged. It is kept as it is. A backup brings back everything up to that "
                "time; reading what can be read may bring back newer messages, too."
            )
        return self.tr(
            "The saved data is damaged, and there is no sound backup. What can still be read can be taken "
            "over; the damaged file is kept as it is."
        )

    def _ask_which(self, button: QWidget, backups: Sequence[Backup]) -> None:
        menu = Menu(self)
        for backup in backups:
            text = self.tr("{when} ({about})").format(
                when=self._words.when(backup.made_at), about=self._words.about(backup)
            )
            menu.add(text, partial(self.chosen.emit, backup))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()) if button.isVisible() else QCursor.pos())

    def _say(self, words: str, role: str) -> None:
        self._outcome.set_role(role)
        self._outcome.setText(words)
        self._outcome.show()
        announce(self, words, urgent=role == "danger")

    def _add(self, button: Button) -> None:
        self._offered.append(button)
        self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _build(self) -> None:
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._draw_icon()
        look().changed.connect(self._draw_icon)
        look().changed.connect(self._arrange)
        title = Label(self.tr("Panda Desktop cannot start"), "heading", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area = ScrollArea(max_width=460)
        column = area.column
        column.setSpacing(12)
        column.addStretch(1)
        for each in (self._icon, title, self._text):
            column.addWidget(each)
        column.addLayout(self._ways)
        column.addWidget(self._spinner, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._outcome)
        self._below.setSpacing(8)
        self._below.addStretch(1)
        self._below.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        self._below.addWidget(self.quit, 0, Qt.AlignmentFlag.AlignHCenter)
        self._below.addStretch(1)
        column.addLayout(self._below)
        column.addStretch(2)
        surface = Surface("background")
        outside = QVBoxLayout(surface)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)
        self.setCentralWidget(surface)
