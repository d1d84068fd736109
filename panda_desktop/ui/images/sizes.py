"""Sizes of images as people write them and as the gateway takes them.

Promise: what is sent looks like `1024x1024`, or is empty where the model chooses.
"""

import re
from typing import Final

COMMON_SIZES: Final = ("1024x1024", "1280x720", "720x1280")
"""Offered for a model of which nobody said what it takes."""

_WRITTEN: Final = re.compile(r"\s*(\d{1,5})\s*[x×X*✕]\s*(\d{1,5})\s*")


def normalised(text: str) -> str:
    """Returns `WxH` for whatever was typed; what cannot be read as a size comes back as it was, trimmed."""
    found = _WRITTEN.fullmatch(text)
    return f"{int(found[1])}x{int(found[2])}" if found else text.strip()


def shown(size: str) -> str:
    """Returns a size for people: `1024×1024`."""
    return size.replace("x", "×")
