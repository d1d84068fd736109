"""Every shape a result has been seen in."""

import base64
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
from tests.faults.media import mp4, png

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
        {"video_url": f" {CLIP}\n"},
        {"data": {"task_id": "t", "task_status": "succeed", "task_result": {"videos": [{"url": CLIP}]}}},
        {"status": "Succeed", "results": {"videos": [{"url": CLIP}]}},
        {
            "id": "t",
            "task_status": "SUCCESS",
            "video_result": [{"url": CLIP, "cover_image_url": "https://c/x"}],
        },
        {"id": "t", "state": "success", "creations": [{"url": CLIP, "cover_url": "https://c.example/x.jpg"}]},
        {"id": "t", "state": "completed", "assets": {"video": CLIP}},
        {
            "done": True,
            "response": {"generateVideoResponse": {"generatedSamples": [{"video": {"uri": CLIP}}]}},
        },
        {"code": "success", "data": {"task_id": "t", "status": "SUCCESS", "fail_reason": CLIP}},
        {"id": "t", "status": "TASK_STATUS_SUCCEED", "somewhere": [{"else": CLIP}]},
        {"id": "t", "status": "已完成", "input": {"video": "https://c.example/mine.mp4"}, "film": CLIP},
        said(f"视频地址：{CLIP}。请在24小时内下载，谢谢"),
        said(f"已生成{CLIP}请下载"),
    ],
)
def test_v01_v02_shapes(value: Any) -> None:
    outcome = read_video(raw(value), BASE)
    assert isinstance(outcome, VideoReady)
    assert outcome.candidates[0] == Candidate(CLIP)


SIGNED = f"{CLIP}?poster=a.png&sig=b%2F"


@pytest.mark.parametrize(
    "value",
    [
        {"video_url": SIGNED},
        said(f"<video src='{SIGNED.replace('&', '&amp;')}' controls></video>"),
        said(f"[video]({SIGNED.replace('&', '&amp;')})（24小时有效）"),
        said("```json\n" + json.dumps({"video_url": SIGNED}).replace("&", "\\u0026") + "\n```"),
        said(json.dumps([{"url": SIGNED}]).replace("&", "\\u0026")),
    ],
)
def test_v01_a_signed_address_stays_as_it_was_signed(value: Any) -> None:
    outcome = read_video(raw(value), BASE)
    assert isinstance(outcome, VideoReady)
    assert outcome.candidates[0] == Candidate(SIGNED)


def test_v03_a_job_that_goes_on_may_name_its_own_address() -> None:
    value = {"id": "v1", "status": "queued", "url": f"{BASE}/videos/v1"}
    assert isinstance(read_video(raw(value), BASE), VideoPending)


def test_v05_the_id_of_a_request_beside_an_answer_in_words_is_no_job() -> None:
    value = said("I cannot do that.") | {"request_id": "r-1"}
    assert read_video(raw(value), BASE) == VideoNotFound("I cannot do that.")


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
        ({"request_id": "r", "data": {"task_id": "t-2", "task_status": "submitted"}}, "t-2"),
        ({"id": True, "task_id": "t-3", "status": "queued"}, "t-3"),
        ({"id": "\ud800x", "status": "queued"}, "\ufffdx"),
    ],
)
def test_v03_v04_ids(value: Any, remote_id: str) -> None:
    outcome = read_video(raw(value, 202), BASE)
    assert isinstance(outcome, VideoPending)
    assert outcome.remote_id == remote_id


@pytest.mark.parametrize("word", ["failed", "ERROR", "cancelled", "Expired", "TIMED OUT", "失败"])
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


@pytest.mark.parametrize(
    "value",
    [
        {"data": None, "images": [{"url": "https://cdn.example/1.png"}]},
        {"data": "https://cdn.example/1.png"},
        {"data": [{"image": "https://cdn.example/1.png"}]},
        {"output": {"results": [{"url": "https://cdn.example/1.png"}]}},
        said("Here: ![panda](https://cdn.example/1.png)"),
        said("", images=[{"image_url": {"url": "https://cdn.example/1.png"}}]),
        said(
            [{"type": "text", "text": "x"}, {"type": "image_url", "image_url": "https://cdn.example/1.png"}]
        ),
    ],
)
def test_i01_images_in_other_places(value: Any) -> None:
    assert read_images(raw(value), BASE) == (Candidate("https://cdn.example/1.png"),)


@pytest.mark.parametrize("name", ["url", "b64", "base64", "image_base64"])
def test_i01_bytes_without_a_scheme(name: str) -> None:
    packed = "iVBORw0KGgo" + "A" * 300
    assert read_images(raw({"data": [{name: packed}]}), BASE) == (
        Candidate(f"data:image/png;base64,{packed}"),
    )


def test_v01_i01_an_answer_that_is_the_file_itself() -> None:
    film, picture = mp4(), png()
    as_film = RawAnswer(200, {"content-type": "video/mp4"}, film, datetime.now(UTC))
    outcome = read_video(as_film, BASE)
    assert outcome == VideoReady((Candidate(f"data:video/mp4;base64,{base64.b64encode(film).decode()}"),))
    as_picture = RawAnswer(200, {}, picture, datetime.now(UTC))
    packed = base64.b64encode(picture).decode()
    assert read_images(as_picture, BASE) == (Candidate(f"data:image/png;base64,{packed}"),)
    assert isinstance(read_video(as_picture, BASE), VideoNotFound)
