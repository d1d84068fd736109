"""Controls that stand beside each other are alike in height."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.ui.kit import Button, Choice, IconButton, PickerButton, PrimaryButton, TextField
from panda_desktop.ui.theme import look
from panda_desktop.ui.translation import Language, Translation

WORDS = {Language.ENGLISH: "Any model", Language.CHINESE: "所有模型"}


@pytest.fixture(params=list(WORDS))
def words(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """Words of a language, while it is spoken."""
    before = QLocale()
    translation = Translation(qapp)
    assert translation.use(request.param)
    yield WORDS[request.param]
    translation.use(Language.ENGLISH)
    QLocale.setDefault(before)


@pytest.fixture
def normal() -> Iterator[None]:
    """Has the text of its own size again."""
    yield
    look().set_zoom(100)


@pytest.mark.usefixtures("normal")
@pytest.mark.parametrize("zoom", [80, 90, 100, 110, 125, 150, 175, 200])
def test_controls_of_a_row_have_one_height(qtbot: QtBot, words: str, zoom: int) -> None:
    look().set_zoom(zoom)
    row: list[QWidget] = [
        Button(words),
        Button(words, icon_name="star"),
        Button("CSV"),
        Button("", icon_name="sliders"),
        PrimaryButton(words),
        PickerButton("Model", [Choice("a", words)], placeholder=words, compact=True),
        PickerButton("Model", [Choice("a", "auto:quality")], placeholder="auto:quality", compact=True),
        IconButton("more", "More", bordered=True),
        TextField("Search", placeholder=words, compact=True),
    ]
    heights = []
    for control in row:
        qtbot.addWidget(control)
        control.ensurePolished()
        heights.append(control.sizeHint().height())
    assert len(set(heights)) == 1 and heights[0] >= 28, heights
