"""The settings of the network: proxy, trusted certificates, longest waits, and a test.

Promise: each is used by the next request; nothing here lets an unsafe connection through.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.settings import Settings
from panda_desktop.ui.kit import Choice, ElidedLabel, IconButton, PickerButton
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.settings.connection_test import ConnectionTest
from panda_desktop.ui.settings.proxy import ProxyForm
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow

_CONNECT: Final = (5, 10, 15, 30, 60, 120)
_WAIT: Final = (30, 60, 120, 300, 600, 900)


class NetworkSettings(QWidget):
    """How requests leave this computer.

    Attributes:
        proxy: the form of the proxy.
        probe: the test of the connection.

    Signals:
        ca_file_chosen(str): a file with more trusted authorities; empty for none.
        wait_chosen(str, int): a longest wait: its name in `Settings`, and seconds.
    """

    ca_file_chosen = Signal(str)
    wait_chosen = Signal(str, int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the groups; it knows nothing yet."""
        super().__init__(parent)
        self.proxy = ProxyForm()
        self.probe = ConnectionTest()
        self.connect_wait = PickerButton(self.tr("To connect"), compact=True)
        self.first_wait = PickerButton(self.tr("For the first word"), compact=True)
        self.idle_wait = PickerButton(self.tr("Without anything coming"), compact=True)
        self._waits = {
            "connect_s": (self.connect_wait, _CONNECT),
            "first_byte_s": (self.first_wait, _WAIT),
            "idle_s": (self.idle_wait, _WAIT),
        }
        self._dialog: QFileDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(SettingGroup(self.tr("Connection"), [self._probe_row(), self._proxy_row()]))
        column.addWidget(SettingGroup(self.tr("Trust"), [self._ca_row()]))
        column.addWidget(SettingGroup(self.tr("Longest waits"), self._wait_rows()))
        for name, (picker, _) in self._waits.items():
            picker.chosen.connect(self._telling(name))
        self.set_settings(Settings())

    def set_settings(self, settings: Settings) -> None:
        """Shows certificates and waits; the proxy is shown by `proxy.set_proxy`."""
        self._file = settings.ca_file
        self.ca_file.setText(settings.ca_file or self.tr("System only"))
        self.no_file.setVisible(bool(settings.ca_file))
        for name, (picker, usual) in self._waits.items():
            seconds = getattr(settings, name)
            steps = sorted({*usual, seconds})
            picker.set_choices([Choice(str(each), self._seconds(each)) for each in steps])
            picker.set_value(str(seconds))

    def dialog(self) -> QFileDialog | None:
        """Returns the open dialog for the file, or None."""
        return self._dialog

    def _seconds(self, seconds: int) -> str:
        if seconds >= 60 and seconds % 60 == 0:
            return self.tr("{count} min").format(count=seconds // 60)
        return self.tr("{count} s").format(count=seconds)

    def _telling(self, name: str) -> Callable[[str], None]:
        return lambda value: self.wait_chosen.emit(name, int(value))

    def _probe_row(self) -> SettingRow:
        note = self.tr("Says how far a request comes: name, connection, encryption, key, balance.")
        return SettingRow(self.tr("Test"), note, self.probe, wide=True)

    def _proxy_row(self) -> SettingRow:
        note = self.tr("A gateway on this computer is always reached directly.")
        return SettingRow(self.tr("Proxy"), note, self.proxy, wide=True)

    def _ca_row(self) -> SettingRow:
        self.ca_file = ElidedLabel("", "small", mode=Qt.TextElideMode.ElideMiddle)
        self.choose = ElidedButton(self.tr("Choose…"), icon_name="folder", tip=self.tr("Choose a PEM file"))
        self.no_file = IconButton("close", self.tr("Trust the system's certificates only"))
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.ca_file, 1)
        line.addWidget(self.no_file)
        line.addWidget(self.choose)
        self.choose.clicked.connect(lambda _checked=False: self._ask_file())
        self.no_file.clicked.connect(lambda _checked=False: self.ca_file_chosen.emit(""))
        note = self.tr(
            "For a network whose security software reads along: a PEM file from its administrator, trusted "
            "beside what this computer trusts."
        )
        return SettingRow(self.tr("Certificates"), note, box, wide=True)

    def _wait_rows(self) -> list[QWidget]:
        return [
            SettingRow(self.tr("To connect"), "", self.connect_wait),
            SettingRow(
                self.tr("For the first word"),
                self.tr("Large models may think for a while before they answer."),
                self.first_wait,
            ),
            SettingRow(
                self.tr("Without anything coming"),
                self.tr("After it an answer counts as interrupted; what has come is kept."),
                self.idle_wait,
            ),
        ]

    def _ask_file(self) -> None:
        if self._dialog is not None:
            self._dialog.raise_()
            return
        start = str(Path(self._file).parent) if self._file else str(Path.home())
        dialog = QFileDialog(self.window(), self.tr("Trusted certificates"), start)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Certificates (*.pem *.crt *.cer)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.ca_file_chosen)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
