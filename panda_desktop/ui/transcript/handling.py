"""What a click on a file or an image of a message does, and what its menu offers.

Promise: what opens files is imported when the first one is opened; an image of the network is asked for only
here, by a click or a key.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.attachments import Attachment, AttachmentKind
from panda_desktop.domain.chat import Message
from panda_desktop.ui.kit.announcing import announce
from panda_desktop.ui.kit.menus import Menu
from panda_desktop.ui.transcript.illustrating import chip_words
from panda_desktop.ui.transcript.illustrations import Illustration, Illustrations, Phase
from panda_desktop.ui.transcript.message_files import MessageFiles
from panda_desktop.ui.transcript.specs import PictureSpec, Spec
from panda_desktop.ui.transcript.taking import PictureTaker

if TYPE_CHECKING:
    from panda_desktop.ui.transcript.opening import Held, Opener


class Handling(QObject):
    """The files and images of one view.

    Attributes:
        host: what the viewer covers; the view's window when it is None.
        taker: uses pictures elsewhere in the program; None where they cannot be.

    Signals:
        told(str, bool): a sentence about what has become of a wish, and whether it is a problem.
    """

    told = Signal(str, bool)

    def __init__(self, view: QWidget, files: MessageFiles, images: Illustrations) -> None:
        """Opens over the window of `view`."""
        super().__init__(view)
        self._view = view
        self._files = files
        self._images = images
        images.ended.connect(self._say)
        self._opener: Opener | None = None
        self.host: QWidget | None = None
        self.taker: PictureTaker | None = None

    def opener(self) -> "Opener":
        """Returns what opens files, made at its first use."""
        if self._opener is None:
            from panda_desktop.ui.transcript.opening import Opener

            self._opener = Opener(self._view, lambda: self.host or self._view.window(), self._files)
            self._opener.told.connect(self.told)
        self._opener.taker = self.taker
        return self._opener

    def close(self) -> None:
        """Waits for what is being read or written."""
        if self._opener is not None:
            self._opener.close()

    def open_file(self, message: Message, file_id: str) -> None:
        """Opens a file of a message."""
        if (file := _file_of(message, file_id)) is not None:
            self.opener().open_file(file, message.id)

    def use_image(self, number: int, specs: Sequence[Spec]) -> bool:
        """Opens an image that is here, or loads it; `specs` are the pieces of its message.

        Returns:
            Whether it is being loaded now.
        """
        found = self._images.numbered(number)
        if found is None:
            return False
        if found.phase is Phase.READY:
            self.opener().show(self._held(found, specs))
            return False
        before = found.phase
        self._images.load(number)
        if before is not Phase.COMING and found.phase is Phase.COMING:
            announce(self._view, self.tr("The image is being loaded."))
            return True
        return False

    def fill_menu(self, menu: Menu, target: str, message: Message, specs: Sequence[Spec]) -> None:
        """Adds what can be done with the file or image under the pointer, if there is one."""
        name, _, argument = target.partition(":")
        if name == "file" and (file := _file_of(message, argument)) is not None:
            self._fill_for_file(menu, file, message.id)
        elif name == "image" and (found := self._images.numbered(int(argument))) is not None:
            self._fill_for_image(menu, found, specs)

    def _fill_for_file(self, menu: Menu, file: Attachment, message_id: str) -> None:
        opener = self.opener()
        picture = file.kind is AttachmentKind.IMAGE
        menu.add(self.tr("Open"), lambda: opener.open_file(file), icon_name="eye")
        menu.add(self.tr("Save as…"), lambda: opener.save_file(file), icon_name="save")
        copy = self.tr("Copy picture") if picture else self.tr("Copy the text of the file")
        menu.add(copy, lambda: opener.copy_file(file), icon_name="copy")
        if picture:
            self._offer_taking(
                menu, lambda wants_video: opener.take_file(file, message_id, wants_video=wants_video)
            )
        menu.addSeparator()

    def _fill_for_image(self, menu: Menu, found: Illustration, specs: Sequence[Spec]) -> None:
        if found.phase is Phase.READY:
            opener, held = self.opener(), self._held(found, specs)
            offers: list[tuple[str, Callable[[], object], str]] = [
                (self.tr("Open"), lambda: opener.show(held), "eye"),
                (self.tr("Save as…"), lambda: opener.save(held), "save"),
                (self.tr("Copy picture"), lambda: opener.copy(held), "copy"),
            ]
        else:
            offers = [(self.tr("Load the image once"), lambda: self._images.load(found.number), "image")]
        for words, run, icon_name in offers:
            menu.add(words, run, icon_name=icon_name)
        if found.phase is Phase.READY:
            self._offer_taking(menu, lambda wants_video: opener.take(held, wants_video=wants_video))
        menu.addSeparator()

    def _offer_taking(self, menu: Menu, take: Callable[[bool], object]) -> None:
        if self.taker is not None:
            menu.add(self.tr("Make a video of it"), lambda: take(True), icon_name="video")
            menu.add(self.tr("Put it into the library"), lambda: take(False), icon_name="library")

    def _held(self, found: Illustration, specs: Sequence[Spec]) -> "Held":
        from panda_desktop.ui.transcript.opening import Held, picture_file_name

        shown = (spec for spec in specs if isinstance(spec, PictureSpec) and spec.number == found.number)
        name = next((spec.name for spec in shown), "")
        return Held(found.data, name, picture_file_name(name, found.data), found.size, found.place[0])

    def _say(self, number: int) -> None:
        """Says what became of an image, for those who do not see it come."""
        found = self._images.numbered(number)
        if found is not None:
            here = self.tr("The image is here: Enter opens it.")
            announce(self._view, here if found.phase is Phase.READY else chip_words(found, ""))


def _file_of(message: Message, file_id: str) -> Attachment | None:
    return next((each for each in message.attachments if each.id == file_id), None)
