"""Messages that wait, through the whole program: in order after the answer, and still there after a kill."""

from pathlib import Path

from panda_desktop.domain.chat import Role
from panda_desktop.domain.queue import Hold
from tests.e2e.gateway import demo_server
from tests.e2e.process import driven
from tests.e2e.program import Used, environment, used


def asked(program: Used) -> list[str]:
    """Returns what the person has said, in order."""
    return [message.text for message in program.views.chat.rows.messages() if message.role is Role.USER]


async def test_two_messages_wait_for_a_slow_answer_and_go_in_order(tmp_path: Path) -> None:
    with demo_server(speed=10) as gateway:
        async with used(tmp_path, environment(gateway.base_url)) as program:
            chat, queue = program.views.chat, program.views.chat_parts.queue
            chat.choose_model("kimi-k3-longform")
            await program.ask("Explain how a heat pump works, at length")
            await program.until(lambda: chat.rows.count() == 2 and len(program.last().text) > 20)
            for count, text in enumerate(("Say it in one word", "And in another"), start=1):
                composer = program.chat().pane.composer
                composer.field.set_text(text)
                composer.queue.click()
                composer.queue.click()

                def is_queued(count: int = count) -> bool:
                    return len(queue.items) == count and not chat.is_sending

                await program.until(is_queued)
                assert composer.text() == ""
            assert chat.is_answering and len(gateway.posts()) == 1
            chat.choose_model("auto")
            await program.until(lambda: chat.rows.count() == 6 and program.last().state.is_final, 60)
            assert asked(program) == [
                "Explain how a heat pump works, at length",
                "Say it in one word",
                "And in another",
            ]
            assert queue.items == ()
            await program.until(lambda: not chat.is_answering)
        assert (len(gateway.posts("kimi-k3-longform")), len(gateway.posts("auto"))) == (1, 2)


async def test_d01_what_waits_is_there_after_a_kill_and_goes_on_when_wanted(tmp_path: Path) -> None:
    with demo_server(speed=1) as gateway:
        texts = ("Explain how a heat pump works, at length", "Second", "Third")
        with driven(tmp_path, gateway.base_url, "queue", *texts) as killed:
            killed.until(lambda told: told.get("waiting") == 2)
            killed.kill()
    with demo_server(speed=50) as gateway:
        async with used(tmp_path, environment(gateway.base_url)) as program:
            page, queue = program.chat(), program.views.chat_parts.queue
            await program.until(lambda: len(queue.items) == 2)
            assert [item.text for item in queue.items] == ["Second", "Third"]
            assert queue.hold is Hold.LEFT and gateway.posts() == []
            strip = page._queued.queueing.strip
            assert strip is not None and strip.hold.isVisible()
            strip.hold.go_on.click()
            await program.until(lambda: not queue.items and program.last().state.is_final)
            await program.until(lambda: not program.views.chat.is_answering)
            assert asked(program) == list(texts)
