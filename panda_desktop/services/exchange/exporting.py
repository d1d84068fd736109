"""Writes chats, a few messages at a time.

Promise: no more than about a megabyte of text (or one message) is held; the loop is not held up; whatever
ends it, no half file is left.
"""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Final

from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.exchange import (
    ExportReport,
    ExportRequest,
    FileFormat,
    Labels,
    Progress,
    Watch,
)
from panda_desktop.services.exchange.beside import FilesBeside
from panda_desktop.services.exchange.branches import Place, all_in_order, every_branch, shown_branch
from panda_desktop.services.exchange.foreign import Shelves
from panda_desktop.services.exchange.forms import Form, Placed
from panda_desktop.services.exchange.html_form import HtmlForm
from panda_desktop.services.exchange.json_form import JsonForm
from panda_desktop.services.exchange.markdown_form import MarkdownForm
from panda_desktop.services.exchange.one_thread import OneThread
from panda_desktop.services.exchange.output import PartFile, free_name, make_folder
from panda_desktop.storage.names import safe_name
from panda_desktop.storage.storage import Storage

_CHARACTERS: Final = 512 * 1024
_MESSAGES: Final = 200


def form_of(
    file_format: FileFormat, labels: Labels, shelves: Shelves, beside: FilesBeside | None = None
) -> Form:
    """Returns a form for one file; `shelves` are those its chats refer to, and `beside` takes the files of
    messages for a form that cannot hold them. A page without a file of its own is one to be printed.
    """
    match file_format:
        case FileFormat.MARKDOWN:
            return MarkdownForm(labels, beside)
        case FileFormat.HTML:
            return HtmlForm(labels, printed=beside is None)
        case FileFormat.JSON:
            return JsonForm(shelves)


class Stopped(Exception):
    """Whoever watches wants no more of it."""


