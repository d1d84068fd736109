"""What can be done with a file or an image of a message: open it, save a copy, copy it.

Promise: nothing is decoded, read or written on the GUI thread; whatever becomes of it is said.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSize, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from panda_desktop.domain.attachments import Attachment, AttachmentKind, text_of
from panda_desktop.ui.media.decoder import Decoder
from panda_desktop.ui.media.picture_loader import attempt
from panda_desktop.ui.media.reading import format_of, read_whole
from panda_desktop.ui.transcript import file_words
from panda_desktop.ui.transcript.clipboard import copy_text
from panda_desktop.ui.transcript.message_files import MessageFiles
from panda_desktop.ui.transcript.picture_viewer import PictureViewer
from panda_desktop.ui.transcript.taking import PictureTaker, TakenPicture
from panda_desktop.ui.transcript.text_panel import TextPanel

_NAME_LENGTH: Final = 60
_SUFFIXES: Final = {"jpeg": ".jpg"}
_NOT_IN_NAMES: Final = frozenset('<>:"/\\|?*')


@dataclass(frozen=True, slots=True)
class Held:
    """A picture or text whose content is here.

    Attributes:
        data: the content.
        name: as shown.
        file_name: what a copy is called, unless the person says otherwise.
        size: of a picture, in pixels, when it is known.
        message_id: the message it stands in; empty for none.
    """

    data: bytes
    name: str
    file_name: str
    size: QSize
    message_id: str = ""


class Opener(QObject):
    """Opens, saves and copies; one viewer, one panel and one dialog at a time.

    Attributes:
        taker: uses pictures of messages elsewhere in the program; None where they cannot be.

    Signals:
        told(str, bool): a sentence about what has become of it, and whether it is a problem.
    """

    told = Signal(str, bool)

    def __init__(self, owner: QWidget, host: Callable[[], QWidget], files: MessageFiles) -> None:
        """`host` returns what the viewer covers; panels and dialogs belong to `owner`."""
        super().__init__(owner)
        self._owner = owner
        self._host = host
        self._files = files
        self._folder: Path | None = None
        self.taker: PictureTaker | None = None
        self.viewer: PictureViewer | None = None
        self.panel: TextPanel | None = None
        self.dialog: QFileDialog | None = None
        self._work = Decoder(1, self)
        self._work.done.connect(self._worked)
        self._results: dict[int, Callable[[object], object]] = {}
        self._count = 0

    # files

    def open_file(self, file: Attachment, message_id: str = "") -> None:
        """Opens a file of a message."""
        self._files.read(file, lambda data: self._opened(file, data, message_id))

    def save_file(self, file: Attachment) -> None:
        """Asks where a copy of a file shall be."""
        self._files.read(file, lambda data: self._with(file, data, self.save))

    def copy_file(self, file: Attachment) -> None:
        """Copies a picture, or the text of a text file."""
        picture = file.kind is AttachmentKind.IMAGE
        self._files.read(file, lambda data: self._with(file, data, self.copy if picture else self._copy_text))

    def take_file(self, file: Attachment, message_id: str, *, wants_video: bool) -> None:
        """Uses a picture elsewhere in the program."""

        def take(held: Held) -> None:
            self.take(held, wants_video=wants_video)

        self._files.read(file, lambda data: self._with(file, data, take, message_id))

    def _opened(self, file: Attachment, data: bytes | None, message_id: str) -> None:
        picture = file.kind is AttachmentKind.IMAGE
        use = self.show if picture else lambda held: self._read(file, held)
        self._with(file, data, use, message_id)

    def _with(
        self,
        file: Attachment,
        data: bytes | None,
        use: Callable[[Held], object],
        message_id: str = "",
    ) -> None:
        if data is None:
            self._files.miss(file)
            words = self.tr("“{name}” cannot be opened: it is gone or was changed on this computer.")
            self.told.emit(words.format(name=file_words.shown_name(file)), True)
            return
        size = QSize(file.width, file.height)
        use(Held(data, file_words.shown_name(file), file.name, size, message_id))

    def _read(self, file: Attachment, held: Held) -> None:
        def shown(text: object) -> None:
            if not isinstance(text, str):
                self._files.miss(file)
                return
            if self.panel is not None:
                self.panel.close()
            panel = TextPanel(self._owner)
            panel.save_wanted.connect(panel.close)
            panel.save_wanted.connect(lambda: self.save(held))
            panel.closed.connect(self._panel_closed)
            self.panel = panel
            panel.show_text(held.name, file_words.facts(file), text)

        self._run(lambda: text_of(held.data), shown)

    def _copy_text(self, held: Held) -> None:
        self._run(lambda: text_of(held.data), lambda text: copy_text(text if isinstance(text, str) else ""))

    def _panel_closed(self) -> None:
        self.panel = None
        self._owner.setFocus()

    # what is here

    def show(self, held: Held) -> None:
        """Shows a picture large."""
        if self.viewer is None or self.viewer.parentWidget() is not self._host():
            self._drop_viewer()
            self.viewer = PictureViewer(self._host())
        self.viewer.open(
            held.data, held.name, held.size, None, lambda: self.save(held), lambda: self.copy(held)
        )
        can_take = self.taker is not None and bool(held.message_id)
        self.viewer.offer_taking(self._leave_with(held) if can_take else None)

    def take(self, held: Held, *, wants_video: bool) -> None:
        """Uses a picture elsewhere in the program."""
        if self.taker is not None:
            self.taker(TakenPicture(held.data, held.file_name, held.message_id, wants_video))

    def _leave_with(self, held: Held) -> Callable[[bool], object]:
        """Returns what uses the picture that is shown large, whether for a video or not."""

        def take(wants_video: bool) -> None:
            if self.viewer is not None:
                self.viewer.leave()  # what comes of it is behind it
            self.take(held, wants_video=wants_video)

        return take

    def copy(self, held: Held) -> None:
        """Puts a picture on the clipboard."""

        def copied(image: object) -> None:
            if isinstance(image, QImage):
                QGuiApplication.clipboard().setImage(image)
                self.told.emit(self.tr("The picture is on the clipboard."), False)
            else:
                self.told.emit(self.tr("The picture is damaged and was not copied."), True)

        self._run(lambda: attempt(lambda: read_whole(held.data)), copied)

    def save(self, held: Held) -> None:
        """Asks where a copy shall be, and writes it."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        places = QStandardPaths.StandardLocation
        start = self._folder or Path(QStandardPaths.writableLocation(places.DownloadLocation) or ".")
        dialog = QFileDialog(self._owner.window(), self.tr("Save a copy"), str(start))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile("".join(each for each in held.file_name if each not in _NOT_IN_NAMES))
        dialog.fileSelected.connect(lambda name: self._write(held, Path(name)))
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def close(self) -> None:
        """Ends what runs."""
        self._work.close()
        self._drop_viewer()

    def _write(self, held: Held, target: Path) -> None:
        self._folder = target.parent

        def written(problem: object) -> None:
            if isinstance(problem, str):
                words = self.tr(
                    "The copy could not be written to “{folder}”: is there room, may you write there?"
                )
                self.told.emit(words.format(folder=target.parent.name), True)
            else:
                self.told.emit(self.tr("Saved: “{name}”.").format(name=target.name), False)

        self._run(lambda: _written(held.data, target), written)

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _drop_viewer(self) -> None:
        if self.viewer is not None:
            self.viewer.shut_down()
            self.viewer.deleteLater()
            self.viewer = None

    def _run(self, work: Callable[[], object], then: Callable[[object], object]) -> None:
        self._count += 1
        self._results[self._count] = then
        self._work.run(self._count, work)

    def _worked(self, number: int, result: object) -> None:
        self._results.pop(number)(result)


def picture_file_name(words: str, data: bytes) -> str:
    """Returns a name for a copy of an image of an answer."""
    form = format_of(data[:16])
    stem = " ".join("".join(each for each in words if each not in _NOT_IN_NAMES).split())
    return f"{stem[:_NAME_LENGTH].strip(' .') or 'image'}{_SUFFIXES.get(form, f'.{form}')}"


def _written(data: bytes, target: Path) -> str | None:
    """Writes a copy; returns what went wrong, if anything."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        return type(error).__name__
    return None
