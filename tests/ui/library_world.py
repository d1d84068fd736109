"""What the library page needs, over services that act at once: for tests, gallery and benchmark."""

from dataclasses import dataclass, field
from typing import Any

from panda_desktop.viewmodels.boards import BoardsModel
from panda_desktop.viewmodels.bringing import BringingModel
from panda_desktop.viewmodels.disk import DiskModel
from panda_desktop.viewmodels.library_parts import LibraryParts
from panda_desktop.viewmodels.library_trash import LibraryTrash
from panda_desktop.viewmodels.library_view import LibraryView
from panda_desktop.viewmodels.lineage import LineageModel
from tests.ui.doubles import Stage
from tests.viewmodels.media_doubles import FakeBoards, FakeBringing, FakeDisk, FakeLineage, FakeTrash


@dataclass
class LibraryWorld:
    """The view-models of the page over a stage, and the hands behind them."""

    stage: Stage
    lineage: Any = None
    parts: LibraryParts = field(init=False)

    def __post_init__(self) -> None:
        stage, bus, tasks, items = self.stage, self.stage.bus, self.stage.tasks, self.stage.library_service
        self.boards = FakeBoards(bus, items)
        self.trash = FakeTrash(bus, items)
        self.disk = FakeDisk()
        self.lineage = self.lineage or FakeLineage(items)
        self.parts = LibraryParts(
            stage.library,
            LibraryView(stage.library),
            BoardsModel(bus, tasks, self.boards),
            stage.organisation,
            LibraryTrash(bus, tasks, items, self.trash),
            DiskModel(tasks, self.disk),
            LineageModel(bus, tasks, self.lineage),
            stage.evidence,
            BringingModel(tasks, FakeBringing(items)),
            (stage.images, stage.videos),
        )
