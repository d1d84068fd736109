"""The settings in sections: found by words, added by others, keys recorded, files in and out."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.settings import Settings
from panda_desktop.domain.settings_import import SettingsImport
from panda_desktop.ui.kit import Switch, set_bound_keys
from panda_desktop.ui.settings import Section, SettingGroup, SettingRow, SettingsPage
from panda_desktop.ui.settings.key_recorder import KeyRecorder, Refusal
from panda_desktop.ui.settings.shortcuts import ShortcutSettings
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.wiring.commands import join_commands
from panda_desktop.ui.wiring.settings import join_settings
from panda_desktop.ui.wiring.settings_file import SettingsFileDesk
from panda_desktop.ui.wiring.shortcuts import join_shortcuts
from tests.ui.doubles import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    made = SettingsPage()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _section(key: str, hidden: SettingRow | None = None) -> Section:
    group = QWidget()
    column = QVBoxLayout(group)
    rows: list[QWidget] = [
        SettingRow("Sound", "When a video is done.", Switch("Sound"), keywords="audio ring"),
        SettingRow("Banner", "", Switch("Banner")),
    ]
    if hidden is not None:
        rows.append(hidden)
    column.addWidget(SettingGroup("Notifications", rows))
    return Section(key, "Notices", "bell", (group,), "popup")


def test_a_section_is_added_listed_and_shown(qtbot: QtBot, page: SettingsPage) -> None:
    page.add_section(_section("notices"), after="chat")
    assert page.sections().index("notices") == page.sections().index("chat") + 1
    assert page.contents.keys() == list(page.sections())
    with pytest.raises(ValueError, match="notices"):
        page.add_section(_section("notices"))
    page.show_section("notices")
    assert page.section() == "notices" and not page.account.isVisible()
    page.show_section("unknown")
    assert page.section() == "notices"
    page.contents.setFocus()
    qtbot.keyClick(page.contents, Qt.Key.Key_Up)
    assert page.section() == "chat" and page.chat.isVisible()


def test_a_group_named_like_its_section_says_it_once(page: SettingsPage) -> None:
    once, twice = (SettingGroup(title, [SettingRow("Sound", "", Switch("Sound"))]) for title in ("N", "M"))
    page.add_section(Section("n", "N", "bell", (once, twice)))
    page.show_section("n")
    assert not once.title.isVisible() and twice.title.isVisible()


def test_no_part_of_the_settings_is_ever_a_window_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    class Windows(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    shown: list[QWidget] = []
    filtering, app = Windows(), QApplication.instance()
    assert app is not None
    app.installEventFilter(filtering)
    keys = Keys(qtbot, tmp_path)
    for section in keys.page.sections():
        keys.page.show_section(section)
    keys.page.search.setText("e")
    app.removeEventFilter(filtering)
    assert shown == [keys.window]


def test_the_search_shows_rows_of_all_sections_and_marks_the_words(qtbot: QtBot, page: SettingsPage) -> None:
    hidden = SettingRow("Sound of nothing", "", Switch("Nothing"))
    page.add_section(_section("notices", hidden))
    hidden.hide()
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "RING")
    rows = {row.title.text(): row for row in page.findChildren(SettingRow)}
    assert rows["Sound"].isVisible() and not rows["Banner"].isVisible() and not hidden.isVisible()
    assert page.contents.keys(found=True) == ["notices"]
    page.search.setText("text size")
    assert rows["Text size"].isVisible() and not rows["Density"].isVisible()
    assert rows["Text size"].title.hits() == [(0, 4), (5, 4)]
    page.search.setText("popup")  # a word of the section finds all of it
    assert rows["Banner"].isVisible()
    page.search.setText("zzzz")
    assert page.contents.keys(found=True) == []
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == "" and page.section() == "account" and page.account.isVisible()
    assert page.contents.hasFocus()
    page.show_section("notices")
    assert rows["Sound"].isVisible() and rows["Banner"].isVisible() and not hidden.isVisible()
    assert rows["Text size"].title.hits() == []


def test_u12_a_narrow_page_has_a_picker_instead_of_the_list(qtbot: QtBot, page: SettingsPage) -> None:
    assert page.contents.isVisible() and not page.picker.isVisible()
    page.resize(420, 700)
    qtbot.waitUntil(page.picker.isVisible)
    assert not page.contents.isVisible() and page.search.isVisible()
    page.picker.chosen.emit("storage")
    assert page.section() == "storage"
    page.resize(1000, 700)
    qtbot.waitUntil(page.contents.isVisible)


def test_accent_density_and_motion_are_applied_at_once(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    stage = Stage(tmp_path)
    join_settings(page, stage.settings, stage.account, tmp_path)
    page.show_section("appearance")
    qtbot.mouseClick(page.appearance.accent.disc("violet"), Qt.MouseButton.LeftButton)
    for choice, value in ((page.appearance.density, "compact"), (page.appearance.motion, "reduced")):
        button = choice.button(value)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    current = stage.settings.current
    assert (current.accent, current.density, current.motion) == ("violet", "compact", "reduced")
    assert page.appearance.accent.value() == "violet"


class Keys:
    """A window with the section of keys."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.stage = Stage(folder)
        self.window = MainWindow({place: QWidget for place in Place} | {Place.SETTINGS: SettingsPage})
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        join_commands(self.window.commands, self.stage.settings)
        self.page = cast("SettingsPage", self.window.go(Place.SETTINGS))
        self.section: ShortcutSettings = join_shortcuts(self.page, self.window, self.stage.settings)
        self.page.show_section("shortcuts")

    def saved(self) -> tuple[str, ...]:
        return self.stage.settings.current.shortcuts


