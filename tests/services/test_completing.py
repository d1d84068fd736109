"""The completion pad on the legacy endpoint."""

import asyncio
import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from panda_desktop.domain.changes import PadChanged, ReplyFinished
from panda_desktop.domain.chat import MessageState, Parameters, Usage
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.pad import Pad
from tests.gateway.scripted import answer, stream
from tests.services.chats import DONE, balances, bodies, quiet, run, usage
from tests.services.world import ENVIRONMENT, World, world


def piece(text: str, reason: str = "") -> bytes:
    choice = {"text": text} | ({"finish_reason": reason} if reason else {})
    return f"data: {json.dumps({'model': 'served', 'choices': [choice]})}\n\n".encode()


def at_rest(here: World) -> Callable[[], bool]:
    def reached() -> bool:
        told = [change.pad for change in here.bus.heard if isinstance(change, PadChanged)]
        return bool(told) and not told[-1].is_writing and told[-1].receipt is not None

    return reached


def test_a_prompt_is_written_on(tmp_path: Path) -> None:
    async def main() -> None:
        plays = stream(piece("a time"), piece(" there", "stop"), usage(3, 2), DONE)
        async with world(tmp_path, plays, stream(piece(" was", "length"), DONE)) as here:
            pads = here.parts.completing
            here.server.routes["/dashboard/billing"] = balances("10", "9", "8.5")
            await here.account.settled()
            await pads.change_pad(text="Once upon ", model="auto:cost", parameters=Parameters(max_tokens=20))
            await pads.complete()
            assert pads.pad.is_writing
            await here.until(at_rest(here))
            await quiet(here)
            pad = pads.pad
            assert (pad.text, pad.prompt, pad.continuation) == (
                "Once upon a time there",
                "Once upon ",
                "a time there",
            )
            assert (pad.state, pad.finish_reason, pad.served_model) == (MessageState.DONE, "stop", "served")
            assert pad.usage == Usage(3, 2, 5)
            assert pad.receipt is not None and pad.receipt.cost == Decimal(1)
            (body,) = bodies(here)
            assert here.server.calls[0].path.endswith("/completions") and "chat" not in body
            assert (body["prompt"], body["model"], body["max_tokens"]) == ("Once upon ", "auto:cost", 20)
            assert body["stream_options"] == {"include_usage": True}
            # Writing on begins with all that is there.
            here.bus.heard.clear()
            await pads.complete()
            await here.until(at_rest(here))
            assert bodies(here)[1]["prompt"] == "Once upon a time there"
            assert (pads.pad.continuation, pads.pad.finish_reason) == (" was", "length")
            await pads.take_back()
            assert pads.pad.text == "Once upon a time there"
            assert not any(isinstance(change, ReplyFinished) for change in here.bus.heard)
            await quiet(here)
        async with world(tmp_path) as here:
            pad = await here.parts.completing.load()
            assert (pad.text, pad.model) == ("Once upon a time there", "auto:cost")
            assert pad.parameters == Parameters(max_tokens=20)

    run(main)


def test_s42_stop_keeps_what_came(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with world(tmp_path, stream(piece("more"), hold=hold)) as here:
            pads = here.parts.completing
            await pads.change_pad(text="Some ")
            await pads.complete()
            await here.until(lambda: pads.pad.continuation == "more")
            for work in (pads.complete(), pads.take_back(), pads.change_pad(text="x")):
                with pytest.raises(PandaError) as caught:
                    await work
                assert caught.value.detail.param == "answering"
            pads.stop_completion()
            await here.until(at_rest(here))
            assert (pads.pad.text, pads.pad.state) == ("Some more", MessageState.STOPPED)
            stored = await here.storage.pad.load()
            assert (stored.text, stored.state) == ("Some more", MessageState.STOPPED)
            pads.stop_completion()
            hold.set()

    run(main)


def test_a_failure_is_told_and_the_text_stays(tmp_path: Path) -> None:
    async def main() -> None:
        refusal = answer('{"error":{"message":"empty","code":"insufficient_funds"}}', "402 X")
        async with world(tmp_path, refusal, stream(piece("cut"))) as here:
            pads = here.parts.completing
            await pads.change_pad(text="Some ")
            for text, state, error in (
                ("Some ", MessageState.FAILED, ErrorKind.NO_CREDIT),
                ("Some cut", MessageState.INTERRUPTED, ErrorKind.TRUNCATED),
            ):
                here.bus.heard.clear()
                await pads.complete()
                await here.until(at_rest(here))
                assert (pads.pad.text, pads.pad.state, pads.pad.error) == (text, state, error)
            await pads.change_pad(text="Mine")
            assert (pads.pad.error, pads.pad.continuation) == (None, "")

    run(main)


def test_nothing_is_sent_of_what_cannot_be(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(
            tmp_path, environment=ENVIRONMENT | {"PANDA_BASE_URL": "https://x.example/v1"}
        ) as here:
            pads = here.parts.completing
            with pytest.raises(PandaError) as caught:
                await pads.complete()
            assert caught.value.kind is ErrorKind.EMPTY_PROMPT
            with pytest.raises(PandaError) as caught:
                await pads.change_pad(model=" ")
            assert caught.value.detail.param == "model"
            with pytest.raises(PandaError) as caught:
                await pads.change_pad(parameters=Parameters(top_p=2))
            assert caught.value.detail.param == "top_p"
            await here.connection.remove_key()
            await pads.change_pad(text="Some")
            with pytest.raises(PandaError) as caught:
                await pads.complete()
            assert caught.value.kind is ErrorKind.NO_KEY
            assert pads.pad == Pad("Some", 4)

    run(main)


def test_what_is_stored_badly_gives_an_empty_pad(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            for text in ("", "[]", "{", '{"text": 5}', "null"):

                def write(connection: sqlite3.Connection, text: str = text) -> None:
                    connection.execute(
                        "INSERT OR REPLACE INTO settings (name, value) VALUES ('pad', ?)", (text,)
                    )

                await here.storage._database.run(write)
                assert await here.storage.pad.load() == Pad()

    run(main)


KILLED = """
import asyncio, sys
from pathlib import Path
from tests.gateway.scripted import stream
from tests.services.test_completing import piece
from tests.services.world import world

async def main():
    async with world(Path(sys.argv[1]), stream(piece("more"), hold=asyncio.Event())) as here:
        pads = here.parts.completing
        await pads.change_pad(text="Some ")
        kept = here.storage.pad.save
        async def told(pad):
            await kept(pad)
            if pad.text == "Some more":
                print("stored", flush=True)
        here.storage.pad.save = told
        await pads.complete()
        await asyncio.sleep(60)

asyncio.run(main())
"""


def test_d01_the_text_survives_a_kill(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"stored\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    async def main() -> None:
        async with world(tmp_path) as here:
            pad = await here.parts.completing.load()
            assert (pad.text, pad.continuation, pad.state, pad.error) == (
                "Some more",
                "more",
                MessageState.INTERRUPTED,
                ErrorKind.CRASHED,
            )
            assert not here.server.calls

    run(main)
