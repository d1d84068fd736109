"""Files that go with messages, inside a file of ours.

Promise: a file is taken only when its content is what its name says (SHA-256) and something the program can
attach; a message refers to nothing outside the folder of attachments.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

import msgspec

from panda_desktop.domain.attachments import Attachment, clean_file_name, recognise
from panda_desktop.domain.errors import PandaError
from panda_desktop.services.exchange.plain import object_of, text_of
from panda_desktop.storage.attachments import FOLDER, MEMORY

_NAME: Final = re.compile(rf"{FOLDER}/[0-9a-f]{{2}}/[0-9a-f]{{64}}\.[a-z]{{3,4}}")


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The content of a file, checked."""

    data: bytes
    suffix: str


def portable(file: str) -> str:
    """Returns the name a kept file has in every data folder, also of one that is in memory only."""
    name = file.removeprefix(MEMORY)
    return f"{FOLDER}/{name[:2]}/{name}" if file.startswith(MEMORY) else file


def renamed(attachments: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Returns attachments with portable names."""
    return tuple(replace(each, file=portable(each.file)) for each in attachments)


def sound(attachments: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Returns those that refer to a file of ours, with names that can be shown."""
    return tuple(
        replace(each, name=clean_file_name(each.name, ""))
        for each in attachments
        if _NAME.fullmatch(each.file)
    )


def written(file: str, data: bytes) -> bytes:
    """Returns a file as JSON."""
    return msgspec.json.encode({"file": portable(file), "data": base64.b64encode(data).decode()})


def read(value: Any) -> Enclosed | None:
    """Returns the file in the JSON, None when it is not what it says."""
    named = object_of(value)
    try:
        data = base64.b64decode(text_of(named.get("data")), validate=True)
        suffix = recognise(data).suffix
    except (binascii.Error, ValueError, PandaError):
        return None
    digest = hashlib.sha256(data).hexdigest()
    if text_of(named.get("file")) != f"{FOLDER}/{digest[:2]}/{digest}{suffix}":
        return None
    return Enclosed(data, suffix)
