"""Chats and jobs used in any order: hypothesis looks for an order after which something does not hold.

Promise: after every step each chat is one tree whose end is reached, nothing that was written is lost, every
job has only made moves it may make, and no job was paid twice.
"""

import asyncio
import base64
import itertools
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from panda_desktop.domain.chat import Message, Role
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.jobs import MOVES, ImageRequest, Job, JobKind, JobState
from tests.faults.answers import chat, delta, json_answer, refusal, stream
from tests.faults.client import CHAT, IMAGES, services
from tests.faults.ledger import Request
from tests.faults.media import png
from tests.faults.server import FaultServer
from tests.faults.steps import Pause, Reset, Stall, Timeline
from tests.services.chats import quiet
from tests.services.world import World
from tests.torture.score import Score, none_of

PICTURE = {"data": [{"b64_json": base64.b64encode(png()).decode()}]}
ANSWERS = {
    "whole": stream(chat("It is ", "a panda.")),
    "cut": stream(delta("It is"), Reset()),
    "refused": refusal(400),
    "slow": stream(delta("It is"), Stall()),
    "nothing": (Pause(0.01), Reset()),
}
PICTURES = {
    "whole": json_answer(PICTURE),
    "refused": refusal(400),
    "nothing": (Pause(0.01), Reset()),
    "strange": json_answer({"data": []}),
}
LIMIT_S = 20.0
PICK = st.integers(0, 1_000)


