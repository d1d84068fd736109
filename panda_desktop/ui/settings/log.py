"""The settings of the log.

Promise: that more is noted is said before it is switched on.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import Switch
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow


class LogSettings(QWidget):
    """The log.

    Signals:
        details_wanted(bool): more than warnings shall be noted, or no longer.
        open_wanted: the log shall be shown.
    """

    details_wanted = Signal(bool)
    open_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        self.open = ElidedButton(self.tr("Open the log"), icon_name="file")
        self.details = Switch(self.tr("Details in the log"), tip=self.tr("Note more than warnings"))
        rows: list[QWidget] = [
            SettingRow(
                self.tr("Log"),
                self.tr("What went wrong, at most 2 MB. No key and no words of your chats are in it."),
                self.open,
            ),
            SettingRow(
                self.tr("Details in the log"),
                self.tr("To find a fault: parts of chats may be in it while this is on. The key never is."),
                self.details,
            ),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingGroup(self.tr("When something goes wrong"), rows))
        self.open.clicked.connect(lambda _checked=False: self.open_wanted.emit())
        self.details.clicked.connect(self.details_wanted)

    def set_details(self, wanted: bool) -> None:
        """Shows whether more than warnings is noted."""
        self.details.setChecked(wanted)
