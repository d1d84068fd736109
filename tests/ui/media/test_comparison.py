"""Two pictures compared: both loaded, the line moved by hand and key, other pictures, the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QSlider
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.media import dragging
from panda_desktop.ui.media.comparison import Comparison
from panda_desktop.ui.media.lightbox import Lightbox
from tests.ui.doubles import Stage
from tests.ui.media.test_lightbox import Host, holds

Key = Qt.Key


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    made = Stage(tmp_path)
    made.load()
    return made


@pytest.fixture
def host(qtbot: QtBot, stage: Stage) -> Iterator[Host]:
    made = Host(stage)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.below.setFocus()
    yield made
    made.box.shut_down()
    made.actions_.close()
    made.store.close()


def four(stage: Stage) -> list[MediaItem]:
    """A red, a green, a blue picture, and a variation of the red one."""
    hues = (0, 120, 240)
    items = [stage.library_service.image(hue=hue, prompt=f"hue {hue}") for hue in hues]
    return [*items, stage.library_service.image(hue=20, prompt="varied", parent_id=items[0].id)]


def opened(qtbot: QtBot, host: Host, items: list[MediaItem], at: int) -> Comparison:
    box: Lightbox = host.box
    box.open(items, items[at])
    qtbot.waitUntil(box.stage.view.is_sharp)
    qtbot.keyClick(box.stage.view, Key.Key_C)
    qtbot.waitUntil(box.comparison.view.is_ready)
    return box.comparison


def colours(compared: Comparison) -> tuple[int, int]:
    """The hues at the left and right edge of the picture."""
    image = compared.view.grab().toImage()
    middle = image.height() // 2
    left, right = (image.pixelColor(x, middle) for x in (300, 700))
    return left.hsvHue(), right.hsvHue()


def test_a_variation_is_compared_with_what_it_varies(qtbot: QtBot, host: Host, stage: Stage) -> None:
    items = four(stage)
    compared = opened(qtbot, host, items, 3)
    assert compared.shown() == (items[3], items[0])
    assert compared.geometry() == host.box.rect()
    assert holds(compared, QApplication.focusWidget())
    assert compared.view.accessibleName() == "Left: varied. Right: hue 0"
    qtbot.keyClick(compared.view, Key.Key_Escape)
    assert compared.isHidden()
    assert host.box.current() == items[3]
    assert QApplication.focusWidget() is host.box.stage.view


def test_the_left_of_one_and_the_right_of_the_other_are_seen(qtbot: QtBot, host: Host, stage: Stage) -> None:
    items = four(stage)
    compared = opened(qtbot, host, items, 1)
    assert compared.shown() == (items[1], items[2])
    left, right = colours(compared)
    assert 100 < left < 170 and 220 < right < 300
    qtbot.keyClick(compared.view, Key.Key_End)
    assert all(100 < hue < 190 for hue in colours(compared))
    qtbot.keyClick(compared.view, Key.Key_Home)
    assert all(220 < hue < 310 for hue in colours(compared))
    qtbot.keyClick(compared.view, Key.Key_X)
    assert compared.shown() == (items[2], items[1])
    qtbot.waitUntil(compared.view.is_ready)
    assert all(100 < hue < 190 for hue in colours(compared))


def test_the_line_moves_by_key_slider_and_hand(qtbot: QtBot, host: Host, stage: Stage) -> None:
    compared = opened(qtbot, host, four(stage), 0)
    view, slider = compared.view, compared.slider
    qtbot.keyClick(view, Key.Key_Right)
    assert view.divider == pytest.approx(0.52)
    qtbot.keyClick(view, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.divider == pytest.approx(0.42)
    assert slider.value() == 42
    slider.triggerAction(QSlider.SliderAction.SliderPageStepAdd)
    assert view.divider == pytest.approx(0.52)
    seen = view._seen()
    start = QPoint(round(view._line()), view.height() // 2)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, QPoint(round(seen.x() + seen.width() * 0.25), start.y()))
    assert view.divider == pytest.approx(0.25, abs=0.01)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(view, start)
    assert view.divider == pytest.approx(0.25, abs=0.01)


def test_up_and_down_put_other_pictures_to_the_right(qtbot: QtBot, host: Host, stage: Stage) -> None:
    items = four(stage)
    compared = opened(qtbot, host, items, 1)
    qtbot.keyClick(compared.view, Key.Key_Up)
    assert compared.shown() == (items[1], items[0])  # not with itself
    assert not compared.before.isEnabled()
    for expected in (2, 3, 3):
        qtbot.keyClick(compared.view, Key.Key_Down)
        assert compared.shown()[1] == items[expected]
    assert not compared.after.isEnabled()


def test_both_are_enlarged_together(qtbot: QtBot, host: Host, stage: Stage) -> None:
    compared = opened(qtbot, host, four(stage), 0)
    view = compared.view
    corner = view._frame().topLeft() + QPointF(40, 40)
    before = (corner - view._frame().topLeft()) / view.zoom
    wheel = QWheelEvent(
        corner,
        view.mapToGlobal(corner),
        QPoint(),
        QPoint(0, 360),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, wheel)
    assert view.zoom > 1.9
    if view._frame().width() > view.width():
        after = (corner - view._frame().topLeft()) / view.zoom
        assert (after - before).manhattanLength() < 2
    qtbot.keyClick(view, Key.Key_0)
    assert view.zoom == 1


def test_two_chosen_pictures_are_compared_and_closed_at_once(qtbot: QtBot, host: Host, stage: Stage) -> None:
    items = four(stage)
    menu = host.actions_.menu(items[:2], host)
    next(action for action in menu.actions() if action.text() == "Compare").trigger()
    compared = host.box.comparison
    assert compared.shown() == tuple(items[:2])
    qtbot.keyClick(compared.view, Key.Key_Escape)
    assert host.box.isHidden()
    assert QApplication.focusWidget() is host.below
    three = host.actions_.menu(items[:3], host)
    assert "Compare" not in [action.text() for action in three.actions()]
    for each in (menu, three):
        each.deleteLater()


def test_a_picture_alone_is_compared_with_nothing(qtbot: QtBot, host: Host, stage: Stage) -> None:
    item = stage.library_service.image()
    host.box.open([item], item)
    assert not host.box.stage.compare.isEnabled()
    qtbot.keyClick(host.box.stage.view, Key.Key_C)
    assert host.box.comparison.isHidden()


def test_a_picture_that_is_deleted_or_unreadable_does_not_hurt(
    qtbot: QtBot, host: Host, stage: Stage
) -> None:
    items = four(stage)
    (stage.folder / items[2].file).write_bytes(b"no picture")
    compared = opened_unready(qtbot, host, items, 1)
    qtbot.waitUntil(lambda: compared.view._sides[1].problem != "")
    stage.library.trash((items[2].id,))
    assert compared.isHidden()
    assert host.box.current() == items[1]


def opened_unready(qtbot: QtBot, host: Host, items: list[MediaItem], at: int) -> Comparison:
    host.box.open(items, items[at])
    qtbot.mouseClick(host.box.stage.compare, Qt.MouseButton.LeftButton)
    return host.box.comparison


@pytest.mark.parametrize("held", [True, False])
def test_a_picture_is_pulled_out_of_the_viewer_as_a_copy(
    qtbot: QtBot, host: Host, stage: Stage, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    dragged: list[list[Path]] = []
    monkeypatch.setattr(dragging, "drag_out", lambda _source, paths, _ids: dragged.append(list(paths)))
    button = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: button)
    copy = stage.folder / "hue 0.png"

    async def copies(items: tuple[MediaItem, ...]) -> tuple[Path, ...]:
        copy.write_bytes(stage.library_service.path_of(items[0]).read_bytes())
        return (copy,)

    monkeypatch.setattr(stage.library_service, "copies_out", copies)
    items = four(stage)
    host.box.open(items, items[0])
    qtbot.waitUntil(host.box.stage.view.is_sharp)
    view = host.box.stage.view
    middle = view.rect().center()
    with qtbot.waitSignal(stage.library.copies_made):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
        qtbot.mouseMove(view, middle + QPoint(40, 40))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)
    done: list[bool] = []
    QTimer.singleShot(0, lambda: done.append(True))  # after the one that drags
    qtbot.waitUntil(lambda: bool(done))
    assert dragged == ([[copy]] if held else [])


def test_an_enlarged_picture_is_moved_not_pulled(qtbot: QtBot, host: Host, stage: Stage) -> None:
    items = [stage.library_service.image(width=1600, height=1200)]
    host.box.open(items, items[0])
    qtbot.waitUntil(host.box.stage.view.is_sharp)
    view = host.box.stage.view
    view.zoom_to(4.0)
    with qtbot.assertNotEmitted(view.dragged):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
        qtbot.mouseMove(view, view.rect().center() + QPoint(60, 60))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)


def test_a_copy_that_cannot_be_made_is_said(
    qtbot: QtBot, host: Host, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(items: tuple[MediaItem, ...]) -> tuple[Path, ...]:
        raise PandaError(ErrorKind.DISK_FULL)

    monkeypatch.setattr(stage.library_service, "copies_out", full)
    items = four(stage)
    host.box.open(items, items[0])
    host.box.stage.view.dragged.emit()
    assert "disk" in host.said[-1].text
