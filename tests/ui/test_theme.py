"""Colours can be read, and the look switches live."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from panda_desktop.domain.settings import ACCENTS, Settings
from panda_desktop.ui.icons import app_icon, icon, icon_pixmap
from panda_desktop.ui.kit import Button, IconButton, Label
from panda_desktop.ui.resources import resource_path, resource_root
from panda_desktop.ui.theme import DARK, LIGHT, Theme, ThemeController, ThemeMode, contrast, dress, look
from panda_desktop.ui.theme.accents import accented
from panda_desktop.ui.theme.stylesheet import mix, style_sheet

SURFACES = (
    "background",
    "side",
    "rail",
    "card",
    "code",
    "user",
    "hover",
    "accent_background",
    "warning_background",
    "danger_background",
)


@pytest.fixture
def themes(qapp: QApplication) -> Iterator[ThemeController]:
    themes = look()
    themes.set_mode(ThemeMode.LIGHT)
    themes.set_zoom(100)
    yield themes
    dress(themes, Settings(theme="light"))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "warning", "danger"])
@pytest.mark.parametrize("surface", SURFACES)
def test_text_is_readable_on_every_surface(theme: Theme, ink: str, surface: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, surface)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_words_on_the_accent_and_code_are_readable(theme: Theme) -> None:
    for surface in (theme.accent, theme.accent_hover, theme.accent_pressed):
        assert contrast(theme.on_accent, surface) >= 4.5
    for part in ("keyword", "name", "string", "number", "comment", "type", "operator", "deleted", "inserted"):
        assert contrast(getattr(theme.syntax, part), theme.code) >= 4.5, part
    assert contrast(theme.text, theme.selection) >= 4.5


def test_contrast_follows_the_definition() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert mix("#ffffff", "#000000", 0.5) == "#808080"


def test_the_theme_switches_live(themes: ThemeController, qtbot: QtBot) -> None:
    label = Label("Words")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(themes.changed) as caught:
        themes.set_mode(ThemeMode.DARK)
    assert caught.args == [DARK]
    label.ensurePolished()
    assert label.palette().windowText().color() == QColor(DARK.text)
    assert look().theme is DARK
    themes.set_mode(ThemeMode.DARK)  # no second signal, nothing to do
    assert themes.mode is ThemeMode.DARK


def test_the_system_choice_follows_the_system(
    themes: ThemeController, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The offscreen platform has no colour scheme of its own: its answer is scripted, its signal is Qt's.
    hints = QGuiApplication.styleHints()
    dark = True
    monkeypatch.setattr("panda_desktop.ui.theme.controller.system_is_dark", lambda: dark)
    themes.set_mode(ThemeMode.SYSTEM)
    assert themes.theme is DARK
    dark = False
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert themes.theme is LIGHT
    themes.set_mode(ThemeMode.DARK)
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert themes.theme is DARK


def test_text_zoom_scales_every_size_and_stays_in_its_range(themes: ThemeController, qtbot: QtBot) -> None:
    button = Button("Send")
    qtbot.addWidget(button)
    before = button.sizeHint()
    body = themes.scale.body
    with qtbot.waitSignal(themes.changed):
        themes.set_zoom(200)
    assert themes.scale.body == pytest.approx(2 * body, abs=0.02)
    assert themes.pixels(16) == 32
    button.ensurePolished()
    assert button.sizeHint().height() > 1.5 * before.height() - 10
    themes.set_zoom(1000)
    assert themes.zoom == 200
    themes.set_zoom(1)
    assert themes.zoom == 80


def test_motion_can_be_refused(themes: ThemeController) -> None:
    themes.set_motion_allowed(False)
    assert not themes.motion_allowed()
    themes.set_motion_allowed(None)


def test_the_sheet_is_made_of_the_theme(themes: ThemeController) -> None:
    assert LIGHT.accent in style_sheet(LIGHT, themes.scale)
    assert LIGHT.accent not in style_sheet(DARK, themes.scale)


ICONS = sorted(path.stem for path in (resource_root() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_draws_something_in_its_colour(qapp: QApplication, name: str) -> None:
    picture = icon_pixmap(name, "#ff0000", 24, 2.0).toImage()
    assert picture.size() == QSize(48, 48)
    pixels = [picture.pixelColor(x, y) for x in range(48) for y in range(48)]
    inked = [colour for colour in pixels if colour.alpha() > 250]
    assert inked
    assert all(colour.red() > 240 and colour.green() < 10 for colour in inked)
    # Nothing of it is cut off by the edge.
    edge = [picture.pixelColor(x, y).alpha() for x in range(48) for y in (0, 47)]
    assert not any(edge)


def test_an_icon_is_crisp_cached_and_follows_the_theme(themes: ThemeController) -> None:
    made = icon("stop", "accent")
    assert icon("stop", "accent") is made
    assert made.pixmap(QSize(20, 20), 3.0).size() == QSize(60, 60)
    middle = made.pixmap(QSize(20, 20), 1.0).toImage().pixelColor(10, 10)
    assert middle == QColor(LIGHT.accent)
    themes.set_mode(ThemeMode.DARK)
    middle = made.pixmap(QSize(20, 20), 1.0).toImage().pixelColor(10, 10)
    assert abs(middle.green() - QColor(DARK.accent).green()) <= 1


def test_an_unknown_icon_and_a_path_outside_are_refused(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
    with pytest.raises(ValueError, match="not a resource name"):
        resource_path("../pyproject.toml")
    assert not app_icon().pixmap(64, 64).isNull()


def test_buttons_forget_the_theme_when_they_are_gone(themes: ThemeController, qtbot: QtBot) -> None:
    button = IconButton("copy", "Copy")
    button.deleteLater()
    qtbot.waitUntil(lambda: not _valid(button))
    themes.set_mode(ThemeMode.DARK)  # no call into a deleted widget


def _valid(widget: object) -> bool:
    import shiboken6

    return bool(shiboken6.isValid(widget))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", [*ACCENTS, "#ffff00", "#000000", "#ffffff", "#00ff00", "#3daee9"])
def test_u13_every_accent_can_be_read_in_both_themes(theme: Theme, name: str) -> None:
    own = name.startswith("#")
    made = accented(theme, "system" if own else name, name if own else "")
    assert own or name == "green" or made.accent != theme.accent
    for surface in SURFACES:
        for ink in ("text", "muted", "accent", "warning", "danger"):
            assert contrast(getattr(made, ink), getattr(made, surface)) >= 4.5, (ink, surface)
    for surface in ("accent", "accent_hover", "accent_pressed"):
        assert contrast(made.on_accent, getattr(made, surface)) >= 4.5, surface
    assert contrast(made.text, made.selection) >= 4.5
    for surface in ("background", "side", "rail", "card"):  # WCAG 2.2, 1.4.11: what can be pressed is seen
        assert contrast(made.focus, getattr(made, surface)) >= 3


def test_accent_and_density_switch_live(themes: ThemeController, qtbot: QtBot) -> None:
    button = Button("Send")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    with qtbot.waitSignal(themes.changed):
        themes.set_accent("blue")
    assert look().theme.accent == accented(LIGHT, "blue").accent
    with qtbot.waitSignal(themes.changed):
        themes.set_mode(ThemeMode.DARK)
    assert look().theme.accent == accented(DARK, "blue").accent
    with qtbot.waitSignal(themes.changed):
        themes.set_compact(True)
    button.ensurePolished()
    assert button.sizeHint().width() < wide and button.sizeHint().height() >= 28
    assert (themes.pad(20), themes.pad(2)) == (12, 2)
    themes.set_zoom(150)
    assert themes.compact  # the text size leaves the density alone


def test_the_system_s_accent_falls_back_to_green_where_there_is_none(themes: ThemeController) -> None:
    assert not themes.system_accent  # the offscreen platform tells none
    themes.set_accent("system")
    assert themes.theme is LIGHT


def test_the_look_is_as_the_settings_say(themes: ThemeController, qtbot: QtBot) -> None:
    dress(themes, Settings(theme="dark", zoom=125, accent="pink", density="compact", motion="reduced"))
    assert (themes.mode, themes.zoom, themes.accent, themes.compact) == (ThemeMode.DARK, 125, "pink", True)
    assert not themes.motion_allowed()
    with qtbot.assertNotEmitted(themes.changed):
        dress(themes, Settings(theme="dark", zoom=125, accent="pink", density="compact", motion="full"))
    assert themes.motion_allowed()
