"""The images tab as a whole: pictures and what can be done with them, sizes, names."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.images import ImagesPage
from panda_desktop.ui.kit import ElidedLabel, Label
from panda_desktop.ui.media import dragging, tile_grid
from panda_desktop.ui.theme import look
from panda_desktop.ui.window import MainWindow, Place
from tests.ui.doubles import Stage


def done(stage: Stage, n: int = 1, prompt: str = "A cat", **values: object) -> tuple[Job, list[MediaItem]]:
    seq = len(stage.jobs_service.all) + 1
    request = ImageRequest("kolors", prompt, n, "512x512")
    now = datetime.now(UTC)
    job = Job(f"job{seq}", JobKind.IMAGE, request, JobState.DONE, now, seq, expected=n, arrived=n)
    stage.jobs_service.put(replace(job, finished_at=now, **values))  # type: ignore[arg-type]
    return job, [stage.library_service.image(job, position=at) for at in range(n)]


def settled(qtbot: QtBot, page: ImagesPage, count: int) -> None:
    qtbot.waitUntil(lambda: page.board.grid.tiles.count() == count)
    page.board.grid.executeDelayedItemsLayout()


def test_an_empty_place_offers_examples(qtbot: QtBot, page: ImagesPage) -> None:
    buttons = [button for button in page.board.invitation.findChildren(QWidget) if button.property("small")]
    assert len(buttons) == 3
    buttons[0].click()  # type: ignore[attr-defined]
    assert page.form.prompt.text().startswith("A cat asleep")
    page.form.generate.setFocus()
    page.board.invitation.write_wanted.emit()
    assert QApplication.focusWidget() is page.form.prompt


def test_enter_opens_the_viewer_and_escape_returns_to_the_tile(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    _, items = done(stage, 3)
    settled(qtbot, page, 3)
    grid = page.board.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    box = page.board.lightbox
    assert box.isVisible()
    assert box.current() == items[1]
    qtbot.keyClick(box.stage.view, Qt.Key.Key_Right)
    qtbot.keyClick(box.stage.view, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is grid
    current = grid.current()
    assert current is not None
    assert current.item == items[2]


def test_delete_is_taken_back(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    done(stage, 3)
    settled(qtbot, page, 3)
    grid = page.board.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    settled(qtbot, page, 2)
    notice = page.notices.notices()[0]
    assert notice.text == "Moved to the trash."
    notice.actions[0].run()
    settled(qtbot, page, 3)


def test_control_s_saves_and_f_stars(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    _, items = done(stage)
    settled(qtbot, page, 1)
    grid = page.board.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = page.item_actions.saving.dialog
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("A cat.png")
    dialog.reject()
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_F)
    known = stage.library.find(items[0].id)
    assert known is not None
    assert known.starred


def test_vary_asks_for_the_same_again_as_a_variation(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    _, items = done(stage, 2)
    settled(qtbot, page, 2)
    page.item_actions.wished.emit("vary", items[1])
    assert page.form.variation.isVisible()
    page.form.submit()
    assert stage.jobs_service.calls[-1][1] == ImageRequest("kolors", "A cat", 2, "512x512", items[1].id)
    assert page.form.variation.isHidden()
    page.item_actions.wished.emit("vary", replace(items[0], job_id=None))
    page.form.variation.remove.click()
    assert page.form.request().parent_id is None


def test_wishes_about_a_picture_reach_the_program(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    _, items = done(stage)
    for wish, signal in (("video", page.video_wanted), ("ask", page.ask_wanted)):
        with qtbot.waitSignal(signal) as caught:
            page.item_actions.wished.emit(wish, items[0])
        assert caught.args == [items[0]]
    page.item_actions.wished.emit("prompt", items[0])
    assert page.form.prompt.text() == "A cat"
    assert page.form.model.value() == "kolors"


def test_the_menu_opens_by_pointer(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    done(stage, 2)
    settled(qtbot, page, 2)
    grid = page.board.grid
    page.board._menu(grid.tiles.tile(0), QPoint(100, 100))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words[0] == "Open"
    assert {"Vary", "Make a video of this", "Use as prompt"} <= set(words)
    menu.actions()[0].trigger()
    assert page.board.lightbox.isVisible()
    menu.close()
    page.board.lightbox.leave()
    grid.selectAll()
    page.board._menu(grid.tiles.tile(0), QPoint(100, 100))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any(action.text().startswith("Delete 2") for action in menu.actions())
    menu.close()


def test_the_viewer_knows_what_the_job_cost(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    money = {"balance_before": Decimal("1"), "balance_after": Decimal("0.84")}
    _, items = done(stage, 4, "A cat", **money)
    assert page._facts(items[0]) == [("Balance fell by", "$0.16 for 4")]
    _, shared = done(stage, 1, "A cat", cost_is_shared=True, **money)
    assert "other requests" in page._facts(shared[0])[0][1]
    _, unknown = done(stage)
    assert page._facts(unknown[0]) == []
    assert page._facts(replace(unknown[0], job_id="gone")) == []


@pytest.mark.parametrize(
    ("width", "height"), [(320, 640), (420, 700), (720, 700), (900, 700), (1280, 820), (2560, 1400)]
)
def test_it_fits_every_width(qtbot: QtBot, page: ImagesPage, stage: Stage, width: int, height: int) -> None:
    done(stage, 2, prompt="猫" * 400)
    page.form.prompt.set_text("long " * 100)
    window = MainWindow({Place.IMAGES: lambda: page})
    window.narrow_changed.connect(page.set_narrow)
    qtbot.addWidget(window)
    window.go(Place.IMAGES)
    window.resize(width, height)
    window.show()
    settled(qtbot, page, 2)
    qtbot.waitUntil(lambda: (page.board.x() > 0) == (width >= 900))
    assert page.mapTo(window, page.rect().topRight()).x() < width
    form = page.form
    assert page.board.height() >= 150
    for widget in (form.prompt, form.generate, form.past):
        assert widget.mapTo(page, widget.rect().topRight()).x() <= page.width()
    tile = page.board.grid.visualRect(page.board.grid.tiles.index(0))
    assert tile.right() < page.board.width()
    page.setParent(None)


def test_options_fold_away_in_a_very_narrow_window(qtbot: QtBot, page: ImagesPage) -> None:
    page.set_narrow(True)
    page.resize(300, 600)
    qtbot.waitUntil(lambda: page.form.right.isHidden())
    assert "wan-2.7-image · 1024×1024 · 1" in page.form._summary.accessibleName()
    page.form.count_choice.set_count(0)
    page.form.prompt.set_text("A cat")
    page.form.submit()
    assert page.form.right.isVisible()  # where the problem is
    page.form.options.click()
    assert page.form.right.isHidden()


@pytest.mark.parametrize("zoom", [80, 150, 200])
def test_it_follows_the_text_size(qtbot: QtBot, page: ImagesPage, stage: Stage, zoom: int) -> None:
    done(stage, 2)
    try:
        look().set_zoom(zoom)
        settled(qtbot, page, 2)
        grid = page.board.grid
        assert grid.visualRect(grid.tiles.index(0)).width() >= look().pixels(188)
        if page.board.x() > 0:
            assert page.form.width() == look().pixels(320)
    finally:
        look().set_zoom(100)


def test_every_control_has_a_name(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    seq = len(stage.jobs_service.all)
    for state in (JobState.SUBMITTING, JobState.UNKNOWN, JobState.REVIEW):
        seq += 1
        request = ImageRequest("kolors", "A cat")
        now = datetime.now(UTC)
        stage.jobs_service.put(Job(f"j{seq}", JobKind.IMAGE, request, state, now, seq, sent_at=now))
    settled(qtbot, page, 3)
    page.form.size_choice.set_size("9x9")
    page.form.count_choice.set_count(9)
    missing = [
        child
        for child in page.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and not child.accessibleName()
    ]
    assert missing == []


def test_foreign_words_are_plain_everywhere(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    done(stage, 1, prompt="<img src='file:///etc/passwd'>")
    settled(qtbot, page, 1)
    page.item_actions.wished.emit("vary", stage.library.item(0))
    for label in page.findChildren(Label):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert "<img" not in label.toolTip() or isinstance(label, ElidedLabel)
    page.item_actions.copy_prompt(stage.library.item(0))
    assert QGuiApplication.clipboard().text() == "<img src='file:///etc/passwd'>"


def test_commands_come_to_the_front(qtbot: QtBot, page: ImagesPage) -> None:
    window = MainWindow({Place.CHAT: QWidget, Place.IMAGES: lambda: page})
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.page(Place.IMAGES)
    window.go(Place.CHAT)
    window.show()
    commands = {command.key: command for command in page.commands()}
    assert set(commands) == {"images.prompt", "images.generate", "images.past"}
    for command in commands.values():
        window.go(Place.CHAT)
        command.run()
        assert window.place() is Place.IMAGES
    assert page.form.problem.isVisible()
    page.setParent(None)


def test_i18_a_picture_is_dragged_out_as_a_copy_with_a_name(
    qtbot: QtBot, page: ImagesPage, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[tuple[list[Path], list[str]]] = []

    def drag(_source: object, paths: Sequence[Path], ids: Sequence[str] = ()) -> None:
        dragged.append((list(paths), list(ids)))

    copy = stage.folder / "A cat.png"

    async def copies(_items: tuple[MediaItem, ...]) -> tuple[Path, ...]:
        return (copy,)

    for module in (dragging, tile_grid):
        monkeypatch.setattr(module, "drag_out", drag)
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    monkeypatch.setattr(stage.library_service, "copies_out", copies)
    _, (item,) = done(stage)
    settled(qtbot, page, 1)
    page.board.grid.go_to(item.id)
    page.board.grid.selectAll()
    page.board.grid.startDrag(Qt.DropAction.CopyAction)
    qtbot.waitUntil(lambda: len(dragged) == 1)
    assert dragged == [([copy], [item.id])]


def test_u18_the_keyboard_comes_into_the_prompt(page: ImagesPage) -> None:
    page.form.generate.setFocus()
    page.setFocus()
    assert QApplication.focusWidget() is page.form.prompt
