"""Asking for a film that is refused, sent elsewhere or answered with too much: an end, and a way on."""

from pathlib import Path

import pytest

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.jobs import JobState
from panda_desktop.gateway import exchange
from panda_desktop.services.media import polling
from tests.faults.answers import Serve, answer, json_answer, refusal
from tests.faults.client import KEY
from tests.faults.jobs import CONTENT, POLL, ended, left, quick, saved, the
from tests.faults.server import FaultServer
from tests.faults.test_video_jobs import FILM, film, polled

__all__ = ["quick"]
pytestmark = pytest.mark.usefixtures("quick")


async def test_v15_an_address_that_sends_elsewhere_is_not_asked_for_a_day(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, answer("", 302, headers={"location": f"{server.assets.url}/elsewhere"}))
        async with left(server, tmp_path, polled(server)) as here:
            await here.until(ended(here, JobState.REVIEW))
            assert the(here).error is ErrorKind.REDIRECTED
            assert len(server.ledger.of(POLL)) == polling.LASTING_TIMES
            server.api.on(POLL, json_answer(film(server)))
            await here.jobs.look_again("j")
            await here.until(ended(here, JobState.DONE))
        assert not server.ledger.of("GET /elsewhere")


async def test_v15_a_poll_that_gives_the_film_itself_and_more_than_an_answer_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "MAX_ANSWER", len(FILM) - 1)
    async with FaultServer() as server:
        server.api.usual()
        film(server)
        server.api.on(POLL, Serve(FILM))
        async with left(server, tmp_path, polled(server)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]
        assert len(server.ledger.of(POLL)) == 1


async def test_v15_a_poll_that_is_too_big_and_no_film_is_asked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "MAX_ANSWER", 1000)
    async with FaultServer() as server:
        server.api.usual()
        big = json_answer({"id": "v1", "status": "running", "log": "x" * 2000})
        server.api.on(POLL, big)
        server.api.on(CONTENT, big)
        async with left(server, tmp_path, polled(server)) as here:
            await here.until(ended(here, JobState.REVIEW))
        assert len(server.ledger.of(POLL)) == 1


async def test_v27_a_job_whose_key_was_revoked_goes_on_with_another_when_the_person_looks_again(
    tmp_path: Path,
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, refusal(401))
        async with left(server, tmp_path, polled(server)) as here:
            await here.until(ended(here, JobState.EXPIRED))
            assert the(here).error is ErrorKind.KEY_REFUSED
            old = len(server.ledger.of(POLL))
            server.api.on(POLL, json_answer(film(server)))
            other = type(KEY)("sk-another-0123456789")
            await here.connection.use_key(other)
            await here.account.settled()
            assert (the(here).state, len(server.ledger.of(POLL))) == (JobState.EXPIRED, old)  # not by itself
            await here.jobs.look_again("j")
            await here.until(ended(here, JobState.DONE))
        *before, last = server.ledger.of(POLL)
        assert {each.headers["authorization"] for each in before} == {f"Bearer {KEY.reveal()}"}
        assert last.headers["authorization"] == "Bearer sk-another-0123456789"
        assert not server.ledger.of("POST")
