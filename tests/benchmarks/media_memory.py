"""Prints the most megabytes the images tab takes above an idle one, while 100 pictures of 12 megapixels come.

Run as a program, so that nothing measured before has made room already. Half of the files are PNG, which
cannot be read smaller than they are; the grid is scrolled from one end to the other until every tile has its
picture.
"""

import gc
import shutil
import sys
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import psutil
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.media.tile_grid import TileGrid
from panda_desktop.ui.media.tiles import Tile
from tests.benchmarks.streaming import application

MANY: Final = 100
_SIZE: Final = QSize(4000, 3000)


def photographs(folder: Path, count: int) -> list[Path]:
    """Writes files of 12 megapixels; Qt makes one of each kind, the others are copies under other names."""
    image = QImage(_SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    gradient = QLinearGradient(0, 0, _SIZE.width(), _SIZE.height())
    gradient.setColorAt(0, QColor("#204080"))
    gradient.setColorAt(1, QColor("#e0a040"))
    painter.fillRect(image.rect(), gradient)
    painter.end()
    first = []
    for kind in ("png", "jpg"):
        path = folder / f"first.{kind}"
        image.save(str(path))
        first.append(path)
    made = []
    for number in range(count):
        source = first[number % 2]
        made.append(folder / f"{number}{source.suffix}")
        shutil.copyfile(source, made[-1])
    return made


class Peak(threading.Thread):
    """Watches the memory of this process."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._ended = threading.Event()
        self._process = psutil.Process()
        self.most = 0

    def run(self) -> None:
        while not self._ended.wait(0.002):
            self.most = max(self.most, self._process.memory_info().rss)

    def end(self) -> int:
        """Returns the most bytes that were seen."""
        self._ended.set()
        self.join()
        return self.most


def item(path: Path) -> MediaItem:
    """A picture as a job leaves it."""
    now = datetime.now(UTC)
    return MediaItem(
        path.name,
        MediaKind.IMAGE,
        path.name,
        "image/png",
        path.stat().st_size,
        "0" * 64,
        now,
        prompt=path.name,
    )


def megabytes(folder: Path, count: int) -> float:
    """Measures in this process."""
    app = application()
    store = ThumbnailStore()
    grid = TileGrid("Pictures", lambda each: folder / each.file, store)
    grid.resize(1200, 800)
    grid.show()
    app.processEvents()
    items = [item(path) for path in photographs(folder, count)]
    gc.collect()
    before = psutil.Process().memory_info().rss
    peak = Peak()
    peak.start()
    grid.tiles.set_tiles([Tile(each.id, each) for each in items])
    seen: set[str] = set()
    store.ready.connect(seen.add)
    bar = grid.verticalScrollBar()
    app.processEvents()
    for part in range(101):
        bar.setValue(bar.maximum() * part // 100)
        shown = {str(folder / each.file) for each in items[: count * (part + 1) // 101]}
        while not shown <= seen and len(seen) < count:
            app.processEvents()
            if bar.value() == bar.maximum():
                break
    while len(seen) < count:  # those that left the view before their turn came
        for each in items:
            store.get(folder / each.file, 188)
        app.processEvents()
    most = peak.end()
    grid.close()
    store.close()
    return (most - before) / 2**20


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(megabytes(Path(name), int(sys.argv[1])))
