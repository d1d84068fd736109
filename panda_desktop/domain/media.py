"""Images and videos of the library: a file on disk and what is known of it.

Promise: the file is whole before the item exists.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MediaKind(StrEnum):
    """What a file shows."""

    IMAGE = "image"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Origin:
    """The message of a chat that something was made from: one of its files, or its words.

    Attributes:
        conversation_id: the chat.
        message_id: the message; empty for the chat as a whole.
    """

    conversation_id: str
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class MediaItem:
    """One file of the library.

    Attributes:
        id: ours.
        kind: image or video.
        file: path relative to the data folder, with `/`.
        mime: media type found in the bytes, not the one a server claimed.
        size: bytes.
        sha256: hexadecimal digest of the bytes.
        created_at: aware UTC.
        seq: order of creation.
        job_id: the job that made it; None for a grabbed frame or an import.
        position: which of the job's results it is, from 0.
        prompt: what was asked.
        revised_prompt: what the model made of the prompt, when it said so.
        model: model id.
        parent_id: the item it was made from (variation, first frame, grabbed frame).
        width: pixels; 0 when not known.
        height: pixels; 0 when not known.
        duration: seconds of a video; 0 when not known.
        name: the file's own name when it was brought in by the person; empty for what was made here.
        origin: the message of a chat it began with; None for none.
        tag_ids: tags it carries.
        board_ids: boards it lies on.
        starred: marked by the person.
        deleted_at: aware UTC of its move to the trash; None when it is not there.
    """

    id: str
    kind: MediaKind
    file: str
    mime: str
    size: int
    sha256: str
    created_at: datetime
    seq: int = 0
    job_id: str | None = None
    position: int = 0
    prompt: str = ""
    revised_prompt: str = ""
    model: str = ""
    parent_id: str | None = None
    width: int = 0
    height: int = 0
    duration: float = 0.0
    name: str = ""
    origin: Origin | None = None
    tag_ids: tuple[str, ...] = ()
    board_ids: tuple[str, ...] = ()
    starred: bool = False
    deleted_at: datetime | None = None
