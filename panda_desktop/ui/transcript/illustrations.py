"""The images of answers: those that stand in the text itself, and those that are loaded at a wish.

Promise: what is at an address is asked for when the person clicks its chip, once, and never otherwise; only
raster images are decoded, off the GUI thread, after their size was judged from the header; what is kept is
bounded.
"""

import base64
import binascii
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.markdown.links import data_image
from panda_desktop.ui.media.decoder import Decoder
from panda_desktop.ui.media.picture_loader import attempt
from panda_desktop.ui.media.reading import Problem, Unreadable, read_size
from panda_desktop.ui.transcript.pixmaps import Pixmaps

_MOST_BYTES: Final = 64 * 1024 * 1024
_MOST_KNOWN: Final = 4_000

Place = tuple[str, str]
"""A message's id and the address of an image in it."""


class ImageLoader(Protocol):
    """Loads images from the network.

    Attributes:
        loaded: signal `(address, bytes)`.
        refused: signal `(address, PandaError)`.
        is_allowed: images may be asked for.
        allowed_changed: signal: `is_allowed` is another.
    """

    loaded: Any
    refused: Any
    is_allowed: bool
    allowed_changed: Any

    def load(self, address: str) -> None:
        """Asks for an image; ends in `loaded` or `refused`."""
        ...


class Phase(Enum):
    """How far an image is."""

    BLOCKED = auto()  # nothing was asked for
    COMING = auto()
    READY = auto()  # its content is here and its size is known
    FAILED = auto()


@dataclass(slots=True)
class Illustration:
    """One image of a message.

    Attributes:
        number: names it in the view.
        place: see `Place`.
        phase: how far it is.
        size: in its own pixels, when it is ready.
        data: its content, when it is ready.
        problem: why it failed: what the network said, or what is in the file.
    """

    number: int
    place: Place
    phase: Phase = Phase.BLOCKED
    size: QSize = field(default_factory=QSize)
    data: bytes = b""
    problem: PandaError | Problem | None = None

    @property
    def inside(self) -> bool:
        """The image is in the text itself."""
        return self.place[1][:5].lower() == "data:"


