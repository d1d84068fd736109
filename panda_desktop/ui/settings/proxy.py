"""The form of the proxy: which one, where it is, and who asks.

Promise: a proxy that needs an address is used only once it has one; its password is never shown again.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.network import ProxyMode
from panda_desktop.domain.settings import PORTS
from panda_desktop.ui.kit import (
    FlowLayout,
    Label,
    PrimaryButton,
    SectionLabel,
    SegmentedChoice,
    TextField,
    announce,
)
from panda_desktop.ui.settings.secret_field import SecretField
from panda_desktop.ui.theme import look

_WITH_ADDRESS: Final = (ProxyMode.HTTP, ProxyMode.SOCKS5)
_PORTS: Final = {ProxyMode.HTTP: "3128", ProxyMode.SOCKS5: "1080"}


class ProxyForm(QWidget):
    """The proxy.

    Signals:
        chosen(str, str, int, str, str): mode, host, port, name and password of the proxy that shall be used.
    """

    chosen = Signal(str, str, int, str, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the form; it knows nothing yet."""
        super().__init__(parent)
        self.mode = SegmentedChoice(
            self.tr("Proxy"),
            [
                (ProxyMode.SYSTEM, self.tr("Like the system")),
                (ProxyMode.NONE, self.tr("None")),
                (ProxyMode.HTTP, self.tr("HTTP")),
                (ProxyMode.SOCKS5, self.tr("SOCKS5")),
            ],
        )
        self.host = TextField(self.tr("Host of the proxy"), placeholder="proxy.example", mono=True)
        self.port = TextField(self.tr("Port of the proxy"), mono=True)
        self.port.setMaxLength(5)
        self.name = TextField(self.tr("Name at the proxy"), placeholder=self.tr("Only if it asks for one"))
        self.password = SecretField(self.tr("Password at the proxy"))
        self.use = PrimaryButton(self.tr("Use this proxy"))
        self._result = Label("", "small", wrap=True)
        self._result.hide()
        self._address = self._address_box()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.mode)
        column.addWidget(self._address)
        column.addWidget(self._result)
        self._address.hide()
        self.mode.chosen.connect(self._choose)
        self.use.clicked.connect(lambda _checked=False: self._send())
        for field in (self.host, self.port, self.name):
            field.returnPressed.connect(self._send)
            field.textEdited.connect(lambda _text: self._forgive())
        self.password.submitted.connect(self._send)
        self.mode.set_value(ProxyMode.SYSTEM)

    def set_proxy(self, mode: str, host: str, port: int, name: str) -> None:
        """Shows the proxy in use; a password that is kept is not shown."""
        self.mode.set_value(mode)
        self._address.setVisible(mode in _WITH_ADDRESS)
        self.host.setText(host)
        self.port.setText(str(port) if port else "")
        self.name.setText(name)
        self.password.clear()
        kept = self.tr("Kept; leave it empty to go on with it") if name else ""
        self.password.field.setPlaceholderText(kept)
        self._forgive()

    def say_used(self) -> None:
        """Says that it is in use."""
        self._say(self.tr("New requests go this way from now on."), "accent")

    def result(self) -> str:
        """Returns the words beneath the fields."""
        return "" if self._result.isHidden() else self._result.text()

    def _address_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addLayout(_labelled(self.tr("Host"), self.host), 1)
        where.addLayout(_labelled(self.tr("Port"), self.port))
        look().changed.connect(self._dress)
        self._dress()
        column.addLayout(where)
        column.addLayout(_labelled(self.tr("Name"), self.name))
        column.addLayout(_labelled(self.tr("Password"), self.password))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.use)
        column.addWidget(buttons)
        return box

    def _dress(self) -> None:
        self.port.setFixedWidth(look().pixels(84))

    def _choose(self, choice: str) -> None:
        mode = ProxyMode(choice)
        self._forgive()
        self._address.setVisible(mode in _WITH_ADDRESS)
        if mode not in _WITH_ADDRESS:
            self.chosen.emit(mode.value, "", 0, "", "")
            return
        if self.port.text() in ("", *_PORTS.values()):
            self.port.setText(_PORTS[mode])
        self._say(self.tr("Not used yet: enter where the proxy is."), "small")
        self.host.setFocus()

    def _send(self) -> None:
        host = self.host.text().strip().strip("[]")
        port = self.port.text().strip()
        good_host = bool(host) and not any(each in host for each in " /@\\\"'<>?#") and host.isprintable()
        good_port = port.isascii() and port.isdigit() and int(port) in PORTS
        no_host = self.tr("Enter the proxy's name or address only, such as proxy.example.")
        no_port = self.tr("The port is a number from 1 to 65535.")
        self.host.set_invalid(not good_host, no_host)
        self.port.set_invalid(not good_port, no_port)
        if not good_host:
            self._say(no_host, "danger")
            self.host.setFocus()
        elif not good_port:
            self._say(no_port, "danger")
            self.port.setFocus()
        else:
            mode = self.mode.value()
            self.chosen.emit(mode, host, int(port), self.name.text().strip(), self.password.text())

    def _forgive(self) -> None:
        self.host.set_invalid(False)
        self.port.set_invalid(False)
        self._result.hide()

    def _say(self, words: str, role: str) -> None:
        self._result.set_role(role)
        self._result.setText(words)
        self._result.show()
        announce(self, words, urgent=role == "danger")


def _labelled(text: str, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(SectionLabel(text, field))
    column.addWidget(field)
    return column
