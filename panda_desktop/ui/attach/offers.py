"""What the clipboard or a drag holds, as the composer takes it.

Promise: nothing a page or a file names is loaded; of formatted text only the text is taken.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

_RAW: Final = ("image/png", "image/jpeg", "image/webp", "image/gif")
_PLAIN: Final = "text/plain"
_HTML: Final = "text/html"


@dataclass(frozen=True, slots=True)
class Offer:
    """Files, or one picture: its bytes, or itself."""

    paths: tuple[Path, ...] = ()
    data: bytes = b""
    image: QImage | None = None


def has_files(mime: QMimeData) -> bool:
    """Whether there are files or a picture; cheap, for something that is being dragged."""
    return _has_local(mime) or _is_picture(mime)


def offer_of(mime: QMimeData) -> Offer | None:
    """Returns the files or the picture; None when there is neither."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if paths:
        return Offer(paths)
    if not _is_picture(mime):
        return None
    for form in _RAW:
        if mime.hasFormat(form):
            return Offer(data=bytes(mime.data(form).data()))
    return Offer(image=QImage(mime.imageData()))


def text_of(mime: QMimeData) -> str:
    """Returns the text; empty when there is none."""
    if mime.hasFormat(_PLAIN):
        return mime.text()
    if mime.hasUrls():
        return "\n".join(url.toString() for url in mime.urls())
    if mime.hasFormat(_HTML):
        from panda_desktop.ui.attach.html_text import plain_of  # hardly anybody sends no plain text

        return plain_of(mime.html())
    return ""


def is_plain(mime: QMimeData) -> bool:
    """Whether there is plain text and no list of addresses, as a text area takes it."""
    return mime.hasFormat(_PLAIN) and not mime.hasUrls()


def has_text(mime: QMimeData) -> bool:
    """Whether there is something `text_of` can return."""
    return mime.hasFormat(_PLAIN) or mime.hasUrls() or mime.hasFormat(_HTML)


def _has_local(mime: QMimeData) -> bool:
    return mime.hasUrls() and any(url.isLocalFile() for url in mime.urls())


def _is_picture(mime: QMimeData) -> bool:
    """A table or a paragraph is often copied with a picture of itself: then the text is meant."""
    if mime.hasFormat(_PLAIN) or (mime.hasUrls() and not mime.hasImage()):
        return False
    return mime.hasImage() or any(mime.hasFormat(form) for form in _RAW)
