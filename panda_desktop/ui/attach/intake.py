"""Takes files into the composer: prepares them beside the window and hands them to the view-model.

Promise: a file lands in the chat it was given to however long it takes, no more are read than a message
takes, and of each it is told what became of it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QImage

from panda_desktop.ui.attach.background import Background
from panda_desktop.ui.attach.offers import Offer
from panda_desktop.ui.attach.values import Outcome, Prepared, Refused, Why
from panda_desktop.viewmodels.attachments import AttachmentsModel

Work = Callable[[], Outcome]


class Intake(QObject):
    """Prepares files.

    Signals:
        refused(object): a tuple of `Refused`: these of one paste or drop will not come.
        limited(int, int): so many were given, only so many were taken.
        attached(object): a tuple of `Path`: these files, which may be remembered, were read.
        missing(object): a tuple of `Path`: these of any source are no longer there.
    """

    refused = Signal(object)
    limited = Signal(int, int)
    attached = Signal(object)
    missing = Signal(object)

    def __init__(
        self, model: AttachmentsModel, background: Background, parent: QObject | None = None
    ) -> None:
        """Adds to `model`."""
        super().__init__(parent)
        self._model = model
        self._background = background

    def take(self, offer: Offer) -> None:
        """Takes what was pasted or dropped."""
        if offer.paths:
            self.take_paths(offer.paths)
        elif offer.data:
            self._start([("", _of_bytes(offer.data, self._picture_name()))])
        elif offer.image is not None:
            self._start([("", _of_image(offer.image, self._picture_name()))])

    def take_paths(self, paths: Sequence[Path], *, remember: bool = False) -> None:
        """Takes files, as many as there is room for; with `remember` they are told by `attached`."""
        room = self._model.room
        if len(paths) > room:
            self.limited.emit(len(paths), room)
        self._start([(path.name, _of_path(path)) for path in paths[:room]], paths[:room], remember)

    def take_text(self, text: QByteArray) -> None:
        """Makes a text file of a text, in UTF-8, that is too long for the field."""
        name = self.tr("Pasted text")
        self._start([(name, _of_text(text, self._free(name, ".txt")))])

    def _picture_name(self) -> str:
        return self._free(self.tr("Pasted picture"), ".png")

    def _free(self, stem: str, suffix: str) -> str:
        """Returns a name that no file of this message has."""
        taken = {item.name for item in self._model.items}
        number, name = 1, f"{stem}{suffix}"
        while name in taken:
            number += 1
            name = f"{stem} {number}{suffix}"
        return name

    def _start(
        self, works: Sequence[tuple[str, Work]], paths: Sequence[Path] = (), remember: bool = False
    ) -> None:
        if not works:
            return
        if self._model.room < len(works):
            self.limited.emit(len(works), 0)
            return
        batch = _Batch(self._model, self._model.expect(len(works)), [name for name, _ in works], paths)
        batch.ended.connect(self.refused)
        if remember:
            batch.attached.connect(self.attached)
        batch.missing.connect(self.missing)
        batch.setParent(self)
        self._background.run([work for _, work in works], batch.take)


class _Batch(QObject):
    """What was given at once: its refusals are told together."""

    ended = Signal(object)
    attached = Signal(object)
    missing = Signal(object)

    def __init__(
        self, model: AttachmentsModel, place: str, names: Sequence[str], paths: Sequence[Path]
    ) -> None:
        super().__init__()
        self._model = model
        self._place = place
        self._names = list(names)
        self._paths = list(paths)
        self._refused: list[Refused] = []
        self._attached: list[Path] = []
        self._missing: list[Path] = []

    def take(self, outcome: Outcome | None) -> None:
        """Takes the next file that is ready; None for one that met a bug."""
        name = self._names.pop(0)
        path = self._paths.pop(0) if self._paths else None
        self._sort(path, outcome)
        if isinstance(outcome, Prepared):
            self._model.add(outcome.data, outcome.name, place=self._place)
        else:
            self._refused.append(outcome or Refused(name, Why.FAILED))
            self._model.give_up(self._place)
        if not self._names:
            self._tell()
            self.deleteLater()

    def _sort(self, path: Path | None, outcome: Outcome | None) -> None:
        if path is not None and isinstance(outcome, Prepared):
            self._attached.append(path)
        elif path is not None and isinstance(outcome, Refused) and outcome.why is Why.MISSING:
            self._missing.append(path)

    def _tell(self) -> None:
        if self._refused:
            self.ended.emit(tuple(self._refused))
        if self._attached:
            self.attached.emit(tuple(self._attached))
        if self._missing:
            self.missing.emit(tuple(self._missing))


# The preparing is imported in its thread: hardly any start needs it.


def _of_path(path: Path) -> Work:
    def work() -> Outcome:
        from panda_desktop.ui.attach.files import prepare_file

        return prepare_file(path)

    return work


def _of_bytes(data: bytes, name: str) -> Work:
    def work() -> Outcome:
        from panda_desktop.ui.attach.files import prepare_bytes

        return prepare_bytes(data, name)

    return work


def _of_image(image: QImage, name: str) -> Work:
    def work() -> Outcome:
        from panda_desktop.ui.attach.pictures import prepare_image

        return prepare_image(image, name)

    return work


def _of_text(text: QByteArray, name: str) -> Work:
    def work() -> Outcome:
        from panda_desktop.ui.attach.files import prepare_bytes

        # `data()` would copy it twice; the binding's stubs do not say that it is a buffer.
        view = memoryview(text)  # type: ignore[arg-type]
        return prepare_bytes(bytes(view), name)

    return work
