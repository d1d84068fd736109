"""Finds images and videos in an answer, in every shape that gateways of this family have been seen to use.

Promise: pure; an answer that cannot be read is "not found", never an exception.
"""

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urljoin

from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.gateway.chat_events import text_of
from panda_desktop.gateway.failures import retry_after

SUCCEEDED: Final = frozenset(
    {"succeeded", "success", "completed", "complete", "done", "finished", "ready", "ok"}
)
FAILED: Final = frozenset({"failed", "failure", "error", "cancelled", "canceled", "expired", "rejected"})
_VIDEO_FIELDS: Final = (
    "video_url",
    "result_url",
    "url",
    "urls",
    "unsigned_urls",
    "videos",
    "video",
    "output_url",
)
_INNER: Final = ("output", "metadata", "data", "result", "results", "content")
_TAG: Final = re.compile(r"<(?:video|source)\b[^>]*?\bsrc\s*=\s*(?:'([^']+)'|\"([^\"]+)\"|([^\s>]+))", re.I)
_LINK: Final = re.compile(
    r"https?://[^\s<>\"'`\])]+|data:(?:video|image)/[\w.+-]+;base64,[A-Za-z0-9+/=]+", re.I
)
_FILE: Final = re.compile(r"\.(mp4|webm|mov|m4v)(\?|#|$)", re.I)
_PICTURE: Final = re.compile(r"\.(png|jpe?g|gif|webp|svg)(\?|#|$)|^data:image/", re.I)
_ID_IN_TEXT: Final = re.compile(r"\b(?:task|request|job|video)[ _-]?id\b\W{0,4}([\w.-]{6,100})", re.I)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a result may be: an https, loopback or data address."""

    url: str
    revised_prompt: str = ""


@dataclass(frozen=True, slots=True)
class VideoReady:
    """The video is there; best address first."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class VideoPending:
    """The gateway still works on it."""

    remote_id: str
    poll_url: str
    status_word: str
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class VideoFailed:
    """The gateway says that it failed."""

    reason: str
    status_word: str


@dataclass(frozen=True, slots=True)
class VideoNotFound:
    """An answer without a video; `text` is what it says."""

    text: str


VideoOutcome = VideoReady | VideoPending | VideoFailed | VideoNotFound


def content_url(base_url: str, remote_id: str) -> str:
    """Returns the address of a finished video's bytes at the gateway itself."""
    return f"{base_url}/videos/{quote(remote_id, safe='')}/content"


def read_images(answer: RawAnswer, base_url: str) -> tuple[Candidate, ...]:
    """Returns the images of an answer in order, each once."""
    value = _value(answer)
    entries = value.get("data", value.get("images")) if isinstance(value, dict) else value
    if isinstance(entries, dict):
        entries = entries.get("data", entries.get("images", [entries]))
    found: dict[str, Candidate] = {}
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, str):
            entry = {"url": entry}
        if not isinstance(entry, dict):
            continue
        url = _image_url(entry)
        if url:
            revised = entry.get("revised_prompt")
            prompt = revised[:20000] if isinstance(revised, str) else ""
            found.setdefault(url, Candidate(_absolute(url, base_url), prompt))
    return tuple(found.values())


def _image_url(entry: dict[str, Any]) -> str:
    data = entry.get("b64_json")
    if isinstance(data, str) and data.strip():  # is here already, and cannot expire
        return data if data.startswith("data:") else f"data:image/png;base64,{data}"
    url = entry.get("url") or entry.get("image_url")
    if isinstance(url, dict):
        url = url.get("url")
    return url.strip() if isinstance(url, str) else ""


def read_video(answer: RawAnswer, base_url: str) -> VideoOutcome:
    """Tells what an answer to a video request, or to a poll, means."""
    value = _value(answer)
    if not isinstance(value, dict):
        text = answer.body.decode("utf-8", "replace")
        found = _ranked(_in_text(text), base_url)
        return VideoReady(found) if found else VideoNotFound(text[:2000])
    said = _said(value)
    word = _word(value)
    if word.lower() in FAILED or (not word and isinstance(value.get("error"), dict | str) and value["error"]):
        return VideoFailed(_reason(value), word)
    ranked = [*_in_fields(value), *_in_text(said)]
    pending = bool(word) and word.lower() not in SUCCEEDED
    remote_id, poll_url = _id_of(value, said, answer.status, pending), _poll_url(value)
    sure = _ranked([(rank, url) for rank, url in ranked if rank <= 2], base_url)
    if pending and (remote_id or poll_url) and not sure:
        return VideoPending(remote_id, poll_url, word, retry_after(answer.headers))
    if found := sure or _ranked(ranked, base_url):
        return VideoReady(found)
    if (remote_id or poll_url) and not word:
        return VideoPending(remote_id, poll_url, word, retry_after(answer.headers))
    return VideoNotFound(said[:2000])


