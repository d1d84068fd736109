"""Grabs pictures of the library, to be looked at: `python -m tests.ui.library_gallery FOLDER [LANGUAGE]`.

Promise: every state a person can meet is on one of them.
"""

import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.changes import TagsChanged
from panda_desktop.domain.disk import CleanUp, CleanUpPlan, CleanUpStep, DiskUse, Portion, Share
from panda_desktop.domain.folders import Tag
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState
from panda_desktop.domain.lineage import Lineage, LineageLink, LinkKind, cost_of
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.library import LibraryPage
from panda_desktop.ui.library.frame import Pane
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.window import MainWindow, Place
from tests.ui.doubles import Stage
from tests.ui.library_world import LibraryWorld
from tests.ui.picturing import prepare
from tests.ui.window_gallery import fill

CAT = "A cute cat sitting on a window sill, digital art"
CHINESE = "一只可爱的小猫坐在洒满阳光的窗台上，水彩画，柔和的晨光，细腻的笔触"
LONG = "An enormous library carved into a cliff above the sea, with ladders and lamps and readers. " * 12
PROMPTS = (CAT, CHINESE, LONG, "Harbour at dawn, boats leaving", "Panda rolls down a snowy hill")
NOW = datetime.now(UTC)
BOARDS = ("Sea", "Client: Fröhlich & Søn, autumn campaign with a long name", "水彩画")


class FixedLineage:
    """A chain that is told."""

    def __init__(self) -> None:
        self.found: Lineage | None = None

    async def lineage(self, item_id: str) -> Lineage:
        assert self.found is not None
        return self.found


