"""The files of messages: seen, opened, gone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from panda_desktop.domain.attachments import Attachment
from panda_desktop.ui.kit import Menu
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.file_pieces import SIDE, FilesPiece
from panda_desktop.ui.transcript.message_files import _AT_ONCE
from panda_desktop.ui.transcript.opening import Held
from panda_desktop.ui.transcript.pointing import Spot
from panda_desktop.ui.transcript.text_panel import SHOWN
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import answer, mine
from tests.ui.transcript.sources import FileSource, picture


@pytest.fixture
def files() -> FileSource:
    return FileSource()


def shown(open_view: Open, files: FileSource, *attachments: Attachment, width: int = 900) -> TranscriptView:
    view, _ = open_view([mine("Look at this", attachments=attachments)], width=width)
    view.set_attachment_source(files)
    view.grab()
    return view


def piece_of(view: TranscriptView, row: int = 0) -> tuple[int, FilesPiece]:
    layout = view._column.layout(row)
    for index in range(len(layout.specs)):
        piece = view._column.piece(row, index)
        if isinstance(piece, FilesPiece):
            return index, piece
    raise AssertionError("no files are shown")


def names(view: TranscriptView) -> list[str]:
    return [target.text for target in piece_of(view)[1].targets()]


def middle_of(view: TranscriptView, number: int = 0) -> QPoint:
    index, piece = piece_of(view)
    spot = Spot(0, index, piece.targets()[number].id)
    return view._pointing.rect_of(spot).center().toPoint()


def click(view: TranscriptView, number: int = 0) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, number))


def drawn(view: TranscriptView, files: FileSource, file: Attachment, qtbot: QtBot) -> None:
    """Waits until the picture of a file is on the screen."""
    _, piece = piece_of(view)
    target = next(each for each in piece.targets() if each.id == f"file:{file.id}")
    box = target.rect.size().toSize() * view.devicePixelRatioF()

    def there() -> bool:
        view.grab()
        return view._files.thumbnail(file, box) is not None

    qtbot.waitUntil(there)


def test_a_picture_has_its_place_before_it_is_read_and_nothing_moves(
    open_view: Open, files: FileSource, qtbot: QtBot
) -> None:
    files.held = True
    photo = files.put(picture(1200, 800), "photo.png")
    view = shown(open_view, files, photo)
    before = [(seen.row, seen.piece, seen.y) for seen in view._place.visible]
    target = piece_of(view)[1].targets()[0]
    assert target.rect.size().toSize() == QSize(SIDE, round(SIDE / 1.5))
    files.answer()
    drawn(view, files, photo, qtbot)
    settle(view)
    assert [(seen.row, seen.piece, seen.y) for seen in view._place.visible] == before
    image = view.grab().toImage()
    at = middle_of(view) - QPoint(0, 40)
    ratio = image.devicePixelRatio()
    assert image.pixelColor((QPointF(at) * ratio).toPoint()) != view._style.colour("side")


@pytest.mark.parametrize("zoom", [80, 100, 200])
@pytest.mark.parametrize("width", [320, 900])
def test_files_stay_inside_the_column_at_any_zoom(
    open_view: Open, files: FileSource, zoom: int, width: int
) -> None:
    photos = [files.put(picture(*size), "p.png") for size in ((900, 90), (90, 900), (30, 30), (400, 300))]
    notes = files.put(b"text", "n" * 110 + ".txt")
    view = shown(open_view, files, *photos, notes, width=width)
    view.set_zoom(zoom)
    settle(view)
    view.grab()
    _, piece = piece_of(view)
    room = view._column.layout(0).width
    for target in piece.targets():
        assert target.rect.left() >= 0 and target.rect.right() <= room + 0.5
        assert min(target.rect.width(), target.rect.height()) >= 28
        assert target.rect.bottom() <= piece.height


def test_only_what_is_in_view_is_read_and_a_few_at_a_time(open_view: Open, files: FileSource) -> None:
    data = picture(40, 40)
    rows = [mine(f"{n}", attachments=(files.put(data, f"{n}.png"),)) for n in range(300)]
    files.held = True
    view, _ = open_view(rows)
    view.set_attachment_source(files)
    view.grab()
    assert len(files.asked) == _AT_ONCE
    files.held = False
    files.answer()
    view.grab()
    assert 0 < len(set(files.asked)) < 20 and "0.png" not in files.asked


def test_d18_a_picture_that_is_gone_or_changed_leaves_a_placeholder_with_words(
    open_view: Open, files: FileSource, qtbot: QtBot
) -> None:
    gone = files.put(picture(400, 300), "gone.png")
    del files.files[gone.file]
    damaged = files.put(picture(400, 300), "damaged.png")
    files.files[damaged.file] = files.files[damaged.file][:60]
    view = shown(open_view, files, gone, damaged)
    qtbot.waitUntil(lambda: view._files.is_missing(gone) and view._files.is_missing(damaged))
    assert all("gone or was changed" in name for name in names(view))
    assert "gone.png" in view.spoken_text(0) and "gone or was changed" in view.spoken_text(0)
    asked = list(files.asked)
    view.grab()
    assert files.asked == asked, "what is gone is not read again and again"
    with qtbot.waitSignal(view.told) as told:
        click(view)
    assert told.args is not None and told.args[1] is True and "gone.png" in told.args[0]
    assert view._handling.opener().viewer is None


def test_d18_a_text_that_is_gone_says_so_when_it_is_opened(
    open_view: Open, files: FileSource, qtbot: QtBot
) -> None:
    notes = files.put(b"some text", "notes.txt")
    view = shown(open_view, files, notes)
    assert files.asked == [] and names(view) == ["notes.txt, Text · 9 B"]
    del files.files[notes.file]
    with qtbot.waitSignal(view.told):
        click(view)
    assert "gone or was changed" in names(view)[0]


def test_a_click_opens_a_picture_and_escape_leads_back(
    open_view: Open, files: FileSource, qtbot: QtBot
) -> None:
    photo = files.put(picture(640, 480), "photo.png")
    view = shown(open_view, files, photo)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    click(view)
    viewer = view._handling.opener().viewer
    assert viewer is not None and viewer.isVisible()
    qtbot.waitUntil(lambda: viewer.stage.view.real_size() == QSize(640, 480))
    assert viewer.stage.view.accessibleName() == "photo.png"
    qtbot.keyClick(viewer.stage.view, Qt.Key.Key_Escape)
    assert not viewer.isVisible() and view.hasFocus()


def test_tab_and_enter_open_a_text_as_plain_text(open_view: Open, files: FileSource, qtbot: QtBot) -> None:
    text = "<b>bold?</b>\n\u202ehidden\n" + "x" * 5_000
    notes = files.put(text.encode(), "notes.html")
    view = shown(open_view, files, notes)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    index, piece = piece_of(view)
    for _ in range(10):
        focused = view._attention.focused
        if focused is not None and focused.target.startswith("file:"):
            break
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view._attention.focused == Spot(0, index, piece.targets()[0].id)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    opener = view._handling.opener()
    qtbot.waitUntil(lambda: opener.panel is not None)
    panel = opener.panel
    assert panel is not None
    lines = panel.text.toPlainText().split("\n")
    assert lines[0] == "<b>bold?</b>" and lines[1] == "\u2426hidden"
    assert max(map(len, lines)) <= 2_000 and panel.text.isReadOnly()
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == text
    qtbot.keyClick(panel.text, Qt.Key.Key_Escape)
    assert opener.panel is None


def test_a_huge_text_is_shown_in_part_and_copied_whole(
    open_view: Open, files: FileSource, qtbot: QtBot
) -> None:
    text = "a line of text\n" * 60_000
    view = shown(open_view, files, files.put(text.encode(), "huge.txt"))
    click(view)
    opener = view._handling.opener()
    qtbot.waitUntil(lambda: opener.panel is not None)
    panel = opener.panel
    assert panel is not None
    assert len(panel.text.toPlainText()) == SHOWN
    panel.copy()
    assert QGuiApplication.clipboard().text() == text
    panel.close()


def test_the_menu_opens_saves_and_copies(
    open_view: Open, files: FileSource, qtbot: QtBot, tmp_path: Path
) -> None:
    data = picture(64, 32)
    view = shown(open_view, files, files.put(data, "a/photo?.png"))
    at = middle_of(view)
    place = view.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, place))
    menu = next(each for each in view.findChildren(Menu) if each.isVisible())
    actions = {action.text(): action for action in menu.actions()}
    assert {"Open", "Save as…", "Copy picture"} <= set(actions)
    with qtbot.waitSignal(view.told):
        actions["Copy picture"].trigger()
    assert QGuiApplication.clipboard().image().size() == QSize(64, 32)
    actions["Save as…"].trigger()
    menu.close()
    dialog = view._handling.opener().dialog
    assert dialog is not None
    assert not set('<>:"/\\|?*') & set(Path(dialog.selectedFiles()[0]).name)
    with qtbot.waitSignal(view.told) as told:
        dialog.fileSelected.emit(str(tmp_path / "copy.png"))
    dialog.reject()
    assert (tmp_path / "copy.png").read_bytes() == data and told.args == ["Saved: “copy.png”.", False]
    with qtbot.waitSignal(view.told) as told:
        opener = view._handling.opener()
        opener._write(Held(data, "x", "x.png", QSize()), tmp_path / "no" / "copy.png")
    assert told.args is not None and told.args[1] is True
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_screen_reader_hears_every_file_with_its_kind(open_view: Open, files: FileSource) -> None:
    photo, notes = files.put(picture(40, 40), "photo.png"), files.put(b"text", "notes.txt")
    view = shown(open_view, files, photo, notes)
    document = QAccessible.queryAccessibleInterface(view)
    message = document.child(0)
    parts = [message.child(index) for index in range(message.childCount())]
    heard = [(part.role(), part.text(QAccessible.Text.Name)) for part in parts if part is not None]
    for name in ("photo.png, Picture", "notes.txt, Text"):
        assert any(role is QAccessible.Role.Button and words.startswith(name) for role, words in heard), name
    lines = [words for role, words in heard if role is not QAccessible.Role.Button]
    assert any(line.startswith("Attached: photo.png, Picture") for line in lines)


def test_a_message_of_files_only_has_no_empty_bubble(open_view: Open, files: FileSource) -> None:
    photo = files.put(picture(40, 40), "photo.png")
    view, _ = open_view([mine("", attachments=(photo,)), answer("Nice.")])
    assert view._column.layout(0).body_range[0] == view._column.layout(0).body_range[1]


def test_another_view_of_the_same_source_is_not_disturbed(
    open_view: Open, files: FileSource, qtbot: QtBot
) -> None:
    """What the composer reads of the same source is no answer to what the transcript asked."""
    files.held = True
    photo = files.put(picture(60, 60), "photo.png")
    view = shown(open_view, files, photo)
    other = files.put(picture(60, 60), "other.png")
    files.loaded.emit(other, None)
    assert not view._files.is_missing(other)
    files.answer()
    drawn(view, files, photo, qtbot)
