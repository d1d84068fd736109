"""A library of 20,000 pictures against one of 100: reading, opening, scrolling, filtering.

Off screen, painted for real, with real files; the best of several rounds counts, so that a busy machine does
not decide.
"""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage

from panda_desktop.domain.library_filter import LibraryFilter
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.services.bus import Bus
from panda_desktop.services.media.library import LibraryService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.media import _insert
from panda_desktop.storage.storage import Storage
from panda_desktop.ui.library import LibraryPage
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.viewmodels.boards import BoardsModel
from panda_desktop.viewmodels.bringing import BringingModel
from panda_desktop.viewmodels.disk import DiskModel
from panda_desktop.viewmodels.evidence import EvidenceModel
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.library_parts import LibraryParts
from panda_desktop.viewmodels.library_trash import LibraryTrash
from panda_desktop.viewmodels.library_view import LibraryView
from panda_desktop.viewmodels.lineage import LineageModel
from panda_desktop.viewmodels.organisation import OrganisationModel
from tests.benchmarks.row import Row, at_most, told
from tests.benchmarks.streaming import SIZE, application
from tests.ui.doubles import InstantTasks
from tests.viewmodels.media_doubles import FakeBoards, FakeDisk, FakeTrash

MANY: Final = 20_000
FEW: Final = 100
_FILES: Final = 40
_WORDS: Final = (
    "A panda in the snow of the mountains, drinking tea from a blue cup, by the light of a paper lantern",
    "一只熊猫坐在竹林里，水彩画风格，柔和的晨光",
    "Crème brûlée on a marble table, studio light, 85 mm, shallow depth of field",
)
_FILTERS: Final = (
    LibraryFilter(kind=MediaKind.VIDEO),
    LibraryFilter(starred=True),
    LibraryFilter(models=frozenset({"model-3"})),
    LibraryFilter(tag_ids=frozenset({"t1"})),
    LibraryFilter(board_id="b1"),
    LibraryFilter(text="lantern 77"),
    LibraryFilter(text="熊猫"),
    LibraryFilter(text="nothing like it"),
    LibraryFilter(),
)


def item(number: int) -> MediaItem:
    """An item as a job of a real library leaves it."""
    return MediaItem(
        f"i{number}",
        MediaKind.VIDEO if number % 10 == 0 else MediaKind.IMAGE,
        f"media/{number % _FILES}.png",
        "image/png",
        1_000_000,
        "0" * 64,
        datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=47 * number),
        prompt=f"{_WORDS[number % 3]}, number {number}",
        model=f"model-{number % 7}",
        width=1024,
        height=768,
        starred=number % 9 == 0,
    )


@dataclass
class Shelf:
    """An open library and the view-models over it."""

    library: LibraryList
    read_s: float


def _fill(connection: sqlite3.Connection, count: int) -> None:
    for number in range(count):
        _insert(connection, item(number))
    connection.execute("INSERT INTO tags (id, name, colour) VALUES ('t1', 'blue', 0)")
    connection.execute("INSERT INTO boards (id, name, place) VALUES ('b1', 'sea', 0)")
    marked = [(f"i{number}",) for number in range(0, count, 13)]
    connection.executemany("INSERT INTO media_tags (media_id, tag_id) VALUES (?, 't1')", marked)
    connection.executemany("INSERT INTO board_items (media_id, board_id) VALUES (?, 'b1')", marked)


async def _opened(folder: Path, count: int) -> Shelf:
    storage = await Storage.open(folder)
    await storage._database.run(lambda connection: _fill(connection, count))
    bus = Bus()
    service = LibraryService(bus, storage.media, storage.files, storage.jobs)
    began = time.perf_counter()
    await service.start()
    read_s = time.perf_counter() - began
    library = LibraryList(bus, TaskSet(lambda error: None), service)
    library.load()
    await storage.close()
    return Shelf(library, read_s)


def _pictures(folder: Path) -> None:
    (folder / "media").mkdir(parents=True)
    for number in range(_FILES):
        image = QImage(1024, 768, QImage.Format.Format_RGB32)
        image.fill(QColor.fromHsv(number * 9, 150, 220))
        image.save(str(folder / "media" / f"{number}.png"))


def _parts(library: LibraryList) -> LibraryParts:
    """Returns the view-models of a page that is visited for the first time."""
    bus, tasks, nothing = Bus(), cast(TaskSet, InstantTasks()), cast(Any, SimpleNamespace())
    return LibraryParts(
        library,
        LibraryView(library),
        BoardsModel(bus, tasks, FakeBoards(bus, nothing)),
        OrganisationModel(bus, tasks, nothing),
        LibraryTrash(bus, tasks, nothing, FakeTrash(bus, SimpleNamespace(all={}))),
        DiskModel(tasks, FakeDisk()),
        LineageModel(bus, tasks, nothing),
        EvidenceModel(tasks, nothing),
        BringingModel(tasks, nothing),
        (),
    )


