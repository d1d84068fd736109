"""The viewer: decoding off the GUI thread, zoom, keys, focus, and foreign words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.kit import Notice
from panda_desktop.ui.media.details import MOST_LETTERS
from panda_desktop.ui.media.item_actions import ItemActions, Wish
from panda_desktop.ui.media.lightbox import Lightbox
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.theme import ThemeMode, look
from tests.ui.doubles import Stage

HOSTILE = "<img src='file:///etc/passwd'><b>&amp;</b>"


class Host(QWidget):
    """A page with a button under the viewer."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.store = ThumbnailStore()
        self.below = QPushButton("below")
        QVBoxLayout(self).addWidget(self.below)
        self.actions_ = ItemActions(self, stage.library, tuple(Wish))
        self.said: list[Notice] = []
        self.actions_.notice_wanted.connect(self.said.append)
        self.box = Lightbox(
            self, stage.library, self.store, self.actions_, lambda _item: [("Balance fell by", "$0.04")]
        )


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


def three(stage: Stage) -> list[MediaItem]:
    sizes = ((1600, 1200), (300, 200), (640, 640))
    return [
        stage.library_service.image(prompt=f"prompt {at}", width=width, height=height)
        for at, (width, height) in enumerate(sizes)
    ]


def opened(qtbot: QtBot, host: Host, items: list[MediaItem], at: int = 0) -> Lightbox:
    host.box.open(items, items[at])
    qtbot.waitUntil(host.box.stage.view.is_sharp)
    return host.box


def holds(box: QWidget, widget: QWidget | None) -> bool:
    """Whether there is such a widget, inside the box."""
    return widget is not None and box.isAncestorOf(widget)


def test_it_covers_the_page_and_gives_the_focus_back(qtbot: QtBot, host: Host, stage: Stage) -> None:
    box = opened(qtbot, host, three(stage))
    assert box.geometry() == host.rect()
    assert holds(box, QApplication.focusWidget())
    host.resize(900, 600)
    assert box.geometry() == host.rect()
    with qtbot.waitSignal(box.left) as caught:
        qtbot.keyClick(box.stage.view, Qt.Key.Key_Escape)
    assert caught.args[0].prompt == "prompt 0"
    assert box.isHidden()
    assert QApplication.focusWidget() is host.below


def test_tab_stays_inside(qtbot: QtBot, host: Host, stage: Stage) -> None:
    box = opened(qtbot, host, three(stage))
    seen = set()
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert holds(box, now)
        seen.add(now)
    assert {box.stage.close_button, box.panel.save, box.stage.view} <= seen
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert holds(box, QApplication.focusWidget())


def test_arrows_go_through_the_pictures_and_stay_at_the_ends(qtbot: QtBot, host: Host, stage: Stage) -> None:
    items = three(stage)
    box = opened(qtbot, host, items)
    view = box.stage.view
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert box.current() == items[0]
    assert not box.stage.before.isEnabled()
    for at in (1, 2, 2):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert box.current() == items[at]
    assert not box.stage.after.isEnabled()
    qtbot.mouseClick(box.stage.before, Qt.MouseButton.LeftButton)
    assert box.current() == items[1]
    assert view.accessibleName() == "prompt 1"


def test_zoom_by_keys_wheel_and_double_click(qtbot: QtBot, host: Host, stage: Stage) -> None:
    box = opened(qtbot, host, three(stage))
    view = box.stage.view
    fitted = view.zoom
    assert view.is_fitted
    assert fitted < 1
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom > fitted
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert view.zoom == 1.0
    assert box.stage.zoom_words() == "100 %"
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.is_fitted
    point = QPointF(200, 150)
    event = QWheelEvent(
        point,
        QPointF(view.mapToGlobal(point.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(event)
    assert view.zoom == pytest.approx(fitted * 1.25**2)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.is_fitted
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))  # the first of the two
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert view.zoom == 1.0


def test_an_enlarged_picture_is_decoded_whole_and_dragged(qtbot: QtBot, host: Host, stage: Stage) -> None:
    box = opened(qtbot, host, three(stage))
    view = box.stage.view
    assert view._fitted is not None
    assert view._fitted.width() < 1600
    view.zoom_to(2.0)
    assert not view.is_sharp()
    qtbot.waitUntil(view.is_sharp)
    assert view._whole is not None
    assert view._whole.size() == QSize(1600, 1200)
    before = view._target().topLeft()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    qtbot.mouseMove(view, QPoint(250, 280))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(250, 280))
    moved = view._target().topLeft() - before
    assert (moved.x(), moved.y()) == pytest.approx((-50, -20), abs=1)
    view.pan(10_000, 10_000)
    assert view._target().topLeft() == QPointF(0, 0)


def test_a_small_picture_is_shown_at_its_own_size(qtbot: QtBot, host: Host, stage: Stage) -> None:
    box = opened(qtbot, host, three(stage), 1)
    assert box.stage.view.zoom == 1.0
    assert box.panel.facts()["Size"] == "300 × 200"