class Exporting:
    """One export."""

    def __init__(
        self,
        storage: Storage,
        thread: OneThread,
        request: ExportRequest,
        watch: Watch,
        shelves: Shelves,
    ) -> None:
        """Nothing is read yet; `shelves` are all folders and tags."""
        self._storage = storage
        self._store = storage.conversations
        self._thread = thread
        self._request = request
        self._watch = watch
        self._shelves = shelves
        self._messages = 0
        self._chats = 0
        self._passed = 0
        self._total = 0
        self._missing = 0

    async def run(self, conversations: Sequence[Conversation]) -> ExportReport:
        """Writes the chats. Raises `DISK_FULL`, `CANNOT_WRITE` and what reading raises."""
        counts = await self._store.counts()
        self._total = sum(counts.get(conversation.id, 0) for conversation in conversations)
        files: list[Path] = []
        stopped = False
        try:
            if not self._request.separate:
                files.append(await self._file(self._request.target, conversations))
            else:
                await self._thread.run(make_folder, self._request.target)
                for conversation in conversations:
                    name = safe_name(conversation.title or self._request.labels.untitled, self._suffix)
                    target = await self._thread.run(free_name, self._request.target, name)
                    files.append(await self._file(target, (conversation,)))
        except Stopped:
            stopped = True
        return ExportReport(tuple(files), self._chats, self._messages, self._missing, stopped)

    @property
    def _suffix(self) -> str:
        return self._request.format.suffix

    async def _file(self, target: Path, conversations: Sequence[Conversation]) -> Path:
        before = self._chats, self._messages
        part, beside = PartFile(target), FilesBeside(target)
        try:
            await self._thread.run(part.begin)
            async with aclosing(self.text(conversations, beside)) as texts:
                async for text in texts:
                    await self._thread.run(part.write, text)
            await self._thread.run(beside.finish)
            return await self._thread.run(part.finish)
        except BaseException:
            self._chats, self._messages = before
            await self._thread.run(part.drop)
            await self._thread.run(beside.drop)
            raise

    async def text(
        self, conversations: Sequence[Conversation], beside: FilesBeside | None = None
    ) -> AsyncGenerator[str, None]:
        """Yields the text of one file, without `beside` of a page to be printed. Raises `Stopped`, and what
        reading raises.
        """
        form = form_of(self._request.format, self._request.labels, self._referred(conversations), beside)
        yield form.head(conversations[0].title if len(conversations) == 1 else "")
        for conversation in conversations:
            links = await self._store.links(conversation.id)
            yield form.opening(conversation)
            async with aclosing(self._chat(form, self._places(conversation, links))) as texts:
                async for text in texts:
                    yield text
            if isinstance(form, JsonForm):
                async with aclosing(self._enclosures(form)) as texts:
                    async for text in texts:
                        yield text
            yield form.closing()
            self._chats += 1
            self._passed += len(links)
            self._tell(0)
        yield form.foot()

    def _referred(self, conversations: Sequence[Conversation]) -> Shelves:
        folder_ids = {chat.folder_id for chat in conversations}
        tag_ids = {tag_id for chat in conversations for tag_id in chat.tag_ids}
        return Shelves(
            tuple(folder for folder in self._shelves.folders if folder.id in folder_ids),
            tuple(tag for tag in self._shelves.tags if tag.id in tag_ids),
        )

    def _places(self, conversation: Conversation, links: Sequence[tuple[str, str | None]]) -> list[Place]:
        if self._request.format is FileFormat.JSON:
            return all_in_order(links)
        return (
            every_branch(links) if self._request.all_branches else shown_branch(links, conversation.leaf_id)
        )

    async def _chat(self, form: Form, places: Sequence[Place]) -> AsyncGenerator[str, None]:
        position = 0
        while position < len(places):
            self._tell(position)
            some = places[position : position + _MESSAGES]
            messages = await self._store.pick([place.message_id for place in some], _CHARACTERS)
            taken = len(some)  # those that were deleted meanwhile are passed over
            if messages:
                taken = 1 + [place.message_id for place in some].index(messages[-1].id)
            if isinstance(form, JsonForm) or not any(message.attachments for message in messages):
                yield await self._thread.run(_written, form, some[:taken], messages)
            else:
                async with aclosing(self._with_files(form, some[:taken], messages)) as texts:
                    async for text in texts:
                        yield text
            self._messages += len(messages)
            position += taken

    async def _with_files(
        self, form: Form, places: Sequence[Place], messages: Sequence[Message]
    ) -> AsyncGenerator[str, None]:
        """Writes messages one by one: the files of one are held, and no more."""
        for placed in _placed(places, messages):
            files = []
            for attachment in placed.message.attachments:
                data = await self._read(attachment.file)
                files.append(await self._thread.run(form.attached, attachment, data))
            yield await self._thread.run(form.message, placed, files)

    async def _read(self, file: str) -> bytes | None:
        """Returns what a file holds; None, and one more is missing, when it is gone or was changed."""
        try:
            return await self._storage.attachments.read(file)
        except PandaError:
            self._missing += 1
            return None

    async def _enclosures(self, form: JsonForm) -> AsyncGenerator[str, None]:
        yield form.opening_files()
        for file in form.files():
            if (data := await self._read(file)) is not None:  # else a placeholder is left
                yield await self._thread.run(form.file, file, data)

    def _tell(self, within: int) -> None:
        self._watch.told(Progress(min(self._passed + within, self._total), self._total, self._chats))
        if self._watch.stopped:
            raise Stopped


def _written(form: Form, places: Sequence[Place], messages: Sequence[Message]) -> str:
    return "".join(form.message(placed) for placed in _placed(places, messages))


def _placed(places: Sequence[Place], messages: Sequence[Message]) -> list[Placed]:
    found = {message.id: message for message in messages}
    return [
        Placed(found[place.message_id], place.place, place.count)
        for place in places
        if place.message_id in found
    ]
