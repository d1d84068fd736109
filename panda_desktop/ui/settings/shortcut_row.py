"""One command and its keys in the settings.

Promise: keys another command has are not taken from it before the person says so.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import Button, FlowLayout, IconButton, announce
from panda_desktop.ui.settings.key_recorder import KeyRecorder, Refusal
from panda_desktop.ui.settings.rows import SettingRow
from panda_desktop.ui.window.commands import Command
from panda_desktop.ui.wording import labelled


class ShortcutRow(SettingRow):
    """The row.

    Attributes:
        command: the key of the command.
        recorder: shows and takes the keys.

    Signals:
        keys_wanted(str): the command shall have these portable keys, empty for none.
        own_wanted: the command shall have the program's own keys again.
        taking_wanted(str, str): these keys shall be taken from the command with this key.
    """

    keys_wanted = Signal(str)
    own_wanted = Signal()
    taking_wanted = Signal(str, str)

    def __init__(self, command: Command, holder: Callable[[str], Command | None]) -> None:
        """Makes the row of a command; `holder` returns what has certain keys already."""
        self.command = command.key
        self.recorder = KeyRecorder(command.text)
        box = QWidget()
        self._line = FlowLayout(box, gap=4)
        self._line.addWidget(self.recorder)
        super().__init__(command.text, "", box)
        self._holder = holder
        self._text = command.text
        self._reset: IconButton | None = None
        self._take_away: Button | None = None
        self._wish = ("", "")
        self._shown = ("", "", "")
        self.recorder.recorded.connect(self._recorded)
        self.recorder.refused.connect(self._refused)
        self.recorder.ended.connect(self._say_state)
        self.recorder.began.connect(lambda: self._say(self.tr("Backspace for none, Escape to leave it."), ""))

    def show_keys(self, keys: str, own: str, conflict: Command | None) -> None:
        """Shows the keys of the command, the program's own, and the command that has the same, if any."""
        shown = keys, own, conflict.text if conflict is not None else ""
        if shown != self._shown:  # else an open question stays
            self._shown = shown
            self.recorder.set_keys(keys)
            self._show_reset(own if keys != own else None)
            self._say_state()

    def warning(self) -> str:
        """Returns what is wrong with the keys; empty for nothing."""
        return self.note.text() if self.note.property("role") == "warning" else ""

    def take_away(self) -> Button | None:
        """Returns the button that takes keys from another command, while it is offered."""
        return self._take_away if self._take_away is not None and not self._take_away.isHidden() else None

    def reset(self) -> IconButton | None:
        """Returns the button that brings the own keys back, while there are others."""
        return self._reset if self._reset is not None and not self._reset.isHidden() else None

    def _recorded(self, keys: str) -> None:
        holder = self._holder(keys) if keys else None
        if holder is None:
            self.keys_wanted.emit(keys)
            return
        self._wish = keys, holder.key
        self._say("", self._clash(keys, holder.text))
        if self._take_away is None:
            self._take_away = Button(self.tr("Use them here"), small=True)
            self._take_away.clicked.connect(lambda _checked=False: self.taking_wanted.emit(*self._wish))
            self._put_before(self._take_away)
        self._take_away.set_tip(
            self.tr("“{other}” has no keys then").format(other=holder.text),
        )
        self._take_away.show()

    def _refused(self, why: str) -> None:
        words = {
            Refusal.TYPED: self.tr(
                "These keys write or move. Hold Ctrl or Alt with them, or take F1 to F12."
            ),
            Refusal.OF_TEXT: self.tr("These keys are for copying and pasting everywhere. Take others."),
        }
        self._say("", words[Refusal(why)])

    def _say_state(self) -> None:
        keys, _own, other = self._shown
        self._say("", self._clash(keys, other) if other else "")

    def _clash(self, keys: str, other: str) -> str:
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        return self.tr("{keys} is “{other}” already.").format(keys=native, other=other)

    def _say(self, note: str, warning: str) -> None:
        if self._take_away is not None:
            self._take_away.hide()
        self.note.set_role("warning" if warning else "small")
        self.set_note(warning or note)
        if warning and self.recorder.hasFocus():
            announce(self.recorder, warning)

    def _put_before(self, button: QWidget) -> None:
        self._line.removeWidget(self.recorder)
        self._line.addWidget(button)
        self._line.addWidget(self.recorder)

    def _show_reset(self, own: str | None) -> None:
        if self._reset is None:
            if own is None:
                return
            self._reset = IconButton("undo", "")
            self._reset.clicked.connect(lambda _checked=False: self.own_wanted.emit())
            self._put_before(self._reset)
        had_focus = self._reset.hasFocus()
        native = QKeySequence(own or "").toString(QKeySequence.SequenceFormat.NativeText)
        back = self.tr("Back to {keys}").format(keys=native) if native else self.tr("Back to no keys")
        self._reset.set_name(labelled(self._text, back))
        self._reset.setVisible(own is not None)
        if had_focus and own is None:
            self.recorder.setFocus()
