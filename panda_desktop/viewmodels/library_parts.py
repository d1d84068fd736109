"""The view-models the library page is made of.

Promise: values only; each part is described where it is defined.
"""

from dataclasses import dataclass

from panda_desktop.viewmodels.boards import BoardsModel
from panda_desktop.viewmodels.bringing import BringingModel
from panda_desktop.viewmodels.disk import DiskModel
from panda_desktop.viewmodels.evidence import EvidenceModel
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.library_trash import LibraryTrash
from panda_desktop.viewmodels.library_view import LibraryView
from panda_desktop.viewmodels.lineage import LineageModel
from panda_desktop.viewmodels.organisation import OrganisationModel


@dataclass(frozen=True, slots=True)
class LibraryParts:
    """What the library page works with.

    Attributes:
        library: every item.
        view: the items under a filter.
        boards: boards, and the tags of items.
        tags: makes new tags: the chats have the same.
        trash: what was deleted.
        disk: room on the disk.
        lineage: the chain of one item.
        evidence: bundles for a refund.
        bringing: the person's own files.
        jobs: what was paid, images and videos.
    """

    library: LibraryList
    view: LibraryView
    boards: BoardsModel
    tags: OrganisationModel
    trash: LibraryTrash
    disk: DiskModel
    lineage: LineageModel
    evidence: EvidenceModel
    bringing: BringingModel
    jobs: tuple[JobList, ...]
