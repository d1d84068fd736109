"""M01, M03: images of answers are closed until the person asks for one, and are safe then."""

import base64
import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.pointing import Spot
from panda_desktop.ui.transcript.specs import PictureSpec
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import answer, mine
from tests.ui.transcript.sources import ImageSource, picture

ADDRESS = "https://evil.example/c.png?d=secret"


@pytest.fixture
def images() -> ImageSource:
    made = ImageSource()
    made.images[ADDRESS] = picture(1600, 900)
    return made


def shown(open_view: Open, images: ImageSource, text: str, height: int = 600) -> TranscriptView:
    view, _ = open_view([mine("Show me"), answer(text)], height=height)
    view.set_image_loader(images)
    settle(view)
    return view


def chips(view: TranscriptView, row: int = 1) -> list[Spot]:
    spots = [spot for spot in view._pointing.spots_of(row) if spot.target.startswith("image:")]
    return [spot for spot in spots if not isinstance(_spec(view, spot), PictureSpec)]


def _spec(view: TranscriptView, spot: Spot) -> object:
    return view._column.layout(spot.row).specs[spot.piece]


def pictures(view: TranscriptView, row: int = 1) -> list[PictureSpec]:
    return [spec for spec in view._column.layout(row).specs if isinstance(spec, PictureSpec)]


def says(view: TranscriptView, row: int = 1) -> str:
    """Returns what is on the screen of a message."""
    count = len(view._column.layout(row).specs)
    return "\n".join(view._column.piece(row, index).text for index in range(count))


def click(view: TranscriptView, spot: Spot) -> None:
    at = view._pointing.rect_of(spot).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def came(view: TranscriptView, qtbot: QtBot, count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(pictures(view)) == count)
    settle(view)


def test_m01_a_chip_names_the_host_and_nothing_is_asked_for_before_the_click(
    open_view: Open, images: ImageSource, qtbot: QtBot
) -> None:
    view = shown(open_view, images, f"Here:\n\n![chart]({ADDRESS})\n\n![]({ADDRESS}x)")
    assert "chart · Image from evil.example — load once" in says(view)
    assert "secret" not in says(view)
    view.grab()
    view._select_all()
    view.copy()
    view.find_text("chart")
    assert images.asked == []
    click(view, chips(view)[0])
    assert images.asked == [ADDRESS] and "loading" in says(view)
    click(view, chips(view)[0])
    assert images.asked == [ADDRESS], "once, however often it is clicked"
    images.answer()
    came(view, qtbot)
    assert pictures(view)[0].width == 1600
    assert images.asked == [ADDRESS], "the other one stays closed"
    assert "evil.example — load once" in says(view)


@pytest.mark.parametrize(
    "text",
    [
        "![x][r]\n\n[r]: {address} 'x'",
        "[![x]({address})](https://ok.example)",
        "| a |\n|---|\n| ![x]({address}) |",
        "> - ![x]({address})",
        "# ![x]({address})",
        "~~**![x]({address})**~~",
        "[^1]\n\n[^1]: ![x]({address})",
    ],
)
def test_m01_wherever_it_stands_it_can_be_loaded_and_only_by_a_click(
    open_view: Open, images: ImageSource, qtbot: QtBot, text: str
) -> None:
    view = shown(open_view, images, text.format(address=ADDRESS))
    assert images.asked == []
    click(view, chips(view)[0])
    images.answer()
    came(view, qtbot)


def test_m01_split_over_deltas_it_stays_closed(open_view: Open, images: ImageSource) -> None:
    text = f"Look: ![chart]({ADDRESS}) and [![x]({ADDRESS}2)](https://ok.example) end"
    view, model = open_view([mine("x"), answer("", state=MessageState.STREAMING)])
    view.set_image_loader(images)
    for at in range(0, len(text), 3):
        model.grow(1, text[at : at + 3])
        view._settle()
    view.grab()
    model.change(1, lambda old: replace(old, state=MessageState.DONE))
    settle(view)
    assert images.asked == [] and len(chips(view)) == 2


def test_m01_code_and_addresses_of_other_kinds_are_no_images_to_load(
    open_view: Open, images: ImageSource
) -> None:
    text = (
        f"`![x]({ADDRESS})`\n\n```\n![x]({ADDRESS})\n```\n\n![a](file:///etc/passwd)"
        " ![b](//evil.example/x.png) ![c](smb://evil.example/x) ![e](javascript:x) ![f](#here)"
    )
    view = shown(open_view, images, text)
    assert chips(view) == [] and images.asked == []


