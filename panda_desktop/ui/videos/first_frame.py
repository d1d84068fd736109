"""The optional image a video starts from: dropped, pasted, chosen, or an address.

Promise: what it holds was checked; a wrong image or address is refused with a sentence and changes nothing.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.jobs import FirstFrame
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.kit import (
    Button,
    FlowLayout,
    IconButton,
    Label,
    SectionLabel,
    Spinner,
    TextField,
    announce,
)
from panda_desktop.ui.videos.drop_area import DropArea
from panda_desktop.ui.videos.frame_address import host_of, problem_of
from panda_desktop.ui.videos.frame_check import FrameImage, FrameRefused, check_bytes, check_file, check_image
from panda_desktop.ui.videos.frame_words import FrameWords
from panda_desktop.ui.videos.off_thread import OffThread
from panda_desktop.ui.videos.recent_images import RecentImages
from panda_desktop.viewmodels.library import LibraryList

_RAW_IMAGES = ("image/png", "image/jpeg", "image/webp")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a video shall start from.

    Attributes:
        image: checked bytes; None for an address.
        url: a checked https address; empty for an image.
        kept: the copy in the data folder, when it was made before.
    """

    image: FrameImage | None = None
    url: str = ""
    kept: FirstFrame | None = None


class FirstFrameField(QWidget):
    """The field.

    Signals:
        changed: see `chosen` and `checking`.
    """

    changed = Signal()

    def __init__(self, library: LibraryList, thumbnails: Any, *, parent: QWidget | None = None) -> None:
        """Makes an empty field."""
        super().__init__(parent)
        self._library = library
        self._thumbnails = thumbnails
        self._words = FrameWords(self)
        self._threads = OffThread(self)
        self._chosen: Chosen | None = None
        self._ticket = 0
        self._checking = False
        self.area = DropArea(
            self.tr("First frame"), self.tr("Drop or paste an image, or press to choose a file")
        )
        self.about = Label("", "small", wrap=True)
        self.remove = IconButton("close", self.tr("Start without a first frame"), size=16)
        self.spinner = Spinner(self.tr("Reading the image"))
        self.from_library = Button(
            self.tr("From the library"), small=True, tip=self.tr("Choose an image of the library")
        )
        self.by_address = Button(
            self.tr("By address"), small=True, tip=self.tr("Give the https address of an image")
        )
        self.address = TextField(self.tr("Address of an image"), placeholder="https://", mono=True)
        self.use = Button(self.tr("Use"), tip=self.tr("Use this address (Enter)"))
        self.problem = Label("", "danger", wrap=True)
        self._address_row = QWidget()
        self._build()
        self._connect()
        self._show()

    @property
    def chosen(self) -> Chosen | None:
        """What was chosen and checked."""
        return self._chosen

    @property
    def checking(self) -> bool:
        """An image is being read: wait for `changed`."""
        return self._checking

    def take_file(self, path: Path, media_id: str | None = None, kept: FirstFrame | None = None) -> None:
        """Reads an image file; `kept` is its copy in the data folder, when it is one."""
        self._check(lambda: check_file(path, media_id), kept)

    def take_item(self, item: MediaItem) -> None:
        """Takes an image of the library."""
        self.take_file(self._library.path_of(item), item.id)

    def take_address(self, text: str) -> bool:
        """Takes an address, or says what is wrong with it."""
        problem = problem_of(text)
        if problem is not None:
            words = self._words.address(problem)
            self.address.set_invalid(True, words)
            self._refuse(words)
            return False
        self._ticket += 1
        self._checking = False
        self._set(Chosen(url=text.strip()))
        return True

    def take_mime(self, mime: QMimeData) -> bool:
        """Takes what was dropped or pasted; False when it is neither image, file nor address."""
        urls = mime.urls()
        local = [url for url in urls if url.isLocalFile()]
        if len(local) > 1:
            self._refuse(self.tr("A video starts from one image. Drop one file."))
            return True
        if local:
            self.take_file(Path(local[0].toLocalFile()))
            return True
        for kind in _RAW_IMAGES:
            if mime.hasFormat(kind):
                self._check(partial(check_bytes, bytes(mime.data(kind).data())), None)
                return True
        if mime.hasImage():
            image = QImage(mime.imageData())
            self._check(lambda: check_image(image), None)
            return True
        if urls and urls[0].scheme().startswith("http"):
            self.take_address(urls[0].toString(QUrl.ComponentFormattingOption.FullyEncoded))
            return True
        return False

    def paste(self) -> bool:
        """Takes what is on the clipboard; False when it is not for here."""
        mime = QGuiApplication.clipboard().mimeData()
        return mime is not None and is_for_frame(mime) and self.take_mime(mime)

    def clear(self) -> None:
        """Starts without a first frame."""
        self._ticket += 1
        self._checking = False
        self.problem.hide()
        self._set(None)

    def keep(self, image: FrameImage, frame: FirstFrame) -> None:
        """Remembers that an image is in the data folder now, unless another was chosen meanwhile."""
        if self._chosen is not None and self._chosen.image is image:
            self._chosen = Chosen(image, kept=frame)

    def choose_file(self) -> QFileDialog:
        """Opens the choice of a file."""
        dialog = QFileDialog(self, self.tr("Choose the first frame"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Images (*.png *.jpg *.jpeg *.webp)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def choose_from_library(self) -> RecentImages:
        """Opens the newest images."""
        panel = RecentImages(self.from_library, self._library, self._thumbnails)
        panel.taken.connect(self.take_item)
        panel.closed.connect(panel.deleteLater)
        panel.open_at(self.from_library)
        return panel

    def show_address(self) -> None:
        """Opens the line for an address."""
        self._address_row.show()
        self.address.setFocus()

    def shut_down(self) -> None:
        """Waits for what is being read."""
        self._threads.close()

    def _check(self, check: Any, kept: FirstFrame | None) -> None:
        self._ticket += 1
        ticket = self._ticket
        self._checking = True
        self.problem.hide()
        self._show()
        self.changed.emit()
        self._threads.run(check, lambda result: self._checked(ticket, result, kept))

    def _checked(self, ticket: int, result: FrameImage | FrameRefused, kept: FirstFrame | None) -> None:
        if ticket != self._ticket:
            return  # something else was chosen meanwhile
        self._checking = False
        if isinstance(result, FrameRefused):
            self._refuse(self._words.refused(result))
        else:
            self._set(Chosen(result, kept=kept))

    def _refuse(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self._show()
        announce(self, sentence, urgent=True)
        self.changed.emit()

    def _set(self, chosen: Chosen | None) -> None:
        self._chosen = chosen
        self.problem.hide()
        self.address.set_invalid(False)
        self.address.clear()
        self._address_row.hide()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        chosen = self._chosen
        self.spinner.setVisible(self._checking)
        self.remove.setVisible(chosen is not None or self._checking)
        about = ""
        if self._checking:
            about = self.tr("Reading the image…")
        elif chosen is not None and chosen.image is not None:
            about = self._words.about(chosen.image)
            self.area.show_image(chosen.image.preview, about)
        elif chosen is not None:
            about = self.tr("The gateway fetches it itself; nothing is loaded here.")
            self.area.show_words(host_of(chosen.url), "link")
        else:
            self.area.show_nothing()
        self.about.setText(about)
        self.about.setVisible(bool(about))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(SectionLabel(self.tr("First frame (optional)"), self.area))
        column.addWidget(self.area)
        facts = QHBoxLayout()
        facts.setSpacing(6)
        facts.addWidget(self.spinner)
        facts.addWidget(self.about, 1)
        facts.addWidget(self.remove)
        column.addLayout(facts)
        ways = QWidget()
        flow = FlowLayout(ways, gap=6)
        for button in (self.from_library, self.by_address):
            flow.addWidget(button)
        column.addSpacing(2)
        column.addWidget(ways)
        row = QHBoxLayout(self._address_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.address, 1)
        row.addWidget(self.use)
        column.addWidget(self._address_row)
        self._address_row.hide()
        column.addWidget(self.problem)
        self.problem.hide()

    def _connect(self) -> None:
        self.area.clicked.connect(lambda _=False: self.choose_file())
        self.from_library.clicked.connect(lambda _=False: self.choose_from_library())
        self.by_address.clicked.connect(lambda _=False: self.show_address())
        self.remove.clicked.connect(lambda _=False: self.clear())
        self.use.clicked.connect(lambda _=False: self.take_address(self.address.text()))
        self.address.returnPressed.connect(lambda: self.take_address(self.address.text()))
        self.address.textEdited.connect(lambda _: self.problem.hide())


def is_for_frame(mime: QMimeData) -> bool:
    """Whether what is dragged or pasted may be a first frame: an image, a file, or an address."""
    if mime.hasImage() or any(mime.hasFormat(kind) for kind in _RAW_IMAGES):
        return True
    return any(url.isLocalFile() or url.scheme().startswith("http") for url in mime.urls())
