"""What the layers above may ask of the services.

Promise: a command returns when its effect is in the database; the rest is told on the bus.
"""

from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Protocol

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Conversation, Message, Parameters
from panda_desktop.domain.exchange import (
    ExportReport,
    ExportRequest,
    FileFormat,
    ImportReport,
    Labels,
    Watch,
)
from panda_desktop.domain.folders import Folder, Shelf, Tag
from panda_desktop.domain.jobs import FirstFrame, ImageRequest, Job, JobKind, RawAnswer, VideoRequest
from panda_desktop.domain.media import MediaItem
from panda_desktop.domain.queue import Hold, MessageQueue, QueuedMessage
from panda_desktop.domain.search import PAGE_SIZE, SearchPage


class ChatCommands(Protocol):
    """Conversations and answers. Every method may raise `PandaError`."""

    async def conversations(self) -> tuple[Conversation, ...]:
        """Returns those of the list (not archived, not in the trash), pinned first, newest first."""

    async def open(self, conversation_id: str) -> tuple[Conversation, tuple[Message, ...]]:
        """Returns the conversation and all its messages, in order of creation, every branch."""

    async def create(self, model: str, *, temporary: bool = False) -> Conversation:
        """Stores a new, empty conversation; a temporary one in memory only, until the program ends."""

    async def apply_preset(self, conversation_id: str, preset_id: str) -> Conversation:
        """Makes the requests of a conversation as a preset says. Raises `CANNOT_READ` (`preset`)."""

    async def send(self, conversation_id: str, text: str, attachments: Sequence[Attachment] = ()) -> None:
        """Stores the message and starts the answer. Raises `EMPTY_PROMPT` (no text, no file), `NO_KEY`,
        `INVALID_INPUT` (`answering` while one is coming, `attachments` over 20, a parameter),
        `CANNOT_SEE_IMAGES` (`param` is the model).
        """

    async def keep_attachment(
        self, data: bytes, name: str, mime: str = "", *, temporary: bool = False
    ) -> Attachment:
        """Keeps a finished file (PNG, JPEG, WebP, GIF, or text) that goes with a message; in memory only for
        a temporary conversation. Raises `CANNOT_ATTACH`, `TOO_LARGE` (10 MiB), `DISK_FULL`, `CANNOT_WRITE`.
        """

    async def read_attachment(self, attachment: Attachment) -> bytes:
        """Returns what a file holds. Raises `CANNOT_READ` (`attachment`) when it is gone or was changed."""

    def stop(self, conversation_id: str) -> None:
        """Ends the running answers; what has arrived stays."""

    def is_answering(self, conversation_id: str) -> bool:
        """Tells whether an answer is coming."""

    async def regenerate(self, message_id: str, model: str | None = None, *, shorter: bool = False) -> None:
        """Starts another answer beside this one; `shorter`: with half as much of the messages before."""

    async def continue_answer(self, message_id: str) -> None:
        """Asks for the rest of an answer that was cut."""

    async def edit(self, message_id: str, text: str, attachments: Sequence[Attachment] | None = None) -> None:
        """Stores another version of the person's message and starts its answer; without `attachments` it has
        the files of the first. Raises what `send` raises.
        """

    async def fork(self, message_id: str) -> Conversation:
        """Makes a new conversation of the branch up to this message."""

    async def delete_message(self, message_id: str) -> tuple[str, ...]:
        """Takes out the message and all that follows it; returns what `restore_messages` brings back. The
        next start removes it for good.
        """

    async def restore_messages(self, message_ids: Sequence[str]) -> None:
        """Brings back what `delete_message` took out. Raises `CANNOT_READ` (`message`)."""

    async def show_sibling(self, message_id: str, step: int) -> None:
        """Shows the branch of the sibling `step` places before (-1) or after (+1)."""

    async def show_message(self, message_id: str) -> None:
        """Shows a branch that the message is on; nothing changes when it is shown already."""

    async def change(
        self,
        conversation_id: str,
        *,
        title: str | None = None,
        model: str | None = None,
        system_prompt: str | None = None,
        parameters: Parameters | None = None,
        pinned: bool | None = None,
        archived: bool | None = None,
    ) -> Conversation:
        """Changes what is given. Raises `INVALID_INPUT`."""

    async def save_draft(
        self, conversation_id: str, text: str | None, attachments: Sequence[Attachment] | None = None
    ) -> None:
        """Keeps what the composer holds; None leaves text or files as they are."""

    async def queue(
        self, conversation_id: str, text: str, attachments: Sequence[Attachment] = ()
    ) -> QueuedMessage:
        """Lets a message wait for the answer that is coming; it leaves the composer. Sent at once when none
        is coming and nothing holds the queue. Changes are told as `QueueChanged`. Raises what `send` raises.
        """

    async def queued(self, conversation_id: str) -> MessageQueue:
        """Returns what waits in a conversation."""

    async def edit_queued(
        self, item_id: str, text: str, attachments: Sequence[Attachment] | None = None
    ) -> None:
        """Changes what an item says, and its files when they are given. Raises `CANNOT_READ` (`queue`)."""

    async def remove_queued(self, item_id: str) -> None:
        """Takes an item out of its queue. Raises `CANNOT_READ` (`queue`)."""

    async def put_back_queued(self, item: QueuedMessage, place: int, hold: Hold | None = None) -> None:
        """Brings back what `remove_queued` took out, to its place; `hold` is what held the queue then. It
        sends nothing: when no answer is coming any more the queue is held. Raises `CANNOT_READ`
        (`conversation`).
        """

    async def move_queued(self, item_id: str, place: int) -> None:
        """Puts an item to a place among the others, 0 for the first. Raises `CANNOT_READ` (`queue`)."""

    async def send_queued(self, item_id: str) -> None:
        """Stops the answer that is coming and sends this item now. Raises what `send` raises: then it stays
        in the queue.
        """

    async def resume_queue(self, conversation_id: str) -> None:
        """Lets a queue that is held go on."""

    async def trash(self, conversation_id: str) -> None:
        """Moves the conversation to the trash; a temporary one is gone at once."""

    async def restore(self, conversation_id: str) -> None:
        """Takes the conversation out of the trash."""