def test_m01_by_keyboard_and_the_focus_goes_to_the_picture(
    open_view: Open, images: ImageSource, qtbot: QtBot
) -> None:
    view = shown(open_view, images, f"Here: ![chart]({ADDRESS})")
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view._attention.focused = chips(view)[0]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert images.asked == [ADDRESS]
    images.answer()
    came(view, qtbot)
    focused = view._attention.focused
    assert focused is not None and isinstance(_spec(view, focused), PictureSpec)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    viewer = view._handling.opener().viewer
    assert viewer is not None and viewer.isVisible()
    qtbot.waitUntil(lambda: viewer.stage.view.real_size() == QSize(1600, 900))
    qtbot.keyClick(viewer.stage.view, Qt.Key.Key_Escape)
    assert view.hasFocus() and images.asked == [ADDRESS]


def test_m01_its_place_is_kept_before_it_is_decoded_and_nothing_above_moves(
    open_view: Open, images: ImageSource, qtbot: QtBot
) -> None:
    text = "\n\n".join(f"Paragraph {n} with some words in it." for n in range(40))
    text += f"\n\n![chart]({ADDRESS})\n\nThe end."
    view = shown(open_view, images, text)
    assert view.pinned
    chip = chips(view)[0]
    before = view._place.y_of(1, chip.piece)
    click(view, chip)
    images.answer()
    qtbot.waitUntil(lambda: len(pictures(view)) == 1)
    view._settle()
    assert view._place.y_of(1, chip.piece) == before, "also while the end was followed"
    index = next(n for n, spec in enumerate(view._column.layout(1).specs) if isinstance(spec, PictureSpec))
    height = view._column.piece(1, index).height
    column = view._column.layout(1).width
    assert abs(height - column * 9 / 16) < 20, "at the width of the column"
    box = view._column.piece(1, index).targets()[0].rect.size().toSize()

    def decoded() -> bool:
        view.grab()
        return view._images.pixmap(pictures(view)[0].number, box) is not None

    qtbot.waitUntil(decoded)
    settle(view)
    assert view._column.piece(1, index).height == height


def test_m01_an_image_that_comes_above_the_view_moves_nothing_in_it(
    open_view: Open, images: ImageSource, qtbot: QtBot
) -> None:
    text = f"![chart]({ADDRESS})\n\n" + "\n\n".join(f"Paragraph {n} with words." for n in range(80))
    view = shown(open_view, images, text)
    view.scroll_to_message(view._column.message(1).id)
    click(view, chips(view)[0])
    view._scroll(900)
    seen = [(each.y, each.laid_out.text) for each in view._place.visible]
    images.answer()
    came(view, qtbot)
    assert [(each.y, each.laid_out.text) for each in view._place.visible] == seen


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ErrorKind.BLOCKED_ADDRESS, "not a safe one"),
        (ErrorKind.LINK_EXPIRED, "not there any more"),
        (ErrorKind.NOT_MEDIA, "no image"),
        (ErrorKind.ANSWER_TOO_BIG, "too large"),
        (ErrorKind.CANNOT_CONNECT, "could not be reached"),
        (ErrorKind.BUG, "could not be reached"),
    ],
)
def test_m01_a_failure_is_said_on_the_chip_and_can_be_tried_again(
    open_view: Open, images: ImageSource, qtbot: QtBot, kind: ErrorKind, words: str
) -> None:
    data = images.images.pop(ADDRESS)
    view = shown(open_view, images, f"![chart]({ADDRESS})")
    click(view, chips(view)[0])
    images.answer(kind)
    settle(view)
    assert words in says(view) and "Try again" in says(view) and pictures(view) == []
    images.images[ADDRESS] = data
    click(view, chips(view)[0])
    assert images.asked == [ADDRESS, ADDRESS]
    images.answer()
    came(view, qtbot)


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture(50, 50)[:40],
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\x01\0\0\x08\x02\0\0\0",
        b"",
    ],
    ids=["svg", "cut off", "65536 by 65536", "empty"],
)
def test_m01_what_comes_and_is_no_sound_raster_image_is_not_shown(
    open_view: Open, images: ImageSource, qtbot: QtBot, data: bytes
) -> None:
    images.images[ADDRESS] = data
    view = shown(open_view, images, f"![chart]({ADDRESS})")
    click(view, chips(view)[0])
    images.answer()

    def failed() -> bool:
        view.grab()
        settle(view)
        return "Try again" in says(view)

    qtbot.waitUntil(failed)
    assert pictures(view) == []


