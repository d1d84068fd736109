"""One message, several models, side by side."""

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.domain.queue import Hold
from tests.gateway.scripted import Call, Play, answer, stream
from tests.services.chats import PNG, bodies, chat, delta, finished, growing, quiet, run, saying, shown, texts
from tests.services.world import world

MODELS = ("auto:cost", "auto:quality", "auto:speed")


def by_model(**plays: Play) -> Play:
    """Answers each model in its own way; `_` in a name stands for a colon."""

    async def play(call: Call) -> None:
        for name, each in plays.items():
            if f'"{name.replace("_", ":")}"'.encode() in call.body:
                await each(call)

    return play


def test_answers_stand_side_by_side_and_one_is_used(tmp_path: Path) -> None:
    async def main() -> None:
        plays = by_model(
            auto_cost=saying("cheap"),
            auto_quality=saying("good"),
            auto_speed=answer('{"error": {"message": "down"}}', "503 X"),
        )
        async with chat(tmp_path, plays) as (here, created):
            question, *answers = await here.parts.comparing.compare(created.id, "Hi", MODELS)
            assert [each.model for each in answers] == list(MODELS)
            assert {each.parent_id for each in answers} == {question.id}
            await here.until(finished(here, 3))
            _, *ended = await here.parts.comparing.answers(question.id)
            assert [(each.text, each.state, each.error) for each in ended] == [
                ("cheap", MessageState.DONE, None),
                ("good", MessageState.DONE, None),
                ("", MessageState.FAILED, ErrorKind.UNAVAILABLE),
            ]
            assert sorted(body["model"] for body in bodies(here)) == sorted(MODELS)
            assert all(len(body["messages"]) == 1 for body in bodies(here))
            await here.parts.comparing.use(answers[1].id)
            assert await texts(here, created.id) == ["Hi", "good"]
            await here.chat.send(created.id, "More")
            await here.until(finished(here, 4))
            # Nothing is lost: the others are still there, one step away.
            await here.chat.show_sibling(answers[1].id, -1)
            assert await texts(here, created.id) == ["Hi", "cheap"]

    run(main)