class Use(RuleBasedStateMachine):
    """One program over one data folder, ended and started again as a step like the others."""

    steps: ClassVar[int] = 0
    _here: World

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._folder = tempfile.TemporaryDirectory()
        self._written: dict[str, set[str]] = {}
        self._gone: set[str] = set()
        self._count = 0
        self._server = FaultServer()
        self._outer, self._inner = AsyncExitStack(), AsyncExitStack()
        self._do(self._outer.enter_async_context(self._server))
        self._server.api.usual()
        self._start()

    def _start(self) -> None:
        opening = services(self._server, Path(self._folder.name))
        self._here, made = self._do(self._inner.enter_async_context(opening))
        self._written[made.id] = set()

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(asyncio.wait_for(work, LIMIT_S))

    def _try(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Does what may be refused; waits until nothing goes on any more."""
        Use.steps += 1

        async def done() -> Any:
            found = None
            with suppress(PandaError):
                found = await work
            await quiet(self._here)
            return found

        return self._do(done())

    @property
    def here(self) -> World:
        return self._here

    def _chat(self, pick: int) -> str:
        return sorted(self._written)[pick % len(self._written)]

    def _messages(self, chat_id: str) -> list[Message]:
        return list(self._do(self.here.storage.conversations.messages(chat_id)))

    def _message(self, pick: int, role: Role | None = None) -> Message | None:
        found = [each for each in self._messages(self._chat(pick)) if role in (None, each.role)]
        return found[pick % len(found)] if found else None

    def _jobs(self) -> list[Job]:
        return sorted(self.here.jobs.jobs(JobKind.IMAGE), key=lambda each: each.seq)

    # Chats

    @rule()
    def begins_a_chat(self) -> None:
        self._written[self._do(self.here.chat.create("auto")).id] = set()

    @rule(pick=PICK, ends=st.sampled_from(sorted(ANSWERS)))
    def sends(self, pick: int, ends: str) -> None:
        chat_id = self._chat(pick)
        self._server.api.on(CHAT, ANSWERS[ends])
        self._count += 1
        text = f"Question {self._count}"
        self._try(self._sent(chat_id, text, stops=ends == "slow"))
        self._written[chat_id].add(text)

    async def _sent(self, chat_id: str, text: str, *, stops: bool) -> None:
        await self.here.chat.send(chat_id, text)
        while stops and not self.here.chat.is_answering(chat_id):
            await asyncio.sleep(0.005)
        if stops:
            self.here.chat.stop(chat_id)

    @rule(pick=PICK)
    def edits(self, pick: int) -> None:
        if asked := self._message(pick, Role.USER):
            self._server.api.on(CHAT, ANSWERS["whole"])
            self._count += 1
            self._try(self.here.chat.edit(asked.id, f"Question {self._count}"))
            self._written[asked.conversation_id].add(f"Question {self._count}")

    @rule(pick=PICK, ends=st.sampled_from(("whole", "cut", "refused")))
    def regenerates(self, pick: int, ends: str) -> None:
        if answer := self._message(pick, Role.ASSISTANT):
            self._server.api.on(CHAT, ANSWERS[ends])
            self._try(self.here.chat.regenerate(answer.id))

    @rule(pick=PICK)
    def goes_on_with_an_answer(self, pick: int) -> None:
        if answer := self._message(pick, Role.ASSISTANT):
            self._server.api.on(CHAT, ANSWERS["whole"])
            self._try(self.here.chat.continue_answer(answer.id))

    @rule(pick=PICK, step=st.sampled_from((-1, 1)))
    def looks_at_another_branch(self, pick: int, step: int) -> None:
        if message := self._message(pick):
            self._try(self.here.chat.show_sibling(message.id, step))

    @rule(pick=PICK)
    def forks(self, pick: int) -> None:
        if (message := self._message(pick)) and (made := self._try(self.here.chat.fork(message.id))):
            copied = self._messages(made.id)
            self._written[made.id] = {each.text for each in copied if each.role is Role.USER}

    @rule(pick=PICK, back=st.booleans())
    def deletes_a_message(self, pick: int, back: bool) -> None:
        if message := self._message(pick):
            before = self._texts(message.conversation_id)
            ids = self._try(self.here.chat.delete_message(message.id)) or ()
            if back:
                self._try(self.here.chat.restore_messages(ids))
                assert self._texts(message.conversation_id) == before
            self._written[message.conversation_id] &= self._texts(message.conversation_id)

    @rule(pick=PICK)
    def trashes_and_restores(self, pick: int) -> None:
        chat_id = self._chat(pick)
        self._try(self.here.chat.trash(chat_id))
        self._try(self.here.chat.restore(chat_id))

    def _texts(self, chat_id: str) -> set[str]:
        return {each.text for each in self._messages(chat_id) if each.role is Role.USER}

    # Jobs

    @rule(ends=st.sampled_from(sorted(PICTURES)))
    def pays_for_an_image(self, ends: str) -> None:
        self._count += 1
        reply: Timeline = PICTURES[ends]
        self._server.api.on(IMAGES, reply)
        self._try(self.here.jobs.make_images(ImageRequest("kolors", f"Image {self._count}")))

    @rule(pick=PICK, what=st.sampled_from(("look_again", "abandon", "start", "remove")))
    def does_something_about_a_job(self, pick: int, what: str) -> None:
        if jobs := self._jobs():
            command: Callable[[str], Coroutine[Any, Any, Any]] = getattr(self.here.jobs, what)
            self._try(command(jobs[pick % len(jobs)].id))

    @rule()
    def ends_and_starts_again(self) -> None:
        self._do(self._inner.aclose())
        self._inner = AsyncExitStack()
        self._start()

    # What holds

    @invariant()
    def every_chat_is_one_tree(self) -> None:
        for chat_id in self._written:
            messages = {each.id: each for each in self._messages(chat_id)}
            conversation = self._do(self.here.storage.conversations.get(chat_id))
            assert conversation is not None
            assert (conversation.leaf_id is None) == (not messages)
            assert conversation.leaf_id is None or conversation.leaf_id in messages
            for each in messages.values():
                seen: set[str] = set()
                at: str | None = each.id
                while at is not None:
                    assert at in messages, "a parent that is not there"
                    assert at not in seen, "a circle"
                    seen.add(at)
                    at = messages[at].parent_id

    @invariant()
    def nothing_written_is_lost(self) -> None:
        for chat_id, texts in self._written.items():
            assert texts <= self._texts(chat_id)

    @invariant()
    def jobs_moved_as_they_may_and_were_paid_once(self) -> None:
        paid = Counter(_prompt(each) for each in self._server.ledger.of(IMAGES))
        for job in self._jobs():
            moves = [move.state for move in self._do(self.here.storage.jobs.moves(job.id))]
            assert all(new in MOVES[old] for old, new in itertools.pairwise(moves)), moves
            assert job.state is not JobState.SUBMITTING
            assert paid[job.request.prompt] <= 1
        assert not paid or max(paid.values()) == 1

    def teardown(self) -> None:
        self._do(self._inner.aclose())
        self._do(self._outer.aclose())
        self._loop.close()
        self._folder.cleanup()


def _prompt(request: Request) -> str:
    return str(request.json["prompt"])


def scores(short: bool) -> Iterator[Score]:
    """Yields whether an order was found after which something does not hold."""
    examples, steps = (8, 25) if short else (200, 40)
    Use.steps = failures = 0
    try:
        run_state_machine_as_test(
            Use,
            settings=settings(
                max_examples=examples,
                stateful_step_count=steps,
                deadline=None,
                database=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
    except (AssertionError, TimeoutError, PandaError) as error:
        failures = 1
        print(f"  {type(error).__name__}: {error} {getattr(error, '__notes__', [])}")
    yield none_of("any order of chats and jobs: broken promises", failures, Use.steps)