@pytest.fixture
def keys(qtbot: QtBot, tmp_path: Path) -> object:
    yield Keys(qtbot, tmp_path)
    set_bound_keys({})


def test_keys_are_recorded_and_hold_at_once(qtbot: QtBot, keys: Keys) -> None:
    recorder = keys.section.row("chat.new").recorder
    qtbot.mouseClick(recorder, Qt.MouseButton.LeftButton)
    assert recorder.is_listening()
    with qtbot.assertNotEmitted(keys.window.new_chat_wanted):  # while it listens, keys do nothing else
        qtbot.keyClick(recorder, Qt.Key.Key_J, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert keys.saved() == ("chat.new=Ctrl+Shift+J",)
    with qtbot.waitSignal(keys.window.new_chat_wanted):
        qtbot.keyClick(keys.window, Qt.Key.Key_J, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: recorder.keys() == "Ctrl+Shift+J")
    reset = keys.section.row("chat.new").reset()
    assert reset is not None
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert keys.saved() == ()
    qtbot.waitUntil(lambda: recorder.keys() == "Ctrl+N")


def test_a_conflict_names_the_other_and_takes_only_when_told(qtbot: QtBot, keys: Keys) -> None:
    row = keys.section.row("go.chat")
    row.recorder.listen()
    qtbot.keyClick(row.recorder, Qt.Key.Key_N, CONTROL)
    assert keys.saved() == ()
    assert row.warning() == "Ctrl+N is “New chat” already."
    take = row.take_away()
    assert take is not None
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert keys.saved() == ("chat.new=", "go.chat=Ctrl+N")
    qtbot.waitUntil(lambda: keys.section.row("chat.new").recorder.keys() == "")
    assert row.warning() == "" and row.take_away() is None
    keys.stage.settings.change(shortcuts=("go.images=Ctrl+3",))  # as an import may bring it
    qtbot.waitUntil(lambda: "Videos" in keys.section.row("go.images").warning())
    assert "Images" in keys.section.row("go.videos").warning()
    qtbot.mouseClick(keys.section.reset_all, Qt.MouseButton.LeftButton)
    assert keys.saved() == ()
    qtbot.waitUntil(lambda: not keys.section.reset_all.isEnabled())


def test_escape_leaves_backspace_clears_and_letters_are_refused(qtbot: QtBot) -> None:
    recorder = KeyRecorder("New chat")
    qtbot.addWidget(recorder)
    recorder.show()
    recorder.set_keys("Ctrl+N")
    recorder.listen()
    with qtbot.assertNotEmitted(recorder.recorded):
        qtbot.keyClick(recorder, Qt.Key.Key_Escape)
    assert not recorder.is_listening() and recorder.text() == "Ctrl+N"
    for key, modifiers, why in (
        (Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, Refusal.TYPED),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, Refusal.TYPED),
        (Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier, Refusal.TYPED),
        (Qt.Key.Key_C, CONTROL, Refusal.OF_TEXT),
    ):
        recorder.listen()
        with qtbot.waitSignal(recorder.refused) as refused:
            qtbot.keyClick(recorder, key, modifiers)
        assert refused.args == [why.value] and recorder.is_listening()
    with qtbot.waitSignal(recorder.recorded) as recorded:
        qtbot.keyClick(recorder, Qt.Key.Key_Backspace)
    assert recorded.args == [""]
    recorder.listen()
    with qtbot.waitSignal(recorder.recorded) as recorded:
        qtbot.keyClick(recorder, Qt.Key.Key_F9)
    assert recorded.args == ["F9"]


def test_the_search_finds_keys_before_their_section_was_seen(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    window = MainWindow({place: QWidget for place in Place})
    qtbot.addWidget(window)
    page = SettingsPage()
    qtbot.addWidget(page)
    page.show()
    section = join_shortcuts(page, window, stage.settings)
    page.search.setText("new chat")
    assert section.row("chat.new").isVisible()
    assert not section.row("quit").isVisible()


def test_u10_settings_go_to_a_file_and_come_back_without_waiting(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(tmp_path)
    window = MainWindow({place: QWidget for place in Place})
    qtbot.addWidget(window)
    window.show()
    shown: list[Path] = []
    asked: list[Path] = []
    monkeypatch.setattr(stage.settings, "export_to", asked.append)
    desk = SettingsFileDesk(window, stage.settings, shown.append)
    desk.ask_target()
    dialog = desk.dialog
    assert isinstance(dialog, QFileDialog) and dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    desk.ask_source()
    assert desk.dialog is dialog  # one at a time
    dialog.fileSelected.emit(str(tmp_path / "s.json"))
    dialog.reject()
    assert asked == [tmp_path / "s.json"] and desk.dialog is None
    stage.settings.exported.emit(tmp_path / "s.json")
    assert "Keys and passwords are not." in window.notices.notices()[0].text
    window.notices.notices()[0].actions[0].run()
    assert shown == [tmp_path / "s.json"]
    report = SettingsImport(("theme",), ("colour",), ("zoom",), ("geometry",))
    stage.settings.imported.emit(report)
    (notice,) = window.notices.notices()
    for word in ("colour", "zoom", "geometry"):
        assert word in notice.details
    stage.settings.imported.emit(SettingsImport(tuple(Settings.__slots__)))
    (notice,) = window.notices.notices()
    assert notice.details == ""


def test_u18_what_was_changed_in_a_search_is_the_section_one_is_in(qtbot: QtBot, page: SettingsPage) -> None:
    page.search.setFocus()
    page.search.setText("language")
    assert page.section() == "account"
    page.appearance.language.setFocus()
    assert page.section() == "appearance"
