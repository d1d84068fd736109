"""What is outside the window, with the whole program: the quick prompt, a later start, a quick end."""

import asyncio
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.app.options import Options
from panda_desktop.app.program import Program, run_program
from panda_desktop.app.shown import show_window
from panda_desktop.app.single import claim
from tests.e2e.gateway import demo_server
from tests.e2e.process import Driven, driven, look
from tests.e2e.program import environment, used

LIMIT_S = 2.0


async def test_the_quick_prompt_answers_beside_the_window(tmp_path: Path) -> None:
    with demo_server(speed=50) as gateway:
        async with used(tmp_path, environment(gateway.base_url), quick=True) as program:
            await program.until(lambda: program.program.services.connection.has_access)
            desktop = program.program._desktop
            assert desktop is not None
            quick = desktop.quick()
            before = program.views.chat.conversation
            quick.field.setFocus()
            QTest.keyClicks(quick.field, "How far is the moon?")
            QTest.keyClick(quick.field, Qt.Key.Key_Return)
            rows = quick._quick.rows
            await program.until(lambda: rows.count() == 2 and rows.row(1).message.state.is_final)
            answer = rows.row(1).message.text
            assert answer
            assert program.views.chat.conversation == before
            conversation_id = quick._quick.conversation_id
            quick.open.click()
            await program.until(
                lambda: (now := program.views.chat.conversation) is not None and now.id == conversation_id
            )
            assert program.last().text == answer
            assert len(gateway.posts("auto")) == 1


async def test_d10_a_second_start_asks_for_the_quick_prompt(tmp_path: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    first = claim(tmp_path)
    assert first is not None
    options = Options(data_dir=tmp_path)
    shown = show_window(app, tmp_path, first)
    told: list[tuple[bool, bool]] = []

    async def drive(program: Program) -> int:
        words = [sys.executable, "-m", "panda_desktop", "--data-dir", str(tmp_path), "--quick"]
        process = await asyncio.create_subprocess_exec(
            *words, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_ACTIVATION_TOKEN": ""}
        )
        status = await process.wait()
        assert program._desktop is not None
        quick = program._desktop._quick
        told.append((status == 0, quick is not None and quick.isVisible()))
        return 0

    assert await run_program(app, options, {}, drive, shown) == 0
    assert told == [(True, True)]


def _seconds_to_end(end: Callable[[], int]) -> float:
    """Returns how long it took to end, by a clock that runs slower where others use the processor, too."""
    begun = time.monotonic()
    assert end() == 1
    share = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    return (time.monotonic() - begun) / share


@pytest.mark.parametrize("way", ["interrupt", pytest.param("terminate", marks=pytest.mark.slow)])
def test_u08_the_system_ends_it_at_once_and_the_answer_so_far_is_kept(tmp_path: Path, way: str) -> None:
    with demo_server(speed=1) as gateway:
        with driven(tmp_path, gateway.base_url, "ask", "Explain how a heat pump works, at length") as program:
            shown = program.until(lambda told: len(told["text"]) > 200)["text"]
            assert _seconds_to_end(_way(program, way)) < LIMIT_S
        answer = look(tmp_path, gateway.base_url)["messages"][1]
        assert answer["state"] == "interrupted"
        assert answer["text"].startswith(shown)


def test_u08_v10_a_paid_request_does_not_hold_up_the_end(tmp_path: Path) -> None:
    with (
        demo_server(speed=20) as gateway,
        driven(tmp_path, gateway.base_url, "video", "wan-2.7-video", "A panda in snow") as program,
    ):
        program.until(lambda told: told["state"] == "submitting")
        assert _seconds_to_end(program.terminate) < LIMIT_S


def _way(program: Driven, way: str) -> Callable[[], int]:
    found: Any = getattr(program, way)
    return found  # type: ignore[no-any-return]
