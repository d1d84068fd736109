"""Finds images and videos in an answer, in every shape that gateways of this family have been seen to use.

Promise: pure; an answer that cannot be read is "not found", never an exception.
"""

import base64
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.gateway.assets import media_type
from panda_desktop.gateway.chat_events import whole
from panda_desktop.gateway.failures import retry_after
from panda_desktop.gateway.image_addresses import images_in
from panda_desktop.gateway.result_addresses import (
    SURE,
    films_in,
    in_fields,
    in_text,
    is_film,
    ranked,
    said_in,
)

SUCCEEDED: Final = frozenset(
    {
        "succeeded",
        "succeed",
        "success",
        "successful",
        "completed",
        "complete",
        "done",
        "finished",
        "ready",
        "ok",
    }
    | {"成功", "已成功", "生成成功", "完成", "已完成", "生成完成"}
)
FAILED: Final = frozenset(
    {"failed", "fail", "failure", "error", "cancelled", "canceled", "expired", "rejected"}
    | {"timeout", "timed_out", "aborted", "失败", "已失败", "生成失败", "错误", "已取消", "已过期", "超时"}
)
_WAITING: Final = frozenset(
    {"queued", "queueing", "in_queue", "pending", "submitted", "created", "waiting", "starting", "not_start"}
    | {"processing", "running", "in_progress", "generating", "排队中", "等待中", "处理中", "生成中", "进行中"}
)
_PREFIXES: Final = re.compile(r"^(task_)?status_")
_OWN_IDS: Final = ("task_id", "video_id", "generation_id")
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
    """An answer without a video; `text` is what it says, `remote_id` the job it is of, if any."""

    text: str
    remote_id: str = ""


VideoOutcome = VideoReady | VideoPending | VideoFailed | VideoNotFound


def content_url(base_url: str, remote_id: str) -> str:
    """Returns the address of a finished video's bytes at the gateway itself."""
    return f"{base_url}/videos/{quote(remote_id, safe='')}/content"


def read_images(answer: RawAnswer, base_url: str) -> tuple[Candidate, ...]:
    """Returns the images of an answer in order, each once."""
    if itself := _itself(answer, "image/"):
        return (itself,)
    return tuple(Candidate(url, prompt) for url, prompt in images_in(_value(answer), base_url))


def read_video(answer: RawAnswer, base_url: str) -> VideoOutcome:
    """Tells what an answer to a video request, or to a poll, means."""
    value = _value(answer)
    if not isinstance(value, dict):
        if itself := _itself(answer, "video/"):
            return VideoReady((itself,))
        text = answer.body.decode("utf-8", "replace")
        found = _candidates(in_text(text), base_url)
        return VideoReady(found) if found else VideoNotFound(text[:2000])
    said = whole(said_in(value))
    word = _word(value)
    if _meaning(word) in FAILED or (
        not word and isinstance(value.get("error"), dict | str) and value["error"]
    ):
        return VideoFailed(_reason(value), word)
    everywhere = [*in_fields(value), *films_in(value), *in_text(said)]
    pending = bool(word) and _meaning(word) not in SUCCEEDED
    remote_id, poll_url = _id_of(value, said, answer.status, pending), _poll_url(value)
    sure = [(rank, url) for rank, url in everywhere if rank <= SURE]
    if _meaning(word) in _WAITING:
        # The address of a job that goes on may be its own, the one to ask at.
        sure = [(rank, url) for rank, url in sure if is_film(url)]
    if pending and (remote_id or poll_url) and not sure:
        return VideoPending(remote_id, poll_url, word, retry_after(answer.headers))
    if found := _candidates(sure or everywhere, base_url):
        return VideoReady(found)
    if (remote_id or poll_url) and not word:
        return VideoPending(remote_id, poll_url, word, retry_after(answer.headers))
    return VideoNotFound(said[:2000], remote_id)


def status_of(answer: RawAnswer) -> tuple[str, bool]:
    """Returns an answer's status word, and whether it says that there is nothing more to wait for."""
    value = _value(answer)
    if not isinstance(value, dict):
        return "", False
    word = _word(value)
    return word, _meaning(word) in SUCCEEDED | FAILED or bool(not word and value.get("choices"))


def _itself(answer: RawAnswer, kind: str) -> Candidate | None:
    """Returns an answer that is the file and says nothing of it."""
    mime, _ = media_type(answer.body[:64])
    if not mime.startswith(kind):
        return None
    return Candidate(f"data:{mime};base64,{base64.b64encode(answer.body).decode()}")


def _value(answer: RawAnswer) -> Any:
    try:
        return json.loads(answer.body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None


def _candidates(found: Iterable[tuple[int, str]], base_url: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(url) for url in ranked(found, base_url))


def _meaning(word: str) -> str:
    """Returns a status word as it stands in the lists."""
    return _PREFIXES.sub("", word.strip().lower().replace(" ", "_"))


def _word(value: dict[str, Any]) -> str:
    for place in (value, value.get("data"), value.get("output"), value.get("result")):
        if isinstance(place, dict):
            for name in ("status", "task_status", "state"):
                if isinstance(word := place.get(name), str) and word:
                    return whole(word[:100])
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
    if found := _first(places, *_OWN_IDS):
        return found
    if value.get("choices") and (named := _ID_IN_TEXT.search(said)):
        return named[1]
    # Beside an answer in words it names the request, not a job that goes on.
    if (found := _first(places, "request_id")) and (pending or not said):
        return found
    if (
        pending
        or status == 202
        or str(value.get("object", "")).startswith("video")
        or not (value.get("choices") or isinstance(value.get("data"), list))
    ):
        return _first(places, "id")
    return ""


def _first(places: list[dict[str, Any]], *names: str) -> str:
    for place in places:
        for name in names:
            found = place.get(name)
            if isinstance(found, str | int) and not isinstance(found, bool) and found:
                return whole(str(found)[:300])
    return ""


def _poll_url(value: dict[str, Any]) -> str:
    for name in ("polling_url", "status_url", "poll_url"):
        if isinstance(found := value.get(name), str) and found:
            return whole(found[:4000])
    return ""
