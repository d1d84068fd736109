"""The short forms of a long day and of random hands; the long ones are `packaging/dev.py torture`."""

from pathlib import Path

from tests.faults.answers import chat, json_answer, stream
from tests.faults.process import FaultProcess
from tests.torture.worn import worn


def test_u11_a_day_of_work_leaves_nothing_open(tmp_path: Path) -> None:
    with FaultProcess() as server:
        server.on("api", "POST /v1/chat/completions", stream(chat("A panda ", "eats ", "**bamboo**.")))
        server.on("api", "GET /v1/models", json_answer({"data": [{"id": "m"}]}))
        server.on("api", "GET /v1/dashboard/billing", json_answer({"balance": 1, "currency": "usd"}))
        found = worn(tmp_path, "soak", "10", base_url=server.base_url)
    assert found["errors"] == []
    first, last = found["first"], found["last"]
    assert all(last[what] <= first[what] for what in ("sockets", "tasks", "threads"))
    assert last["mib"] - first["mib"] < 50
    assert list(tmp_path.rglob("*.part")) == []


def test_u19_random_events_break_nothing(tmp_path: Path) -> None:
    found = worn(tmp_path, "monkey", "400", "3")
    assert found["errors"] == []
    assert found["events"] == 400
