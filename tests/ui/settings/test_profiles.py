"""Profiles in the settings and in the window: what is wanted goes out, what is so is shown."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.account import Endpoint, KeyState
from panda_desktop.domain.changes import ConnectionChanged, KeyChanged, ProfilesChanged, ProfileSwitched
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.profiles import Profile, ProfileBook
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.bus import Bus
from panda_desktop.ui.settings.profiles import ProfilesSettings
from panda_desktop.ui.settings.secret_field import SecretField
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.profile_settings import join_profiles
from panda_desktop.ui.wiring.profiles import ProfileDesk
from panda_desktop.viewmodels.profiles import ProfilesModel
from panda_desktop.viewmodels.running import RunningJobs
from tests.canary import CANARY
from tests.ui.doubles import Stage

KEY = CANARY
FOREIGN = "<b>Work</b> & <img src=file:///etc/passwd>"

TWO = ProfileBook((Profile("first"), Profile("b", FOREIGN, "https://b.example/v1")), "first")


@dataclass
class FakeProfiles:
    """Profiles in memory."""

    bus: Bus
    book: ProfileBook = TWO

    def put(self, book: ProfileBook) -> None:
        self.book = book
        self.bus.publish(ProfilesChanged(book))

    async def add(self, name: str, address: str) -> Profile:
        if address and not address.startswith("https://"):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="base_url"))
        profile = Profile("new", name, address)
        self.put(self.book.with_profile(profile))
        return profile

    async def rename(self, profile_id: str, name: str) -> None:
        self.put(self.book.with_profile(Profile(profile_id, name)))


@dataclass
class Desk:
    """A window, its desk, and the services behind them."""

    window: MainWindow
    stage: Stage
    profiles: FakeProfiles
    states: dict[str, KeyState] = field(default_factory=dict)

    def __post_init__(self) -> None:
        connection: Any = self.stage.connection
        connection.switch = self._switch
        connection.remove_profile = self._remove
        connection.put_back_profile = self._put_back
        connection.key_state_of = lambda profile: self.states.get(profile.id, KeyState.STORED)
        self.stage.account_service.reload = lambda: None
        profiles: Any = self.profiles
        service = self.stage.account_service
        self.model = ProfilesModel(self.stage.bus, self.stage.tasks, profiles, connection, service)
        self.running = RunningJobs(self.stage.bus, self.stage.jobs_service, lambda _model: None)
        self.desk = ProfileDesk(self.window, self.model, self.stage.account, self.running)

    async def _switch(self, profile_id: str) -> None:
        self.profiles.put(self.profiles.book.using(profile_id))
        connection: Any = self.stage.connection
        state = self.states.get(profile_id, KeyState.STORED)
        connection.key_state = state
        connection.has_access = state is not KeyState.MISSING
        self.stage.bus.publish(ProfileSwitched(profile_id))
        self.stage.bus.publish(KeyChanged(state, ""))

    async def _remove(self, profile_id: str) -> tuple[Profile, int, dict[str, ApiKey]]:
        profile, place = self.profiles.book.get(profile_id), self.profiles.book.place(profile_id)
        self.profiles.put(self.profiles.book.without(profile_id))
        return profile, place, {"https://b.example/v1": ApiKey(KEY)}

    async def _put_back(self, profile: Profile, place: int, keys: dict[str, ApiKey]) -> None:
        assert keys == {"https://b.example/v1": ApiKey(KEY)}
        self.profiles.put(self.profiles.book.with_profile(profile, place))

    def notices(self) -> list[str]:
        return [notice.text for notice in self.window.notices.notices()]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    window = MainWindow({Place.CHAT: lambda: QLabel("chat"), Place.SETTINGS: lambda: QLabel("settings")})
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    stage = Stage(tmp_path)
    return Desk(window, stage, FakeProfiles(stage.bus))


@pytest.fixture
def group(qtbot: QtBot, desk: Desk) -> ProfilesSettings:
    made = ProfilesSettings()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    join_profiles(made, desk.model)
    return made


def test_one_profile_needs_no_words_in_the_window(desk: Desk) -> None:
    assert desk.window.status.profile.isVisible()
    desk.profiles.put(ProfileBook())
    assert desk.window.status.profile.isHidden()
    assert not [one for one in desk.window.commands if one.key.startswith("profile.use")]


def test_profiles_are_switched_by_keyboard_status_bar_and_palette(qtbot: QtBot, desk: Desk) -> None:
    desk.window.activateWindow()
    desk.window.commands.run("profile.choose")
    popover = desk.desk.popover()
    assert popover is not None and popover.isVisible()
    popover.taken.emit("b")
    popover.close()
    assert desk.profiles.book.current_id == "b"
    assert desk.window.status.profile.plain_text() == FOREIGN
    assert [one.text for one in desk.window.commands if one.key.startswith("profile.use")] == [
        "Use the profile “Panda World”"
    ]
    desk.window.commands.run("profile.use.first")
    assert desk.profiles.book.current_id == "first"
    desk.window.status.profile.click()
    popover = desk.desk.popover()
    assert popover is not None
    qtbot.keyClick(popover.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.desk.popover() is None)
    assert next(one for one in desk.window.commands if one.key == "profile.choose").shortcut == "Ctrl+Shift+U"


def test_the_chooser_leads_to_the_settings(desk: Desk) -> None:
    went: list[str] = []
    desk.desk.manage = lambda: went.append("settings")
    desk.desk.choose()
    popover = desk.desk.popover()
    assert popover is not None
    popover.taken.emit("")
    popover.close()
    assert went == ["settings"] and desk.profiles.book.current_id == "first"


def test_a_profile_without_a_key_says_so_until_it_has_one(desk: Desk) -> None:
    went: list[str] = []
    desk.desk.enter_key = lambda: went.append("key")
    desk.states["b"] = KeyState.MISSING
    desk.model.use("b")
    (notice,) = desk.window.notices.notices()
    assert "has no key yet" in notice.text
    notice.actions[0].run()
    assert went == ["key"]
    desk.model.use("first")
    assert desk.notices() == []


def test_a_removed_profile_can_be_taken_back(desk: Desk) -> None:
    before = desk.profiles.book
    desk.model.remove("b")
    (notice,) = desk.window.notices.notices()
    assert FOREIGN in notice.text and len(desk.profiles.book.profiles) == 1
    assert KEY not in repr(notice)
    notice.actions[0].run()
    assert desk.profiles.book == before


@pytest.mark.parametrize(("count", "said"), [(0, None), (1, "1 job"), (3, "3 job")])
def test_k15_running_jobs_are_told_of_when_the_key_goes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, count: int, said: str | None
) -> None:
    monkeypatch.setattr(RunningJobs, "count", count)
    removed: list[str] = []

    async def remove_key() -> None:
        removed.append("key")

    connection: Any = desk.stage.connection
    connection.remove_key = remove_key
    desk.stage.account.remove_key()
    assert removed == ["key"]
    assert [said in text for text in desk.notices() if said] == ([True] if said else [])


def test_the_list_says_where_each_key_is_in_plain_text(desk: Desk, group: ProfilesSettings) -> None:
    desk.states["b"] = KeyState.LOCKED
    desk.profiles.put(desk.profiles.book)
    first, second = group.rows()
    assert first.use.isHidden() and not second.use.isHidden()
    texts = [label.text() for label in second.findChildren(QLabel)]
    assert FOREIGN in texts and "key store locked · b.example" in texts
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in second.findChildren(QLabel))
    unnamed = [
        widget
        for widget in group.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]
    assert unnamed == []


def test_using_renaming_and_removing(qtbot: QtBot, desk: Desk, group: ProfilesSettings) -> None:
    group.rows()[1].use.click()
    assert desk.profiles.book.current_id == "b"
    group.rows()[1].rename.click()
    panel = group.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    field_of_name = panel.findChild(QLineEdit)
    assert field_of_name is not None and field_of_name.text() == FOREIGN
    field_of_name.setText("  Office ")
    qtbot.keyClick(field_of_name, Qt.Key.Key_Return)
    assert desk.profiles.book.get("b").name == "Office"
    group.rows()[0].remove.click()
    assert [each.id for each in desk.profiles.book] == ["b"]
    assert not group.rows()[0].remove.isEnabled()  # the last one stays


def test_a_profile_is_made_and_used_and_a_wrong_address_is_told(
    qtbot: QtBot, desk: Desk, group: ProfilesSettings
) -> None:
    group.add.click()
    form = group.form
    assert form.isVisible() and not form.add.isEnabled()
    form.name.setText("Home")
    other = form.gateway.button("other")
    assert other is not None
    other.click()
    assert not form.add.isEnabled()
    form.address.setText("gopher://x")
    form.add.click()
    words = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("The address must start with https://") for text in words)
    form.address.setText("https://home.example/v1")
    qtbot.keyClick(form.address, Qt.Key.Key_Return)
    assert desk.profiles.book.current == Profile("new", "Home", "https://home.example/v1")
    assert form.isHidden() and group.add.isVisible()
    desk.stage.bus.publish(ConnectionChanged(desk.stage.connection.connection, Endpoint("https://x/v1")))


def test_k12_the_key_is_dots_for_eyes_ears_and_hands(qtbot: QtBot) -> None:
    secret = SecretField("Key")
    qtbot.addWidget(secret)
    secret.show()
    secret.field.setText(KEY)
    from PySide6.QtGui import QAccessible

    def heard() -> str:
        interface = QAccessible.queryAccessibleInterface(secret.field)
        return str(interface.text(QAccessible.Text.Value)) if interface is not None else ""

    assert KEY not in heard() and secret.field.displayText() != KEY
    qtbot.mousePress(secret.eye, Qt.MouseButton.LeftButton)
    assert secret.is_revealed()
    qtbot.mouseRelease(secret.eye, Qt.MouseButton.LeftButton)
    assert not secret.is_revealed() and KEY not in heard()
    secret.clear()
    secret.field.undo()
    assert KEY not in secret.field.text()


@pytest.mark.parametrize("is_revealed", [False, True])
def test_k12_k16_the_key_never_reaches_the_clipboard(qtbot: QtBot, is_revealed: bool) -> None:
    secret = SecretField("Key")
    qtbot.addWidget(secret)
    secret.show()
    secret.field.setText(KEY)
    secret.field.selectAll()
    if is_revealed:
        qtbot.mousePress(secret.eye, Qt.MouseButton.LeftButton)
        assert not secret.field.hasSelectedText()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    for key, modifier in (
        (Qt.Key.Key_A, control),
        (Qt.Key.Key_C, control),
        (Qt.Key.Key_Insert, control),
        (Qt.Key.Key_X, control),
        (Qt.Key.Key_Delete, shift),
    ):
        qtbot.keyClick(secret.field, key, modifier)
        assert clipboard.text() == "before"
    if is_revealed:
        qtbot.mouseDClick(secret.field, Qt.MouseButton.LeftButton)
        assert not secret.field.hasSelectedText() and secret.field.text() == KEY
    assert not secret.field.dragEnabled()
