"""The page over services that act at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from panda_desktop.domain.changes import TagsChanged
from panda_desktop.domain.folders import Tag
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.library import LibraryPage
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from tests.ui.doubles import Stage
from tests.ui.library_world import LibraryWorld


class Desk:
    """The open page and the hands behind it."""

    def __init__(self, qtbot: QtBot, stage: Stage, world: LibraryWorld, page: LibraryPage) -> None:
        self.qtbot = qtbot
        self.stage = stage
        self.world = world
        self.page = page

    def put(self, *prompts: str) -> list[MediaItem]:
        """Puts images into the library; the last one is shown first."""
        items = [self.stage.library_service.image(prompt=prompt) for prompt in prompts]
        self.qtbot.waitUntil(lambda: self.page.grid.tiles.count() >= len(items))
        self.page.grid.executeDelayedItemsLayout()
        return items

    def tag(self, *names: str) -> None:
        """Lets there be tags."""
        tags = tuple(Tag(f"t-{name}", name, 1) for name in names)
        self.stage.bus.publish(TagsChanged(tags))

    def now(self, item: MediaItem) -> MediaItem:
        """Returns an item as it is now."""
        return self.stage.library_service.all[item.id]

    def settle(self, item: MediaItem) -> None:
        """Waits until the tile of an item shows it as it is now."""
        tiles = self.page.grid.tiles
        self.qtbot.waitUntil(lambda: tiles.tile(tiles.row_of(item.id)).item is self.now(item))

    def choose(self, *items: MediaItem) -> None:
        """Chooses items and gives the grid the keyboard."""
        grid = self.page.grid
        grid.go_to(items[0].id)
        for item in items[1:]:
            index = grid.tiles.index(grid.tiles.row_of(item.id))
            grid.selectionModel().select(index, grid.selectionModel().SelectionFlag.Select)
        grid.setFocus()

    def press(self, key: object, modifier: object = None) -> None:
        """Presses a key where the focus is."""
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None
        focused = widget.focusWidget() or widget
        self.qtbot.keyClick(focused, key, *([modifier] if modifier is not None else []))

    def said(self) -> list[str]:
        """Returns the notices."""
        return [notice.text for notice in self.page.notices.notices()]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    stage = Stage(tmp_path)
    stage.load()
    world = LibraryWorld(stage)
    store = ThumbnailStore()
    page = LibraryPage(world.parts, store, None)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield Desk(qtbot, stage, world, page)
    page.shut_down()
    store.close()
