"""The settings of what is outside the window: tray, notifications, quick prompt.

Promise: what this desktop cannot do says so and cannot be switched on; nothing is asked of the desktop before
it is.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import Button, Switch, bound_keys
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
from panda_desktop.ui.wording import joined


class DesktopSettings(QWidget):
    """Tray, notifications and quick prompt.

    Signals:
        tray_wanted(bool): closing the window shall keep the program in the tray.
        notice_wanted(str, bool): this kind of notification is wanted (`images`, `videos`, `answers`), or
            words of prompts in all of them (`words`).
        quick_key_wanted(bool): a global shortcut shall open the quick prompt.
        quick_wanted: the quick prompt shall open now.
    """

    tray_wanted = Signal(bool)
    notice_wanted = Signal(str, bool)
    quick_key_wanted = Signal(bool)
    quick_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the groups; they know nothing yet."""
        super().__init__(parent)
        self.tray = Switch(self.tr("Keep Panda in the tray"))
        self._tray_row = SettingRow(self.tr("Closing the window keeps Panda in the tray"), "", self.tray)
        self.notices = {
            "images": Switch(self.tr("Images")),
            "videos": Switch(self.tr("Videos")),
            "answers": Switch(self.tr("Long answers")),
            "words": Switch(self.tr("Show words of prompts and titles")),
        }
        self.quick_key = Switch(self.tr("Global shortcut"))
        self._key_row = SettingRow(
            self.tr("Global shortcut"), "", self.quick_key, keywords=self.tr("hotkey keyboard")
        )
        self.quick = Button(self.tr("Open"), tip=self.tr("Open the quick prompt"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(SettingGroup(self.tr("Tray"), [self._tray_row]))
        column.addWidget(SettingGroup(self.tr("Notifications"), self._notice_rows()))
        column.addWidget(SettingGroup(self.tr("Quick prompt"), self._quick_rows()))
        self.tray.clicked.connect(self.tray_wanted)
        self.quick_key.clicked.connect(self.quick_key_wanted)
        self.quick.clicked.connect(lambda _checked=False: self.quick_wanted.emit())
        for kind, switch in self.notices.items():
            switch.clicked.connect(lambda wanted, kind=kind: self.notice_wanted.emit(kind, wanted))
        self._tray_is_possible = False
        self.set_tray(False, possible=False)
        self.set_quick_key(False, possible=False)

    def set_tray(self, wanted: bool, *, possible: bool) -> None:
        """Shows whether closing keeps the program in the tray, and whether this desktop has one."""
        self.tray.setChecked(wanted)
        self.tray.setEnabled(possible or wanted)
        self._tray_is_possible = possible
        self._show_tray_note()

    def showEvent(self, event: QShowEvent) -> None:
        """Names the keys that quit now."""
        super().showEvent(event)
        self._show_tray_note()

    def _show_tray_note(self) -> None:
        keys = QKeySequence(bound_keys("Ctrl+Q")).toString(QKeySequence.SequenceFormat.NativeText)
        quits = self.tr("{keys} quits.").format(keys=keys) if keys else ""
        goes_on = self.tr("Answers, images and videos go on, and you are told when they are there.")
        note = (
            joined(goes_on, quits)
            if self._tray_is_possible
            else self.tr(
                "This desktop has no tray, so closing the window quits. What is being made goes on in the "
                "background all the same, and is here at the next start."
            )
        )
        self._tray_row.set_note(note)
        self.tray.setAccessibleDescription(note)

    def set_notice(self, kind: str, wanted: bool) -> None:
        """Shows whether a kind of notification is wanted; see `notice_wanted`."""
        self.notices[kind].setChecked(wanted)

    def set_quick_key(self, wanted: bool, *, possible: bool, keys: str = "", refused: bool = False) -> None:
        """Shows whether the global shortcut is wanted.

        Args:
            wanted: it is.
            possible: a desktop of this kind may have one.
            keys: which keys the desktop has given, in its own words.
            refused: the desktop gave none.
        """
        self.quick_key.setChecked(wanted)
        self.quick_key.setEnabled(possible or wanted)
        self._key_row.set_note(self._key_note(wanted, possible, keys, refused))
        self.quick_key.setAccessibleDescription(self._key_note(wanted, possible, keys, refused))

    def _key_note(self, wanted: bool, possible: bool, keys: str, refused: bool) -> str:
        by_hand = self.tr(
            "Bind the command “panda-desktop --quick” to a key in the keyboard settings of your system."
        )
        if not possible:
            return by_hand
        if wanted and refused:
            return self.tr("Your desktop gave no shortcut.") + " " + by_hand
        if wanted and keys:
            return self.tr(
                "{keys} opens it from any program. Your system’s settings change the keys."
            ).format(keys=keys)
        return self.tr("Opens it from any program. Your desktop asks which keys it shall be.")

    def _notice_rows(self) -> list[QWidget]:
        titles = {
            "images": self.tr("When images are ready or have failed."),
            "videos": self.tr("When a video is ready or has failed."),
            "answers": self.tr("When an answer came that took longer than ten seconds."),
            "words": self.tr("Off: a notification only says what kind of thing has ended."),
        }
        return [
            SettingRow(switch.accessibleName(), titles[kind], switch) for kind, switch in self.notices.items()
        ]

    def _quick_rows(self) -> list[QWidget]:
        note = self.tr(
            "A small window for one question: Enter asks, the answer comes right there, Escape hides it. The "
            "menu of the tray opens it, too."
        )
        return [SettingRow(self.tr("Quick prompt"), note, self.quick), self._key_row]
