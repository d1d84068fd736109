"""Folders, tags, shelves and the search in memory, over the conversations of `FakeChat`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from panda_desktop.domain.changes import ConversationRemoved, FoldersChanged, TagsChanged
from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.folders import Folder, Shelf, Tag, clean_name
from panda_desktop.domain.folding import folded
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.search import PAGE_SIZE, SearchHit, SearchPage, Term, parse
from panda_desktop.domain.snippet import snippet_of
from panda_desktop.services.bus import Bus


class FakeOrganisation:
    """Changes what `chat` holds and tells it."""

    def __init__(self, bus: Bus, chat: Any) -> None:
        self.bus = bus
        self.chat = chat
        self.kept_folders: list[Folder] = []
        self.kept_tags: list[Tag] = []

    async def shelf(self, shelf: Shelf) -> tuple[Conversation, ...]:
        return tuple(each for each in self.chat.all.values() if each.shelf is shelf)

    async def folders(self) -> tuple[Folder, ...]:
        return tuple(self.kept_folders)

    async def tags(self) -> tuple[Tag, ...]:
        return tuple(sorted(self.kept_tags, key=lambda tag: tag.name))

    def tell(self) -> None:
        """Tells folders and tags."""
        self.kept_folders = [replace(each, place=n) for n, each in enumerate(self.kept_folders)]
        self.bus.publish(FoldersChanged(tuple(self.kept_folders)))
        self.bus.publish(TagsChanged(tuple(sorted(self.kept_tags, key=lambda tag: tag.name))))

    async def create_folder(self, name: str) -> Folder:
        made = Folder(new_id(), clean_name(name, "name"), len(self.kept_folders))
        self.kept_folders.append(made)
        self.tell()
        return made

    def _replace_folder(self, folder_id: str, **values: Any) -> None:
        self.kept_folders = [
            replace(each, **values) if each.id == folder_id else each for each in self.kept_folders
        ]
        self.tell()

    async def rename_folder(self, folder_id: str, name: str) -> None:
        self._replace_folder(folder_id, name=clean_name(name, "name"))

    async def collapse_folder(self, folder_id: str, collapsed: bool) -> None:
        self._replace_folder(folder_id, collapsed=collapsed)

    async def place_folder(self, folder_id: str, place: int) -> None:
        moved = next(each for each in self.kept_folders if each.id == folder_id)
        self.kept_folders.remove(moved)
        self.kept_folders.insert(place, moved)
        self.tell()

    async def delete_folder(self, folder_id: str) -> None:
        self.kept_folders = [each for each in self.kept_folders if each.id != folder_id]
        self.tell()

    async def move(self, conversation_ids: tuple[str, ...], folder_id: str | None) -> None:
        for conversation_id in conversation_ids:
            self.chat.put(replace(self.chat.all[conversation_id], folder_id=folder_id))

    async def create_tag(self, name: str, colour: int = 0) -> Tag:
        made = Tag(new_id(), clean_name(name, "name"), colour)
        self.kept_tags.append(made)
        self.tell()
        return made

    async def change_tag(self, tag_id: str, *, name: str | None = None, colour: int | None = None) -> None:
        values = {key: value for key, value in (("name", name), ("colour", colour)) if value is not None}
        self.kept_tags = [replace(t, **values) if t.id == tag_id else t for t in self.kept_tags]  # type: ignore[arg-type]
        self.tell()

    async def delete_tag(self, tag_id: str) -> None:
        self.kept_tags = [tag for tag in self.kept_tags if tag.id != tag_id]
        self.tell()

    async def mark(self, conversation_id: str, tag_id: str, carried: bool) -> None:
        conversation = self.chat.all[conversation_id]
        kept = tuple(each for each in conversation.tag_ids if each != tag_id)
        self.chat.put(replace(conversation, tag_ids=(*kept, tag_id) if carried else kept))

    async def delete(self, conversation_id: str) -> None:
        del self.chat.all[conversation_id]
        self.bus.publish(ConversationRemoved(conversation_id))

    async def empty_trash(self) -> None:
        for each in await self.shelf(Shelf.TRASH):
            await self.delete(each.id)


class FakeSearch:
    """Finds what contains every word. `complete` and `extra` play a large library."""

    def __init__(self, chat: Any) -> None:
        self.chat = chat
        self.complete = True
        self.asked: list[str] = []

    async def search(self, text: str, *, limit: int = PAGE_SIZE, trashed: bool = False) -> SearchPage | None:
        self.asked.append(text)
        terms = parse(text)
        found = [*self._titles(terms, trashed), *self._messages(terms, trashed)]
        return SearchPage(tuple(found[:limit]), len(found) > limit, self.complete)

    def _shelves(self, trashed: bool) -> Iterator[Conversation]:
        return (each for each in self.chat.all.values() if (each.deleted_at is not None) is trashed)

    def _titles(self, terms: tuple[Term, ...], trashed: bool) -> Iterator[SearchHit]:
        for each in self._shelves(trashed):
            if _has(each.title, terms):
                snippet = snippet_of(each.title, terms)
                yield SearchHit(
                    each.id, None, None, each.updated_at, each.title, snippet, each.archived, trashed
                )

    def _messages(self, terms: tuple[Term, ...], trashed: bool) -> Iterator[SearchHit]:
        for each in self._shelves(trashed):
            for message in reversed(self.chat.messages.get(each.id, ())):
                if _has(message.text, terms):
                    yield SearchHit(
                        each.id,
                        message.id,
                        message.role,
                        message.created_at,
                        each.title,
                        snippet_of(message.text, terms),
                        each.archived,
                        trashed,
                    )


def _has(text: str, terms: tuple[Term, ...]) -> bool:
    plain = f" {folded(text)} "
    plain = " ".join(plain.split())
    return bool(terms) and all(
        f" {' '.join(term.words)}{'' if term.prefix else ' '}" in f" {plain} " for term in terms
    )
