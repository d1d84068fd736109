"""The end of a run that meets something else: a full disk, a second start, another language."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.app.last_run import RUNNING
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.storage.storage import Storage
from panda_desktop.ui.window import Place
from tests.e2e.program import used
from tests.guards.log import Expect


async def test_d09_a_full_disk_at_the_end_ends_everything_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Expect
) -> None:
    expected_log("the place of the window was not kept: disk_full")
    closed: list[str] = []
    async with used(tmp_path / "data") as program:
        services = program.program.services
        _note(monkeypatch, services.connection, "connection", closed)
        _note(monkeypatch, services.storage, "storage", closed)

        async def full(**_values: object) -> None:
            raise PandaError(ErrorKind.DISK_FULL)

        monkeypatch.setattr(services.settings, "change", full)
    assert closed == ["connection", "storage"]
    assert not (tmp_path / "data" / RUNNING).exists()  # the next start speaks of no crash


def _note(monkeypatch: pytest.MonkeyPatch, part: Any, name: str, closed: list[str]) -> None:
    close = part.close

    async def noted() -> None:
        closed.append(name)
        await close()

    monkeypatch.setattr(type(part), "close", lambda _self: noted())


class First:
    """Holds the folder, as the bare window's does."""

    def __init__(self, told: list[str]) -> None:
        self._told = told

    def stop_listening(self) -> None:
        self._told.append("deaf")

    def release(self) -> None:
        self._told.append("free")


async def test_d10_who_leaves_answers_no_start_and_frees_the_folder_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    async with used(tmp_path / "data") as program:
        monkeypatch.setattr(program.program._shown, "first", First(told))
        _note(monkeypatch, program.program.services.storage, "storage", told)
    assert told == ["deaf", "storage", "free"]


@pytest.mark.parametrize("turns", [0, 2, 25])
async def test_d03_leaving_while_the_window_is_made_in_another_language_loses_nothing(
    tmp_path: Path, turns: int
) -> None:
    async with used(tmp_path / "data") as program:
        program.chat().pane.composer.field.set_text("typed and not sent")
        program.views.settings.change(language="zh_CN")
        for _ in range(turns):  # as far as the new window has come then
            await asyncio.sleep(0)
    assert not (tmp_path / "data" / RUNNING).exists()
    storage = await Storage.open(tmp_path / "data")
    drafts = [each.draft for each in await storage.conversations.list()]
    await storage.close()
    assert drafts == ["typed and not sent"]


async def test_u11_another_language_keeps_the_prompts_that_were_not_sent(tmp_path: Path) -> None:
    async with used(tmp_path / "data") as program:
        for place, prompt in ((Place.IMAGES, "a panda"), (Place.VIDEOS, "a panda rolls")):
            program.page(place).form.prompt.set_text(prompt)
        old = program.window
        program.views.settings.change(language="zh_CN")
        await program.until(lambda: program.program.window is not old and program.program.window.isVisible())
        window: Any = program.program.window
        assert window.page(Place.IMAGES).form.prompt.text() == "a panda"
        assert window.page(Place.VIDEOS).form.prompt.text() == "a panda rolls"
