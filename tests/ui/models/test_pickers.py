"""Pickers of models: the order, the stars, the way to the panel."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.chat.model_choices import model_choices
from panda_desktop.ui.kit import ChoicePopover, PickerButton
from panda_desktop.ui.kit.choices import star_area
from panda_desktop.ui.models.joining import join_models
from tests.ui.doubles import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.list_models(tuple(ModelInfo(name, ModelKind.CHAT) for name in ("alpha", "beta", "gamma", "delta")))
    return stage


def picker_of(qtbot: QtBot, stage: Stage) -> PickerButton:
    picker = PickerButton("Model", model_choices(stage.models.of_kind(ModelKind.CHAT)), free_text=True)
    qtbot.addWidget(picker)
    join_models(picker, stage.models)
    picker.show()
    return picker


def opened(picker: PickerButton) -> ChoicePopover:
    picker.open()
    popover = picker.popover()
    assert popover is not None
    return popover


def rows(popover: ChoicePopover) -> list[str]:
    model = popover.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def favourites(stage: Stage) -> tuple[str, ...]:
    return stage.models.marks.favourites


def test_routes_then_favourites_then_used_last_then_all(qtbot: QtBot, stage: Stage) -> None:
    stage.models.star("delta", True)
    stage.models.hide("alpha", True)
    stage.models_service.say(stage.models.marks.using("beta"))
    popover = opened(picker_of(qtbot, stage))
    headings = ["Favourites", "delta", "Used last", "beta", "All models", "gamma"]
    assert rows(popover)[0] == "Smart routing" and rows(popover)[5:] == headings


def test_a_star_in_the_list_holds_and_takes_nothing(qtbot: QtBot, stage: Stage) -> None:
    picker = picker_of(qtbot, stage)
    taken: list[str] = []
    picker.chosen.connect(taken.append)
    popover = opened(picker)
    row = popover.list.model().index(rows(popover).index("beta"), 0)
    popover.list.scrollTo(row)
    QTest.mouseClick(
        popover.list.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        star_area(popover.list.visualRect(row)).center(),
    )
    assert favourites(stage) == ("beta",)
    assert popover.isVisible() and not taken
    assert "favourite" in popover.list.model().index(row.row(), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    popover.search.setText("gamma")
    QTest.keyClick(popover.search, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert favourites(stage) == ("beta", "gamma")
    popover.close()


def test_a_route_has_no_star(qtbot: QtBot, stage: Stage) -> None:
    popover = opened(picker_of(qtbot, stage))
    QTest.keyClick(popover.search, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert favourites(stage) == ()
    popover.close()


def test_the_foot_leads_to_the_panel(qtbot: QtBot, stage: Stage) -> None:
    picker = picker_of(qtbot, stage)
    popover = opened(picker)
    assert popover.foot is not None
    with qtbot.waitSignal(stage.models.manage_wanted):
        popover.foot.click()
    assert picker.popover() is None


def test_h38_five_thousand_models_open_and_filter_at_once(qtbot: QtBot, stage: Stage) -> None:
    stage.list_models(tuple(ModelInfo(f"m{number}", ModelKind.CHAT) for number in range(5000)))
    picker = picker_of(qtbot, stage)
    began = time.thread_time()  # the machine of the tests is shared
    popover = opened(picker)
    popover.grab()
    popover.search.setText("m49")
    popover.grab()
    assert time.thread_time() - began < 0.5
    assert len(rows(popover)) == 112  # a heading, m49, m490 to m499, m4900 to m4999
    popover.close()
