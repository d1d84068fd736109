"""Services of the search and of the shelves that act at once, for tests of their view-models."""

from dataclasses import replace
from typing import Any

from panda_desktop.domain.changes import ConversationChanged, ConversationRemoved, FoldersChanged, TagsChanged
from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.folders import Folder, Shelf, Tag
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.search import SearchHit, SearchPage
from panda_desktop.services.bus import Bus


class FakeSearch:
    """Finds what `hits` says. `failure` is raised once; `superseded` gives no answer once."""

    def __init__(self) -> None:
        self.hits: list[SearchHit] = []
        self.complete = True
        self.failure: PandaError | None = None
        self.superseded = False
        self.calls: list[tuple[str, int, bool]] = []

    async def search(self, text: str, *, limit: int = 50, trashed: bool = False) -> SearchPage | None:
        self.calls.append((text, limit, trashed))
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        superseded, self.superseded = self.superseded, False
        if superseded:
            return None
        return SearchPage(tuple(self.hits[:limit]), len(self.hits) > limit, self.complete)


class FakeOrganisation:
    """Shelves, folders and tags in memory."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.all: dict[str, Conversation] = {}
        self.named: dict[str, Folder] = {}
        self.marks: dict[str, Tag] = {}
        self.failure: PandaError | None = None

    def put(self, conversation: Conversation) -> None:
        self.all[conversation.id] = conversation
        self.bus.publish(ConversationChanged(conversation))

    def trash(self, conversation: Conversation) -> None:
        self.all[conversation.id] = conversation
        self.bus.publish(ConversationRemoved(conversation.id, conversation))

    async def shelf(self, shelf: Shelf) -> tuple[Conversation, ...]:
        if self.failure is not None:
            raise self.failure
        return tuple(each for each in self.all.values() if each.shelf is shelf)

    async def folders(self) -> tuple[Folder, ...]:
        return tuple(sorted(self.named.values(), key=lambda folder: folder.place))

    def _save(self, folder: Folder) -> Folder:
        self.named[folder.id] = folder
        self._tell()
        return folder

    def _tell(self) -> None:
        folders = sorted(self.named.values(), key=lambda folder: folder.place)
        self.bus.publish(FoldersChanged(tuple(folders)))

    async def create_folder(self, name: str) -> Folder:
        if not name.strip():
            raise PandaError(ErrorKind.INVALID_INPUT)
        return self._save(Folder(new_id(), name, len(self.named)))

    async def rename_folder(self, folder_id: str, name: str) -> None:
        self._save(replace(self.named[folder_id], name=name))

    async def collapse_folder(self, folder_id: str, collapsed: bool) -> None:
        self._save(replace(self.named[folder_id], collapsed=collapsed))

    async def place_folder(self, folder_id: str, place: int) -> None:
        others = [folder for folder in await self.folders() if folder.id != folder_id]
        others.insert(place, self.named[folder_id])
        self.named = {folder.id: replace(folder, place=at) for at, folder in enumerate(others)}
        self._tell()

    async def delete_folder(self, folder_id: str) -> None:
        del self.named[folder_id]
        self._tell()

    async def move(self, conversation_ids: tuple[str, ...], folder_id: str | None) -> None:
        for conversation_id in conversation_ids:
            self.put(replace(self.all[conversation_id], folder_id=folder_id))

    async def tags(self) -> tuple[Tag, ...]:
        return tuple(sorted(self.marks.values(), key=lambda tag: tag.name))

    async def create_tag(self, name: str, colour: int = 0) -> Tag:
        return await self._save_tag(Tag(new_id(), name, colour))

    async def _save_tag(self, tag: Tag) -> Tag:
        self.marks[tag.id] = tag
        self.bus.publish(TagsChanged(await self.tags()))
        return tag

    async def change_tag(self, tag_id: str, **values: Any) -> None:
        given = {name: value for name, value in values.items() if value is not None}
        await self._save_tag(replace(self.marks[tag_id], **given))

    async def delete_tag(self, tag_id: str) -> None:
        del self.marks[tag_id]
        self.bus.publish(TagsChanged(await self.tags()))

    async def mark(self, conversation_id: str, tag_id: str, carried: bool) -> None:
        conversation = self.all[conversation_id]
        tag_ids = {*conversation.tag_ids} - {tag_id} | ({tag_id} if carried else set())
        self.put(replace(conversation, tag_ids=tuple(sorted(tag_ids))))

    async def delete(self, conversation_id: str) -> None:
        del self.all[conversation_id]
        self.bus.publish(ConversationRemoved(conversation_id))

    async def empty_trash(self) -> None:
        for conversation in [each for each in self.all.values() if each.shelf is Shelf.TRASH]:
            await self.delete(conversation.id)
