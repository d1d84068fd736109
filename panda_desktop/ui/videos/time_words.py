"""Times as the videos tab says them.

Promise: a place in a video is always minutes and seconds, so that it does not jump in width.
"""

from PySide6.QtCore import QCoreApplication

from panda_desktop.ui.wording import duration


def about(seconds: float) -> str:
    """Returns a rough time span: “45 s”, “2 min”."""
    if seconds < 60:
        return duration(seconds)
    return QCoreApplication.translate("VideoTimes", "{count} min").format(count=round(seconds / 60))
