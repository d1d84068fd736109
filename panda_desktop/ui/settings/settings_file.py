"""The settings about the settings: to a file, from a file.

Promise: it says that keys are never in the file.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import FlowLayout
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow


class SettingsFileSettings(QWidget):
    """Two buttons.

    Signals:
        export_wanted: the settings shall be written to a file.
        import_wanted: the settings of a file shall be taken.
    """

    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group."""
        super().__init__(parent)
        self.export = ElidedButton(
            self.tr("Export settings…"), icon_name="save", tip=self.tr("Write all settings to a file")
        )
        self.take_in = ElidedButton(
            self.tr("Import settings…"),
            icon_name="upload",
            tip=self.tr("Take the settings of an exported file"),
        )
        box = QWidget()
        flow = FlowLayout(box, gap=8)
        flow.addWidget(self.export)
        flow.addWidget(self.take_in)
        row = SettingRow(
            self.tr("Settings as a file"),
            self.tr("To keep them, or for another computer. Your keys and passwords are never in the file."),
            box,
            wide=True,
            keywords=self.tr("JSON transfer move computer"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingGroup(self.tr("Settings"), [row]))
        self.export.clicked.connect(lambda _checked=False: self.export_wanted.emit())
        self.take_in.clicked.connect(lambda _checked=False: self.import_wanted.emit())
