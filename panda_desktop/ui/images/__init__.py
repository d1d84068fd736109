"""The images tab.

Promise: what was paid for is shown, and what was not sent is not charged; each says which it is.
"""

from panda_desktop.ui.images.page import ImagesPage

__all__ = ["ImagesPage"]