def _open_page(library: LibraryList, thumbnails: ThumbnailStore) -> tuple[LibraryPage, float]:
    """Shows the page; returns it and the seconds to its first paint."""
    app = application()
    app.processEvents()
    began = time.perf_counter()
    page = LibraryPage(_parts(library), thumbnails, None)
    page.resize(*SIZE)
    page.show()
    page.grab()
    return page, time.perf_counter() - began


def _close(page: LibraryPage) -> None:
    page.close()
    page.shut_down()
    page._parts.view.deleteLater()
    page.deleteLater()
    # Pages that were put off deleting would go on making tiles.
    application().sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application().processEvents()


def _opening(library: LibraryList, thumbnails: ThumbnailStore) -> float:
    page, taken = _open_page(library, thumbnails)
    _close(page)
    return taken


def _completing(library: LibraryList, thumbnails: ThumbnailStore) -> float:
    """Opens the page and lets it make all of its tiles; returns the milliseconds of the longest event."""
    page, _ = _open_page(library, thumbnails)
    longest = 0.0
    while page.grid.tiles.count() < page.shelf.count():
        began = time.perf_counter()
        application().processEvents()
        longest = max(longest, time.perf_counter() - began)
    _close(page)
    return longest * 1000


def _frames(steps: int, move: Callable[[int], Any]) -> list[float]:
    frames = []
    for step in range(steps):
        began = time.perf_counter()
        move(step)
        application().processEvents()
        frames.append((time.perf_counter() - began) * 1000)
    return sorted(frames)


def _reading(library: LibraryList) -> list[float]:
    """Reads the texts of a new view; returns the milliseconds of its slices."""
    view = LibraryView(library)
    slices = []
    while not view._is_read:
        slices += _frames(1, lambda _: None)
    view.deleteLater()
    return sorted(slices)


def _filtering(view: LibraryView, rounds: int) -> Iterator[float]:
    """Yields the slowest change of filter of each round, in milliseconds."""
    for _ in range(rounds):
        slowest = 0.0
        for wanted in _FILTERS:
            began = time.perf_counter()
            view.set_filter(wanted)
            slowest = max(slowest, time.perf_counter() - began)
        yield slowest * 1000


def _p95(frames: list[float]) -> float:
    return frames[int(len(frames) * 0.95)]


def rows(short: bool) -> list[Row]:
    """Measures everything."""
    application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in ("few", "many"):
            _pictures(folder / size)
        few = asyncio.run(_opened(folder / "few", FEW))
        many = asyncio.run(_opened(folder / "many", MANY))
        return _measured(few, many, 3 if short else 7, 100 if short else 400)


def _measured(few: Shelf, many: Shelf, times: int, steps: int) -> list[Row]:
    thumbnails = ThumbnailStore()
    _close(_open_page(few.library, thumbnails)[0])
    # In turns: what else the machine does slows both.
    turns = [[_opening(each.library, thumbnails) for each in (few, many)] for _ in range(times * 2)]
    small, large = (min(seconds) for seconds in zip(*turns, strict=True))
    longest = min(_completing(many.library, thumbnails) for _ in range(times))
    page, _ = _open_page(many.library, thumbnails)
    while page.grid.tiles.count() < MANY:
        application().processEvents()
    bar = page.grid.verticalScrollBar()
    scrolled = min(_p95(_frames(steps, lambda _: bar.setValue(bar.value() + 120))) for _ in range(times))
    jump = bar.maximum() // steps
    dragged = min(
        _p95(_frames(steps // 2, lambda step: bar.setValue(jump * (step * 37 % steps)))) for _ in range(times)
    )
    _close(page)
    sliced = min(_p95(_reading(many.library)) for _ in range(times))
    view = LibraryView(many.library)
    while not view._is_read:
        application().processEvents()
    filtered = min(_filtering(view, times))
    thumbnails.close()
    return [
        told("reading 20,000 items from the database", many.read_s * 1000, "ms"),
        told("opening a library of 100: first paint", small * 1000, "ms"),
        told("opening a library of 20,000: first paint", large * 1000, "ms"),
        at_most("opening a library of 20,000 against 100", large / small, "x", 1.5),
        at_most("a library of 20,000, the rest of its tiles: longest event", longest, "ms", 50),
        at_most("scrolling a library of 20,000: a frame, p95", scrolled, "ms", 16),
        at_most("dragging through a library of 20,000: a frame, p95", dragged, "ms", 33),
        at_most("reading the texts of 20,000 items: a slice, p95", sliced, "ms", 16),
        at_most("another filter over 20,000 items: the slowest", filtered, "ms", 16),
    ]
