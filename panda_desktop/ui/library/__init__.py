"""The library tab.

Promise: every picture and video on this computer is one search or one scroll away.
"""

from panda_desktop.ui.library.page import LibraryPage

__all__ = ["LibraryPage"]
