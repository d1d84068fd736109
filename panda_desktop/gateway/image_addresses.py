"""Where in an answer images stand: the list of the API reference, or one of the other shapes in use.

Promise: pure; images come in order, each once, and an answer that cannot be read holds none.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from panda_desktop.gateway.chat_events import whole
from panda_desktop.gateway.result_addresses import absolute, message_of, said_in

_PACKED: Final = ("b64_json", "b64", "base64", "image_base64")
_PLAIN: Final = ("url", "image_url", "image", "uri")
_BARE: Final = re.compile(r"(iVBORw0KGgo|/9j/|UklGR|R0lGOD)[A-Za-z0-9+/_=\s-]{200,}")
"""The beginning of a PNG, JPEG, WebP or GIF in base64."""
_SHOWN: Final = re.compile(r"!\[[^\]]*\]\(\s*<?(https?://[^\s)>]+|data:image/[^\s)>]+)", re.IGNORECASE)


def images_in(value: Any, base_url: str) -> Iterator[tuple[str, str]]:
    """Yields address and revised prompt of each image."""
    seen: set[str] = set()
    for entry in _entries(value):
        url = _address(entry)
        if url and url not in seen:
            seen.add(url)
            revised = entry.get("revised_prompt") if isinstance(entry, dict) else None
            yield absolute(url, base_url), whole(revised[:20000]) if isinstance(revised, str) else ""


def _entries(value: Any) -> list[Any]:
    if not isinstance(value, dict):
        return value if isinstance(value, list) else []
    places = [value, value.get("data"), value.get("output"), value.get("result")]
    for place in places:
        if not isinstance(place, dict):
            continue
        for name in ("data", "images", "results"):
            entries = place.get(name)
            entries = [entries] if isinstance(entries, str) else entries
            if isinstance(entries, list) and any(map(_address, entries)):
                return entries
    data = value.get("data")
    if isinstance(data, dict) and _address(data):
        return [data]
    message = message_of(value)
    for name in ("images", "content"):
        if isinstance(parts := message.get(name), list) and any(map(_address, parts)):
            return parts
    return _SHOWN.findall(said_in(value).replace("&amp;", "&"))


def _address(entry: Any) -> str:
    if isinstance(entry, str):
        entry = {"url": entry}
    if not isinstance(entry, dict):
        return ""
    for name in _PACKED:
        data = entry.get(name)
        if isinstance(data, str) and data.strip():  # is here already, and cannot expire
            return data.strip() if data.lstrip()[:5].lower() == "data:" else f"data:image/png;base64,{data}"
    for name in _PLAIN:
        url = entry.get(name)
        url = url.get("url") if isinstance(url, dict) else url
        if isinstance(url, str) and url.strip():
            return f"data:image/png;base64,{url}" if _BARE.match(url) else url.strip()
    return ""
