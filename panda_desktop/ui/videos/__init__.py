"""The videos tab: form, player, jobs.

Promise: what is imported from here loads no multimedia library; the first video that is shown does.
"""

from panda_desktop.ui.videos.page import VideosPage
from panda_desktop.ui.videos.posters import PosterStore

__all__ = ["PosterStore", "VideosPage"]
