"""What can be done with a picture or a video, the same in every place that shows one.

Promise: what was asked here is answered here, by a notice; deleting can be taken back; nothing waits.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import Menu, Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.media.decoder import Decoder
from panda_desktop.ui.media.picture_loader import attempt
from panda_desktop.ui.media.reading import read_whole
from panda_desktop.ui.media.revealing import reveal
from panda_desktop.ui.media.saving import SafeName, SaveDialogs, name_by_date
from panda_desktop.ui.media.saving_many import SaveMany
from panda_desktop.ui.sentences import Sentences
from panda_desktop.viewmodels.library import LibraryList


class Wish(StrEnum):
    """What a place may offer beside what every place does."""

    PROMPT = "prompt"  # use its prompt for the next pictures
    VARY = "vary"  # ask for the same again, as a variation
    VIDEO = "video"  # make a video that starts from it
    ASK = "ask"  # ask about it in a chat


class Undo(Protocol):
    """Says what was done, and takes it back when the person wants."""

    def offer(self, words: str, step: Callable[[], object]) -> None:
        """Says `words`; `step` takes it back."""
        ...


class ItemActions(QObject):
    """The actions of one page.

    Attributes:
        wishes: what the page offers.
        saving: asks where to save a copy.
        saving_many: asks for a folder to save several into.
        undo: where what can be taken back is said; None says it in a notice of its own.
        more: adds what the page offers for some items to a menu.

    Signals:
        wished(str, object): a `Wish` about a `MediaItem`; the page does it.
        compare_wanted(object, object, object): two `MediaItem`s of these shall be
            compared.
        notice_wanted(object): a `Notice` shall be shown.
    """

    wished = Signal(str, object)
    compare_wanted = Signal(object, object, object)
    notice_wanted = Signal(object)

    def __init__(
        self,
        owner: QWidget,
        library: LibraryList,
        wishes: Sequence[Wish],
        *,
        safe_name: SafeName = name_by_date,
    ) -> None:
        """Acts for the page `owner`, which offers `wishes`."""
        super().__init__(owner)
        self._owner = owner
        self._library = library
        self.wishes = tuple(wishes)
        self.undo: Undo | None = None
        self.more: Callable[[Menu, Sequence[MediaItem]], object] | None = None
        self._asked: set[tuple[str, ...]] = set()
        self._sentences = Sentences(self)
        self._decoder: Decoder | None = None
        self.saving = SaveDialogs(owner, safe_name)
        self.saving.chosen.connect(self._save_to)
        self.saving_many = SaveMany(owner, library, self.saving.suggested_name)
        self.saving_many.ended.connect(self._saved_many)
        library.saved.connect(self._saved)
        library.trashed.connect(self._trashed)
        library.failed.connect(self._failed)

    def close(self) -> None:
        """Waits for a picture on its way to the clipboard."""
        if self._decoder is not None:
            self._decoder.close()

    # what every place offers

    def save(self, item: MediaItem) -> None:
        """Asks where to save a copy."""
        self.saving.ask(item)

    def save_all(self, items: Sequence[MediaItem]) -> None:
        """Asks for a folder to save copies of several into."""
        self.saving_many.ask(items)

    def copy(self, item: MediaItem) -> None:
        """Puts the picture on the clipboard, a video's prompt instead."""
        if item.kind is MediaKind.VIDEO:
            self.copy_prompt(item)
            return
        if self._decoder is None:
            self._decoder = Decoder(1, self)
            self._decoder.done.connect(self._copied)
        path = self._path(item)
        if path is not None:
            self._decoder.run(item.id, lambda: attempt(lambda: read_whole(path)))

    def copy_prompt(self, item: MediaItem) -> None:
        """Puts the prompt on the clipboard."""
        QGuiApplication.clipboard().setText(item.prompt)
        self._say(self.tr("The prompt is on the clipboard."))

    def star(self, item: MediaItem) -> None:
        """Stars it, or takes the star away."""
        now = self._library.find(item.id)
        self._library.star(item.id, not (now or item).starred)

    def star_all(self, items: Sequence[MediaItem], starred: bool) -> None:
        """Stars several, or takes their stars away."""
        for item in items:
            self._library.star(item.id, starred)

    def trash(self, items: Sequence[MediaItem]) -> None:
        """Moves them to the trash."""
        ids = tuple(item.id for item in items)
        if ids:
            self._asked.add(ids)
            self._library.trash(ids)

    def show_in_folder(self, item: MediaItem) -> None:
        """Shows its file in the file manager."""
        path = self._path(item)
        if path is not None:
            reveal(path)

    # menus

    def menu(self, items: Sequence[MediaItem], parent: QWidget) -> Menu:
        """Returns the menu for what is chosen."""
        menu = Menu(parent)
        if len(items) == 1:
            self.fill(menu, items[0])
        else:
            self._fill_for_many(menu, items)
        return menu

    def fill(self, menu: Menu, item: MediaItem) -> None:
        """Adds what can be done with one item."""
        picture = item.kind is MediaKind.IMAGE
        menu.add(self.tr("Save a copy…"), lambda: self.save(item), icon_name="save", shortcut="Ctrl+S")
        if picture:
            menu.add(self.tr("Copy"), lambda: self.copy(item), icon_name="copy", shortcut="Ctrl+C")
        menu.add(
            self.tr("Copy prompt"),
            lambda: self.copy_prompt(item),
            icon_name="file",
            enabled=bool(item.prompt),
        )
        if picture and self.wishes:
            menu.addSeparator()
            for wish in self.wishes:
                words, icon_name = self.words(wish)
                menu.add(words, self._wishing(wish, item), icon_name=icon_name)
        menu.addSeparator()
        star = self.tr("Remove the star") if item.starred else self.tr("Star")
        menu.add(star, lambda: self.star(item), icon_name="star", shortcut="S")
        if self.more is not None:
            self.more(menu, (item,))
        menu.add(self.tr("Show in folder"), lambda: self.show_in_folder(item), icon_name="folder")
        menu.addSeparator()
        menu.add(
            self.tr("Delete"), lambda: self.trash((item,)), icon_name="trash", shortcut="Del", danger=True
        )

    def words(self, wish: Wish) -> tuple[str, str]:
        """Returns the words for a wish and its icon."""
        return {
            Wish.PROMPT: (self.tr("Use as prompt"), "edit"),
            Wish.VARY: (self.tr("Vary"), "wand"),
            Wish.VIDEO: (self.tr("Make a video of this"), "video"),
            Wish.ASK: (self.tr("Ask about this"), "chat"),
        }[wish]

    def _wishing(self, wish: Wish, item: MediaItem) -> Callable[[], None]:
        return lambda: self.wished.emit(wish.value, item)

    def _fill_for_many(self, menu: Menu, items: Sequence[MediaItem]) -> None:
        chosen = tuple(items)
        if len(chosen) == 2 and all(item.kind is MediaKind.IMAGE for item in chosen):
            words = self.tr("Compare")
            menu.add(words, lambda: self.compare_wanted.emit(*chosen, list(chosen)), icon_name="compare")
            menu.addSeparator()
        menu.add(self.tr("Star all"), lambda: self.star_all(chosen, True), icon_name="star-filled")
        menu.add(self.tr("Remove the stars"), lambda: self.star_all(chosen, False), icon_name="star")
        if self.more is not None:
            self.more(menu, chosen)
        save = self.tr("Save copies…")
        menu.add(save, lambda: self.save_all(chosen), icon_name="save", shortcut="Ctrl+S")
        menu.addSeparator()
        words = self.tr("Delete {count}").format(count=len(chosen))
        menu.add(words, lambda: self.trash(chosen), icon_name="trash", shortcut="Del", danger=True)

    # what became of it

    def _save_to(self, item: MediaItem, target: Path) -> None:
        self._asked.add((item.id, str(target)))
        self._library.save_copy(item, target)

    def _saved(self, item: MediaItem, target: Path) -> None:
        asked = (item.id, str(target))
        if asked in self._asked:
            self._asked.discard(asked)
            show = NoticeAction(self.tr("Show in folder"), lambda: reveal(target))
            self._say(self.tr("Saved as {name}").format(name=target.name), show)

    def _saved_many(self, saved: int, count: int, folder: Path) -> None:
        show = NoticeAction(self.tr("Show in folder"), lambda: reveal(folder))
        words = self.tr("%n copies saved in {name}.", "", saved)
        if saved < count:
            words = self.tr("Only %n of {count} copies could be saved in {name}.", "", saved)
        self._say(words.format(count=count, name=folder.name), show)

    def _trashed(self, ids: tuple[str, ...]) -> None:
        if ids not in self._asked:
            return
        self._asked.discard(ids)
        words = self.tr("Moved to the trash.")
        if len(ids) > 1:
            words = self.tr("{count} moved to the trash.").format(count=len(ids))
        if self.undo is not None:
            self.undo.offer(words, lambda: self._library.restore(ids))
        else:
            self._say(words, NoticeAction(self.tr("Undo"), lambda: self._library.restore(ids)))

    def _failed(self, error: PandaError) -> None:
        if self._owner.isVisible():
            self.notice_wanted.emit(self._sentences.notice(error))

    def _copied(self, _key: str, result: object) -> None:
        if isinstance(result, QImage):
            QGuiApplication.clipboard().setImage(result)
            self._say(self.tr("The picture is on the clipboard."))
        else:
            words = self.tr("The picture could not be read, so nothing was copied.")
            self.notice_wanted.emit(Notice(words, NoticeLevel.ERROR))

    def _path(self, item: MediaItem) -> Path | None:
        try:
            return self._library.path_of(item)
        except PandaError as error:
            self._failed(error)
            return None

    def _say(self, words: str, *actions: NoticeAction) -> None:
        self.notice_wanted.emit(Notice(words, actions=actions))
