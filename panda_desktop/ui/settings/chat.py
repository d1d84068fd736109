"""The settings of chat: the key that sends, and titles by a model.

Promise: what costs something says so before it is switched on.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import SegmentedChoice, Switch
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow

_ENTER: Final = "enter"
_CONTROL_ENTER: Final = "ctrl+enter"


class ChatSettings(QWidget):
    """How messages are sent and chats are named.

    Signals:
        send_key_chosen(str): what sends, a value of `Settings.send_key`.
        titles_wanted(bool): a model shall name new chats, or no longer.
    """

    send_key_chosen = Signal(str)
    titles_wanted = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        keys = [(_ENTER, self.tr("Enter")), (_CONTROL_ENTER, self.tr("Ctrl+Enter"))]
        self.send_key = SegmentedChoice(self.tr("Send with"), keys)
        self.titles = Switch(self.tr("Automatic titles"), tip=self.tr("Let a model name new chats"))
        self._send_row = SettingRow(self.tr("Send with"), "", self.send_key)
        rows: list[QWidget] = [
            self._send_row,
            SettingRow(
                self.tr("Automatic titles"),
                self.tr(
                    "After the first answer a cheap model names the chat. This is one more small request for "
                    "each new chat, and is charged."
                ),
                self.titles,
            ),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingGroup(self.tr("Chat"), rows))
        self.send_key.chosen.connect(self.send_key_chosen)
        self.titles.clicked.connect(self.titles_wanted)
        self.set_send_key(_ENTER)

    def set_send_key(self, key: str) -> None:
        """Shows what sends, a value of `Settings.send_key`."""
        self.send_key.set_value(key)
        self._send_row.set_note(
            self.tr("Shift+Enter begins a new line.")
            if key == _ENTER
            else self.tr("Enter begins a new line.")
        )

    def set_titles(self, wanted: bool) -> None:
        """Shows whether a model names new chats."""
        self.titles.setChecked(wanted)
