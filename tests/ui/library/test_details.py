"""Details and lineage: cost, evidence for a refund, the chain, keys."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState
from panda_desktop.domain.lineage import Lineage, LineageLink, LinkKind, cost_of
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.library.frame import Pane
from panda_desktop.ui.library.info_panel import DETAILS, LINEAGE
from tests.ui.library.conftest import Desk

K = Qt.Key
NOW = datetime.now(UTC)


def made(desk: Desk, prompt: str = "a cat", **values: Any) -> MediaItem:
    """Puts a job and one of its pictures there."""
    known: dict[str, Any] = {"sent_at": NOW, "finished_at": NOW, "balance_before": Decimal("5.00")}
    known |= {"balance_after": Decimal("4.60"), "request_id": "req-7", "expected": 3, "arrived": 3, **values}
    request = ImageRequest("kolors", prompt, 3, "1024x1024")
    job = Job(f"job-{prompt}", JobKind.IMAGE, request, JobState.DONE, NOW, 1, **known)
    desk.stage.jobs_service.put(job)
    item = desk.stage.library_service.image(job)
    desk.qtbot.waitUntil(lambda: desk.page.grid.tiles.row_of(item.id) >= 0)
    return item


def test_i_shows_what_it_cost_and_was_asked_and_escape_hides_it(desk: Desk) -> None:
    item = made(desk)
    desk.world.parts.boards.create("Sea", (item.id,))
    desk.settle(item)
    desk.choose(item)
    desk.press(K.Key_I)
    facts = desk.page.info.details.facts()
    assert facts["Balance fell by"] == "$0.40 for 3"
    assert facts["Asked for"].endswith(" · 1024 × 1024")
    assert facts["Request id"] == "req-7"
    assert facts["Boards"] == "Sea"
    assert desk.page.info.isVisible()
    desk.press(K.Key_Escape)
    assert not desk.page.info.isVisible()
    assert QApplication.focusWidget() is desk.page.grid


def test_the_details_follow_the_keyboard_and_changes(desk: Desk) -> None:
    first, second = made(desk, "one"), made(desk, "two")
    desk.choose(second)
    desk.press(K.Key_I)
    assert desk.page.info.details.prompt.area.toPlainText() == "two"
    desk.press(K.Key_Right)
    assert desk.page.info.details.prompt.area.toPlainText() == "one"
    desk.press(K.Key_S)
    desk.qtbot.waitUntil(lambda: desk.page.info.details.buttons["star"].text() == "Starred")
    assert desk.now(first).starred


@pytest.mark.parametrize(("arrived", "offered"), [(2, True), (3, False)])
def test_v17_evidence_is_offered_for_what_was_charged_and_did_not_come(
    desk: Desk, arrived: int, offered: bool
) -> None:
    item = made(desk, arrived=arrived)
    desk.choose(item)
    desk.press(K.Key_I)
    assert desk.page.info.evidence.isVisible() is offered
    if not offered:
        return
    desk.page.info.evidence.click()
    dialog = desk.page.refund.dialog
    assert dialog is not None
    target = desk.stage.folder / "evidence.zip"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert target.exists()
    assert "evidence.zip" in desk.said()[0]


class Chain:
    """A chat, an image, its video, a grabbed frame, and the next clip."""

    def __init__(self, desk: Desk) -> None:
        service = desk.stage.library_service
        self.image = service.image(prompt="harbour")
        self.video = service.video(b"v", prompt="boats leave", parent_id=self.image.id)
        self.frame = service.image(prompt="boats leave", parent_id=self.video.id)
        self.next = service.video(b"w", prompt="boats come back", parent_id=self.frame.id)
        desk.qtbot.waitUntil(lambda: desk.page.grid.tiles.count() == 4)

    def links(self) -> tuple[LineageLink, ...]:
        image, video, frame, last = self.image, self.video, self.frame, self.next
        return (
            LineageLink(
                "c", LinkKind.CHAT, conversation_id="c", message_id="m", title="Ideas", cost=Decimal("0.01")
            ),
            LineageLink(image.id, LinkKind.IMAGE, "c", 1, image, job_id="j1", cost=Decimal("0.04")),
            LineageLink(video.id, LinkKind.VIDEO, image.id, 2, video, job_id="j2", cost=Decimal("0.38")),
            LineageLink(frame.id, LinkKind.FRAME, video.id, 3, frame),
            LineageLink(last.id, LinkKind.VIDEO, frame.id, 4, last, job_id="j3"),
        )

    async def lineage(self, item_id: str) -> Lineage:
        links = self.links()
        at = [link.key for link in links].index(item_id)
        path = links[: at + 1]
        return Lineage(item_id, links, path, cost_of(links), cost_of(path))


def test_l_shows_the_chain_from_chat_to_next_clip_with_its_cost(desk: Desk) -> None:
    chain = Chain(desk)
    desk.world.parts.lineage._queries = chain
    desk.choose(chain.video)
    desk.press(K.Key_L)
    view = desk.page.info.lineage
    desk.qtbot.waitUntil(lambda: len(view.rows) == 5)
    assert [row.heading for row in view.rows] == [
        "Chat · $0.01",
        "Picture · $0.04",
        "Video · $0.38",
        "Frame · free",
        "Video · cost not known",
    ]
    assert view.sums() == ("$0.43", "at least $0.43")
    assert [row.here for row in view.rows] == [False, False, True, False, False]
    assert "Video, boats leave, $0.38" in view.rows[2].accessibleName()


def test_a_link_leads_to_its_item_and_the_chat_to_its_message(desk: Desk) -> None:
    chain = Chain(desk)
    desk.world.parts.lineage._queries = chain
    desk.choose(chain.video)
    desk.press(K.Key_L)
    view = desk.page.info.lineage
    desk.qtbot.waitUntil(lambda: len(view.rows) == 5)
    with desk.qtbot.waitSignal(desk.page.chat_wanted) as caught:
        view.rows[0].click()
    assert caught.args == ["c", "m"]
    view.rows[2].setFocus()
    desk.press(K.Key_Down)
    desk.press(K.Key_Return)
    tile = desk.page.grid.current()
    assert tile is not None
    assert tile.key == chain.frame.id
    desk.qtbot.waitUntil(lambda: view.rows[3].here)


def test_a_link_in_the_trash_leads_there(desk: Desk) -> None:
    chain = Chain(desk)
    desk.stage.library.trash((chain.frame.id,))
    desk.page.show_item(desk.now(chain.frame))
    assert desk.page.frame.pane() is Pane.TRASH
    tile = desk.page.rooms.trash.grid.current()
    assert tile is not None
    assert tile.key == chain.frame.id


def test_the_same_key_hides_what_it_has_shown(desk: Desk) -> None:
    (item,) = desk.put("one")
    desk.choose(item)
    for key, tab in ((K.Key_I, DETAILS), (K.Key_L, LINEAGE)):
        desk.press(key)
        assert desk.page.info.isVisible()
        assert desk.page.info.tab() == tab
        desk.page.grid.setFocus()
    desk.press(K.Key_L)
    assert not desk.page.info.isVisible()


@pytest.mark.parametrize("width", [260, 500, 700, 900, 1400, 2400])
def test_the_grid_is_never_squeezed(desk: Desk, width: int) -> None:
    item = made(desk, "one " * 200)
    desk.choose(item)
    desk.press(K.Key_I)
    desk.page.resize(width, 700)
    frame, grid = desk.page.frame, desk.page.grid
    assert desk.page.info.isVisible()
    assert not grid.isVisible() or grid.width() >= 300
    frame.set_info_open(False)
    assert grid.isVisible()
    frame.toggle_places()
    frame.toggle_places()
    assert grid.isVisible()
    assert grid.width() >= 220
    assert desk.page.minimumSizeHint().width() <= 256
