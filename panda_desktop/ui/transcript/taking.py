"""A picture of a message that shall be used elsewhere in the program.

Promise: it carries the bytes that were shown, and the message they stand in.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakenPicture:
    """What was taken.

    Attributes:
        data: the content.
        file_name: what it is called, of anyone.
        message_id: the message it stands in.
        wants_video: a video shall be made of it; else it shall be in the library and no more.
    """

    data: bytes
    file_name: str
    message_id: str
    wants_video: bool


PictureTaker = Callable[[TakenPicture], object]
"""Does what is wanted with a picture."""
