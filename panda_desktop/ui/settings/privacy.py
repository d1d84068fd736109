"""The settings of privacy: whether images of answers may be asked for, and attached files are remembered.

Promise: it says whom a loaded image tells what; nothing here loads one.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import Button, SegmentedChoice, Switch, announce
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow

_ASK: Final = "ask"
_NEVER: Final = "never"


class PrivacySettings(QWidget):
    """What leaves this computer besides the requests themselves.

    Signals:
        remote_images_chosen(str): a value of `Settings.remote_images`.
        remember_wanted(bool): attached files shall be remembered, or no longer.
        clear_wanted: the files that are remembered shall be forgotten.
    """

    remote_images_chosen = Signal(str)
    remember_wanted = Signal(bool)
    clear_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        title = self.tr("Images in answers")
        choices = [(_ASK, self.tr("Ask each time")), (_NEVER, self.tr("Never"))]
        self.remote_images = SegmentedChoice(title, choices)
        keywords = self.tr("load picture network tracking address")
        self._images_row = SettingRow(title, "", self.remote_images, keywords=keywords)
        words = self.tr("Remember recent files")
        self.remember = Switch(words, tip=self.tr("Offer files again that were attached to a chat"))
        self.clear = Button(self.tr("Clear"))
        self.clear.setAccessibleName(self.tr("Clear recent files"))
        self.clear.setToolTip(self.tr("Forget which files were attached; the files themselves stay"))
        self._clear_row = SettingRow(self.tr("Clear recent files"), "", self.clear)
        found_by = self.tr("attach history path clear")
        rows: list[QWidget] = [
            self._images_row,
            SettingRow(
                words,
                self.tr(
                    "The names and folders of the last 12 files you attached are kept on this computer. "
                    "Switching it off clears them."
                ),
                self.remember,
                keywords=found_by,
            ),
            self._clear_row,
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingGroup(self.tr("Privacy"), rows))
        self.remote_images.chosen.connect(self.remote_images_chosen)
        self.remember.clicked.connect(self.remember_wanted)
        self.clear.clicked.connect(self._clear)
        self.set_remote_images(_ASK)
        self.set_recent_files(True, 0)

    def set_remote_images(self, choice: str) -> None:
        """Shows whether images may be asked for, a value of `Settings.remote_images`."""
        self.remote_images.set_value(choice)
        self._images_row.set_note(
            self.tr(
                "An image on another server is loaded only when you click it. That server then learns your "
                "network address and that you read the answer."
            )
            if choice == _ASK
            else self.tr(
                "Images on other servers cannot be loaded. Those that stand in the answer itself are shown."
            )
        )

    def set_recent_files(self, wanted: bool, count: int) -> None:
        """Shows whether attached files are remembered, and how many are now."""
        self.remember.setChecked(wanted)
        some = self.tr("%n files are remembered.", "", count)
        self._clear_row.set_note(
            self.tr("None is remembered.")
            if not count
            else self.tr("One is remembered.")
            if count == 1
            else some
        )
        if not count and self.clear.hasFocus():
            self.remember.setFocus()  # a button that is greyed out would leave the keyboard nowhere
        self.clear.setEnabled(count > 0)

    def _clear(self) -> None:
        self.clear_wanted.emit()
        announce(self.remember, self.tr("Recent files were cleared."))
