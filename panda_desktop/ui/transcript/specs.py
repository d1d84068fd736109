"""What a message consists of before it is laid out: one small frozen description a piece.

Promise: equal descriptions look the same at the same width, so a piece is kept while its description is.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Final

from panda_desktop.domain.attachments import Attachment
from panda_desktop.markdown.blocks import Align, Spans, TableRow


class Role(Enum):
    """How text is dressed."""

    BODY = auto()
    USER = auto()
    REASONING = auto()
    HEADING_1 = 1 << 8
    HEADING_2 = 2 << 8
    HEADING_3 = 3 << 8
    HEADING_4 = 4 << 8
    HEADING_5 = 5 << 8
    HEADING_6 = 6 << 8

    @property
    def level(self) -> int:
        """Heading level, 0 for other text."""
        return int(self.value) >> 8


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a piece stands, in pixels at 100 %.

    Attributes:
        left: distance from the left side of the column.
        gap: empty space above.
        bars: positions of the vertical bars of quotes.
        bubble: it lies in the person's bubble.
        first: it begins the bubble.
        last: it ends the bubble.
        from_right: its text is read from right to left, so `left` and `bars` count from the right side.
    """

    left: int = 0
    gap: int = 0
    bars: tuple[int, ...] = ()
    bubble: bool = False
    first: bool = False
    last: bool = False
    from_right: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """What stands in the text for an image.

    Attributes:
        address: of the image, as the text has it.
        words: what the chip says.
        id: of the target it is; empty when it cannot be clicked.
    """

    address: str
    words: str
    id: str


@dataclass(frozen=True, slots=True)
class TextSpec:
    """Text with inline styles; `marker` hangs before the first line (bullet, number, task box)."""

    spans: Spans
    role: Role
    frame: Frame
    marker: str = ""
    keep_breaks: bool = False
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeHeadSpec:
    """The bar above code; `group` names the block: its offset in the source."""

    language: str
    group: int
    wrapped: bool
    frame: Frame


@dataclass(frozen=True, slots=True)
class CodeSpec:
    """Some lines of a code block.

    Attributes:
        lines: as written.
        first: number of the first of them in the block.
        group: names the block.
        language: for colouring.
        wrapped: long lines are broken to fit.
        last: the block ends here.
        joined: the first line goes on from the piece before (it was cut for length).
        frame: where it stands.
    """

    lines: tuple[str, ...]
    first: int
    group: int
    language: str
    wrapped: bool
    last: bool
    joined: bool
    frame: Frame


@dataclass(frozen=True, slots=True)
class RowSpec:
    """A table row; rows of one `group` share their column widths."""

    row: TableRow
    aligns: tuple[Align, ...]
    group: int
    header: bool
    frame: Frame
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class FormulaSpec:
    """A formula on its own line."""

    tex: str
    closed: bool
    frame: Frame


@dataclass(frozen=True, slots=True)
class RuleSpec:
    """A thematic break."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """An image of an answer whose size is known.

    Attributes:
        number: of the image (`Illustrations`).
        name: what it shows, in words.
        width: in its own pixels.
        height: in its own pixels.
        frame: where it stands.
    """

    number: int
    name: str
    width: int
    height: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class FilesSpec:
    """The files of a message; `right` puts them at the right side (the person's messages)."""

    files: tuple[Attachment, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class DaySpec:
    """The day the messages below were written; `text` as shown."""

    text: str


GAP: Final = 16
"""Height of a gap in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class GapSpec:
    """Room before a message where neither the actions of the one above nor a model stand between them."""


@dataclass(frozen=True, slots=True)
class HeaderSpec:
    """Who answers: the model, and by which route it was chosen (may be empty)."""

    model: str
    route: str


@dataclass(frozen=True, slots=True)
class ReasoningSpec:
    """The line that opens and closes the thinking."""

    text: str
    opened: bool


@dataclass(frozen=True, slots=True)
class WaitingSpec:
    """Nothing has come yet; `text` says for how long, `phase` moves the dots."""

    text: str
    phase: int


class Tone(StrEnum):
    """How loud a note is: the theme colour it is written in."""

    MUTED = "muted"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Action:
    """A button painted in the transcript; `id` tells what it does, `text` what it says."""

    id: str
    text: str
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class NoteSpec:
    """A sentence about how the answer ended, with what can be done."""

    text: str
    tone: Tone
    actions: tuple[Action, ...]


RECEIPT_GAP: Final = " · "
"""Stands between the parts of a receipt: where there is no room, it goes on in another line."""


@dataclass(frozen=True, slots=True)
class FooterSpec:
    """The line under a message.

    Attributes:
        siblings: place among the siblings and their count; 1 hides the switch.
        actions: what can be done with the message.
        receipt: what it took, as shown; may be empty.
        right: the actions stand at the right side (the person's messages).
        always: shown without hover.
    """

    siblings: tuple[int, int]
    actions: tuple[Action, ...]
    receipt: str
    right: bool
    always: bool


BodySpec = TextSpec | CodeHeadSpec | CodeSpec | RowSpec | FormulaSpec | RuleSpec | PictureSpec
Spec = (
    BodySpec
    | FilesSpec
    | DaySpec
    | GapSpec
    | HeaderSpec
    | ReasoningSpec
    | WaitingSpec
    | NoteSpec
    | FooterSpec
)
