"""Settings and first start: what is wanted goes out by signals, what is so comes in by setters."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.account import OFFICIAL, Balance, Endpoint, KeyState
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.secret import ApiKey
from panda_desktop.ui.first_start import FirstStart
from panda_desktop.ui.settings import KeyForm, SettingsPage
from panda_desktop.ui.theme import ThemeMode
from panda_desktop.ui.translation import Language
from panda_desktop.ui.wiring.settings import join_settings
from tests.canary import CANARY
from tests.ui.doubles import Stage

KEY = CANARY
BALANCE = Balance(Decimal("42.5"), "usd", None, datetime(2026, 1, 1, tzinfo=UTC))
CURL = f"""curl https://api.pandaworld.space/v1/models \\
-H "Authorization: Bearer {KEY}" """


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    made = SettingsPage()
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    return made


@pytest.mark.parametrize("pasted", [KEY, f" {KEY}\n", f"Bearer {KEY}", f"Authorization: Bearer {KEY}", CURL])
def test_a_key_is_taken_however_it_was_pasted(qtbot: QtBot, pasted: str) -> None:
    form = KeyForm("Connect")
    qtbot.addWidget(form)
    QGuiApplication.clipboard().setText(pasted)
    form.field.field.paste()
    with qtbot.waitSignal(form.key_entered) as caught:
        qtbot.keyClick(form.field.field, Qt.Key.Key_Return)
    assert caught.args == [ApiKey(KEY)]
    assert KEY not in repr(caught.args)
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "There is no key yet."),
        ("my key is secret", "does not look like a key"),
        ("sk-пароль", "does not look like a key"),
    ],
)
def test_what_is_no_key_goes_nowhere(qtbot: QtBot, typed: str, said: str) -> None:
    form = KeyForm("Connect")
    qtbot.addWidget(form)
    form.show()
    form.field.field.setText(typed)
    with qtbot.assertNotEmitted(form.key_entered):
        qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    assert said in form.result()
    assert typed == "" or typed not in form.result()
    assert form.field.text() == typed


def test_u06_a_key_is_tested_once_at_a_time(qtbot: QtBot) -> None:
    form = KeyForm("Connect")
    qtbot.addWidget(form)
    form.show()
    form.field.field.setText(KEY)
    with qtbot.waitSignal(form.key_entered):
        qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(form.key_entered):
        qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
        qtbot.keyClick(form.field.field, Qt.Key.Key_Return)
    form.set_works(BALANCE)
    assert form.result() == "The key works. Balance: $42.50"
    assert form.field.text() == ""
    form.set_works(None)
    assert form.result() == "The key works. The balance is not known."


def test_a_refused_key_stays_in_the_field_to_be_corrected(qtbot: QtBot) -> None:
    form = KeyForm("Connect")
    qtbot.addWidget(form)
    form.show()
    form.field.field.setText(KEY)
    form.button.click()
    form.set_failed(PandaError(ErrorKind.KEY_REFUSED))
    assert "refused the key" in form.result()
    assert form.field.text() == KEY
    assert form.button.isEnabled()
    qtbot.keyClicks(form.field.field, "x")
    assert form.result() == ""


def test_failures_of_the_test_are_told_apart(page: SettingsPage) -> None:
    kinds = (
        ErrorKind.NAME_NOT_FOUND,
        ErrorKind.TLS_FAILED,
        ErrorKind.KEY_REFUSED,
        ErrorKind.NO_CREDIT,
        ErrorKind.ADDRESS_WRONG,
        ErrorKind.CANNOT_CONNECT,
    )
    said = set()
    for kind in kinds:
        page.account.set_testing()
        page.account.set_test_failed(PandaError(kind, ErrorDetail(host="api.example")))
        said.add(page.account.form.result())
    assert len(said) == len(kinds)
    assert page.account.test.isEnabled()
    page.account.set_test_works(BALANCE)
    assert "$42.50" in page.account.form.result()


def test_the_key_is_dots_except_while_the_eye_is_held(qtbot: QtBot, page: SettingsPage) -> None:
    secret = page.account.form.field
    secret.field.setText(KEY)
    assert secret.field.echoMode() == QLineEdit.EchoMode.Password
    qtbot.mousePress(secret.eye, Qt.MouseButton.LeftButton)
    assert secret.is_revealed()
    qtbot.mouseRelease(secret.eye, Qt.MouseButton.LeftButton)
    assert not secret.is_revealed()
    qtbot.mousePress(secret.eye, Qt.MouseButton.LeftButton)
    page.hide()
    assert not secret.is_revealed()
    secret.field.selectAll()
    QGuiApplication.clipboard().setText("before")
    secret.field.copy()
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("state", list(KeyState))
def test_each_key_state_is_said_and_offers_what_can_be_done(page: SettingsPage, state: KeyState) -> None:
    page.account.set_key_state(state, "" if state is KeyState.MISSING else "sk-…cdef")
    assert page.account.remove.isVisible() == (
        state in (KeyState.STORED, KeyState.SESSION_ONLY, KeyState.LOCKED)
    )
    untestable = (KeyState.MISSING, KeyState.LOCKED, KeyState.NOT_NEEDED)
    assert page.account.test.isVisible() == (state not in untestable)
    assert all("{" not in label.text() for label in page.findChildren(QLabel))


def test_the_endpoint_is_panda_world_or_what_was_typed(qtbot: QtBot, page: SettingsPage) -> None:
    account = page.account
    account.set_endpoint(OFFICIAL)
    assert account.address.isHidden()
    other = account.endpoint.button("other")
    official = account.endpoint.button("official")
    assert other is not None
    assert official is not None
    with qtbot.assertNotEmitted(account.endpoint_chosen):
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert account.address.isVisible()
    qtbot.keyClicks(account.address, " https://gateway.example/v1 ")
    with qtbot.waitSignal(account.endpoint_chosen) as caught:
        qtbot.keyClick(account.address, Qt.Key.Key_Return)
    assert caught.args == ["https://gateway.example/v1"]
    account.set_endpoint_failed(PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="base_url")))
    words = [label.text() for label in account.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("The address must start with https://") for text in words)
    with qtbot.waitSignal(account.endpoint_chosen) as caught:
        qtbot.mouseClick(official, Qt.MouseButton.LeftButton)
    assert caught.args == [""]
    account.set_endpoint(Endpoint("https://gateway.example/v1"))
    assert account.endpoint.value() == "other"
    assert account.address.text() == "https://gateway.example/v1"


def test_the_demo_leaves_the_chosen_gateway_standing(qtbot: QtBot, page: SettingsPage) -> None:
    account = page.account
    account.set_endpoint(Endpoint("http://127.0.0.1:8000/v1", is_demo=True))
    assert account.demo.isChecked()
    assert account.endpoint.value() == "official"
    with qtbot.waitSignal(account.demo_wanted) as caught:
        qtbot.mouseClick(account.demo, Qt.MouseButton.LeftButton)
    assert caught.args == [False]


def test_look_and_waiting_tell_what_was_chosen(qtbot: QtBot, page: SettingsPage) -> None:
    look, waiting = page.appearance, page.waiting
    dark = look.theme.button(ThemeMode.DARK)
    assert dark is not None
    with qtbot.waitSignal(look.theme_chosen) as caught:
        qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert caught.args == ["dark"]
    look.set_zoom(110)
    assert look.zoom.value() == "110"
    with qtbot.waitSignal(look.zoom_chosen) as caught:
        look.zoom.chosen.emit("150")
    assert caught.args == [150]
    look.set_language(Language.ENGLISH)
    with qtbot.waitSignal(look.language_chosen) as caught:
        look.language.chosen.emit("zh_CN")
    assert caught.args == ["zh_CN"]
    waiting.set_wait_cap(45)
    assert waiting.cap.value() == "45"
    page.show_section("videos")
    cap = waiting.cap.button("120")
    assert cap is not None
    with qtbot.waitSignal(waiting.wait_cap_chosen) as caught:
        qtbot.mouseClick(cap, Qt.MouseButton.LeftButton)
    assert caught.args == [120]


def test_the_buttons_of_the_data_on_the_disk_end_at_one_edge(qtbot: QtBot, page: SettingsPage) -> None:
    page.show_section("storage")
    for width in (1000, 420):
        page.resize(width, 700)
        QApplication.processEvents()
        data = page.data
        ends = {button.mapTo(data, button.rect().topRight()).x() for button in (data.open, data.look)}
        assert len(ends) == 1, (width, ends)


def test_key_buttons_and_folder_state_wishes(qtbot: QtBot, page: SettingsPage, tmp_path: Path) -> None:
    page.account.set_key_state(KeyState.STORED, "sk-…cdef")
    page.data.set_folder(tmp_path)
    assert page.data.folder.accessibleName() == str(tmp_path)
    with qtbot.waitSignal(page.account.test_wanted):
        page.account.test.click()
    with qtbot.waitSignal(page.account.remove_key_wanted):
        page.account.remove.click()
    with qtbot.waitSignal(page.data.open_folder_wanted):
        page.data.open.click()


def fits(group: QWidget) -> bool:
    return group.isVisible() and group.width() <= 420


def test_u12_settings_fit_in_a_narrow_window(qtbot: QtBot, page: SettingsPage) -> None:
    page.account.set_key_state(KeyState.STORED, "sk-…cdef")
    page.resize(420, 700)
    qtbot.waitUntil(lambda: page.account.width() <= 420)
    shown = (
        ("account", page.account, (page.account.form.button, page.account.remove)),
        ("appearance", page.appearance, (page.appearance.language,)),
    )
    for section, group, buttons in shown:
        page.show_section(section)
        qtbot.waitUntil(partial(fits, group))
        for button in buttons:
            right = button.mapTo(page, button.rect().topRight()).x()
            assert right <= 420


def test_every_control_has_a_name(page: SettingsPage) -> None:
    page.account.set_key_state(KeyState.STORED, "sk-…cdef")
    unnamed = []
    for section in page.sections():
        page.show_section(section)
        unnamed += _unnamed(page)
    assert unnamed == []


def _unnamed(page: SettingsPage) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]


def test_first_start_by_key(qtbot: QtBot) -> None:
    panel = FirstStart()
    qtbot.addWidget(panel)
    panel.show()
    panel.form.field.field.setText(KEY)
    with qtbot.waitSignal(panel.key_entered) as caught:
        panel.form.button.click()
    assert caught.args == [ApiKey(KEY)]
    panel.set_failed(PandaError(ErrorKind.KEY_REFUSED))
    assert panel.go_on.isHidden()
    panel.set_works(BALANCE)
    assert panel.go_on.isVisible()
    with qtbot.waitSignal(panel.finished):
        panel.go_on.click()
    with qtbot.waitSignal(panel.get_key_wanted):
        panel.get_key.click()


def test_first_start_by_demo(qtbot: QtBot) -> None:
    panel = FirstStart()
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.demo_wanted):
        panel.demo.click()
    with qtbot.assertNotEmitted(panel.demo_wanted):
        panel.demo.click()
    panel.set_demo_failed(PandaError(ErrorKind.DEMO_FAILED))
    assert panel.demo.isEnabled()
    assert any("demo could not be started" in label.text() for label in panel.findChildren(QLabel))


def test_the_key_that_sends_and_titles_are_settings_of_chat(qtbot: QtBot, page: SettingsPage) -> None:
    assert page.chat.send_key.value() == "enter"
    with qtbot.waitSignal(page.chat.send_key_chosen) as chosen:
        next(
            each for each in page.chat.send_key.findChildren(QAbstractButton) if each.text() == "Ctrl+Enter"
        ).click()
    assert chosen.args == ["ctrl+enter"]
    page.chat.set_send_key("ctrl+enter")
    said = [label.text() for label in page.chat.findChildren(QLabel)]
    assert "Enter begins a new line." in said
    assert any("is charged" in each for each in said)  # titles cost a request
    page.chat.set_titles(True)
    with qtbot.waitSignal(page.chat.titles_wanted) as wanted:
        page.chat.titles.click()
    assert wanted.args == [False]


def test_the_settings_of_chat_are_saved_and_read(qtbot: QtBot, page: SettingsPage, tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    join_settings(page, stage.settings, stage.account, tmp_path)
    page.chat.send_key_chosen.emit("ctrl+enter")
    page.chat.titles_wanted.emit(False)
    assert (stage.settings.current.send_key, stage.settings.current.auto_titles) == ("ctrl+enter", False)
    assert page.chat.send_key.value() == "ctrl+enter" and not page.chat.titles.isChecked()
    assert replace(stage.settings.current, send_key="shift").sane().send_key == "enter"
