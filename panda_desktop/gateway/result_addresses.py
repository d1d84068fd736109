"""Where in an answer addresses of results stand: in fields made for them, in words, or anywhere.

Promise: pure; the most certain addresses come first, and text that cannot be read holds none.
"""

import contextlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import urljoin

from panda_desktop.gateway.chat_events import text_of, whole

Found = tuple[int, str]
"""Rank and address: 0 in a field for it, 1 in a video tag, 2 a video by its name, 3 any other in words."""
SURE: Final = 2
_VIDEO_FIELDS: Final = (
    "video_url",
    "result_url",
    "url",
    "urls",
    "unsigned_urls",
    "videos",
    "video",
    "video_result",
    "output_url",
    "download_url",
)
_INNER: Final = (
    *("output", "outputs", "metadata", "data", "result", "results", "content", "assets", "creations"),
    *("file", "response", "task_result", "generateVideoResponse", "generatedSamples"),
)
_ASKED: Final = frozenset({"input", "request", "prompt", "messages", "parameters"})
"""What repeats the request: an address in it is no result."""
_TAG: Final = re.compile(r"<(?:video|source)\b[^>]*?\bsrc\s*=\s*(?:'([^']+)'|\"([^\"]+)\"|([^\s>]+))", re.I)
_LINK: Final = re.compile(
    # Chinese punctuation ends an address that stands in a Chinese sentence.
    r"https?://[^\s<>\"'`\])、。，；：！？（）【】《》「」『』“”‘’…]+"
    r"|data:(?:video|image)/[\w.+-]+;base64,[A-Za-z0-9+/=]+",
    re.I,
)
_FILM: Final = re.compile(r"[^?#]*\.(mp4|webm|mov|m4v)([?#]|$)", re.I)
_WORDS_AFTER_FILM: Final = re.compile(r"([^?#]*?\.(?:mp4|webm|mov|m4v))[^\x00-\x7f]", re.I)
_PICTURE: Final = re.compile(r"[^?#]*\.(png|jpe?g|gif|webp|svg)([?#]|$)", re.I)
_FENCE: Final = re.compile(r"^```\w*\s*|\s*```$")
_DEEPEST: Final = 8


def message_of(value: dict[str, Any]) -> dict[str, Any]:
    """Returns the message of a chat completion; empty when there is none."""
    choices = value.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    return message if isinstance(message, dict) else {}


def said_in(value: dict[str, Any]) -> str:
    """Returns the words of a chat completion."""
    return text_of(message_of(value).get("content"))


def absolute(url: str, base_url: str) -> str:
    """Returns an address as it can be fetched."""
    url = whole(url.strip())
    if _is_data(url):
        return url
    try:
        return urljoin(f"{base_url}/", url)
    except ValueError:  # is refused where it is to be fetched
        return url


def ranked(found: Iterable[Found], base_url: str) -> tuple[str, ...]:
    """Returns each address once, the most certain first."""
    ordered = sorted(found, key=lambda each: each[0])
    return tuple(dict.fromkeys(absolute(url, base_url) for _, url in ordered))


def is_film(url: str) -> bool:
    """Tells whether an address names a video file."""
    return not _is_data(url) and _FILM.match(url) is not None


def _is_picture(url: str) -> bool:
    return url[:11].lower() == "data:image/" if _is_data(url) else _PICTURE.match(url) is not None


def _is_data(url: str) -> bool:
    """Tells whether an address is the file itself, which is too long to be searched for names."""
    return url[:5].lower() == "data:"


def in_fields(value: Any, depth: int = 0) -> Iterator[Found]:
    """Yields the addresses in fields made for them."""
    if depth > 5 or not isinstance(value, dict):
        return
    for name in _VIDEO_FIELDS:
        for url in urls_in(value.get(name)):
            if not _is_picture(url):
                yield 0, url
    if isinstance(data := value.get("b64_json"), str) and data:
        yield 0, data if data.startswith("data:") else f"data:video/mp4;base64,{data}"
    for name in _INNER:
        inner = value.get(name)
        for each in inner if isinstance(inner, list) else (inner,):
            if isinstance(each, str) and name == "output":
                yield from ((0, url) for url in urls_in(each))
            yield from in_fields(each, depth + 1)
    yield from in_fields(message_of(value), depth + 1)


def films_in(value: Any, depth: int = 0) -> Iterator[Found]:
    """Yields every address of a video file, in whatever field it stands."""
    if isinstance(value, str):
        yield from ((2, url) for url in urls_in(value) if is_film(url))
    elif isinstance(value, list) and depth < _DEEPEST:
        for each in value:
            yield from films_in(each, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        for name, each in value.items():
            if name not in _ASKED:
                yield from films_in(each, depth + 1)


def urls_in(value: Any) -> Iterator[str]:
    """Yields the address that a value is, or holds."""
    if isinstance(value, str):
        url = value.strip()
        if url[:11].lower().startswith(("http://", "https://", "/", "data:video/")):
            yield url
    elif isinstance(value, dict):
        for name in ("url", "uri", "download_url"):
            yield from urls_in(value.get(name))
    elif isinstance(value, list):
        for each in value:
            yield from urls_in(each)


def in_text(text: str) -> Iterator[Found]:
    """Yields the addresses in words, also in JSON that they are."""
    stripped = _FENCE.sub("", text.strip())
    if stripped.startswith(("{", "[")):
        with contextlib.suppress(ValueError, RecursionError):
            inner = json.loads(stripped)
            for each in inner if isinstance(inner, list) else (inner,):
                yield from in_fields(each)
                yield from films_in(each)
    # As HTML and JSON write what stands in them: a signed address is only good as it was signed.
    text = text.replace("&amp;", "&").replace("\\u0026", "&")
    for found in _TAG.finditer(text):
        yield 1, found[1] or found[2] or found[3]
    links = [_without_words(link.rstrip(".,;:!?")) for link in _LINK.findall(text)]
    for link in links:
        if is_film(link) or link.startswith("data:video/"):
            yield 2, link
    for link in reversed(links):
        if not _is_picture(link):
            yield 3, link


def _without_words(link: str) -> str:
    found = None if _is_data(link) else _WORDS_AFTER_FILM.match(link)
    return found[1] if found is not None else link
