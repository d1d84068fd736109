"""Where the copy of a first frame is on this computer.

Promise: asks the library, which lets no path leave the data folder.
"""

from datetime import datetime
from pathlib import Path

from panda_desktop.domain.jobs import FirstFrame
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.viewmodels.jobs import JobList


def path_of_frame(jobs: JobList, frame: FirstFrame, when: datetime) -> Path:
    """Returns the path of a kept first frame. Raises `CANNOT_READ` for one outside the data folder."""
    item = MediaItem(frame.media_id or "", MediaKind.IMAGE, frame.file, "", 0, "", when)
    return jobs.path_of(item)
