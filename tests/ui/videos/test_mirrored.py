"""The videos page where the layout runs from right to left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.videos.controls import ControlBar
from tests.ui.videos.conftest import World
from tests.ui.videos.hands import card

RTL = Qt.LayoutDirection.RightToLeft


def _x(inside: QWidget, part: QWidget) -> int:
    return part.mapTo(inside, part.rect().center()).x()


def test_u04_the_poster_of_a_card_stands_before_its_words(world: World, video: bytes) -> None:
    job, _item = world.finished(video)
    page = world.open()
    page.setLayoutDirection(RTL)
    world.settle()
    shown = card(page, job.id)
    world.qtbot.waitUntil(lambda: _x(shown, shown.poster) > shown.width() / 2)
    assert shown.poster.geometry().left() > shown.title.geometry().right()
    assert _x(shown, shown.deeds) < _x(shown, shown.poster)


def test_u04_time_runs_from_left_to_right_in_the_player(world: World, video: bytes) -> None:
    world.finished(video)
    page = world.open()
    page.setLayoutDirection(RTL)
    world.settle()
    bar = page.findChildren(ControlBar)[0]
    assert _x(bar, bar.play) < _x(bar, bar.back) < _x(bar, bar.forward)
    assert not bar.slider.isRightToLeft()
    assert not bar.volume.isRightToLeft()
