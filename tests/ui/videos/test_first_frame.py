"""V25: what a video shall start from is checked before anything is paid."""

import os
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from panda_desktop.domain.jobs import FirstFrame, VideoRequest
from panda_desktop.ui.videos.first_frame import FirstFrameField
from panda_desktop.ui.videos.frame_address import AddressProblem, problem_of
from panda_desktop.ui.videos.frame_check import (
    MAX_BYTES,
    SEND_BYTES,
    SEND_SIDE,
    FrameImage,
    FrameProblem,
    FrameRefused,
    check_bytes,
    check_file,
)
from panda_desktop.ui.videos.frame_words import FrameWords, ratio
from tests.ui.doubles import picture
from tests.ui.videos.conftest import World


def encoded(image: QImage, kind: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(data.data())


def jpeg(width: int = 640, height: int = 360, orientation: int = 1) -> bytes:
    """A JPEG whose left half is red, with an EXIF orientation."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for y in range(height):
        for x in range(0, width // 2, 1):
            image.setPixelColor(x, y, QColor("red")) if y % 8 == 0 and x % 8 == 0 else None
    data = encoded(image, "JPG")
    tiff = b"II*\x00\x08\x00\x00\x00\x01\x00" + struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0) + bytes(4)
    exif = b"Exif\x00\x00" + tiff
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:]


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def problem(data: bytes) -> FrameProblem:
    refused = check_bytes(data)
    assert isinstance(refused, FrameRefused)
    return refused.problem


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", ".png"), ("JPG", ".jpg"), ("WEBP", ".webp")])
def test_v25_the_kind_is_told_by_the_bytes_and_they_stay_as_they_are(kind: str, suffix: str) -> None:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = encoded(image, kind)
    checked = check_bytes(data)
    assert isinstance(checked, FrameImage)
    assert checked.suffix == suffix
    assert checked.data == data
    assert (checked.width, checked.height) == (640, 360)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", FrameProblem.EMPTY),
        (b"\x00\x00\x00\x18ftypheic" + bytes(100), FrameProblem.HEIC),
        (b"\x00\x00\x00\x18ftypmif1" + bytes(100), FrameProblem.HEIC),
        (b"GIF89a" + bytes(100), FrameProblem.OTHER_FORMAT),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", FrameProblem.OTHER_FORMAT),
        (b"\x00\x00\x00\x18ftypisom" + bytes(100), FrameProblem.NOT_AN_IMAGE),
        (b"<html><body>no</body></html>", FrameProblem.NOT_AN_IMAGE),
        (b"\xff\xd8\xff\xe0" + bytes(50), FrameProblem.BROKEN),
        (png_header(20_000, 20_000), FrameProblem.TOO_MANY_PIXELS),
        (png_header(100_000, 100_000), FrameProblem.TOO_MANY_PIXELS),
        (png_header(40, 800), FrameProblem.TOO_SMALL),
        (png_header(640, 360), FrameProblem.BROKEN),
    ],
)
def test_v25_wrong_images_are_refused(data: bytes, expected: FrameProblem) -> None:
    assert problem(data) is expected


def test_v25_fifty_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.truncate(50_000_000)
    refused = check_file(path)
    assert refused == FrameRefused(FrameProblem.TOO_MANY_BYTES, 50_000_000)
    words = FrameWords().refused(refused)
    assert "50 MB" in words and "40 MB" in words
    assert MAX_BYTES < 50_000_000


def test_u03_folders_pipes_and_missing_files_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    for path, expected in (
        (tmp_path, FrameProblem.NOT_A_FILE),
        (pipe, FrameProblem.NOT_A_FILE),
        (Path("/dev/zero"), FrameProblem.NOT_A_FILE),
        (tmp_path / "gone.png", FrameProblem.UNREADABLE),
    ):
        assert check_file(path) == FrameRefused(expected)


def test_v25_a_rotated_photo_is_sent_upright() -> None:
    checked = check_bytes(jpeg(640, 360, orientation=6))
    assert isinstance(checked, FrameImage)
    assert checked.turned
    assert (checked.width, checked.height) == (360, 640)
    sent = QImage.fromData(checked.data)
    assert (sent.width(), sent.height()) == (360, 640)
    again = check_bytes(checked.data)
    assert isinstance(again, FrameImage)
    assert not again.turned
    assert not isinstance(check_bytes(jpeg(orientation=1)), FrameRefused)


def test_v25_a_large_image_is_made_smaller() -> None:
    image = QImage(5000, 2500, QImage.Format.Format_RGB32)
    image.fill(QColor("orange"))
    checked = check_bytes(encoded(image, "PNG"))
    assert isinstance(checked, FrameImage)
    assert checked.shrunk
    assert checked.width == SEND_SIDE
    assert len(checked.data) <= SEND_BYTES
    assert max(checked.preview.width(), checked.preview.height()) <= 640


@pytest.mark.parametrize("each", list(FrameProblem))
def test_every_refusal_has_a_sentence(each: FrameProblem) -> None:
    assert FrameWords().refused(FrameRefused(each, 3)).endswith(".")


@pytest.mark.parametrize("each", list(AddressProblem))
def test_every_wrong_address_has_a_sentence(each: AddressProblem) -> None:
    assert FrameWords().address(each).endswith(".")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.com/a.png", None),
        ("  https://cdn.example.com:8443/a.png?x=1#y ", None),
        ("https://例子.测试网站.com/图.png", None),
        ("https://8.8.8.8/a.png", None),
        ("http://example.com/a.png", AddressProblem.NOT_HTTPS),
        ("ftp://example.com/a.png", AddressProblem.NOT_HTTPS),
        ("file:///etc/passwd", AddressProblem.NOT_AN_ADDRESS),
        ("javascript:alert(1)", AddressProblem.NOT_AN_ADDRESS),
        ("not an address", AddressProblem.NOT_AN_ADDRESS),
        ("", AddressProblem.NOT_AN_ADDRESS),
        ("https://", AddressProblem.NOT_AN_ADDRESS),
        ("https://exa mple.com", AddressProblem.NOT_AN_ADDRESS),
        ("https://exam\tple.com/", AddressProblem.NOT_AN_ADDRESS),
        ("https://a..b/", AddressProblem.NOT_AN_ADDRESS),
        ("https://[::1", AddressProblem.NOT_AN_ADDRESS),
        ("https://example.com:99999/", AddressProblem.NOT_AN_ADDRESS),
        ("\\\\host\\share\\a.png", AddressProblem.NOT_AN_ADDRESS),
        ("https://localhost/a.png", AddressProblem.PRIVATE),
        ("https://nas/a.png", AddressProblem.PRIVATE),
        ("https://nas.local/a.png", AddressProblem.PRIVATE),
        ("https://127.0.0.1/a.png", AddressProblem.PRIVATE),
        ("https://10.1.2.3/a.png", AddressProblem.PRIVATE),
        ("https://192.168.1.4/a.png", AddressProblem.PRIVATE),
        ("https://169.254.169.254/latest", AddressProblem.PRIVATE),
        ("https://[::1]/a.png", AddressProblem.PRIVATE),
        ("https://[fd00::1]/a.png", AddressProblem.PRIVATE),
        ("https://2130706433/a.png", AddressProblem.PRIVATE),
        ("https://127.1/a.png", AddressProblem.PRIVATE),
        ("https://0x7f000001/a.png", AddressProblem.PRIVATE),
        ("https://user:word@example.com/a.png", AddressProblem.WITH_PASSWORD),
        ("https://example.com/" + "a" * 3000, AddressProblem.TOO_LONG),
    ],
)
def test_v25_addresses(address: str, expected: AddressProblem | None) -> None:
    assert problem_of(address) == expected


@pytest.mark.parametrize(
    ("width", "height", "words"),
    [
        (1920, 1080, "16:9"),
        (1024, 1024, "1:1"),
        (1080, 1920, "9:16"),
        (1850, 1000, "1.85:1"),
        (100, 550, "1:5.5"),
    ],
)
def test_proportions_in_words(width: int, height: int, words: str) -> None:
    assert ratio(width, height) == words


# the field


@pytest.fixture
def field(world: World) -> FirstFrameField:
    return world.open().form.frame


def settle(qtbot: QtBot, field: FirstFrameField) -> None:
    qtbot.waitUntil(lambda: not field.checking)


def test_an_image_of_the_library_is_shown_with_its_facts(qtbot: QtBot, world: World) -> None:
    item = world.stage.library_service.image(width=1280, height=720)
    page = world.open()
    page.use_first_frame(item)
    field = page.form.frame
    settle(qtbot, field)
    assert field.chosen is not None and field.chosen.image is not None
    assert field.chosen.image.media_id == item.id
    assert field.about.text().startswith("1280 × 720 · 16:9 · ")
    assert page.form.prompt.hasFocus()
    qtbot.mouseClick(field.remove, Qt.MouseButton.LeftButton)
    assert field.chosen is None


def test_the_newest_images_are_offered(qtbot: QtBot, world: World) -> None:
    first = world.stage.library_service.image(prompt="First")
    world.stage.library_service.image(prompt="Second")
    field = world.open().form.frame
    panel = field.choose_from_library()
    assert [tile.accessibleName() for tile in panel.tiles()] == ["Second", "First"]
    panel.grab()
    assert world.thumbnails.asked
    qtbot.mouseClick(panel.tiles()[1], Qt.MouseButton.LeftButton)
    settle(qtbot, field)
    assert field.chosen is not None and field.chosen.image is not None
    assert field.chosen.image.media_id == first.id


def test_an_empty_library_says_so(field: FirstFrameField) -> None:
    panel = field.choose_from_library()
    assert panel.tiles() == ()
    panel.close()


def test_the_file_dialog_is_opened_not_executed(qtbot: QtBot, field: FirstFrameField, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture(200, 200, 10))
    qtbot.keyClick(field.area, Qt.Key.Key_Space)
    dialog = field.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.png"))
    dialog.reject()
    settle(qtbot, field)
    assert field.chosen is not None


def test_v25_a_wrong_file_is_refused_in_words_and_changes_nothing(
    qtbot: QtBot, field: FirstFrameField, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "photo.jpg"
    good.write_bytes(picture(200, 200, 10))
    bad.write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(100))
    field.take_file(good)
    settle(qtbot, field)
    field.take_file(bad)
    settle(qtbot, field)
    assert "HEIC" in field.problem.text()
    assert field.problem.isVisible()
    assert field.chosen is not None


def test_v25_a_file_deleted_before_sending_does_not_matter(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    page = world.open()
    path = tmp_path / "soon-gone.png"
    path.write_bytes(picture(200, 200, 10))
    page.form.frame.take_file(path)
    settle(qtbot, page.form.frame)
    path.unlink()
    page.form.prompt.set_text("It moves")
    page.making.submit()
    request = world.stage.jobs_service.calls[-1][1]
    assert isinstance(request, VideoRequest)
    assert request.first_frame == FirstFrame(file="media/frame.png")


def test_v25_an_address_is_sent_as_it_is_and_a_private_one_refused(qtbot: QtBot, world: World) -> None:
    page = world.open()
    field = page.form.frame
    qtbot.mouseClick(field.by_address, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field.address, "http://192.168.1.4/a.png")
    qtbot.keyClick(field.address, Qt.Key.Key_Return)
    assert field.problem.isVisible()
    assert field.chosen is None
    field.address.setText("https://example.com/a.png")
    qtbot.mouseClick(field.use, Qt.MouseButton.LeftButton)
    assert not field.problem.isVisible()
    page.form.prompt.set_text("It moves")
    page.making.submit()
    assert world.stage.jobs_service.calls[-1][1].first_frame == FirstFrame(url="https://example.com/a.png")


def mime_of(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def test_a_file_is_dropped_on_the_form(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    page = world.open()
    path = tmp_path / "a.png"
    path.write_bytes(picture(300, 200, 10))
    mime = mime_of(path)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, mime, left, none)
    page.form.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.form.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, none))
    settle(qtbot, page.form.frame)
    assert page.form.frame.chosen is not None


def test_u03_two_files_at_once_are_refused(field: FirstFrameField, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.png", "b.png")])
    assert field.take_mime(mime)
    assert "one" in field.problem.text()


@pytest.mark.parametrize("raw", [True, False])
def test_an_image_is_pasted_into_the_prompt(qtbot: QtBot, world: World, raw: bool) -> None:
    page = world.open()
    mime = QMimeData()
    if raw:
        mime.setData("image/png", QByteArray(picture(300, 200, 10)))
    else:
        image = QImage(300, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)
    page.form.prompt.setFocus()
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page.form.frame)
    chosen = page.form.frame.chosen
    assert chosen is not None and chosen.image is not None
    assert chosen.image.width == 300
    assert page.form.prompt.text() == ""


def test_text_is_pasted_as_text(qtbot: QtBot, world: World) -> None:
    page = world.open()
    QGuiApplication.clipboard().setText("A panda")
    page.form.prompt.setFocus()
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.form.prompt.text() == "A panda"
    assert page.form.frame.chosen is None


def test_a_file_is_pasted_from_the_file_manager(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    page = world.open()
    path = tmp_path / "a.png"
    path.write_bytes(picture(300, 200, 10))
    mime = mime_of(path)
    mime.setText(str(path))  # file managers give the name as text too
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page.form.frame)
    assert page.form.frame.chosen is not None


def test_the_last_choice_counts_when_two_are_read_at_once(
    qtbot: QtBot, field: FirstFrameField, tmp_path: Path
) -> None:
    for name, width in (("a.png", 200), ("b.png", 400)):
        (tmp_path / name).write_bytes(picture(width, 200, 10))
        field.take_file(tmp_path / name)
    settle(qtbot, field)
    assert field.chosen is not None and field.chosen.image is not None
    assert field.chosen.image.width == 400