def test_i17_a_revised_prompt_is_plain_and_cut(qtbot: QtBot, host: Host, stage: Stage) -> None:
    long = HOSTILE + "y" * 1_000_000
    item = stage.library_service.image(prompt=HOSTILE, revised_prompt=long, width=50, height=50)
    box = opened(qtbot, host, [item])
    area = box.panel.revised.area
    assert isinstance(area, QPlainTextEdit)
    assert area.text() == long[:MOST_LETTERS]
    assert area.isReadOnly()
    assert box.panel.prompt.area.text() == HOSTILE
    assert "1,000,0" in box.panel.revised._cut.text()
    box.panel.buttons["copy_prompt"].click()
    assert QGuiApplication.clipboard().text() == HOSTILE


def test_details_say_what_is_known(qtbot: QtBot, host: Host, stage: Stage) -> None:
    item = stage.library_service.image(prompt="a", model="wan", width=40, height=30)
    box = opened(qtbot, host, [item])
    facts = box.panel.facts()
    assert facts["Model"] == "wan"
    assert facts["Size"] == "40 × 30"
    assert facts["File"].startswith("PNG · ")
    assert facts["Balance fell by"] == "$0.04"
    assert "Made" in facts
    assert box.panel.revised.isHidden()


def test_a_broken_file_says_why(qtbot: QtBot, host: Host, stage: Stage) -> None:
    item = stage.library_service.image(prompt="a")
    stage.library.path_of(item).write_bytes(b"<html></html>")
    host.box.open([item], item)
    qtbot.waitUntil(lambda: host.box.stage.view._problem != "")
    assert host.box.stage.view._problem == "This file is not a picture"


def test_star_and_delete_by_key(qtbot: QtBot, host: Host, stage: Stage) -> None:
    items = three(stage)
    box = opened(qtbot, host, items)
    view = box.stage.view
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert box.panel.buttons["star"].isChecked()
    known = stage.library.find(items[0].id)
    assert known is not None
    assert known.starred
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert box.current() == items[1]  # the next one
    assert [notice.text for notice in host.said] == ["Moved to the trash."]
    box.step(1)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert box.current() == items[1]  # there is no next one
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert box.isHidden()
    host.said[0].actions[0].run()
    assert stage.library.find(items[0].id) is not None


def test_wishes_close_the_viewer(qtbot: QtBot, host: Host, stage: Stage) -> None:
    items = three(stage)
    for wish in Wish:
        box = opened(qtbot, host, items)
        with qtbot.waitSignal(host.actions_.wished) as caught:
            box.panel.buttons[wish.value].click()
        assert caught.args == [wish.value, items[0]]
        assert box.isHidden()


def test_details_can_be_hidden(qtbot: QtBot, host: Host, stage: Stage) -> None:
    box = opened(qtbot, host, three(stage))
    qtbot.keyClick(box.stage.view, Qt.Key.Key_I)
    assert box.panel.isHidden()
    qtbot.mouseClick(box.stage.info, Qt.MouseButton.LeftButton)
    assert box.panel.isVisible()


def test_it_is_dark_in_both_themes_and_fits_narrow_windows(qtbot: QtBot, host: Host, stage: Stage) -> None:
    box = opened(qtbot, host, three(stage))
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        look().set_mode(mode)
        shot = box.grab().toImage()
        assert shot.pixelColor(3, 690).lightness() < 40
    look().set_mode(ThemeMode.LIGHT)
    host.resize(320, 560)
    qtbot.waitUntil(lambda: box.panel.y() > 0)
    assert box.stage.height() > 200
    assert box.stage.close_button.geometry().right() <= 320


def test_every_control_has_a_name_and_a_tooltip(qtbot: QtBot, host: Host, stage: Stage) -> None:
    box = opened(qtbot, host, three(stage))
    for child in box.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible():
            assert child.accessibleName(), child
            assert child.toolTip() or isinstance(child, QPlainTextEdit) or child is box.stage.view, child


def test_the_picture_itself_goes_to_the_clipboard(qtbot: QtBot, host: Host, stage: Stage) -> None:
    box = opened(qtbot, host, three(stage))
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(box.stage.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(host.said))
    assert QGuiApplication.clipboard().image().size() == QSize(1600, 1200)
    bad = replace(three(stage)[0], id="bad", file="gone.png")
    host.actions_.copy(bad)
    qtbot.waitUntil(lambda: len(host.said) == 2)
    assert "nothing was copied" in host.said[1].text


def test_a_double_click_that_opens_a_picture_does_not_enlarge_it(
    qtbot: QtBot, host: Host, stage: Stage
) -> None:
    view = opened(qtbot, host, three(stage)).stage.view
    second = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        QPointF(100, 100),
        view.mapToGlobal(QPointF(100, 100)),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, second)  # the first click was on the tile
    assert view.is_fitted
