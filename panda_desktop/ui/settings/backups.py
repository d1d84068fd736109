"""The settings of backups: what there is, one more, and going back to one.

Promise: nothing is restored by one press; before it a person reads what happens to what is here now.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.backups import Backup
from panda_desktop.ui.backup_words import BackupWords
from panda_desktop.ui.kit import (
    Button,
    Card,
    FlowLayout,
    Label,
    Popover,
    PrimaryButton,
    Spinner,
    Switch,
    announce,
)
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
from panda_desktop.ui.theme import look


class BackupSettings(QWidget):
    """Backups.

    Signals:
        automatic_wanted(bool): one shall be made each day, or no longer.
        make_wanted: one shall be made now.
        restore_wanted(object): this `Backup` shall be used from the next start on.
        keep_wanted: it shall not.
        quit_wanted: the program shall end, so that it is used soon.
    """

    automatic_wanted = Signal(bool)
    make_wanted = Signal()
    restore_wanted = Signal(object)
    keep_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        self._words = BackupWords(self)
        self._count = -1
        self._busy = False
        self.automatic = Switch(self.tr("A backup each day"), tip=self.tr("Make a backup by itself each day"))
        self.make = ElidedButton(self.tr("Back up now"), icon_name="save")
        self._spinner = Spinner(self.tr("Making a backup"))
        self._spinner.hide()
        self.restore_buttons: list[Button] = []
        self.asking: Popover | None = None
        self._staged = _StagedBar()
        self._list: SettingGroup | None = None
        self._build()
        self.automatic.clicked.connect(self.automatic_wanted)
        self.make.clicked.connect(lambda _checked=False: self.make_wanted.emit())
        self._staged.keep.clicked.connect(lambda _checked=False: self.keep_wanted.emit())
        self._staged.quit.clicked.connect(lambda _checked=False: self.quit_wanted.emit())
        self.set_backups(())

    def set_automatic(self, wanted: bool) -> None:
        """Shows whether one is made each day."""
        self.automatic.setChecked(wanted)

    def set_busy(self, busy: bool) -> None:
        """Shows that one is being made or prepared; nothing else can be begun meanwhile."""
        if busy == self._busy:
            return
        had_focus = self.make.hasFocus()
        self._busy = busy
        for button in (self.make, *self.restore_buttons):
            button.setEnabled(not busy)
        self._spinner.setVisible(busy)
        if had_focus or (not busy and self._spinner.hasFocus()):
            self.make.setFocus()

    def set_backups(self, backups: Sequence[Backup]) -> None:
        """Lists them, the newest first."""
        if self._list is not None:
            self._column.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self.restore_buttons = []
        rows: list[QWidget] = [self._row_of(backup) for backup in backups]
        self._list = SettingGroup(self.tr("What there is"), rows or [self._nothing()])
        self._column.addWidget(self._list)
        if self._count >= 0 and len(backups) > self._count:
            announce(self, self.tr("The backup is made."))
        self._count = len(backups)

    def set_restoring(self, made_at: datetime | None) -> None:
        """Says which backup the next start uses; None for none."""
        if made_at is None:
            self._staged.hide()
            return
        words = self.tr("At the next start the backup of {when} is used.").format(
            when=self._words.when(made_at)
        )
        self._staged.words.setText(words)
        self._staged.show()
        announce(self, words)

    def _nothing(self) -> Label:
        words = self.tr("There is no backup yet. The first one is made while you use the program.")
        label = Label(words, "small", wrap=True)
        label.setContentsMargins(16, 12, 16, 12)
        return label

    def _row_of(self, backup: Backup) -> SettingRow:
        button = Button(self.tr("Restore…"), small=True)
        when = self._words.when(backup.made_at)
        button.setAccessibleName(self.tr("Restore the backup of {when}").format(when=when))
        button.setToolTip(self.tr("Go back to this backup"))
        button.setEnabled(not self._busy)
        button.clicked.connect(lambda _checked=False: self._ask(button, backup))
        self.restore_buttons.append(button)
        return SettingRow(when[:1].upper() + when[1:], self._words.about(backup), button)

    def _ask(self, button: Button, backup: Backup) -> None:
        panel = Popover(button)
        words = self.tr(
            "At the next start everything is as it was {when}. What is here now is kept in the folder "
            "“set-aside”; pictures and videos stay where they are."
        ).format(when=self._words.when(backup.made_at))
        text = Label(words, wrap=True)
        text.setFixedWidth(look().pixels(300))
        yes = PrimaryButton(self.tr("Restore at the next start"))
        no = Button(self.tr("Cancel"))
        yes.clicked.connect(lambda _checked=False: panel.close())
        yes.clicked.connect(lambda _checked=False: self.restore_wanted.emit(backup))
        no.clicked.connect(lambda _checked=False: panel.close())
        panel.content.addWidget(text)
        panel.content.addWidget(yes)
        panel.content.addWidget(no)
        panel.closed.connect(panel.deleteLater)
        panel.closed.connect(self._focus_after(button))
        self.asking = panel
        panel.open_at(button)
        yes.setFocus()

    def _focus_after(self, button: Button) -> Callable[[], None]:
        def focus() -> None:
            # The list may have been made anew meanwhile.
            (button if button in self.restore_buttons and button.isEnabled() else self.make).setFocus()

        return focus

    def _build(self) -> None:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._spinner)
        line.addWidget(self.make)
        rows: list[QWidget] = [
            SettingRow(
                self.tr("A backup each day"),
                self.tr("The last three days and the last two weeks are kept, on this computer."),
                self.automatic,
            ),
            SettingRow(
                self.tr("Back up now"),
                self.tr("Chats, settings and the list of what was paid. The key is never in it."),
                box,
            ),
        ]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self._staged)
        self._column.addWidget(SettingGroup(self.tr("Backups"), rows))


class _StagedBar(Card):
    """Says that the next start uses another file."""

    def __init__(self) -> None:
        super().__init__("side")
        self.words = Label("", wrap=True)
        self.quit = Button(self.tr("Quit now"))
        self.keep = Button(self.tr("Do not restore"), icon_name="undo")
        box = QWidget()
        flow = FlowLayout(box, gap=8)
        flow.addWidget(self.quit)
        flow.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(box)
        self.hide()
