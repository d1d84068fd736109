"""Says in words what a file of a message is.

Promise: a name shows every character that could hide something, on one line.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.attachments import Attachment, AttachmentKind
from panda_desktop.domain.chat import Message, Role
from panda_desktop.markdown.visible import in_code
from panda_desktop.ui.transcript.specs import FilesSpec
from panda_desktop.ui.wording import file_size


def files(message: Message) -> FilesSpec | None:
    """Describes the files of a message; None without any."""
    if not message.attachments:
        return None
    return FilesSpec(message.attachments, message.role is not Role.ASSISTANT)


def shown_name(attachment: Attachment) -> str:
    """Returns the file's name as it is shown."""
    return in_code(attachment.name)


def facts(attachment: Attachment) -> str:
    """Says what kind of file it is and how large."""
    size = file_size(attachment.size)
    if attachment.kind is AttachmentKind.IMAGE:
        return QCoreApplication.translate("Transcript", "Picture · {size}").format(size=size)
    if attachment.is_cut:
        return QCoreApplication.translate("Transcript", "Text · {size} · only its beginning is sent").format(
            size=size
        )
    return QCoreApplication.translate("Transcript", "Text · {size}").format(size=size)


def gone() -> str:
    """Says that a file cannot be shown."""
    return QCoreApplication.translate("Transcript", "This file is gone or was changed on this computer.")


def gone_briefly() -> str:
    """Says the same where there is little room."""
    return QCoreApplication.translate("Transcript", "File is gone")


def spoken_file(attachment: Attachment, *, missing: bool) -> str:
    """Names a file for a screen reader and a tooltip: its name, kind and size, or that it is gone."""
    about = gone() if missing else facts(attachment)
    return f"{shown_name(attachment)}, {about}"


def spoken_files(attachments: Sequence[Attachment], missing: Sequence[bool]) -> list[str]:
    """Names the files of a message, one a line."""
    line = QCoreApplication.translate("Transcript", "Attached: {file}")
    return [
        line.format(file=spoken_file(each, missing=lost))
        for each, lost in zip(attachments, missing, strict=True)
    ]
