"""What a window hears and asks for ends with the window, and nothing else does."""

import asyncio
from collections.abc import Callable

from panda_desktop.domain.changes import BackupsChanged
from panda_desktop.domain.errors import PandaError
from panda_desktop.services.bus import Bus
from panda_desktop.services.tasks import TaskSet


def test_the_listeners_of_a_branch_end_together_and_no_others() -> None:
    bus = Bus()
    heard: list[str] = []

    def noting(name: str) -> Callable[[BackupsChanged], None]:
        return lambda _change: heard.append(name)

    branch = bus.branch()
    bus.subscribe(BackupsChanged, lambda _change: heard.append("bus"))
    for name in ("one", "two"):
        branch.subscribe(BackupsChanged, noting(name))
    branch.publish(BackupsChanged(()))
    assert heard == ["bus", "one", "two"]
    branch.end()
    bus.publish(BackupsChanged(()))
    assert heard == ["bus", "one", "two", "bus"]


async def test_the_tasks_of_a_branch_are_waited_for_and_closed_with_the_rest() -> None:
    failures: list[PandaError] = []
    tasks, gate, done = TaskSet(failures.append), asyncio.Event(), []
    branch = tasks.branch()

    async def first() -> None:
        await gate.wait()
        branch.spawn(second(), name="second")  # what ends may begin something else

    async def second() -> None:
        await asyncio.sleep(0)
        done.append("second")

    tasks.spawn(asyncio.Event().wait(), name="of somebody else")
    branch.spawn(first(), name="first")
    ended = asyncio.ensure_future(branch.ended())
    await asyncio.sleep(0.01)
    assert not ended.done()
    gate.set()
    await ended
    assert done == ["second"]
    late = branch.spawn(asyncio.Event().wait(), name="late")
    await tasks.close()
    assert late.cancelled() and not failures