class Illustrations(QObject):
    """All images of answers the view has met.

    Signals:
        changed(str): an image of the message with this id is in another phase.
        ended(int): the image with this number was asked for by the person, and is here or has failed.
        drawn: an image was decoded: what shows it must be painted again.
        allowed_changed: images can be loaded now, or no longer: what their chips say must be made anew.
    """

    changed = Signal(str)
    ended = Signal(int)
    drawn = Signal()
    allowed_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Without a loader images of the network stay closed."""
        super().__init__(parent)
        self.loader: ImageLoader | None = None
        self._known: OrderedDict[Place, Illustration] = OrderedDict()
        self._by_number: dict[int, Illustration] = {}
        self._count = 0
        self._decoder = Decoder(1, self)
        self._decoder.done.connect(self._measured)
        self._pixmaps = Pixmaps(self)
        self._pixmaps.ready.connect(lambda _number: self.drawn.emit())
        self._pixmaps.failed.connect(self._undrawable)

    def set_loader(self, loader: ImageLoader | None) -> None:
        """Sets what loads images of the network."""
        if self.loader is not None:
            self.loader.loaded.disconnect(self._loaded)
            self.loader.refused.disconnect(self._refused)
            self.loader.allowed_changed.disconnect(self.allowed_changed)
        self.loader = loader
        if loader is not None:
            loader.loaded.connect(self._loaded)
            loader.refused.connect(self._refused)
            loader.allowed_changed.connect(self.allowed_changed)

    def is_closed(self, found: Illustration) -> bool:
        """Whether the image would have to be loaded, and may not be."""
        waits = found.phase in (Phase.BLOCKED, Phase.FAILED) and not found.inside
        return waits and (self.loader is None or not self.loader.is_allowed)

    def of(self, message_id: str, address: str) -> Illustration:
        """Returns an image of a message. One that is in the text itself is made ready from now on."""
        place = message_id, address
        found = self._known.get(place)
        if found is None:
            self._count += 1
            found = Illustration(self._count, place)
            self._known[place] = found
            self._by_number[found.number] = found
            if len(self._known) > _MOST_KNOWN:
                del self._by_number[self._known.popitem(last=False)[1].number]
            if found.inside and data_image(address):
                found.phase = Phase.COMING
                self._decoder.run(found.number, lambda: attempt(lambda: _inside(address)))
        return found

    def numbered(self, number: int) -> Illustration | None:
        """Returns an image by its number."""
        return self._by_number.get(number)

    def load(self, number: int) -> None:
        """Asks for an image of the network, once; nothing while it is on its way or here."""
        found = self._by_number.get(number)
        waits = found is not None and found.phase in (Phase.BLOCKED, Phase.FAILED) and not found.inside
        if found is not None and waits and self.loader is not None and self.loader.is_allowed:
            found.phase, found.problem = Phase.COMING, None
            self.changed.emit(found.place[0])
            self.loader.load(found.place[1])

    def pixmap(self, number: int, box: QSize) -> QPixmap | None:
        """Returns an image that is ready, as large as fits into `box` (device pixels); None until then."""
        found = self._by_number.get(number)
        if found is None or found.phase is not Phase.READY:
            return None
        self._known.move_to_end(found.place)
        pixmap = self._pixmaps.get(number, box)
        if pixmap is None:
            self._pixmaps.make(number, found.data, box)
        return pixmap

    def close(self) -> None:
        """Waits for what is being decoded."""
        self._decoder.close()
        self._pixmaps.close()

    # what comes

    def _loaded(self, address: str, data: bytes) -> None:
        for found in self._coming(address):
            self._decoder.run(found.number, lambda: attempt(lambda: (data, read_size(data))))

    def _refused(self, address: str, error: PandaError) -> None:
        for found in self._coming(address):
            self._fail(found, error)

    def _coming(self, address: str) -> list[Illustration]:
        return [
            found
            for found in self._by_number.values()
            if found.phase is Phase.COMING and found.place[1] == address and not found.inside
        ]

    def _measured(self, number: int, result: object) -> None:
        found = self._by_number.get(number)
        if found is None or found.phase is not Phase.COMING:
            return
        if not isinstance(result, tuple):
            self._fail(found, result if isinstance(result, Problem) else Problem.DAMAGED)
            return
        found.data, found.size = result
        found.phase = Phase.READY
        self._known.move_to_end(found.place)
        self._forget_old(found)
        self._tell(found)

    def _undrawable(self, number: int, problem: Problem) -> None:
        found = self._by_number.get(number)
        if found is not None and found.phase is Phase.READY:
            self._fail(found, problem)

    def _fail(self, found: Illustration, problem: PandaError | Problem) -> None:
        found.phase, found.problem, found.data = Phase.FAILED, problem, b""
        self._tell(found)

    def _tell(self, found: Illustration) -> None:
        self.changed.emit(found.place[0])
        if not found.inside:
            self.ended.emit(found.number)

    def _forget_old(self, newest: Illustration) -> None:
        """Closes the images not drawn for the longest time when there are too many bytes."""
        held = [found for found in self._known.values() if found.data]
        total = sum(len(found.data) for found in held)
        for found in held:
            if total <= _MOST_BYTES or found is newest:
                return
            total -= len(found.data)
            found.phase, found.data = Phase.BLOCKED, b""
            self.changed.emit(found.place[0])


def _inside(address: str) -> tuple[bytes, QSize]:
    """Returns the content of a `data:` address, and its size."""
    try:
        data = base64.b64decode(address.partition(",")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise Unreadable(Problem.DAMAGED) from error
    return data, read_size(data)


def is_refusal(found: Illustration, *kinds: ErrorKind) -> bool:
    """Whether an image failed for one of these reasons."""
    return isinstance(found.problem, PandaError) and found.problem.kind in kinds
