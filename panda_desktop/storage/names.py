"""File names that every system takes, made of text that anyone may have written.

Promise: the name stays inside the chosen folder, is at most 120 bytes, and shows what it is.
"""

import re
import unicodedata
from typing import Final

MAX_BYTES: Final = 120
# Names Windows keeps for devices ("Naming Files, Paths, and Namespaces", Microsoft).
_RESERVED: Final = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)


def safe_name(text: str, suffix: str) -> str:
    """Returns a file name for `text` ending in `suffix` (`.png`)."""
    kept = "".join(
        " " if character in '<>:"/\\|?*' or unicodedata.category(character)[0] in "CZ" else character
        for character in unicodedata.normalize("NFC", text[:1000])
    )
    stem = " ".join(kept.split()).strip(". ")
    room = MAX_BYTES - len(suffix.encode())
    while len(stem.encode()) > room:
        stem = stem[:-1]
    stem = stem.strip(". ") or "panda"
    return f"{'_' if _RESERVED.match(stem) else ''}{stem}{suffix}"
