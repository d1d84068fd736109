"""The desktop as the window sees it: over a real session bus, and without one."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from panda_desktop.services.desktop.notices import DesktopNotice
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.desktop import DesktopModel
from tests.services.desktop.session import NOTIFICATIONS, PORTAL, Notifications, Portal, Session, can_run

NOTICE = DesktopNotice("job:1", "The video is ready", "", "Open")
needs_bus = pytest.mark.skipif(not can_run(), reason="a session bus is Linux's")


@pytest.fixture
def session(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    running = Session(home)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.address)
    yield running
    running.end()


@asynccontextmanager
async def desktop(*, has_session_bus: bool = True) -> AsyncIterator[DesktopModel]:
    failures: list[object] = []
    tasks = TaskSet(failures.append)
    yield DesktopModel(tasks, has_session_bus=has_session_bus)
    await tasks.close()
    assert failures == []


async def until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not is_so():
            await asyncio.sleep(0.01)


@needs_bus
async def test_what_the_desktop_shows_can_be_opened(session: Session) -> None:
    opened: list[tuple[str, str]] = []
    async with session.service(Notifications, NOTIFICATIONS.bus_name) as service, desktop() as model:
        model.notice_opened.connect(lambda key, token: opened.append((key, token)))
        model.start()
        await until(lambda: model._notices.is_there)
        model.show(NOTICE)
        await until(service.shown)
        await service.click(40, "token-1")
        await until(lambda: opened)
    assert opened == [("job:1", "token-1")]


@needs_bus
async def test_the_shortcut_is_held_while_it_is_wanted_and_can_be_asked_for_again(session: Session) -> None:
    async with session.service(Portal, PORTAL.bus_name) as portal, desktop() as model:
        pressed: list[str] = []
        model.quick_pressed.connect(pressed.append)
        portal.refuses = True
        model.hold_shortcut(True, "Open the quick prompt")
        await until(lambda: model.shortcut_refused)
        portal.refuses = False
        model.hold_shortcut(True, "Open the quick prompt")
        await until(lambda: model.shortcut == "Ctrl+Alt+Space")
        await portal.press()
        await until(lambda: pressed)
        model.hold_shortcut(False, "")
        assert model.shortcut is None and not model.shortcut_refused


@pytest.mark.parametrize("has_session_bus", [True, False])
async def test_u15_without_a_session_bus_it_says_so_at_once(has_session_bus: bool) -> None:
    async with desktop(has_session_bus=has_session_bus) as model:
        not_shown: list[object] = []
        model.not_shown.connect(not_shown.append)
        model.start()
        model.show(NOTICE)
        await until(lambda: not_shown)
        model.hold_shortcut(True, "Open the quick prompt")
        await until(lambda: model.shortcut_refused or not has_session_bus)
        assert not_shown == [NOTICE]
        assert model.shortcut is None
