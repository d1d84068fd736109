"""The panel of all models."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.changes import ModelsReading
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.kit import SegmentedChoice
from panda_desktop.ui.models.list_view import star_area
from panda_desktop.ui.models.panel import ModelsPanel
from panda_desktop.ui.models.rows import Filter
from panda_desktop.ui.models.settings import ModelsSettings
from tests.ui.doubles import Stage

Opened = Callable[..., ModelsPanel]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


@pytest.fixture
def opened(qtbot: QtBot, stage: Stage) -> Opened:
    windows = []

    def open_panel(width: int = 1200, height: int = 760) -> ModelsPanel:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        panel = ModelsPanel(window, stage.models, lambda: "usd")
        panel.open_over(window)
        return panel

    return open_panel


def listed(panel: ModelsPanel) -> list[str]:
    models = (panel.rows.model(row) for row in range(panel.rows.rowCount()))
    return [model.id for model in models if model is not None]


def choose(panel: ModelsPanel, model_id: str) -> None:
    panel.list.setCurrentIndex(panel.rows.index(panel.rows.row_of(model_id)))


def press(group: SegmentedChoice, value: str) -> None:
    """Presses the chip of a value."""
    chip = group.button(value)
    assert chip is not None
    chip.click()


def test_search_and_filters(stage: Stage, opened: Opened) -> None:
    panel = opened()
    panel.search.setText("wan video")
    assert listed(panel) == ["wan-2.7-video"]
    panel.search.clear()
    press(panel.filter, Filter.IMAGE)
    assert listed(panel) == ["wan-2.7-image", "kolors"]
    press(panel.filter, Filter.HIDDEN)
    assert listed(panel) == [] and panel.empty.isVisible()


def test_star_by_mouse_and_by_key_keeps_the_row_where_it_is(stage: Stage, opened: Opened) -> None:
    panel = opened()
    before = listed(panel)
    area = star_area(panel.list.visualRect(panel.rows.index(panel.rows.row_of("kolors"))))
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, area.center()
    )
    assert stage.models_service.marks.favourites == ("kolors",)
    choose(panel, "wan-2.7-image")
    QTest.keyClick(panel.search, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert stage.models_service.marks.favourites == ("kolors", "wan-2.7-image")
    assert listed(panel) == before
    assert next(model.id for model in stage.models.of_kind(ModelKind.IMAGE)) == "wan-2.7-image"
    press(panel.filter, Filter.FAVOURITES)
    assert listed(panel) == ["wan-2.7-image", "kolors"]


def test_hidden_models_are_in_no_list_and_come_back(stage: Stage, opened: Opened) -> None:
    panel = opened()
    choose(panel, "kolors")
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert "kolors" not in [model.id for model in stage.models.of_kind(ModelKind.IMAGE)]
    assert "kolors" in listed(panel)
    panel.detail.hide_button.click()
    assert "kolors" in [model.id for model in stage.models.of_kind(ModelKind.IMAGE)]


def test_a_kind_is_corrected_and_taken_back(stage: Stage, opened: Opened) -> None:
    panel = opened()
    choose(panel, "deepseek-v4-flash")
    assert panel.detail.own_kind.isHidden()
    press(panel.detail.kind, "video")
    assert "deepseek-v4-flash" in [model.id for model in stage.models.of_kind(ModelKind.VIDEO)]
    panel.detail.own_kind.click()
    assert "deepseek-v4-flash" not in [model.id for model in stage.models.of_kind(ModelKind.VIDEO)]
    press(panel.detail.sees, "no")
    found = stage.models.info("deepseek-v4-flash")
    assert found is not None and found.sees_images is False


def test_details_are_plain_text(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    stage.models_service.facts = (("note", "<b>bold</b> <img src=file:///x>"), ("deep.er", "x" * 2000))
    panel = opened()
    choose(panel, "kolors")
    qtbot.waitUntil(lambda: stage.models_service.asked[-1:] == ["kolors"])
    assert panel.detail.facts() == list(stage.models_service.facts)
    for label in panel.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()


def test_what_the_gateway_does_not_know_is_said(qtbot: QtBot, stage: Stage, opened: Opened) -> None:
    stage.models_service.failure = PandaError(ErrorKind.MODEL_NOT_FOUND)
    panel = opened()
    choose(panel, "kolors")
    qtbot.waitUntil(lambda: stage.models_service.asked[-1:] == ["kolors"])
    assert "nothing more" in panel.detail.state.text()


def test_a_model_is_added_by_its_id_and_removed(stage: Stage, opened: Opened) -> None:
    panel = opened()
    panel.search.setText("my/own:model")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.search.text() == "" and panel.shown_model() is not None
    assert panel.shown_model().id == "my/own:model"  # type: ignore[union-attr]
    assert stage.models_service.marks.added == ("my/own:model",)
    panel.detail.remove.click()
    assert "my/own:model" not in listed(panel)


def test_age_and_offline(stage: Stage, opened: Opened) -> None:
    panel = opened()
    assert "documented" in panel.age.text()
    stage.models_service.list_models(
        stage.models_service.listed, datetime.now(UTC) - timedelta(minutes=5, seconds=10)
    )
    assert panel.age.text() == "As of 5 min ago"
    assert stage.models_service.refreshed == 1  # it was not known yet when the panel was opened
    panel.refresh.click()
    assert stage.models_service.refreshed == 2
    stage.bus.publish(ModelsReading(True))
    assert panel.refresh.isHidden() and not panel.spinner.isHidden()
    stage.bus.publish(ModelsReading(False, PandaError(ErrorKind.CANNOT_CONNECT)))
    assert not panel.trouble.isHidden() and "read last" in panel.trouble.text()
    assert panel.rows.rowCount() > 0


def test_escape_leaves_the_details_then_the_panel_where_it_is_narrow(stage: Stage, opened: Opened) -> None:
    panel = opened(400, 700)
    assert panel.list.isVisible() and not panel.detail.isVisible()
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.detail.isVisible() and not panel.list.isVisible()
    QTest.keyClick(panel.back, Qt.Key.Key_Escape)
    assert panel.list.isVisible() and not panel.detail.isVisible()
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_h38_five_thousand_strange_ones_are_listed_at_once(stage: Stage, opened: Opened) -> None:
    strange = (ModelInfo("<img src=x>", ModelKind.CHAT), ModelInfo("\u202egpt", ModelKind.CHAT))
    many = tuple(ModelInfo(f"m{number}", ModelKind.CHAT, name=f"Model {number}") for number in range(5000))
    stage.list_models((*strange, *many))
    panel = opened()
    assert panel.rows.rowCount() == 5002
    assert panel.rows.index(0).data() == "<img src=x>"
    panel.grab()
    began = time.thread_time()  # the machine of the tests is shared
    panel.search.setText("model 499")
    panel.grab()
    assert time.thread_time() - began < 0.5
    assert len(listed(panel)) == 15  # m499, m1499 to m4499, m4990 to m4999


def test_an_empty_list_offers_to_add(stage: Stage, opened: Opened) -> None:
    stage.list_models(())
    panel = opened()
    assert panel.empty.isVisible() and panel.shown_model() is None


def test_the_section_of_the_settings_says_the_age(qtbot: QtBot, stage: Stage) -> None:
    section = ModelsSettings(stage.models)
    qtbot.addWidget(section)
    wanted: list[bool] = []
    stage.models.manage_wanted.connect(lambda: wanted.append(True))
    section.manage.click()
    assert wanted == [True]
    stage.models_service.list_models(stage.models_service.listed, datetime.now(UTC))
    assert "just now" in section.list_row.note.text()
    section.refresh.click()
    assert stage.models_service.refreshed == 1


def test_nothing_is_cut_off_at_the_least_width(stage: Stage, opened: Opened) -> None:
    stage.models_service.facts = (("x" * 80, "y" * 300),)
    panel = opened(320, 560)
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    panel._ask()
    QApplication.processEvents()
    inner = panel.detail.widget()
    assert inner is not None and inner.width() <= panel.detail.viewport().width()
    assert panel.mapFromGlobal(panel.detail.mapToGlobal(QPoint(panel.detail.width(), 0))).x() <= panel.width()
