"""The settings of privacy: whether images of answers may be asked for.

Promise: it says whom a loaded image tells what; nothing here loads one.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import SegmentedChoice
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow

_ASK: Final = "ask"
_NEVER: Final = "never"


class PrivacySettings(QWidget):
    """What leaves this computer besides the requests themselves.

    Signals:
        remote_images_chosen(str): a value of `Settings.remote_images`.
    """

    remote_images_chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        title = self.tr("Images in answers")
        choices = [(_ASK, self.tr("Ask each time")), (_NEVER, self.tr("Never"))]
        self.remote_images = SegmentedChoice(title, choices)
        keywords = self.tr("load picture network tracking address")
        self._images_row = SettingRow(title, "", self.remote_images, keywords=keywords)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingGroup(self.tr("Privacy"), [self._images_row]))
        self.remote_images.chosen.connect(self.remote_images_chosen)
        self.set_remote_images(_ASK)

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
