"""Chats on their way out of the program and into it: what is wanted, how far it is, what became of it.

Promise: plain values; whatever a file held that was not taken over exactly as it was is in the report.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class FileFormat(StrEnum):
    """What chats are written as."""

    MARKDOWN = "markdown"  # to be read and edited
    HTML = "html"  # to be read and printed: one file, nothing loaded
    JSON = "json"  # ours: comes back exactly as it was

    @property
    def suffix(self) -> str:
        """The end of the file's name, with its dot."""
        return {"markdown": ".md", "html": ".html", "json": ".json"}[self.value]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words in an exported page, in the person's language: sentences live in `ui/`.

    Attributes:
        language: language tag of these words (BCP 47: `en`, `zh-CN`).
        user: the person who asks.
        assistant: the model that answers.
        system: instructions.
        reasoning: the model's thinking.
        untitled: a chat without a title.
        stopped: an answer the person stopped.
        interrupted: an answer that was cut off, or is still coming.
        failed: an answer that was refused.
        gone: a file of a message that is not on this computer any more.
    """

    language: str
    user: str
    assistant: str
    system: str
    reasoning: str
    untitled: str
    stopped: str
    interrupted: str
    failed: str
    gone: str = ""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be written.

    Attributes:
        target: the file, replaced when it exists; with `separate` the folder, where nothing is replaced.
        format: see `FileFormat`.
        labels: words of a page; JSON needs none of them.
        conversation_ids: which chats, in this order; None for all that are not in the trash.
        all_branches: every branch and not only the one that is shown; JSON always holds all.
        separate: one file for each chat, named after it.
    """

    target: Path
    format: FileFormat
    labels: Labels
    conversation_ids: tuple[str, ...] | None = None
    all_branches: bool = False
    separate: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is.

    Attributes:
        done: messages written, or bytes read.
        total: what `done` will be at the end; 0 when there is nothing to do.
        conversations: chats that are whole already.
    """

    done: int
    total: int
    conversations: int


@dataclass(slots=True)
class Watch:
    """How whoever started an export or import follows it and ends it.

    Attributes:
        told: called in the event loop, a few times a second at least.
        stopped: set to end it early; what is whole stays, and nothing half is left.
    """

    told: Callable[[Progress], None]
    stopped: bool = False


class Reason(StrEnum):
    """Why something in a file was not taken over as it was.

    The first group is also the `param` of the `CANNOT_READ` that is raised when it holds for a whole file.
    """

    NOT_JSON = "not_json"  # neither JSON nor an archive
    NOT_AN_EXPORT = "not_an_export"  # JSON, but no chats of a form we know
    ENCRYPTED = "encrypted"  # an archive with a password
    UNSAFE_NAME = "unsafe_name"  # a name in the archive that points out of it; not opened
    TOO_BIG = "too_big"  # over a stated limit; a text that is too long is cut
    TOO_DEEP = "too_deep"  # nested over the stated limit
    CUT_OFF = "cut_off"  # the file breaks off; what was whole before is kept
    # of one chat: it is not there
    EMPTY = "empty"  # nobody said anything in it
    # of one chat: it is there, with a repair
    UNKNOWN_CONTENT = "unknown_content"  # became a visible note in the text
    BAD_DATE = "bad_date"  # replaced by that of the message before
    BROKEN_TREE = "broken_tree"  # a message whose predecessor is missing, or its own: it starts a branch
    SAME_ID = "same_id"  # two messages of one name: both are kept
    BAD_FACT = "bad_fact"  # a value that cannot be: it has its default


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that was not taken over as it was.

    Attributes:
        reason: see `Reason`.
        title: title of the chat; empty when it is not known. Foreign text.
        what: name of the part of the file, or of the unknown content. Foreign text.
        times: how often in this chat.
    """

    reason: Reason
    title: str = ""
    what: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export has made.

    Attributes:
        files: whole files, in the order they were written.
        conversations: chats in them.
        messages: messages in them.
        missing: attachments that should have gone with them and are gone or changed on the disk.
        stopped: it was ended early: a file that was not whole is gone.
    """

    files: tuple[Path, ...]
    conversations: int
    messages: int
    missing: int = 0
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import has done.

    Attributes:
        conversations: chats that are new.
        messages: messages that are new, those of `grown` chats included.
        grown: chats that were here already and have more messages now.
        duplicates: chats that were here already with all their messages.
        misfits: the first 200 things that were not taken over as they were.
        counts: how many of each kind in all.
        stopped: it was ended early.
    """

    conversations: int
    messages: int
    grown: int
    duplicates: int
    misfits: tuple[Misfit, ...] = ()
    counts: Mapping[Reason, int] = field(default_factory=dict)
    stopped: bool = False
