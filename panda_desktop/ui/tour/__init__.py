"""The guided tour: the real window, driven through everything it does, with a picture of each step.

Promise: a step counts only when its result is really there, on the screen and on the disk.
"""

from panda_desktop.ui.tour.stage import TourStage
from panda_desktop.ui.tour.tour import Tour

__all__ = ["Tour", "TourStage"]
