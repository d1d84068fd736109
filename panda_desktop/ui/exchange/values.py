"""What is wished of an export, as values.

Promise: every wish can be stated; which ones make sense together is decided here.
"""

from dataclasses import dataclass
from enum import StrEnum

from panda_desktop.domain.exchange import FileFormat


class Form(StrEnum):
    """What a person can choose."""

    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """The end of the file's name, with its dot."""
        return ".pdf" if self is Form.PDF else FileFormat(self.value).suffix

    @property
    def file_format(self) -> FileFormat:
        """What the services write; a PDF is made of their HTML."""
        return FileFormat.HTML if self is Form.PDF else FileFormat(self.value)


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is wished.

    Attributes:
        all_chats: all chats that are not in the trash, and not only the open one.
        form: what they are written as.
        all_branches: every branch and not only the one that is shown; of no account for JSON.
        separate: one file for each chat.
    """

    all_chats: bool = False
    form: Form = Form.MARKDOWN
    all_branches: bool = False
    separate: bool = False
