"""What is outside the window, for a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.translation import Language, Translation
from tests.ui.desktop.doubles import Outside


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Plural forms are in the translation, also in English."""
    Translation(qapp).use(Language.ENGLISH)


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Outside]]:
    made: list[Outside] = []

    def build(*, has_tray: bool = True) -> Outside:
        made.append(Outside(tmp_path, has_tray=has_tray))
        qtbot.addWidget(made[-1].window)
        return made[-1]

    yield build
    for each in made:
        each.close()


@pytest.fixture
def outside(make: Callable[..., Outside]) -> Outside:
    return make()


@pytest.fixture
def controller(qapp: object) -> Iterator[ThemeController]:
    assert isinstance(qapp, QApplication)
    made = ThemeController(qapp, ThemeMode.LIGHT)
    yield made
    made.set_zoom(100)