def status_of(answer: RawAnswer) -> tuple[str, bool]:
    """Returns an answer's status word, and whether it says that there is nothing more to wait for."""
    value = _value(answer)
    if not isinstance(value, dict):
        return "", False
    word = _word(value)
    return word, word.lower() in SUCCEEDED | FAILED or bool(not word and value.get("choices"))


def _value(answer: RawAnswer) -> Any:
    try:
        return json.loads(answer.body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None


def _absolute(url: str, base_url: str) -> str:
    if url.startswith("data:"):
        return url
    try:
        return urljoin(f"{base_url}/", url)
    except ValueError:  # is refused where it is to be fetched
        return url


def _message(value: dict[str, Any]) -> dict[str, Any]:
    choices = value.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    return message if isinstance(message, dict) else {}


def _said(value: dict[str, Any]) -> str:
    return text_of(_message(value).get("content"))


def _word(value: dict[str, Any]) -> str:
    for place in (value, value.get("data"), value.get("output"), value.get("result")):
        if isinstance(place, dict):
            for name in ("status", "task_status", "state"):
                if isinstance(word := place.get(name), str) and word:
                    return word[:100]
    return ""


def _reason(value: dict[str, Any]) -> str:
    for place in (value.get("error"), value, value.get("data"), value.get("output")):
        if isinstance(place, str):
            return place[:2000]
        if isinstance(place, dict):
            for name in ("message", "reason", "fail_reason", "failure_reason", "error"):
                if isinstance(said := place.get(name), str) and said:
                    return said[:2000]
    return ""


def _id_of(value: dict[str, Any], said: str, status: int, pending: bool) -> str:
    places = [place for place in (value, value.get("data"), value.get("output")) if isinstance(place, dict)]
    for place in places:
        for name in ("task_id", "request_id", "video_id", "generation_id"):
            if isinstance(found := place.get(name), str | int) and found:
                return str(found)[:300]
    if value.get("choices") and (in_text := _ID_IN_TEXT.search(said)):
        return in_text[1]
    if (
        pending
        or status == 202
        or str(value.get("object", "")).startswith("video")
        or not (value.get("choices") or isinstance(value.get("data"), list))
    ):
        for place in places:
            if isinstance(found := place.get("id"), str | int) and found:
                return str(found)[:300]
    return ""


def _poll_url(value: dict[str, Any]) -> str:
    for name in ("polling_url", "status_url", "poll_url"):
        if isinstance(found := value.get(name), str) and found:
            return found[:4000]
    return ""


def _in_fields(value: Any, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yields addresses in fields made for them, rank 0."""
    if depth > 5 or not isinstance(value, dict):
        return
    for name in _VIDEO_FIELDS:
        for url in _urls(value.get(name)):
            if not _PICTURE.search(url):
                yield 0, url
    if isinstance(data := value.get("b64_json"), str) and data:
        yield 0, data if data.startswith("data:") else f"data:video/mp4;base64,{data}"
    for name in _INNER:
        inner = value.get(name)
        if isinstance(inner, str) and name == "output":
            yield from ((0, url) for url in _urls(inner))
        for each in inner if isinstance(inner, list) else (inner,):
            if isinstance(each, str) and name == "output":
                yield from ((0, url) for url in _urls(each))
            yield from _in_fields(each, depth + 1)
    yield from _in_fields(_message(value), depth + 1)


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.startswith(("http://", "https://", "/", "data:video/")):
            yield value
    elif isinstance(value, dict):
        yield from _urls(value.get("url"))
    elif isinstance(value, list):
        for each in value:
            yield from _urls(each)


def _in_text(text: str) -> Iterator[tuple[int, str]]:
    """Yields addresses in words: rank 0 of embedded JSON, 1 in a video tag, 2 a video file, 3 any other."""
    stripped = text.strip()
    if stripped.startswith("{"):
        with contextlib.suppress(ValueError, RecursionError):
            yield from _in_fields(json.loads(stripped))
    for found in _TAG.finditer(text):
        yield 1, found[1] or found[2] or found[3]
    links = [link.rstrip(".,;:!?") for link in _LINK.findall(text)]
    for link in links:
        if _FILE.search(link) or link.startswith("data:video/"):
            yield 2, link
    for link in reversed(links):
        if not _PICTURE.search(link):
            yield 3, link


def _ranked(found: Iterator[tuple[int, str]] | list[tuple[int, str]], base_url: str) -> tuple[Candidate, ...]:
    ordered = sorted(found, key=lambda each: each[0])
    return tuple(Candidate(url) for url in dict.fromkeys(_absolute(url, base_url) for _, url in ordered))
