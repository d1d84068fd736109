"""The rest of an answer that was cut."""

import asyncio
from pathlib import Path

import pytest

from panda_desktop.domain.changes import MessageGrew
from panda_desktop.domain.chat import Message, MessageState, Usage
from panda_desktop.domain.errors import ErrorKind, PandaError
from tests.gateway.scripted import answer, stream
from tests.services.chats import DONE, bodies, chat, delta, finished, run, saying, shown, usage
from tests.services.world import World


def texts_told(here: World) -> list[str]:
    return [change.message.text for change in here.bus.heard if isinstance(change, MessageGrew)]


@pytest.mark.parametrize("limit", ["length", ""])
def test_s27_what_the_model_repeats_is_not_shown_twice(tmp_path: Path, limit: str) -> None:
    async def main() -> None:
        told = "The bear walked through the bamboo"
        ends = (delta("", limit), DONE) if limit else ()
        rest = [delta(piece) for piece in ("through", " the bam", "boo and", " slept.")]
        async with chat(tmp_path, stream(delta(told), *ends), stream(*rest, delta("", "stop"), DONE)) as (
            here,
            created,
        ):
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            assert reply.state is (MessageState.DONE if limit else MessageState.INTERRUPTED)
            here.bus.heard.clear()
            await here.chat.continue_answer(reply.id)
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            assert reply.text == "The bear walked through the bamboo and slept."
            assert (reply.state, reply.error, reply.finish_reason) == (MessageState.DONE, None, "stop")
            assert all("bamboo" not in text[len(told) :] for text in texts_told(here))
            assert bodies(here)[1]["messages"][1] == {"role": "assistant", "content": told}

    run(main)


def test_what_is_held_back_is_not_lost_when_it_is_cut_again(tmp_path: Path) -> None:
    async def main() -> None:
        # "bam" may be the beginning of a repetition when the connection breaks.
        async with chat(tmp_path, stream(delta("the bamboo")), stream(delta("the bam"))) as (here, created):
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            await here.chat.continue_answer(reply.id)
            await here.until(finished(here, 2))
            _, reply = await shown(here, created.id)
            assert (reply.text, reply.state) == ("the bamboothe bam", MessageState.INTERRUPTED)

    run(main)


def test_a_refused_continuation_keeps_text_tokens_and_cost(tmp_path: Path) -> None:
    async def main() -> None:
        cut = stream(delta("Once", "length"), usage(10, 2), DONE)
        refused = answer('{"error":{"message":"empty","code":"insufficient_funds"}}', "402 X")
        async with chat(tmp_path, cut, refused) as (here, created):
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            await here.chat.continue_answer(reply.id)
            await here.until(finished(here, 2))
            _, after = await shown(here, created.id)
            assert (after.text, after.state, after.error) == (
                "Once",
                MessageState.INTERRUPTED,
                ErrorKind.NO_CREDIT,
            )
            assert after.usage == reply.usage == Usage(10, 2, 12)

    run(main)


def test_tokens_of_a_part_that_were_not_counted_leave_the_sum_unknown(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(
            tmp_path, stream(delta("Once")), stream(delta(" more", "stop"), usage(9, 9), DONE)
        ) as (
            here,
            created,
        ):
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            await here.chat.continue_answer(reply.id)
            await here.until(finished(here, 2))
            _, reply = await shown(here, created.id)
            assert (reply.text, reply.usage) == ("Once more", None)

    run(main)


def test_stopping_before_anything_was_sent_changes_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        cut = stream(delta("Once", "length"), usage(10, 2), DONE)
        async with chat(tmp_path, cut) as (here, created):
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            await here.chat.continue_answer(reply.id)
            here.chat.stop(created.id)
            await here.until(finished(here, 2))
            _, after = await shown(here, created.id)
            assert (after.text, after.usage, after.receipt) == ("Once", reply.usage, reply.receipt)
            assert after.state is MessageState.STOPPED and len(here.server.calls) == 1

    run(main)


def test_only_answers_are_continued(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("ok")) as (here, created):
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            question, _ = await shown(here, created.id)
            with pytest.raises(PandaError) as caught:
                await here.chat.continue_answer(question.id)
            assert caught.value.detail.param == "message"

    run(main)


def test_thinking_of_the_rest_begins_on_its_own_line(tmp_path: Path) -> None:
    async def main() -> None:
        def thought(text: str) -> bytes:
            return b'data: {"choices": [{"delta": {"reasoning_content": "%s"}}]}\n\n' % text.encode()

        first = stream(thought("Hm"), thought("."), delta("Once", "length"), DONE)
        second = stream(thought("Ah"), thought("!"), delta(" more", "stop"), DONE)
        async with chat(tmp_path, first, second) as (here, created):
            await here.chat.send(created.id, "Tell")
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            await here.chat.continue_answer(reply.id)
            await here.until(finished(here, 2))
            _, after = await shown(here, created.id)
            assert (after.reasoning, after.text) == ("Hm.\n\nAh!", "Once more")
            assert after.reasoning_s is not None and reply.reasoning_s is not None
            assert after.reasoning_s >= reply.reasoning_s

    run(main)


def test_s42_a_second_stop_does_not_cut_the_last_write(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with chat(tmp_path, stream(delta("some"), hold=hold)) as (here, created):
            await here.chat.send(created.id, "Tell")
            await here.until(lambda: "some" in texts_told(here))
            writing, go_on = asyncio.Event(), asyncio.Event()
            store = here.storage.conversations
            checkpoint = store.checkpoint

            async def slow(message: Message) -> None:
                writing.set()
                await go_on.wait()
                await checkpoint(message)

            store.checkpoint = slow  # type: ignore[method-assign]
            here.chat.stop(created.id)
            await writing.wait()
            here.chat.stop(created.id)
            go_on.set()
            await here.until(finished(here))
            stored = await store.messages(created.id)
            assert (stored[1].text, stored[1].state) == ("some", MessageState.STOPPED)
            hold.set()

    run(main)