class Posters(ThumbnailStore):
    """Pictures of videos: a coloured area."""

    def get(self, path: Path, side: int) -> QPixmap | None:
        pixmap = QPixmap(side, side * 9 // 16)
        pixmap.fill(Qt.GlobalColor.darkCyan)
        return pixmap


class Scene:
    """A window with the page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stage = Stage(Path(tempfile.mkdtemp()))
        self.stage.load()
        self.chain = FixedLineage()
        self.world = LibraryWorld(self.stage, self.chain)
        self.store, self.posters = ThumbnailStore(), Posters()
        self.page = LibraryPage(self.world.parts, self.store, self.posters)
        self.window = MainWindow(
            {
                Place.CHAT: QWidget,
                Place.IMAGES: QWidget,
                Place.VIDEOS: QWidget,
                Place.LIBRARY: lambda: self.page,
                Place.SETTINGS: QWidget,
            }
        )
        fill(self.window)
        self.window.resize(1280, 820)
        self.window.show()
        self.window.go(Place.LIBRARY)

    def picture(self, name: str, popup: QWidget | None = None) -> None:
        loop = QEventLoop()
        QTimer.singleShot(350, loop.quit)
        loop.exec()
        grabbed = self.window.grab()
        if popup is not None:
            painter = QPainter(grabbed)
            at = popup.mapToGlobal(QPoint(0, 0)) - self.window.mapToGlobal(QPoint(0, 0))
            painter.drawPixmap(at, popup.grab())
            painter.end()
        grabbed.save(str(self.folder / f"library-{name}.png"))

    def both(self, controller: ThemeController, name: str, popup: QWidget | None = None) -> None:
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            controller.set_mode(mode)
            self.picture(f"{name}-{mode.value}", popup)
        controller.set_mode(ThemeMode.LIGHT)

    def job(self, prompt: str, count: int, **values: Any) -> Job:
        seq = len(self.stage.jobs_service.all) + 1
        request = ImageRequest("wan-2.7-image", prompt, count, "1024x1024")
        times = {"sent_at": NOW - timedelta(seconds=75), "finished_at": NOW}
        money = {"balance_before": Decimal("42.9"), "balance_after": Decimal("42.5")}
        values = {"state": JobState.DONE, "expected": count, "arrived": count, **times, **money, **values}
        state = values.pop("state")
        job = Job(f"job{seq}", JobKind.IMAGE, request, state, NOW, seq, **values)
        return self.stage.jobs_service.put(job)

    def fill(self) -> None:
        """Pictures of every shape and day, boards, tags."""
        library = self.stage.library_service
        for number in range(16):
            job = self.job(
                PROMPTS[number % 5], 3, request_id="req-1f2e3d4c", arrived=2 if number == 15 else 3
            )
            for at in range(2):
                width, height = ((1024, 1024), (1280, 720), (720, 1280))[(number + at) % 3]
                item = library.image(job, position=at, hue=40 * number + 25 * at, width=width, height=height)
                when = NOW - timedelta(days=(15 - number) // 4)
                library.put(
                    replace(item, starred=number % 4 == 0, width=width, height=height, created_at=when)
                )
        video = library.video(b"0000ftyp", prompt="Harbour at dawn", model="wan-2.7-video", duration=5.2)
        self.stage.library.load()
        boards = self.world.parts.boards
        for at, name in enumerate(BOARDS):
            boards.create(name, tuple(item.id for item in library.items()[at : at + 6]))
        tags = (Tag("t1", "favourite", 1), Tag("t2", "print", 4), Tag("t3", "待修改", 6))
        self.stage.bus.publish(TagsChanged(tags))
        boards.mark("t1", (video.id, library.items()[1].id), True)
        for notice in self.page.notices.notices():
            self.page.notices.close_notice(notice.key)

    def lineage(self) -> None:
        """A chain of every kind of link."""
        items = self.stage.library_service.items()
        video = items[0]
        first, second, third = items[1:4]

        def link(
            kind: LinkKind, parent: str | None, depth: int, item: MediaItem | None, **more: Any
        ) -> LineageLink:
            key = item.id if item is not None else more.pop("key")
            return LineageLink(key, kind, parent, depth, item, **more)

        gone = replace(third, id="gone")
        links = (
            link(
                LinkKind.CHAT,
                None,
                0,
                None,
                key="c",
                conversation_id="c",
                title="Ideas for the harbour series",
                cost=Decimal("0.0031"),
            ),
            link(LinkKind.IMAGE, "c", 1, first, job_id="j1", cost=Decimal("0.12"), results=3),
            link(LinkKind.VIDEO, first.id, 2, video, job_id="j2", cost=Decimal("0.38"), cost_is_shared=True),
            link(LinkKind.FRAME, video.id, 3, second),
            link(LinkKind.VIDEO, second.id, 4, gone, job_id="j3", is_gone=True),
            link(
                LinkKind.IMAGE, first.id, 2, replace(third, deleted_at=NOW), job_id="j4", cost=Decimal("0.04")
            ),
        )
        path = links[:3]
        self.chain.found = Lineage(video.id, links, path, cost_of(links), cost_of(path))

    def use(self) -> None:
        """A data folder with everything in it."""
        portions = (
            Portion(Share.IMAGES, 1204, 2_310_000_000),
            Portion(Share.VIDEOS, 88, 1_240_000_000),
            Portion(Share.TRASH, 31, 97_000_000),
            Portion(Share.FIRST_FRAMES, 12, 8_000_000),
            Portion(Share.ATTACHMENTS, 64, 41_000_000),
            Portion(Share.DATABASE, 5, 29_000_000),
        )
        self.world.disk.found = DiskUse(
            portions, sum(each.size for each in portions), 214_000_000_000, ("a", "b")
        )
        steps = (
            CleanUpStep(CleanUp.TRASH, ("a",) * 31, 97_000_000),
            CleanUpStep(CleanUp.BROKEN_DOWNLOADS, ("b",) * 3, 12_400_000),
            CleanUpStep(CleanUp.OLD_FIRST_FRAMES, ("c",) * 9, 6_100_000),
            CleanUpStep(CleanUp.DUPLICATES, ("d",), 1_900_000),
        )
        self.world.disk.planned = CleanUpPlan(steps, ("media/x.png",))


def browsing(scene: Scene, controller: ThemeController) -> None:
    """Grid, boards, tags, several chosen."""
    page = scene.page
    scene.both(controller, "all")
    page.grid.setFocus(Qt.FocusReason.TabFocusReason)
    page.grid.setCurrentIndex(page.grid.tiles.index(2))
    page._toggle_info("details")
    scene.both(controller, "details")
    newest = next(item for item in scene.stage.library_service.items() if item.job_id == "job16")
    page.show_item(newest)
    scene.both(controller, "details-owed")
    scene.lineage()
    page.show_item(scene.stage.library.item(0))
    page._toggle_info("lineage")
    scene.both(controller, "lineage")
    scene.window.resize(720, 800)
    scene.picture("lineage-720")
    scene.window.resize(320, 640)
    scene.picture("lineage-320")
    scene.window.resize(1280, 820)
    page._close_info()
    page.choosing.choose_boards(page.choosing.chosen())
    scene.both(controller, "boards-list", page.marking.panel)
    page.marking.panel.close()  # type: ignore[union-attr]
    page.places.board_rows[scene.world.boards.all[1].id].click()
    page.places.tag_rows["t1"].click()
    scene.both(controller, "board")
    page.places.focus_row()
    page.marking.rename_board(scene.world.boards.all[1].id, page.places)
    scene.picture("rename", page.marking.panel)
    page.marking.panel.close()  # type: ignore[union-attr]
    page.browsing.show_all()
    page.grid.selectAll()
    scene.both(controller, "chosen")
    page.grid.clearSelection()
    page.bar.search.setText("nothing like it")
    page.bar._tell()
    scene.picture("nothing")
    page.browsing.show_all()
    page.taking_in.take([Path("notes.txt"), Path("table.xlsx"), Path("new.png")])
    scene.picture("taken-in")
    page.taking_in.overlay.cover()
    scene.both(controller, "drop")
    page.taking_in.overlay.hide()
    for notice in page.notices.notices():
        page.notices.close_notice(notice.key)


def rooms(scene: Scene, controller: ThemeController) -> None:
    """Trash and disk."""
    page = scene.page
    page._go(Pane.TRASH)
    scene.picture("trash-empty")
    page._go(Pane.GRID)
    page.item_actions.trash([scene.stage.library.item(at) for at in range(4)])
    scene.picture("deleted")
    page._go(Pane.TRASH)
    page.rooms.trash.grid.setCurrentIndex(page.rooms.trash.grid.tiles.index(1))
    scene.both(controller, "trash")
    page.rooms.trash._ask_empty()
    scene.picture("trash-question", page.rooms.trash.question)
    page.rooms.trash.question.close()  # type: ignore[union-attr]
    scene.use()
    page._go(Pane.DISK)
    scene.both(controller, "disk")
    scene.window.resize(320, 700)
    scene.picture("disk-320")
    scene.window.resize(1280, 820)
    page._go(Pane.GRID)


def sizes(scene: Scene, controller: ThemeController) -> None:
    """Narrow, wide, large text."""
    for width, height in ((1000, 700), (720, 800), (320, 640), (1900, 1000)):
        scene.window.resize(width, height)
        scene.picture(f"{width}")
    scene.window.resize(320, 640)
    scene.page.frame.toggle_places()
    scene.picture("320-places")
    scene.page.frame.toggle_places()
    scene.page._toggle_info("details")
    scene.picture("320-details")
    scene.page._close_info()
    scene.page.grid.selectAll()
    scene.picture("320-chosen")
    scene.page.grid.clearSelection()
    scene.window.resize(1280, 900)
    for zoom in (80, 150, 200):
        controller.set_zoom(zoom)
        scene.picture(f"zoom-{zoom}")
    scene.page._toggle_info("lineage")
    scene.picture("zoom-200-lineage")
    scene.page._close_info()
    controller.set_zoom(100)


def main(folder: Path, translation: str = "") -> None:
    """Writes the pictures, in another language when one is given."""
    app = QApplication([])
    prepare(app, folder, translation)
    controller = ThemeController(app, ThemeMode.LIGHT)
    empty = Scene(folder)
    empty.both(controller, "empty")
    empty.window.close()
    scene = Scene(folder)
    scene.fill()
    for show in (browsing, rooms, sizes):
        show(scene, controller)
    for each in (empty, scene):
        each.page.shut_down()
        each.store.close()
        each.posters.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