def test_m01_without_a_loader_the_chip_is_what_it_was(open_view: Open) -> None:
    view, _ = open_view([answer(f"![chart]({ADDRESS})")])
    targets = [target.id for target in view._column.piece(0, 1).targets()]
    assert targets == [f"link:{ADDRESS}"] and "load once" not in says(view, 0)


def test_m01_what_was_loaded_is_closed_again_in_another_message(
    open_view: Open, images: ImageSource, qtbot: QtBot
) -> None:
    view, _ = open_view([answer("x"), answer(f"![a]({ADDRESS})"), answer(f"![a]({ADDRESS})")])
    view.set_image_loader(images)
    settle(view)
    click(view, chips(view)[0])
    images.answer()
    came(view, qtbot)
    assert pictures(view, 2) == [] and "load once" in says(view, 2)


def test_m01_where_images_are_switched_off_the_chip_says_so_and_does_nothing(
    open_view: Open, images: ImageSource, qtbot: QtBot
) -> None:
    inside = data_address(picture(20, 10))
    view = shown(open_view, images, f"![a]({ADDRESS}) ![b]({ADDRESS}x) ![c]({inside})")
    click(view, chips(view)[0])
    images.answer()
    came(view, qtbot, 2)

    def allow(allowed: bool) -> None:
        images.is_allowed = allowed
        images.allowed_changed.emit()
        settle(view)

    allow(False)
    assert "b · Image from evil.example — not loaded: switched off in the settings" in says(view)
    assert "load once" not in says(view)
    assert len(pictures(view)) == 2, "what is here stays"
    assert chips(view) == []
    for number in range(1, 4):
        view._images.load(number)
    assert images.asked == [ADDRESS]
    allow(True)
    click(view, chips(view)[0])
    assert images.asked == [ADDRESS, f"{ADDRESS}x"]


def data_address(data: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def test_m03_a_raster_image_in_the_text_is_shown_at_once_with_nothing_asked_for(
    open_view: Open, images: ImageSource, qtbot: QtBot
) -> None:
    view = shown(open_view, images, f"Here: ![bars]({data_address(picture(320, 100))}) so")
    came(view, qtbot)
    spec = pictures(view)[0]
    assert (spec.width, spec.height, spec.name) == (320, 100, "bars")
    assert images.asked == [] and "base64" not in says(view)


def test_m03_a_large_one_is_shown_too(open_view: Open, images: ImageSource, qtbot: QtBot) -> None:
    data = picture(300, 200) + os.urandom(500_000)
    view = shown(open_view, images, f"Before.\n\n![noise]({data_address(data)})\n\nAfter.")
    came(view, qtbot)
    assert "AAAA" not in says(view) and "Before." in says(view) and "After." in says(view)


@pytest.mark.parametrize(
    "address",
    [
        data_address(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg+xml"),
        data_address(b"\x89PNG\r\n\x1a\nno picture"),
        "data:image/png;base64,AAA",
        "data:text/html;base64,AAAA",
        data_address(b"\x89PNG\r\n\x1a\n" + bytes(700_000)),
    ],
    ids=["svg", "damaged", "malformed", "html", "no picture behind its name"],
)
def test_m03_others_are_a_chip_that_says_so(
    open_view: Open, images: ImageSource, qtbot: QtBot, address: str
) -> None:
    view = shown(open_view, images, f"![x]({address})")

    def is_said() -> bool:
        settle(view)
        return "shown" in says(view)

    qtbot.waitUntil(is_said)
    assert pictures(view) == [] and chips(view) == [] and images.asked == []
    assert len(says(view)) < 300


def test_m07_streamed_and_reloaded_an_image_is_equally_closed(open_view: Open, images: ImageSource) -> None:
    text = f"a ![x]({ADDRESS}) b\n\n| ![y]({ADDRESS}2) |\n|---|\n\n![z]({data_address(b'<svg/>', 'svg+xml')})"
    view, model = open_view([mine("x"), answer("", state=MessageState.STREAMING)])
    view.set_image_loader(images)
    for at in range(0, len(text), 7):
        model.grow(1, text[at : at + 7])
        view._settle()
    model.change(1, lambda old: replace(old, state=MessageState.DONE))
    settle(view)
    again, _ = open_view([model.rows[0], model.rows[1]])
    again.set_image_loader(images)
    settle(again)
    assert says(view) == says(again) and len(chips(view)) == len(chips(again)) == 2
    assert images.asked == []
