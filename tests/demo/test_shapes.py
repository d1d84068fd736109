"""The forms of a video's answer are those the gateway client reads."""

import base64
import json
from datetime import UTC, datetime

import pytest

from panda_desktop.demo.catalogue import HELD
from panda_desktop.demo.video_jobs import VideoJob
from panda_desktop.demo.video_shapes import shaped
from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.gateway.results import VideoFailed, VideoPending, VideoReady, read_video

URL, PREVIEW = "http://127.0.0.1:9/files/clip.mp4", "http://127.0.0.1:9/previews/still.png"
BASE = "http://127.0.0.1:8/v1"


def _answer(body: object, status: int = 200) -> RawAnswer:
    return RawAnswer(status, {}, json.dumps(body).encode(), datetime.now(UTC))


@pytest.mark.parametrize("shape", HELD)
def test_a_held_form_leads_to_the_clip(shape: str) -> None:
    clip = base64.b64encode(b"clip").decode()
    message, beside = shaped(shape, URL, PREVIEW, clip)
    body = {"id": "chatcmpl-1", "choices": [{"message": {"role": "assistant", **message}}], **beside}
    outcome = read_video(_answer(body), BASE)
    assert isinstance(outcome, VideoReady)
    assert outcome.candidates[0].url == (f"data:video/mp4;base64,{clip}" if shape == "base64" else URL)


@pytest.mark.parametrize("dialect", ["id", "task", "link"])
def test_a_polled_form_leads_to_the_job_and_then_to_the_clip(dialect: str) -> None:
    job = VideoJob("video_1", "m", "a cat", dialect, f"{BASE}/videos/video_1")
    for status in ("queued", "processing"):
        job.status = status
        pending = read_video(_answer(job.as_json()), BASE)
        assert isinstance(pending, VideoPending)
        assert pending.remote_id == "video_1"
        assert bool(pending.poll_url) == (dialect == "link")
    job.status, job.url = "completed", URL
    ready = read_video(_answer(job.as_json()), BASE)
    assert isinstance(ready, VideoReady)
    assert ready.candidates[0].url == URL
    job.status, job.url, job.error = "failed", None, "It rained."
    failed = read_video(_answer(job.as_json()), BASE)
    assert isinstance(failed, VideoFailed)
    assert failed.reason == "It rained."
