"""What files become before they are sent, and what is refused unread."""

import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from panda_desktop.domain.attachments import MAX_BYTES
from panda_desktop.ui.attach.files import MOST_READ, prepare_bytes, prepare_file
from panda_desktop.ui.attach.pictures import MAX_SIDE, prepare_image
from panda_desktop.ui.attach.values import Prepared, Refused, Why
from panda_desktop.ui.media.reading import Problem, Unreadable, read_fitting, read_whole
from tests.ui.attach.conftest import GPS, photo, picture, read

Put = Callable[[str, bytes], Path]


def ready(outcome: object) -> Prepared:
    assert isinstance(outcome, Prepared), outcome
    return outcome


def why(outcome: object) -> Why:
    assert isinstance(outcome, Refused), outcome
    return outcome.why


def test_v25_a_photo_is_turned_and_its_place_stays_behind() -> None:
    given = photo(600, 400)
    assert GPS in given
    kept = ready(prepare_bytes(given, "a.jpg")).data
    assert kept.startswith(b"\xff\xd8\xff")
    assert (read(kept).width(), read(kept).height()) == (400, 600)
    assert GPS not in kept
    assert b"Exif" not in kept


def test_remarks_in_a_png_stay_behind() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.setText("Description", GPS.decode())
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    given = bytes(data.data())
    assert GPS in given
    assert GPS not in ready(prepare_bytes(given, "a.png")).data
    assert GPS not in ready(prepare_image(image, "a.png")).data


@pytest.mark.parametrize("form", ["PNG", "JPG", "WEBP"])
def test_v25_a_large_picture_is_made_smaller(form: str) -> None:
    kept = read(ready(prepare_bytes(picture(5000, 1000, form), "wide")).data)
    assert (kept.width(), kept.height()) == (MAX_SIDE, 410)


def test_small_and_clear_pictures_stay_png_and_noise_does_not() -> None:
    assert ready(prepare_bytes(picture(64, 64), "a.png")).data.startswith(b"\x89PNG")
    clear = QImage(64, 64, QImage.Format.Format_ARGB32)
    clear.fill(QColor(255, 0, 0, 40))
    kept = read(ready(prepare_image(clear, "a.png")).data)
    assert kept.hasAlphaChannel()
    assert kept.pixelColor(3, 3).alpha() == 40
    noise = QImage(os.urandom(1500 * 1500 * 4), 1500, 1500, QImage.Format.Format_RGB32)
    loud = ready(prepare_image(noise, "a.png")).data
    assert loud.startswith(b"\xff\xd8\xff")
    assert len(loud) < MAX_BYTES


def test_u02_a_picture_of_too_many_pixels_is_refused_by_its_header() -> None:
    small = picture(16, 16)
    side = (10_000).to_bytes(4, "big")
    huge = small[:16] + side + side + small[24:]
    before = time.thread_time()
    assert why(prepare_bytes(huge, "huge.png")) in (Why.TOO_MANY_PIXELS, Why.DAMAGED)
    jpeg = picture(16, 16, "JPG")
    frame = jpeg.index(b"\xff\xc0")
    huge = jpeg[: frame + 5] + (15_000).to_bytes(2, "big") * 2 + jpeg[frame + 9 :]
    assert why(prepare_bytes(huge, "huge.jpg")) is Why.TOO_MANY_PIXELS
    # The decoder holds a progressive one whole, however small it is wanted.
    huge = jpeg[:frame] + b"\xff\xc2" + jpeg[frame + 2 : frame + 5]
    huge += (10_000).to_bytes(2, "big") * 2 + jpeg[frame + 9 :]
    assert why(prepare_bytes(huge, "huge.jpg")) is Why.TOO_MANY_PIXELS
    assert time.thread_time() - before < 0.5


def test_a_photograph_of_108_megapixels_is_made_smaller_while_it_is_read() -> None:
    image = QImage(12_000, 9_000, QImage.Format.Format_Grayscale8)
    image.fill(90)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")  # type: ignore[call-overload]
    kept = read(ready(prepare_bytes(bytes(data.data()), "phone.jpg")).data)
    assert (kept.width(), kept.height()) == (MAX_SIDE, 1536)


