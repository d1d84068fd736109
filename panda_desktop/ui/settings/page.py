"""The settings page.

Promise: every setting is applied at once; there is no “Save” but for the key, which is tested first.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import Label, ScrollArea, Surface
from panda_desktop.ui.settings.account import AccountSettings
from panda_desktop.ui.settings.appearance import AppearanceSettings
from panda_desktop.ui.settings.storage import DataSettings, WaitingSettings


class SettingsPage(Surface):
    """All settings in groups, each with signals for what is wanted and setters for what is so.

    Attributes:
        account: gateway, key, demo.
        appearance: colours, text size, language.
        waiting: the longest wait for a video.
        data: where everything is kept.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the page; it knows nothing yet."""
        super().__init__("background", parent=parent)
        self.setAccessibleName(self.tr("Settings"))
        self.account = AccountSettings()
        self.appearance = AppearanceSettings()
        self.waiting = WaitingSettings()
        self.data = DataSettings()
        area = ScrollArea(max_width=720)
        area.column.addWidget(Label(self.tr("Settings"), "title"))
        area.column.setSpacing(20)
        for group in (self.account, self.appearance, self.waiting, self.data):
            area.column.addWidget(group)
        area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