class OrganisationCommands(Protocol):
    """Folders, tags and shelves of conversations. Every method may raise `PandaError`."""

    async def shelf(self, shelf: Shelf) -> tuple[Conversation, ...]:
        """Returns the list, the archive or the trash: pinned first, newest first."""

    async def folders(self) -> tuple[Folder, ...]:
        """Returns all folders in order."""

    async def create_folder(self, name: str) -> Folder:
        """Stores a new folder, the last one. Raises `INVALID_INPUT` (`name`)."""

    async def rename_folder(self, folder_id: str, name: str) -> None:
        """Gives a folder another name. Raises `INVALID_INPUT` (`name`), `CANNOT_READ` (`folder`)."""

    async def collapse_folder(self, folder_id: str, collapsed: bool) -> None:
        """Hides or shows what is in a folder. Raises `CANNOT_READ` (`folder`)."""

    async def place_folder(self, folder_id: str, place: int) -> None:
        """Puts a folder to a place among the others, 0 for the first. Raises `CANNOT_READ` (`folder`)."""

    async def delete_folder(self, folder_id: str) -> None:
        """Removes a folder; its conversations stay, in none."""

    async def move(self, conversation_ids: tuple[str, ...], folder_id: str | None) -> None:
        """Puts conversations into a folder, or into none. Raises `CANNOT_READ` (`folder`, `conversation`)."""

    async def tags(self) -> tuple[Tag, ...]:
        """Returns all tags by name."""

    async def create_tag(self, name: str, colour: int = 0) -> Tag:
        """Stores a new tag; returns the one that has the name already. Raises `INVALID_INPUT` (`name`,
        `colour`).
        """

    async def change_tag(self, tag_id: str, *, name: str | None = None, colour: int | None = None) -> None:
        """Changes what is given. Raises `INVALID_INPUT` (`name`: also when another tag has it, `colour`),
        `CANNOT_READ` (`tag`).
        """

    async def delete_tag(self, tag_id: str) -> None:
        """Takes a tag from wherever it is carried, and removes it."""

    async def mark(self, conversation_id: str, tag_id: str, carried: bool) -> None:
        """Gives a conversation a tag, or takes it. Raises `CANNOT_READ` (`tag`, `conversation`)."""

    async def delete(self, conversation_id: str) -> None:
        """Removes a conversation of the trash for good. Raises `INVALID_INPUT` (`conversation`) for one that
        is not in the trash.
        """

    async def empty_trash(self) -> None:
        """Removes everything in the trash for good."""


class SearchCommands(Protocol):
    """The search over all conversations."""

    async def search(self, text: str, *, limit: int = PAGE_SIZE, trashed: bool = False) -> SearchPage | None:
        """Returns the best hits for what was typed (see `domain.search`), outside the trash or in it; None
        when a newer search was begun meanwhile. May raise `PandaError`.
        """


