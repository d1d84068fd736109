"""The settings of the network: what is chosen goes out whole, and the test speaks in words."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, TlsCause
from panda_desktop.domain.network import ProxyMode
from panda_desktop.domain.probe import Probe, steps_of
from panda_desktop.ui.settings.network import NetworkSettings
from panda_desktop.ui.wiring.profile_settings import join_network
from panda_desktop.viewmodels.network import NetworkModel
from tests.ui.doubles import Stage

BALANCE = Balance(Decimal("42.5"), "usd", None, datetime(2026, 1, 1, tzinfo=UTC))
HOST = "api.pandaworld.space"


@pytest.fixture
def group(qtbot: QtBot) -> NetworkSettings:
    made = NetworkSettings()
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    return made


def choose(group: NetworkSettings, mode: ProxyMode) -> None:
    button = group.proxy.mode.button(mode)
    assert button is not None
    button.click()


def test_a_proxy_is_used_only_once_it_has_an_address(qtbot: QtBot, group: NetworkSettings) -> None:
    form = group.proxy
    with qtbot.assertNotEmitted(form.chosen):
        choose(group, ProxyMode.SOCKS5)
    assert form.port.text() == "1080" and "Not used yet" in form.result()
    for host, port, said in (
        ("", "1080", "name or address"),
        ("http://proxy", "1080", "name or address"),
        ("me:pw@proxy", "1080", "name or address"),
        ("proxy.example", "0", "1 to 65535"),
        ("proxy.example", "٣", "1 to 65535"),
    ):
        form.host.setText(host)
        form.port.setText(port)
        with qtbot.assertNotEmitted(form.chosen):
            form.use.click()
        assert said in form.result()
    form.host.setText(" [::1] ")
    form.port.setText("1080")
    form.name.setText("me")
    form.password.field.setText("secret")
    with qtbot.waitSignal(form.chosen) as caught:
        qtbot.keyClick(form.host, Qt.Key.Key_Return)
    assert caught.args == ["socks5", "::1", 1080, "me", "secret"]
    with qtbot.waitSignal(form.chosen) as caught:
        choose(group, ProxyMode.NONE)
    assert caught.args == ["none", "", 0, "", ""]
    assert not form.host.isVisible()


def test_k12_the_password_of_a_proxy_is_dots_and_never_shown_again(group: NetworkSettings) -> None:
    form = group.proxy
    form.set_proxy("http", "proxy.example", 3128, "me")
    assert form.password.field.echoMode() == QLineEdit.EchoMode.Password
    assert form.password.text() == "" and "Kept" in form.password.field.placeholderText()


def probes() -> list[tuple[PandaError | None, str, int]]:
    def error(kind: ErrorKind, **detail: Any) -> PandaError:
        return PandaError(kind, ErrorDetail(host=HOST, **detail))

    return [
        (None, "Balance: $42.50", 5),
        (error(ErrorKind.NAME_NOT_FOUND), "was not found", 0),
        (error(ErrorKind.CANNOT_CONNECT), "No connection to", 1),
        (error(ErrorKind.TLS_FAILED, code=TlsCause.EXPIRED), "certificate", 2),
        (error(ErrorKind.TLS_FAILED, code=TlsCause.AUTHORITY_FILE), "cannot be read", 2),
        (error(ErrorKind.KEY_REFUSED, status=401), "refused the key", 3),
        (error(ErrorKind.NO_KEY), "There is no key yet", 3),
        (error(ErrorKind.FORBIDDEN, status=403), "does not allow", 3),
        (error(ErrorKind.ADDRESS_WRONG, status=404), "no gateway at this address", 3),
        (error(ErrorKind.NO_CREDIT, status=402), "balance is too low", 4),
    ]


@pytest.mark.parametrize(("error", "said", "good"), probes())
def test_every_stage_of_a_test_is_said_in_words(
    group: NetworkSettings, error: PandaError | None, said: str, good: int
) -> None:
    group.probe.set_testing()
    assert not group.probe.button.isEnabled()
    balance = BALANCE if error is None else None
    group.probe.set_probe(Probe(HOST, "", steps_of(error, encrypted=True, by_proxy=False), balance))
    lines = group.probe.lines()
    assert len(lines) == 5 and group.probe.button.isEnabled()
    assert said in lines[min(good, 4)]
    reached = [line for line in lines if "not reached" not in line and "not tried" not in line]
    assert len(reached) == min(good + 1, 5)


def test_a_proxy_on_the_way_is_named(group: NetworkSettings) -> None:
    steps = steps_of(None, encrypted=True, by_proxy=True)
    group.probe.set_probe(Probe(HOST, "proxy.example:3128", steps, BALANCE))
    assert f"The proxy looks up the name {HOST}" in group.probe.lines()
    assert "Connected through the proxy proxy.example:3128" in group.probe.lines()


class FakeNetwork:
    """Remembers what it was told."""

    login_name = ""

    def __init__(self, change: Callable[..., Any]) -> None:
        self.told: list[tuple[Any, ...]] = []
        self._change = change

    async def use_proxy(self, *told: Any) -> None:
        self.told.append(told)
        mode, host, port, name, _ = told
        self.login_name = name
        await self._change(proxy=mode.value, proxy_host=host, proxy_port=port)


class FakeProbing:
    async def probe(self) -> Probe:
        return Probe(HOST, "", steps_of(None, encrypted=True, by_proxy=False), BALANCE)


def test_the_settings_of_the_network_are_saved_and_shown(
    qtbot: QtBot, group: NetworkSettings, tmp_path: Path
) -> None:
    stage = Stage(tmp_path)
    network: Any = FakeNetwork(stage.settings_service.change)
    probing: Any = FakeProbing()
    join_network(group, NetworkModel(stage.tasks, network, probing), stage.settings)
    group.connect_wait.chosen.emit("30")
    group.first_wait.chosen.emit("600")
    group.idle_wait.chosen.emit("300")
    current = stage.settings.current
    assert (current.connect_s, current.first_byte_s, current.idle_s) == (30, 600, 300)
    group.choose.click()
    dialog = group.dialog()
    assert dialog is not None
    dialog.fileSelected.emit("/etc/authority.pem")
    dialog.close()
    assert stage.settings.current.ca_file == "/etc/authority.pem" and group.no_file.isVisible()
    group.no_file.click()
    assert stage.settings.current.ca_file == "" and group.no_file.isHidden()
    choose(group, ProxyMode.HTTP)
    group.proxy.host.setText("proxy.example")
    group.proxy.name.setText("me")
    group.proxy.password.field.setText("secret")
    group.proxy.use.click()
    assert network.told == [(ProxyMode.HTTP, "proxy.example", 3128, "me", "secret")]
    assert group.proxy.mode.value() == "http" and group.proxy.password.text() == ""
    assert "from now on" in group.proxy.result()
    group.probe.button.click()
    assert group.probe.lines()[-1] == "Balance: $42.50"


@pytest.mark.parametrize("width", [320, 700])
def test_u12_every_control_has_a_name_and_fits(qtbot: QtBot, group: NetworkSettings, width: int) -> None:
    group.proxy.set_proxy("socks5", "proxy.example", 1080, "me")
    group.resize(width, 900)
    controls = [
        widget
        for widget in group.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert controls and all(widget.accessibleName() for widget in controls)
    for widget in controls:
        assert widget.mapTo(group, widget.rect().topRight()).x() <= width
