"""Notifications and the global shortcut over a real session bus, with a desktop made by the test."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.services.desktop.notices import DesktopNotice, DesktopNotices
from panda_desktop.services.desktop.shortcut import PREFERRED, GlobalShortcut
from tests.services.desktop.session import (
    NOTIFICATIONS,
    PORTAL,
    Notifications,
    Portal,
    Session,
    can_run,
)

if not can_run():
    pytest.skip("a session bus is Linux's", allow_module_level=True)


@pytest.fixture
def session(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    running = Session(home)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.address)
    yield running
    running.end()


@asynccontextmanager
async def running(work: Any) -> AsyncIterator["asyncio.Task[Any]"]:
    task = asyncio.ensure_future(work)
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not is_so():
            await asyncio.sleep(0.01)


def notice(key: str = "job:1", body: str = "A panda <b>in</b> snow & rain") -> DesktopNotice:
    return DesktopNotice(key, "The video is ready", body, "Open")


async def test_a_notification_that_is_clicked_is_told_by_its_key(session: Session) -> None:
    opened: list[tuple[str, str]] = []
    notices = DesktopNotices(lambda key, token: opened.append((key, token)))
    async with session.service(Notifications, NOTIFICATIONS.bus_name) as desktop, running(notices.run()):
        await until(lambda: notices.is_there)
        assert await notices.show(notice())
        assert await notices.show(notice("answer:c:m"))
        await desktop.click(41, "token-1")
        await until(lambda: opened)
        await desktop.click(99)  # another program's
        await desktop.click(40)
        await until(lambda: len(opened) == 2)
    assert opened == [("answer:c:m", "token-1"), ("job:1", "")]


async def test_m07_what_a_prompt_says_is_no_markup(session: Session) -> None:
    notices = DesktopNotices(lambda _key, _token: None)
    async with session.service(Notifications, NOTIFICATIONS.bus_name) as desktop, running(notices.run()):
        await until(lambda: notices.is_there)
        await notices.show(notice())
        assert desktop.shown()[0][4] == "A panda &lt;b&gt;in&lt;/b&gt; snow &amp; rain"


async def test_a_later_notification_of_the_same_thing_replaces_the_first(session: Session) -> None:
    notices = DesktopNotices(lambda _key, _token: None)
    async with session.service(Notifications, NOTIFICATIONS.bus_name) as desktop, running(notices.run()):
        await until(lambda: notices.is_there)
        await notices.show(notice())
        await notices.show(notice())
        assert [body[1] for body in desktop.shown()] == [0, 40]


async def test_u15_a_desktop_without_notifications_is_no_failure(session: Session) -> None:
    notices = DesktopNotices(lambda _key, _token: None)
    await notices.run()
    assert not notices.is_there
    assert not await notices.show(notice())


async def test_u15_without_a_session_bus_nothing_waits() -> None:
    notices = DesktopNotices(lambda _key, _token: None)
    bound: list[str | None] = []
    async with asyncio.timeout(2):
        await notices.run()
        await GlobalShortcut(lambda _token: None, bound.append).run("Open the quick prompt")
    assert bound == [None]


async def test_u15_a_bus_that_goes_away_ends_it(session: Session) -> None:
    notices = DesktopNotices(lambda _key, _token: None)
    async with session.service(Notifications, NOTIFICATIONS.bus_name), running(notices.run()):
        await until(lambda: notices.is_there)
        session.end()
        assert not await notices.show(notice())


async def test_the_portal_gives_a_shortcut_and_tells_that_it_was_pressed(session: Session) -> None:
    pressed: list[str] = []
    bound: list[str | None] = []
    shortcut = GlobalShortcut(pressed.append, bound.append)
    async with (
        session.service(Portal, PORTAL.bus_name) as portal,
        running(shortcut.run("Open the quick prompt")),
    ):
        await until(lambda: bound)
        assert bound == ["Ctrl+Alt+Space"]
        ((_, wanted),) = [call for call in portal.calls if call[0] == "BindShortcuts"]
        assert wanted[0] == portal.session
        assert wanted[1][0][1]["preferred_trigger"] == ("s", PREFERRED)
        await portal.press(portal.session + "other")
        await portal.press()
        await until(lambda: pressed)
    assert pressed == ["token-7"]


async def test_a_shortcut_that_is_refused_is_told(session: Session) -> None:
    bound: list[str | None] = []
    async with session.service(Portal, PORTAL.bus_name) as portal:
        portal.refuses = True
        async with asyncio.timeout(10):
            await GlobalShortcut(lambda _token: None, bound.append).run("Open the quick prompt")
    assert bound == [None]
