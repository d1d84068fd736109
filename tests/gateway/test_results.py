"""Every shape a result has been seen in."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.gateway.results import (
    Candidate,
    VideoFailed,
    VideoNotFound,
    VideoPending,
    VideoReady,
    read_images,
    read_video,
)

BASE = "https://api.example/v1"
CLIP = "https://cdn.example/clip.mp4"


def raw(value: Any, status: int = 200) -> RawAnswer:
    return RawAnswer(status, {}, json.dumps(value).encode(), datetime.now(UTC))


def said(content: Any, **more: Any) -> dict[str, Any]:
    return {"id": "chatcmpl-1", "choices": [{"message": {"role": "assistant", "content": content, **more}}]}


@pytest.mark.parametrize(
    "value",
    [
        said(CLIP),
        said(f"Here it is: [video]({CLIP})."),
        said(f"```html\n<video src='{CLIP}' controls></video>\n```"),
        said(f'<video controls><source src="{CLIP}" type="video/mp4"></video>'),
        said([{"type": "video_url", "video_url": {"url": CLIP}}]),
        said("", videos=[{"url": CLIP}]),
        said(json.dumps({"video_url": CLIP})),
        said(f"10% https://cdn.example/p.gif 50% https://cdn.example/p2.png done {CLIP}"),
        {"video_url": CLIP},
        {"url": CLIP},
        {"output": CLIP},
        {"output": [CLIP]},
        {"output": {"video_url": CLIP}},
        {"status": "SUCCEEDED", "id": "t", "result_url": CLIP},
        {"metadata": {"url": CLIP}},
        {"urls": [CLIP]},
        {"unsigned_urls": [CLIP]},
        {"data": [{"url": CLIP}]},
    ],
)
def test_v01_v02_shapes(value: Any) -> None:
    outcome = read_video(raw(value), BASE)
    assert isinstance(outcome, VideoReady)
    assert outcome.candidates[0] == Candidate(CLIP)


def test_v01_bytes_inside() -> None:
    outcome = read_video(raw({"data": [{"b64_json": "AAAA"}]}), BASE)
    assert outcome == VideoReady((Candidate("data:video/mp4;base64,AAAA"),))


@pytest.mark.parametrize(
    ("value", "remote_id"),
    [
        ({"id": "video-1", "status": "queued"}, "video-1"),
        ({"task_id": "t-1"}, "t-1"),
        ({"request_id": 77, "state": "PENDING"}, "77"),
        ({"id": "v", "object": "video", "status": "a new word"}, "v"),
        (said("Submitted. Task ID: task_abc123"), "task_abc123"),
    ],
)
def test_v03_v04_ids(value: Any, remote_id: str) -> None:
    outcome = read_video(raw(value, 202), BASE)
    assert isinstance(outcome, VideoPending)
    assert outcome.remote_id == remote_id


@pytest.mark.parametrize("word", ["failed", "ERROR", "cancelled", "Expired"])
def test_v04_v17_failed(word: str) -> None:
    outcome = read_video(raw({"id": "v", "status": word, "error": {"message": "no"}}), BASE)
    assert outcome == VideoFailed("no", word)


def test_v05_an_answer_without_a_video() -> None:
    assert read_video(raw(said("I cannot do that.")), BASE) == VideoNotFound("I cannot do that.")


@pytest.mark.parametrize("body", [b"null", b"[" * 200000, b"\xff\xfe", b"5", b'"x"', b"{}"])
def test_anything_else_is_not_found(body: bytes) -> None:
    answer = RawAnswer(200, {}, body, datetime.now(UTC))
    assert isinstance(read_video(answer, BASE), VideoNotFound)
    assert read_images(answer, BASE) == ()


def test_i01_i02_images() -> None:
    value = {
        "data": [
            {"url": "https://cdn.example/1.png", "revised_prompt": "better"},
            {"b64_json": "AAAA"},
            {"url": "data:image/png;base64,BBBB"},
            {"url": "/relative.png"},
            {"url": "https://cdn.example/1.png"},
            {},
            None,
        ]
    }
    assert read_images(raw(value), BASE) == (
        Candidate("https://cdn.example/1.png", "better"),
        Candidate("data:image/png;base64,AAAA"),
        Candidate("data:image/png;base64,BBBB"),
        Candidate("https://api.example/relative.png"),
    )