def test_each_is_stopped_on_its_own(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(tmp_path, stream(delta("some"), hold=hold)) as (here, created):
            _, first, second = await here.parts.comparing.compare(created.id, "Hi", ("auto", "auto"))
            await here.until(growing(here, 2))
            here.parts.comparing.stop_answer(first.id)
            await here.until(finished(here))
            assert here.chat.is_answering(created.id)
            with pytest.raises(PandaError) as caught:
                await here.chat.send(created.id, "Next")
            assert caught.value.detail.param == "answering"
            here.chat.stop(created.id)
            await here.until(finished(here, 2))
            assert not here.chat.is_answering(created.id)
            stored = {each.id: each for each in await here.storage.conversations.messages(created.id)}
            for each in (first, second):
                assert (stored[each.id].text, stored[each.id].state) == ("some", MessageState.STOPPED)
            hold.set()

    run(main)


def test_a_message_that_is_there_is_compared_again(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("one")) as (here, created):
            await here.chat.send(created.id, "Hi")
            await here.until(finished(here))
            question, reply = await shown(here, created.id)
            _, *fresh = await here.parts.comparing.compare_again(question.id, MODELS)
            await here.until(finished(here, 4))
            _, *found = await here.parts.comparing.answers(question.id)
            assert [each.id for each in found] == [reply.id, *(each.id for each in fresh)]
            with pytest.raises(PandaError):
                await here.parts.comparing.compare_again(reply.id, MODELS)

    run(main)


@pytest.mark.parametrize("models", [(), ("auto",), ("auto",) * 5, ("auto", " ")])
def test_two_to_four_models(tmp_path: Path, models: tuple[str, ...]) -> None:
    async def main() -> None:
        async with chat(tmp_path) as (here, created):
            with pytest.raises(PandaError) as caught:
                await here.parts.comparing.compare(created.id, "Hi", models)
            assert caught.value.detail.param == "models"
            assert await shown(here, created.id) == []

    run(main)


def test_images_for_a_model_that_cannot_see_are_refused_before_anything_is_sent(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path) as (here, created):
            here.account.models = (ModelInfo("blind", ModelKind.CHAT, sees_images=False),)
            kept = await here.chat.keep_attachment(PNG, "a.png")
            with pytest.raises(PandaError) as caught:
                await here.parts.comparing.compare(created.id, "Hi", ("auto", "blind"), (kept,))
            assert (caught.value.kind, caught.value.detail.param) == (ErrorKind.CANNOT_SEE_IMAGES, "blind")
            assert await shown(here, created.id) == [] and not here.server.calls

    run(main)


def test_a_queue_waits_for_the_choice(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        plays = by_model(
            auto_cost=saying("cheap"), auto_quality=stream(delta("good"), delta("", "stop"), hold=hold)
        )
        async with chat(tmp_path, plays) as (here, created):
            _, cheap, good = await here.parts.comparing.compare(created.id, "Hi", MODELS[:2])
            await here.until(growing(here, 2))
            await here.chat.queue(created.id, "Next")
            hold.set()
            await here.until(finished(here, 2))
            await quiet(here)
            queue = await here.chat.queued(created.id)
            assert (queue.hold, len(here.server.calls)) == (Hold.COMPARED, 2)
            await here.chat.change(created.id, model="auto:cost")
            await here.parts.comparing.use(good.id)
            await here.chat.resume_queue(created.id)
            await here.until(finished(here, 3))
            await quiet(here)
            assert await texts(here, created.id) == ["Hi", "good", "Next", "cheap"]
            assert cheap.id != good.id

    run(main)


KILLED = """
import asyncio, sys
from pathlib import Path
from tests.gateway.scripted import stream
from tests.services.chats import delta, growing
from tests.services.world import world

async def main():
    async with world(Path(sys.argv[1]), stream(delta("so far"), hold=asyncio.Event())) as here:
        created = await here.chat.create("auto")
        await here.parts.comparing.compare(created.id, "Hi", ("auto", "auto:cost", "auto:speed"))
        await here.until(growing(here, 3))
        for message in here.chat._asking.running.live(await here.storage.conversations.messages(created.id)):
            await here.storage.conversations.checkpoint(message)
        print(created.id, flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""


def test_d01_every_answer_survives_a_kill(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    conversation_id = process.stdout.readline().decode().strip()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    async def main() -> None:
        async with world(tmp_path) as here:
            await here.storage.conversations.recover()
            question, *answers = await here.storage.conversations.messages(conversation_id)
            assert question.text == "Hi"
            for each in answers:
                assert (each.text, each.state, each.error) == (
                    "so far",
                    MessageState.INTERRUPTED,
                    ErrorKind.CRASHED,
                )
            assert [each.model for each in answers] == ["auto", "auto:cost", "auto:speed"]

    run(main)


def test_u06_one_that_failed_is_asked_again_while_others_are_coming(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        asked: list[str] = []

        async def fails_once(call: Call) -> None:
            asked.append("cost")
            play = answer('{"error": {"message": "no"}}', "402 X") if len(asked) == 1 else saying("at last")
            await play(call)

        plays = by_model(auto_cost=fails_once, auto_quality=stream(delta("some"), hold=hold))
        async with chat(tmp_path, plays) as (here, created):
            comparing = here.parts.comparing
            question, bad, other = await comparing.compare(created.id, "Hi", MODELS[:2])
            await here.until(lambda: finished(here)() and growing(here, 1)())
            with pytest.raises(PandaError) as refused:
                await comparing.retry(other.id)
            assert refused.value.kind is ErrorKind.INVALID_INPUT
            again = await comparing.retry(bad.id)
            assert (again.model, again.parent_id, again.id != bad.id) == ("auto:cost", question.id, True)
            await here.until(finished(here, 2))
            _, *shown_now = await comparing.answers(question.id)
            assert [(each.model, each.text) for each in shown_now] == [
                ("auto:quality", "some"),
                ("auto:cost", "at last"),
            ]
            assert here.chat.is_answering(created.id)
            hold.set()
            await here.until(finished(here, 3))
            assert len(bodies(here)) == 3

    run(main)