class ExchangeCommands(Protocol):
    """Chats to a file and a file to chats, one at a time. Every async method may raise `PandaError`."""

    def file_name(self, title: str, file_format: FileFormat, labels: Labels) -> str:
        """Returns a name for the file of a chat that every system takes."""

    async def chats(self, conversation_ids: tuple[str, ...] | None) -> tuple[tuple[Conversation, int], ...]:
        """Returns the chats an export of these would hold, None for all, each with how many messages it has.
        Raises `CANNOT_READ` (`conversation`).
        """

    async def export(self, request: ExportRequest, watch: Watch) -> ExportReport:
        """Writes chats; a file is there whole or not at all. Raises `DISK_FULL`, `CANNOT_WRITE`,
        `CANNOT_READ` (`conversation`).
        """

    def html(
        self, conversation_id: str, labels: Labels, *, all_branches: bool = False
    ) -> AsyncGenerator[str, None]:
        """Yields the page of a chat in pieces, to be printed. Raises `CANNOT_READ` (`conversation`)."""

    async def import_file(self, path: Path, watch: Watch) -> ImportReport:
        """Takes in the chats of a file of ours, of ChatGPT's or of Claude's; those that are here are not
        doubled. Raises `CANNOT_READ` (`param`: a `Reason`, or none when reading fails), `DATA_TOO_NEW`,
        `DISK_FULL`, `CANNOT_WRITE`; chats that were whole before that stay.
        """


class RemoteImageCommands(Protocol):
    """Images that answers name by their address."""

    async def fetch(self, address: str) -> bytes:
        """Returns the content of one image (PNG, JPEG, WebP or GIF, 20 MiB at most), asked for once, without
        the key. Raises `BLOCKED_ADDRESS` (neither https nor the gateway's own computer, or private),
        `LINK_EXPIRED`, `NOT_MEDIA`, `ANSWER_TOO_BIG`, or why the server could not be reached.
        """


class JobCommands(Protocol):
    """Paid requests for images and videos. Every async method may raise `PandaError`.

    A request that waits for its answer (`SUBMITTING`) is held by a process of its own: it goes on when the
    program ends, however that ends, and the next start takes up what came. One of the demo gateway is lost,
    for that ends with the program.
    """

    def jobs(self, kind: JobKind) -> tuple[Job, ...]:
        """Returns the jobs of the list, newest first (known after start)."""

    async def make_images(self, request: ImageRequest) -> Job:
        """Checks the request, puts it into the ledger and starts it. Raises what `check` raises, `NO_KEY`."""

    async def make_video(self, request: VideoRequest) -> Job:
        """Checks the request, puts it into the ledger and starts it. Raises what `check` raises, `NO_KEY`."""

    async def keep_frame(self, data: bytes, suffix: str, media_id: str | None = None) -> FirstFrame:
        """Copies an image (`.png`, `.jpg`, `.webp`) into the data folder, to start a video from."""

    async def start(self, job_id: str) -> None:
        """Sends a job that is still `QUEUED` after a restart."""

    def held(self) -> tuple[Job, ...]:
        """Returns the jobs that are `SUBMITTING`: quitting leaves their requests running."""

    async def end_held(self) -> None:
        """Abandons all that `held` returns, for somebody who does not want them to run on after quitting."""

    async def abandon(self, job_id: str) -> None:
        """Stops waiting, and ends the process that holds the request; the work may still be charged."""

    async def look_again(self, job_id: str) -> None:
        """Asks, reads or downloads again without paying (`UNKNOWN`, `EXPIRED`, `REVIEW`, `ABANDONED`, and
        `DONE` when files are missing). Raises `NO_RESULT` when there is nothing to ask.
        """

    async def send_again(self, job_id: str) -> Job:
        """Makes a new job of the same request: may be charged again."""

    async def remove(self, job_id: str) -> None:
        """Takes an ended job out of the list; its files stay in the library."""

    async def raw_answer(self, job_id: str) -> RawAnswer | None:
        """Returns what the gateway answered, as it came."""


class LibraryCommands(Protocol):
    """Images and videos on disk. Every async method may raise `PandaError`."""

    def items(self) -> tuple[MediaItem, ...]:
        """Returns what is not in the trash, newest first (known after start)."""

    def of_job(self, job_id: str) -> tuple[MediaItem, ...]:
        """Returns a job's results by position."""

    def path_of(self, item: MediaItem) -> Path:
        """Returns where the file is."""

    async def save_copy(self, item: MediaItem, target: Path) -> None:
        """Writes a copy to `target`, replacing it. Raises `DISK_FULL`, `CANNOT_WRITE`, `CANNOT_READ`."""

    async def copies_out(self, items: tuple[MediaItem, ...]) -> tuple[Path, ...]:
        """Makes copies to be dragged to another program, named after their prompts. Raises as `save_copy`."""

    async def add_frame(self, png: bytes, parent: MediaItem) -> MediaItem:
        """Puts a grabbed frame into the library."""

    async def star(self, item_id: str, starred: bool) -> None:
        """Marks or unmarks the item."""

    async def trash(self, item_ids: tuple[str, ...]) -> None:
        """Moves items to the trash; the files stay until it is emptied."""

    async def restore(self, item_ids: tuple[str, ...]) -> None:
        """Takes items out of the trash."""
