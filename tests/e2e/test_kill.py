"""The program is killed in the middle: nothing that was shown is lost, and nothing paid is sent twice."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.gateway import demo_server
from tests.e2e.process import driven, look


def test_d01_killed_while_an_answer_streams(tmp_path: Path) -> None:
    with demo_server(speed=1) as gateway:
        with driven(tmp_path, gateway.base_url, "ask", "Explain how a heat pump works, at length") as program:
            shown = program.until(lambda told: len(told["text"]) > 400)["text"]
            program.kill()
        seen = look(tmp_path, gateway.base_url)
        question, answer = seen["messages"]
        assert question["text"] == "Explain how a heat pump works, at length"
        assert (answer["state"], answer["error"]) == ("interrupted", "crashed")
        # Saved every quarter of a second, at sixty tokens a second: less than half a second may be missing.
        assert len(answer["text"]) > len(shown) - 250
        assert answer["text"].startswith(shown[:100])
        assert len(gateway.posts()) == 1


@pytest.mark.parametrize(
    ("model", "state", "ends"),
    [("wan-2.7-video", "submitting", "unknown"), ("seedance-2-lite", "polling", "done")],
)
def test_v10_killed_while_a_video_is_made(tmp_path: Path, model: str, state: str, ends: str) -> None:
    with demo_server(speed=8) as gateway:
        with driven(tmp_path, gateway.base_url, "video", model, "A panda in the snow") as program:
            program.until(lambda told: told["state"] == state)
            if state == "submitting":
                _until_sent(gateway.posts)
            program.kill()
        seen = look(tmp_path, gateway.base_url)
        (job,) = seen["jobs"]
        assert job["state"] == ends
        assert bool(job["files"]) is (ends == "done")
        assert len(gateway.posts(model)) == 1


def test_u08_ended_by_the_system_while_an_answer_streams(tmp_path: Path) -> None:
    with demo_server(speed=1) as gateway:
        with driven(tmp_path, gateway.base_url, "ask", "Explain how a heat pump works, at length") as program:
            shown = program.until(lambda told: len(told["text"]) > 200)["text"]
            assert program.terminate() == 1
        answer = look(tmp_path, gateway.base_url)["messages"][1]
        assert answer["state"] == "interrupted"
        assert answer["text"].startswith(shown)


def _until_sent(posts: Callable[[], list[dict[str, Any]]]) -> None:
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        if posts():
            return
    raise AssertionError("the request never arrived")
