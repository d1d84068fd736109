"""Builds the view-models of the library page.

Promise: they are imported and built when the page is first visited; nothing of the start waits for them.
"""

from collections.abc import Callable

from panda_desktop.app.services import Services
from panda_desktop.domain.errors import PandaError
from panda_desktop.viewmodels.boards import BoardsModel
from panda_desktop.viewmodels.bringing import BringingModel
from panda_desktop.viewmodels.disk import DiskModel
from panda_desktop.viewmodels.evidence import EvidenceModel
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.library_parts import LibraryParts
from panda_desktop.viewmodels.library_trash import LibraryTrash
from panda_desktop.viewmodels.library_view import LibraryView
from panda_desktop.viewmodels.lineage import LineageModel
from panda_desktop.viewmodels.organisation import OrganisationModel


def library_parts(
    services: Services,
    library: LibraryList,
    tags: OrganisationModel,
    evidence: EvidenceModel,
    jobs: tuple[JobList, ...],
    failed: Callable[[PandaError], None],
) -> LibraryParts:
    """Builds them beside the view-models there are already, and begins to read boards and tags."""
    bus, tasks, media = services.bus, services.tasks, services.media
    boards = BoardsModel(bus, tasks, media.boards)
    tasks.spawn(boards.load(), name="load boards", failed=failed)
    return LibraryParts(
        library,
        LibraryView(library),
        boards,
        tags,
        LibraryTrash(bus, tasks, services.library, media.trash),
        DiskModel(tasks, media.disk),
        LineageModel(bus, tasks, media.lineage),
        evidence,
        BringingModel(tasks, media.bringing),
        jobs,
    )
