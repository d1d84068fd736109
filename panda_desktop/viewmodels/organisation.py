"""The shelves as the sidebar shows them: list, archive and trash, with folders and tags.

Promise: what is shown follows every change that is told, and a command is shown when it is stored.
"""

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import (
    ConversationChanged,
    ConversationRemoved,
    FoldersChanged,
    MessageAdded,
    MessageGrew,
    ReplyFinished,
    TagsChanged,
)
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.folders import Folder, Shelf, Tag
from panda_desktop.domain.folding import folded, words
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import OrganisationCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.shelf_rows import ShelfRows, arranged


class OrganisationModel(Commanding):
    """One shelf at a time, and every command on folders and tags.

    Attributes:
        rows: the shelf that is shown, under headings and folders, narrowed by tag and words.

    Signals:
        shelf_changed(object): another `Shelf` is shown.
        folders_changed: see `folders`.
        tags_changed: see `tags` and `tag`.
        folder_made(object): a `Folder` is new by a command of this one: its name may be edited now.
    """

    shelf_changed = Signal(object)
    folders_changed = Signal()
    tags_changed = Signal()
    folder_made = Signal(object)

    def __init__(self, bus: Bus, tasks: TaskSet, organisation: OrganisationCommands) -> None:
        """Listens from now on; `load` reads the list."""
        super().__init__(tasks)
        self._organisation = organisation
        self._shelf = self._wanted = Shelf.LIST
        self._held: dict[str, Conversation] = {}
        self._folders: tuple[Folder, ...] = ()
        self._tags: tuple[Tag, ...] = ()
        self._tag: str | None = None
        self._words: tuple[str, ...] = ()
        self._coming: dict[str, set[str]] = {}
        self.rows = ShelfRows(self)
        bus.subscribe(ConversationChanged, lambda change: self._heard(change.conversation))
        bus.subscribe(ConversationRemoved, self._heard_removal)
        bus.subscribe(FoldersChanged, lambda change: self._take_folders(change.folders))
        bus.subscribe(TagsChanged, lambda change: self._take_tags(change.tags))
        bus.subscribe(MessageAdded, lambda change: self._heard_message(change.message))
        bus.subscribe(MessageGrew, lambda change: self._heard_message(change.message))
        bus.subscribe(ReplyFinished, lambda change: self._heard_message(change.message))

    # what is shown

    @property
    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        return self._shelf

    @property
    def held(self) -> tuple[Conversation, ...]:
        """All conversations of the shelf that is shown, whatever narrows the rows; in no order."""
        return tuple(self._held.values())

    @property
    def folders(self) -> tuple[Folder, ...]:
        """All folders in order."""
        return self._folders

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All tags by name."""
        return self._tags

    @property
    def tag(self) -> str | None:
        """Id of the tag whose conversations alone are shown; None for all."""
        return self._tag

    def tags_of(self, conversation: Conversation) -> tuple[Tag, ...]:
        """Returns the tags a conversation carries, by name."""
        return tuple(tag for tag in self._tags if tag.id in conversation.tag_ids)

    async def load(self) -> None:
        """Reads folders, tags and the shelf that is shown."""
        self._take_folders(await self._organisation.folders())
        self._take_tags(await self._organisation.tags())
        await self._read(self._wanted)

    def show(self, shelf: Shelf) -> None:
        """Shows the list, the archive or the trash."""
        if shelf is not self._wanted:
            self._wanted = shelf
            self._do(self._read(shelf), "show shelf")

    def filter_tag(self, tag_id: str | None) -> None:
        """Shows only what carries the tag; None shows all."""
        if tag_id != self._tag:
            self._tag = tag_id
            self._show()
            self.tags_changed.emit()

    def filter_words(self, text: str) -> None:
        """Shows only titles that contain every word, without regard to case and diacritics; empty for all."""
        self._words = words(text)
        self._show()

    def refresh(self) -> None:
        """Sorts the rows by the day it is now: what was today is yesterday after midnight."""
        self._show()

    # folders

    def create_folder(self, name: str) -> None:
        """Makes a folder, the last one; ends in `folder_made` or `failed`."""
        self._do(self._create_folder(name), "create folder")

    def rename_folder(self, folder_id: str, name: str) -> None:
        """Gives a folder another name; an empty one changes nothing."""
        if name.strip():
            self._do(self._organisation.rename_folder(folder_id, name), "rename folder")

    def collapse_folder(self, folder_id: str, collapsed: bool) -> None:
        """Closes or opens a folder."""
        self._do(self._organisation.collapse_folder(folder_id, collapsed), "collapse folder")

    def place_folder(self, folder_id: str, place: int) -> None:
        """Puts a folder to a place among the others, 0 for the first."""
        self._do(self._organisation.place_folder(folder_id, place), "place folder")

    def delete_folder(self, folder_id: str) -> None:
        """Removes a folder; its conversations stay."""
        self._do(self._organisation.delete_folder(folder_id), "delete folder")

    def move(self, conversation_ids: tuple[str, ...], folder_id: str | None) -> None:
        """Puts conversations into a folder, or into none."""
        self._do(self._organisation.move(conversation_ids, folder_id), "move chats")

    # tags

    def create_tag(self, name: str, colour: int = 0, conversation_id: str | None = None) -> None:
        """Makes a tag, or takes the one of that name, and gives it to a conversation if one is named."""
        self._do(self._create_tag(name, colour, conversation_id), "create tag")

    def change_tag(self, tag_id: str, *, name: str | None = None, colour: int | None = None) -> None:
        """Changes what is given."""
        self._do(self._organisation.change_tag(tag_id, name=name, colour=colour), "change tag")

    def delete_tag(self, tag_id: str) -> None:
        """Takes a tag from wherever it is carried, and removes it."""
        self._do(self._organisation.delete_tag(tag_id), "delete tag")

    def mark(self, conversation_id: str, tag_id: str, carried: bool) -> None:
        """Gives a conversation a tag, or takes it."""
        self._do(self._organisation.mark(conversation_id, tag_id, carried), "mark chat")

    # the trash

    def delete(self, conversation_id: str) -> None:
        """Removes a conversation of the trash for good: ask before."""
        self._do(self._organisation.delete(conversation_id), "delete chat")

    def empty_trash(self) -> None:
        """Removes everything in the trash for good: ask before."""
        self._do(self._organisation.empty_trash(), "empty trash")

    # how it is done

    async def _read(self, shelf: Shelf) -> None:
        try:
            held = await self._organisation.shelf(shelf)
        except PandaError:
            self._wanted = self._shelf
            raise
        if shelf is not self._wanted:
            return  # another one was chosen meanwhile
        self._held = {conversation.id: conversation for conversation in held}
        differs = shelf is not self._shelf
        self._shelf = shelf
        self._show()
        if differs:
            self.shelf_changed.emit(shelf)

    async def _create_folder(self, name: str) -> None:
        self.folder_made.emit(await self._organisation.create_folder(name))

    async def _create_tag(self, name: str, colour: int, conversation_id: str | None) -> None:
        tag = await self._organisation.create_tag(name, colour)
        if conversation_id is not None:
            await self._organisation.mark(conversation_id, tag.id, True)

    def _show(self) -> None:
        is_narrowed = self._is_narrowed
        shown = [each for each in self._held.values() if not is_narrowed or self._matches(each)]
        self.rows.show(arranged(shown, self._folders, self._shelf, opened=is_narrowed))

    @property
    def _is_narrowed(self) -> bool:
        return self._tag is not None or bool(self._words)

    def _matches(self, conversation: Conversation) -> bool:
        if self._tag is not None and self._tag not in conversation.tag_ids:
            return False
        title = folded(conversation.title)
        return all(word in title for word in self._words)

    # what was heard

    def _heard(self, conversation: Conversation) -> None:
        if conversation.shelf is self._shelf:
            before = self._held.get(conversation.id)
            self._held[conversation.id] = conversation
            if before is not None and not self._is_narrowed and _stays(before, conversation):
                self.rows.take(conversation)  # a draft is saved twice a second while somebody types
                return
        elif self._held.pop(conversation.id, None) is None:
            return
        self._show()

    def _heard_removal(self, change: ConversationRemoved) -> None:
        if change.trashed is not None:
            self._heard(change.trashed)
        elif self._held.pop(change.conversation_id, None) is not None:
            self._show()

    def _heard_message(self, message: Message) -> None:
        # Several answers may be coming in one chat, side by side: one that ends is not the end.
        coming = self._coming.setdefault(message.conversation_id, set())
        if message.state.is_final:
            coming.discard(message.id)
        else:
            coming.add(message.id)
        self.rows.set_answering(message.conversation_id, bool(coming))
        if not coming:
            del self._coming[message.conversation_id]

    def _take_folders(self, folders: tuple[Folder, ...]) -> None:
        self._folders = folders
        self._show()
        self.folders_changed.emit()

    def _take_tags(self, tags: tuple[Tag, ...]) -> None:
        self._tags = tags
        if self._tag is not None and all(tag.id != self._tag for tag in tags):
            self._tag = None
            self._show()
        self.tags_changed.emit()


def _stays(before: Conversation, after: Conversation) -> bool:
    """Whether a conversation stands where it stood."""
    return (before.pinned, before.folder_id, before.updated_at, before.deleted_at) == (
        after.pinned,
        after.folder_id,
        after.updated_at,
        after.deleted_at,
    )
