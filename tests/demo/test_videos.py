"""Videos: held and polled, from words and from a first frame."""

import base64
import re
from pathlib import Path

import httpx
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from panda_desktop.demo.painting.picture import paint_png
from tests.demo.playing import MISSING_LIBRARIES, difference, play
from tests.demo.running import Running

pytestmark = pytest.mark.qt_log_ignore(MISSING_LIBRARIES, extend=True)
HELD, POLLED = "wan-2.7-video", "seedance-2-lite"


def _content(prompt: str, url: str) -> list[dict[str, object]]:
    return [{"type": "text", "text": prompt}, {"type": "image_url", "image_url": {"url": url}}]


def _clip(answer: httpx.Response) -> bytes:
    """Returns the clip a held answer points to."""
    assert answer.status_code == 200
    found = re.search(r"src='([^']+)'", answer.json()["choices"][0]["message"]["content"])
    assert found is not None
    clip = httpx.get(found.group(1))
    assert clip.headers["content-type"] == "video/mp4"
    return clip.content


def test_a_held_answer_brings_a_clip_that_plays_and_moves(
    demo: Running, tmp_path: Path, qtbot: QtBot
) -> None:
    before = demo.balance()
    answer = demo.chat(
        HELD, "A cinematic drone shot of a futuristic city at sunset, neon lights", stream=False
    )
    clip = _clip(answer)
    assert round(before - demo.balance(), 6) == 0.45 == demo.entry(answer)["cost"]
    assert clip[4:8] == b"ftyp"
    assert b"moov" in clip
    played = play(clip, tmp_path, qtbot)
    assert 4_500 <= played.duration <= 5_500
    assert len(played.frames) >= 60
    assert played.frames[0].width() >= 640
    assert difference(played.frames[0], played.frames[-1]) > 2
    steps = [difference(played.frames[0], frame) for frame in played.frames[:: len(played.frames) // 5]]
    assert steps[1] > 0


def test_a_clip_starts_from_the_frame_it_is_given(demo: Running, tmp_path: Path, qtbot: QtBot) -> None:
    url = demo.images(model="seedream-5-lite", prompt="a lighthouse at dusk").json()["data"][0]["url"]
    given = QImage.fromData(httpx.get(url).content)
    played = play(_clip(demo.chat(HELD, _content("the light turns", url))), tmp_path, qtbot)
    first, last = played.frames[0], played.frames[-1]
    assert first.width() == first.height()
    assert difference(given, first) < 4
    assert difference(given, last) > 2 * difference(given, first)
    assert len(played.frames) >= 60


def test_a_polled_video_is_made_from_a_data_address(demo: Running, tmp_path: Path, qtbot: QtBot) -> None:
    png = paint_png("a boat at sea", 480, 270, 1)
    url = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    answer = demo.chat(POLLED, _content("waves", url))
    assert answer.status_code == 202
    job = answer.json()
    assert (job["object"], job["status"]) == ("video", "queued")
    assert demo.entry(answer)["outcome"] == "accepted"
    early = demo.client.get(f"/videos/{job['id']}/content")
    assert early.status_code == 404
    waiting = demo.client.get(f"/videos/{job['id']}")
    assert int(waiting.headers["retry-after"]) >= 1
    done = demo.video(job["id"])
    assert done["status"] == "completed"
    content = demo.client.get(f"/videos/{job['id']}/content")
    assert content.content == httpx.get(done["video_url"]).content
    assert httpx.get(str(content.url)).status_code == 401
    assert difference(QImage.fromData(png), play(content.content, tmp_path, qtbot).frames[0]) < 4


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("https://example.org/cat.png", "cannot be fetched"),
        ("data:text/plain;base64,AAAA", "not a data: URL of an image"),
        ("data:image/png;base64,%%%", "not valid base64"),
        ("data:image/png;base64,AAAA", "not a picture"),
    ],
)
def test_a_first_frame_that_cannot_be_used_is_refused(demo: Running, url: str, sentence: str) -> None:
    before = demo.balance()
    answer = demo.chat(HELD, _content("a cat", url))
    assert answer.status_code == 400
    assert sentence in answer.json()["error"]["message"]
    assert demo.balance() == before


def test_a_video_that_fails_is_not_paid(demo: Running) -> None:
    before = demo.balance()
    answer = demo.chat("error-failed-video", "a cat")
    assert answer.status_code == 202
    job = demo.video(answer.json()["id"])
    assert job["status"] == "failed"
    assert "could not be made" in job["error"]["message"]
    assert demo.balance() == before
    assert demo.entry(answer)["cost"] == 0


def test_a_held_answer_can_be_cut(demo: Running) -> None:
    url = f"data:image/png;base64,{base64.b64encode(paint_png('a cat', 160, 90, 1)).decode()}"
    with pytest.raises(httpx.RemoteProtocolError):
        whole = demo.chat("error-cut-video", _content("a cat", url))
        pytest.fail(f"answered whole: {whole.status_code} {whole.text[:300]}")


def test_an_unknown_video_is_not_found(demo: Running) -> None:
    for path in ("/videos/video_0", "/videos/video_0/content", "/video/generations/video_0"):
        assert demo.client.get(path).status_code == 404


def test_the_other_polled_dialects(demo: Running) -> None:
    task = demo.chat("video-as-task", "snow")
    assert task.status_code == 200
    assert task.json()["output"]["task_status"] == "SUBMITTED"
    link = demo.chat("video-as-link", "snow").json()
    assert link["status"] == "Pending"
    assert link["polling_url"] == f"{demo.base_url}/videos/{link['id']}"
    path = f"/video/generations/{task.json()['request_id']}"
    assert demo.client.get(path).json()["output"]["task_id"] == task.json()["request_id"]
    demo.control("POST", "reset")
    assert demo.client.get(path).status_code == 404