def test_a_huge_photograph_is_never_read_as_large_as_it_is() -> None:
    jpeg = picture(16, 16, "JPG")
    frame = jpeg.index(b"\xff\xc0")
    huge = jpeg[: frame + 5] + (9_000).to_bytes(2, "big") + (12_000).to_bytes(2, "big") + jpeg[frame + 9 :]
    for read_it in (read_whole, lambda data: read_fitting(data, QSize(11_000, 11_000))):
        with pytest.raises(Unreadable) as caught:
            read_it(huge)
        assert caught.value.problem is Problem.TOO_LARGE


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.pdf", b"%PDF-1.7 text", Why.DOCUMENT),
        ("a.docx", b"PK\x03\x04 word", Why.DOCUMENT),
        ("a.rtf", b"{\\rtf1 hello}", Why.DOCUMENT),
        ("a.zip", b"PK\x03\x04 zip", Why.NOT_TEXT),
        ("a.out", b"\x7fELF\0\0\0", Why.NOT_TEXT),
        ("a.heic", b"\0\0\0\x18ftypheic....", Why.OTHER_PICTURE),
        ("a.bmp", b"BM1234", Why.OTHER_PICTURE),
        ("a.png", b"\x89PNG\r\n\x1a\nbroken", Why.DAMAGED),
        ("a.txt", b" \n\n ", Why.EMPTY),
        ("a.txt", b"x" * (MAX_BYTES + 1), Why.LONG_TEXT),
    ],
    ids=["pdf", "docx", "rtf", "zip", "program", "heic", "bmp", "broken", "blank", "long"],
)
def test_v25_what_cannot_be_sent_is_refused_by_its_content(name: str, data: bytes, expected: Why) -> None:
    assert why(prepare_bytes(data, name)) is expected


def test_texts_stay_as_they_are_in_any_encoding() -> None:
    for data in ("héllo".encode(), "你好".encode("utf-16"), "\ufeffx".encode()):
        assert ready(prepare_bytes(data, "a.txt")).data == data


@pytest.mark.parametrize("text", [b"BMW is a car", b"BMI\n21.4", b"8BPS begins a PSD"])
def test_a_text_that_begins_like_a_picture_is_a_text(text: bytes) -> None:
    assert ready(prepare_bytes(text, "notes.txt")).data == text
    assert why(prepare_bytes(text + bytes(40), "notes.txt")) is Why.OTHER_PICTURE


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_file_whose_text_was_deleted_is_empty(mark: bytes) -> None:
    assert why(prepare_bytes(mark, "notes.txt")) is Why.EMPTY


def test_u03_folders_shortcuts_and_what_is_gone(tmp_path: Path, put: Put) -> None:
    assert why(prepare_file(tmp_path)) is Why.FOLDER
    assert why(prepare_file(put("a.lnk", b"L\0\0\0"))) is Why.SHORTCUT
    assert why(prepare_file(put("a.URL", b"[InternetShortcut]"))) is Why.SHORTCUT
    assert why(prepare_file(tmp_path / "gone.txt")) is Why.MISSING
    assert why(prepare_file(Path("a\0b"))) is Why.MISSING
    assert why(prepare_file(put("empty.txt", b""))) is Why.EMPTY


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_u03_pipes_devices_and_loops_are_never_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    outcomes: list[object] = []

    def work() -> None:
        outcomes.extend(prepare_file(path) for path in (tmp_path / "pipe", Path("/dev/zero")))
        outcomes.append(prepare_file(tmp_path / "loop"))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(10)
    assert [why(each) for each in outcomes] == [Why.NOT_A_FILE, Why.NOT_A_FILE, Why.LINK_LOOP]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_u03_sockets_and_what_became_a_pipe_meanwhile(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        assert why(prepare_file(tmp_path / "s")) is Why.NOT_A_FILE
    about = put("a.txt", b"text").stat()
    os.mkfifo(tmp_path / "swapped")
    monkeypatch.setattr(Path, "stat", lambda _path: about)
    assert why(prepare_file(tmp_path / "swapped")) is Why.NOT_A_FILE


def test_u03_a_file_of_10_gb_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)

    def refuse(*_: object) -> int:
        raise AssertionError("it was opened")

    monkeypatch.setattr("panda_desktop.ui.attach.files.os.open", refuse)
    outcome = prepare_file(path)
    assert outcome == Refused("huge.txt", Why.TOO_LARGE, 10_000_000_000)


def test_u03_a_long_text_is_told_from_its_size(tmp_path: Path) -> None:
    path = tmp_path / "long.log"
    with path.open("wb") as file:
        file.write(b"a line of a log that is no picture\n")
        file.truncate(MOST_READ - 1)
    assert why(prepare_file(path)) is Why.LONG_TEXT


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX rights")
def test_u03_a_file_that_may_not_be_read(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put("secret.txt", b"x")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("panda_desktop.ui.attach.files.os.open", refuse)
    assert why(prepare_file(path)) is Why.UNREADABLE
