"""The settings of waiting and of data on this computer.

Promise: the folder is shown whole, so that a person can find what is theirs without this program.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.ui.kit import Button, ElidedLabel, FlowLayout, Label, SegmentedChoice
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
from panda_desktop.ui.wording import file_size

_CAPS: Final = (15, 30, 60, 120)


class WaitingSettings(QWidget):
    """How long a video may take.

    Signals:
        wait_cap_chosen(int): the longest wait for a video, in minutes.
    """

    wait_cap_chosen = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        self.cap = SegmentedChoice(self.tr("Longest wait for a video"))
        row = SettingRow(
            self.tr("Longest wait for a video"),
            self.tr("After it the program stops waiting. The gateway may go on, and may charge for it."),
            self.cap,
            wide=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingGroup(self.tr("Videos"), [row]))
        self.cap.chosen.connect(lambda value: self.wait_cap_chosen.emit(int(value)))
        self.set_wait_cap(60)

    def set_wait_cap(self, minutes: int) -> None:
        """Shows the longest wait."""
        caps = sorted({*_CAPS, minutes})
        self.cap.set_choices([(str(cap), self.tr("{count} min").format(count=cap)) for cap in caps])
        self.cap.set_value(str(minutes))


class DataSettings(QWidget):
    """Where everything is kept.

    Signals:
        shown: it is seen now.
        room_wanted: what takes room shall be shown.
        open_folder_wanted: the data folder shall be opened in the file manager.
        export_wanted: all chats shall be exported.
        import_wanted: chats shall be imported.
    """

    shown = Signal()
    room_wanted = Signal()
    open_folder_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        self.folder = ElidedLabel("", "small", mode=Qt.TextElideMode.ElideMiddle)
        self.folder.set_selectable()
        self.open = Button(self.tr("Open"), icon_name="folder", tip=self.tr("Open the data folder"))
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.folder, 1)
        line.addWidget(self.open)
        row = SettingRow(
            self.tr("Data folder"),
            self.tr("Chats, pictures and videos are kept here. The key is not."),
            box,
            wide=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        rows: list[QWidget] = [row, self._room_row(), self._exchange_row()]
        column.addWidget(SettingGroup(self.tr("This computer"), rows))
        self.open.clicked.connect(lambda _checked=False: self.open_folder_wanted.emit())

    def showEvent(self, event: QShowEvent) -> None:
        """Tells it: the room is to be measured."""
        super().showEvent(event)
        self.shown.emit()

    def _room_row(self) -> SettingRow:
        self.room = Label("", "small", wrap=True)
        self.look = ElidedButton(
            self.tr("What takes room"),
            icon_name="disk",
            tip=self.tr("Show what takes room in the data folder, and clean up"),
        )
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.room, 1)
        line.addWidget(self.look)
        self.look.clicked.connect(lambda _checked=False: self.room_wanted.emit())
        self.set_room(None, 0)
        note = self.tr("A clean-up names what goes, and why, before it does.")
        return SettingRow(self.tr("Room on the disk"), note, box, wide=True)

    def _exchange_row(self) -> SettingRow:
        self.export = ElidedButton(
            self.tr("Export everything…"), icon_name="save", tip=self.tr("Write all chats to files")
        )
        self.take_in = ElidedButton(
            self.tr("Import chats…"), icon_name="upload", tip=self.tr("Add chats from an exported file")
        )
        box = QWidget()
        flow = FlowLayout(box, gap=8)
        flow.addWidget(self.export)
        flow.addWidget(self.take_in)
        self.export.clicked.connect(lambda _checked=False: self.export_wanted.emit())
        self.take_in.clicked.connect(lambda _checked=False: self.import_wanted.emit())
        note = self.tr("As Markdown, HTML, PDF or JSON. Exports of ChatGPT and Claude can be imported too.")
        return SettingRow(self.tr("Chats"), note, box, wide=True)

    def set_room(self, size: int | None, free: int) -> None:
        """Shows the bytes of the data folder, None while they are not known, and those free on the disk."""
        if size is None:
            self.room.setText(self.tr("Measuring…"))
        else:
            words = self.tr("{size} used, {free} free")
            self.room.setText(words.format(size=file_size(size), free=file_size(free)))

    def set_folder(self, folder: Path) -> None:
        """Shows the folder."""
        self.folder.setText(str(folder))
