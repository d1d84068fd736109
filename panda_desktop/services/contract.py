"""What the layers above may ask of the services.

Promise: a command returns when its effect is in the database; the rest is told on the bus.
"""

from pathlib import Path
from typing import Protocol

from panda_desktop.domain.chat import Conversation, Message, Parameters
from panda_desktop.domain.jobs import FirstFrame, ImageRequest, Job, JobKind, RawAnswer, VideoRequest
from panda_desktop.domain.media import MediaItem


class ChatCommands(Protocol):
    """Conversations and answers. Every method may raise `PandaError`."""

    async def conversations(self) -> tuple[Conversation, ...]:
        """Returns those of the list (not archived, not in the trash), pinned first, newest first."""

    async def open(self, conversation_id: str) -> tuple[Conversation, tuple[Message, ...]]:
        """Returns the conversation and all its messages, in order of creation, every branch."""

    async def create(self, model: str) -> Conversation:
        """Stores a new, empty conversation."""

    async def send(self, conversation_id: str, text: str) -> None:
        """Stores the message and starts the answer. Raises `EMPTY_PROMPT`, `INVALID_INPUT`, `NO_KEY`."""

    def stop(self, conversation_id: str) -> None:
        """Ends the running answer; what has arrived stays."""

    def is_answering(self, conversation_id: str) -> bool:
        """Tells whether an answer is coming."""

    async def regenerate(self, message_id: str, model: str | None = None) -> None:
        """Starts another answer beside this one."""

    async def continue_answer(self, message_id: str) -> None:
        """Asks for the rest of an answer that was cut."""

    async def edit(self, message_id: str, text: str) -> None:
        """Stores another version of the person's message and starts its answer."""

    async def fork(self, message_id: str) -> Conversation:
        """Makes a new conversation of the branch up to this message."""

    async def delete_message(self, message_id: str) -> None:
        """Removes the message and all that follows it."""

    async def show_sibling(self, message_id: str, step: int) -> None:
        """Shows the branch of the sibling `step` places before (-1) or after (+1)."""

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

    async def save_draft(self, conversation_id: str, text: str) -> None:
        """Keeps what the composer holds."""

    async def trash(self, conversation_id: str) -> None:
        """Moves the conversation to the trash."""

    async def restore(self, conversation_id: str) -> None:
        """Takes the conversation out of the trash."""


class JobCommands(Protocol):
    """Paid requests for images and videos. Every async method may raise `PandaError`."""

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

    async def abandon(self, job_id: str) -> None:
        """Stops waiting; the work may still be charged."""

    async def look_again(self, job_id: str) -> None:
        """Asks, reads or downloads again without paying (`UNKNOWN`, `EXPIRED`, `REVIEW`, `ABANDONED`)."""

    async def send_again(self, job_id: str) -> Job:
        """Makes a new job of the same request: may be charged again."""

    async def remove(self, job_id: str) -> None:
        """Takes an ended job out of the list; its files stay in the library."""

    async def raw_answer(self, job_id: str) -> RawAnswer | None:
        """Returns what the gateway answered, as it came."""

    def usual_seconds(self, model: str) -> float | None:
        """Returns the median time this model's past jobs took; None when there are none."""


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

    async def add_frame(self, png: bytes, parent: MediaItem) -> MediaItem:
        """Puts a grabbed frame into the library."""

    async def star(self, item_id: str, starred: bool) -> None:
        """Marks or unmarks the item."""

    async def trash(self, item_ids: tuple[str, ...]) -> None:
        """Moves items to the trash; the files stay until it is emptied."""

    async def restore(self, item_ids: tuple[str, ...]) -> None:
        """Takes items out of the trash."""
