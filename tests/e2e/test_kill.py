"""The program is killed in the middle: nothing that was shown is lost, and nothing paid is sent twice."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.gateway import demo_server
from tests.e2e.process import driven, look
from tests.services.holders import no_holder_left, one_holder, until_none

__all__ = ["no_holder_left"]
pytestmark = pytest.mark.usefixtures("no_holder_left")

ANY_END = {("queued", 0), ("rejected", 0), ("done", 1)}
"""What a kill of the program may leave: not sent, and it says so; or sent once, and it is here."""


def test_d01_killed_while_an_answer_streams(tmp_path: Path) -> None:
    # Saved every quarter of a second, at sixty tokens a second: less than half a second may be missing. What
    # comes at once after the whole machine stood still is shown before it can be saved, so a second and a
    # third time count.
    for each in ("first", "second", "third"):
        lost = _lost_by_a_kill(tmp_path / each)
        if lost < 250:
            break
    assert lost < 250


def _lost_by_a_kill(folder: Path) -> int:
    """Kills the program in an answer; returns how many letters that were shown are not there afterwards."""
    with demo_server(speed=1) as gateway:
        with driven(folder, gateway.base_url, "ask", "Explain how a heat pump works, at length") as program:
            shown = program.until(lambda told: len(told["text"]) > 400)["text"]
            program.kill()
        seen = look(folder, gateway.base_url)
        question, answer = seen["messages"]
        assert question["text"] == "Explain how a heat pump works, at length"
        assert (answer["state"], answer["error"]) == ("interrupted", "crashed")
        assert answer["text"].startswith(shown[:100])
        assert len(gateway.posts()) == 1
        return len(shown) - len(answer["text"])


@pytest.mark.parametrize("state", ["submitting", pytest.param("polling", marks=pytest.mark.slow)])
def test_v10_killed_while_a_video_is_made(tmp_path: Path, state: str) -> None:
    model = {"submitting": "wan-2.7-video", "polling": "seedance-2-lite"}[state]
    with demo_server(speed=8) as gateway:
        with driven(tmp_path, gateway.base_url, "video", model, "A panda in the snow") as program:
            program.until(lambda told: told["state"] == state)
            if state == "submitting":
                _until_sent(gateway.posts)
                holder = one_holder(tmp_path)
            program.kill()
            if state == "submitting":
                assert holder.is_running()
        seen = look(tmp_path, gateway.base_url)
        (job,) = seen["jobs"]
        assert job["state"] == "done"
        assert job["files"]
        assert len(gateway.posts(model)) == 1


@pytest.mark.parametrize("killed", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_u08_v10_the_answer_comes_while_no_program_runs(tmp_path: Path, killed: bool) -> None:
    with demo_server(speed=20) as gateway:
        with driven(tmp_path, gateway.base_url, "video", "wan-2.7-video", "A panda in snow") as program:
            program.until(lambda told: told["state"] == "submitting")
            _until_sent(gateway.posts)
            if killed:
                program.kill()
            else:
                assert program.terminate() == 1
            assert one_holder(tmp_path).is_running()
        until_none(tmp_path, 60)  # the demo gateway makes a real film
        assert list(tmp_path.glob("held/*/answer"))
        (job,) = look(tmp_path, gateway.base_url)["jobs"]
        assert job["state"] == "done" and job["files"]
        assert [post["outcome"] for post in gateway.posts("wan-2.7-video")] == ["answered"]
        assert not list(tmp_path.glob("held/*"))


def test_v10_the_program_and_what_holds_the_request_are_killed(tmp_path: Path) -> None:
    with demo_server(speed=1) as gateway:
        with driven(tmp_path, gateway.base_url, "video", "wan-2.7-video", "A panda in snow") as program:
            program.until(lambda told: told["state"] == "submitting")
            _until_sent(gateway.posts)
            holder = one_holder(tmp_path)
            program.kill()
            holder.kill()
        until_none(tmp_path)
        (job,) = look(tmp_path, gateway.base_url)["jobs"]
        assert (job["state"], job["files"]) == ("unknown", [])
        assert len(gateway.posts("wan-2.7-video")) == 1


@pytest.mark.parametrize(
    "file", ["wanted", *(pytest.param(each, marks=pytest.mark.slow) for each in ("lock", "begun", "answer"))]
)
def test_v10_killed_at_every_step_of_a_paid_request(tmp_path: Path, file: str) -> None:
    with demo_server(speed=50) as gateway:
        with driven(tmp_path, gateway.base_url, "video", "wan-2.7-video", "A panda in snow") as program:
            ends = time.monotonic() + 20
            while not list(tmp_path.glob(f"held/*/{file}")):
                assert time.monotonic() < ends, "it never came so far"
                time.sleep(0.001)
            program.kill()
        (job,) = look(tmp_path, gateway.base_url)["jobs"]
        posts = gateway.posts("wan-2.7-video")
        assert (job["state"], len(posts)) in ANY_END
        # From here on a process of its own has the request, or the answer is on the disk.
        assert job["state"] == "done" or file in ("wanted", "lock")


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
