"""What happens at the same time as a keyring's answer: the work that asked ends, or the program does."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from panda_desktop.domain.secret import ApiKey
from panda_desktop.storage import secrets
from panda_desktop.storage.secrets import Secrets


class Store:
    """A store whose answer comes when the test lets it."""

    def __init__(self) -> None:
        self.may_answer = threading.Event()

    def get_password(self, _service: str, _account: str) -> str:
        self.may_answer.wait(10)
        return "sk-0123456789abcdef"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = Store()
    monkeypatch.setattr(secrets, "_store", lambda: made)
    return made


def test_k03_an_answer_at_the_moment_of_a_cancel_does_not_take_the_cancel_away(store: Store) -> None:
    async def asked() -> None:
        loop = asyncio.get_running_loop()
        reading = asyncio.ensure_future(Secrets().read("https://gateway.example/v1"))
        answered: asyncio.Future[None] = loop.create_future()
        tell = loop.call_soon_threadsafe

        def told_and_cancelled(work: Callable[..., object], *values: Any) -> Any:
            def both() -> None:
                work(*values)
                reading.cancel()
                answered.set_result(None)

            return tell(both)

        loop.call_soon_threadsafe = told_and_cancelled  # type: ignore[assignment,method-assign]
        store.may_answer.set()
        await answered
        with pytest.raises(asyncio.CancelledError):
            await reading

    asyncio.run(asked())


def test_k04_an_answer_after_the_end_of_the_program_breaks_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[object] = []
    monkeypatch.setattr(threading, "excepthook", failures.append)

    async def left() -> None:
        reading = asyncio.ensure_future(Secrets().read("https://gateway.example/v1"))
        await asyncio.sleep(0)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)

    loop = asyncio.new_event_loop()
    loop.run_until_complete(left())
    (asking,) = [thread for thread in threading.enumerate() if thread.name == "keyring"]
    # The loop ends between the thread's look at it and its word.
    monkeypatch.setattr(loop, "is_closed", lambda: False)
    loop.run_until_complete(loop.shutdown_default_executor())
    monkeypatch.setattr(loop, "call_soon_threadsafe", _ended)
    store.may_answer.set()
    asking.join(10)
    monkeypatch.undo()
    loop.close()
    assert failures == []


def _ended(*_values: object) -> None:
    raise RuntimeError("Event loop is closed")


def test_a_key_is_read(store: Store) -> None:
    store.may_answer.set()
    assert asyncio.run(Secrets().read("https://gateway.example/v1")) == ApiKey("sk-0123456789abcdef")
