"""Decides which addresses may become links.

Promise: only https, http and mailto pass (an allow-list), and `#anchor` inside the document.
"""

import re
from typing import Final
from urllib.parse import urlsplit

_SCHEMES: Final = ("https", "http", "mailto")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\\\u2028\u2029]")
_RASTER = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+\Z", re.IGNORECASE)
MAX_ADDRESS: Final = 4096
MAX_DATA_IMAGE: Final = 2 * 1024 * 1024


def allowed(address: str) -> str:
    """Returns the address when it may be opened by a click, else an empty string."""
    if not address or len(address) > MAX_ADDRESS or _FORBIDDEN.search(address):
        return ""
    if address.startswith("#"):
        return address if len(address) > 1 else ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES:
        return ""
    if parts.scheme == "mailto":
        return address if "@" in parts.path else ""
    return address if host else ""


def host_of(address: str) -> str:
    """Returns the host an http(s) address leads to, its scheme for any other, or an empty string."""
    try:
        parts = urlsplit(address if not address.startswith("//") else f"https:{address}")
        return parts.hostname or parts.scheme
    except ValueError:
        return ""


def data_image(address: str) -> bool:
    """True when the address holds a raster image of at most 2 MB itself (nothing is fetched to show it)."""
    return len(address) <= MAX_DATA_IMAGE and _RASTER.match(address) is not None
