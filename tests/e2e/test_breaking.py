"""U09, U16, D04, D05, D06: whatever breaks becomes one notice, and the program goes on."""

import asyncio
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.app.options import Options
from panda_desktop.app.program import run_program
from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.wiring.blocked import BlockedWindow
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used, environment, used, words_of
from tests.guards.log import Expect
from tests.storage.damaged import fill, leaves_of

BUG = "Something went wrong inside this program."


def bugs(program: Used) -> int:
    return words_of(program.window.notices.notices()).count(BUG)


def in_slot(_program: Used) -> None:
    def slot() -> None:
        raise ValueError("in a slot")

    QTimer.singleShot(0, slot)


def in_task(program: Used) -> None:
    async def work() -> None:
        raise ValueError("in a task")

    program.program.services.tasks.spawn(work(), name="a task")


def in_loop(_program: Used) -> None:
    def call() -> None:
        raise ValueError("in the loop")

    asyncio.get_running_loop().call_soon(call)


def in_thread(_program: Used) -> None:
    def work() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


class Broken(QWidget):
    """A widget that cannot be painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        raise ValueError("in painting")


def in_painting(program: Used) -> None:
    broken = Broken(program.window)
    broken.resize(20, 20)
    broken.show()
    QTimer.singleShot(50, broken.hide)


@pytest.mark.parametrize("breaking", [in_slot, in_task, in_loop, in_thread, in_painting])
async def test_u09_a_bug_is_one_notice_and_the_program_lives(
    tmp_path: Path, gateway: DemoServer, expected_log: Expect, breaking: Any
) -> None:
    expected_log("ERROR|CRITICAL")
    async with used(tmp_path, environment(gateway.base_url)) as program:
        breaking(program)
        await program.until(lambda: bugs(program) == 1)
        await program.ask("Tell me about rivers")
        assert (await program.answered()).state is MessageState.DONE
        assert bugs(program) == 1
    log = (tmp_path / "panda.log").read_text(encoding="utf-8")
    assert "ValueError (what it says is left out)" in log and "test_breaking.py" in log
    assert not (tmp_path / "panda.running").exists()


async def test_u09_ten_thousand_bugs_are_one_notice(
    tmp_path: Path, gateway: DemoServer, expected_log: Expect
) -> None:
    expected_log("CRITICAL")
    async with used(tmp_path, environment(gateway.base_url)) as program:

        def call() -> None:
            raise ValueError("again")

        for _ in range(2000):
            asyncio.get_running_loop().call_soon(call)
        await program.until(lambda: bugs(program) == 1)
        await asyncio.sleep(0)
        assert bugs(program) == 1
    assert (tmp_path / "panda.log").stat().st_size < 50_000


async def test_u16_a_crash_before_is_told_with_a_report(tmp_path: Path, gateway: DemoServer) -> None:
    (tmp_path / "panda.running").write_text("0.0 2026-11-28T00:00:00Z\n", encoding="utf-8")
    key = environment(gateway.base_url)["PANDA_API_KEY"]
    (tmp_path / "panda.log").write_text(f"2026 ERROR x: {key}\n", encoding="utf-8")
    async with used(tmp_path, environment(gateway.base_url)) as program:
        (notice,) = [each for each in program.window.notices.notices() if each.key == "crashed"]
        assert "did not end well" in notice.text
        notice.actions[0].run()
        from panda_desktop.ui.crash_report import CrashReport

        (report,) = program.window.findChildren(CrashReport)
        text = report.area.toPlainText()
        assert "The end of the log" in text and key not in text
        report.copy.click()
        assert QApplication.clipboard().text() == text
        report._save_to(str(tmp_path / "saved.txt"))
        assert (tmp_path / "saved.txt").read_text(encoding="utf-8") == text
        report.delete.click()
        assert not (tmp_path / "crash-report.txt").exists()
    async with used(tmp_path, environment(gateway.base_url)) as program:
        assert "did not end well" not in words_of(program.window.notices.notices())
    QApplication.clipboard().clear()


@pytest.mark.parametrize("way", ["backup", "salvage"])
async def test_d06_a_damaged_database_is_usable_again_in_three_seconds(
    tmp_path: Path, expected_log: Expect, way: str
) -> None:
    expected_log("does not open: data_damaged")
    await asyncio.to_thread(_spoil, tmp_path)
    damaged = (tmp_path / "panda.sqlite3").read_bytes()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    seen: dict[str, Any] = {}

    async def drive(program: Any) -> int:
        while program.views.window.place() is None and program.views.first_start.panel() is None:
            await asyncio.sleep(0.01)
        seen["at"] = time.process_time()
        while not any(each.key in ("restored", "salvaged") for each in program.window.notices.notices()):
            await asyncio.sleep(0.01)
        seen["said"] = words_of(program.window.notices.notices())
        seen["chats"] = {each.id for each in await program.services.storage.conversations.list()}
        return 0

    running = asyncio.ensure_future(run_program(app, Options(data_dir=tmp_path), {}, drive))
    windows: list[BlockedWindow] = []
    while not windows or not windows[0].offers():
        await asyncio.sleep(0.01)
        windows = [each for each in app.topLevelWidgets() if isinstance(each, BlockedWindow)]
    began = time.process_time()  # other tests run at the same time
    best, rest = windows[0].offers()
    (best if way == "backup" else rest).click()
    assert await running == 0
    assert seen["at"] - began < 3
    assert seen["chats"] >= {f"c{number}" for number in range(6)}
    assert "set-aside" in seen["said"]
    (aside,) = tmp_path.glob("set-aside/*/panda.sqlite3")
    assert aside.read_bytes() == damaged


def _spoil(folder: Path) -> None:
    """Makes a data folder with a backup and a damaged page, which the program knows of."""
    from panda_desktop.domain.backups import BackupReason
    from tests.storage.book import NOW
    from tests.storage.damaged import opened

    fill(folder, 6, 40)
    opened(folder, lambda storage: storage.backups.make(BackupReason.AUTOMATIC, NOW))
    path = folder / "panda.sqlite3"
    data = bytearray(path.read_bytes())
    at = leaves_of(path, "messages")[5] * 4096
    data[at : at + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    (folder / "panda.sqlite3-suspect").touch()


NOBODY = """
import asyncio, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from panda_desktop.domain.errors import PandaError
from panda_desktop.storage.storage import Storage
from tests.storage.damaged import counts
from tests.storage.book import NOW
from panda_desktop.domain.chat import Message, Role

async def main():
    storage = await Storage.open(Path(sys.argv[1]))
    print(storage.is_read_only, *await counts(storage))
    await storage.conversations.recover()
    await storage.settings.save(await storage.settings.load())
    try:
        await storage.conversations.add((Message("new", "c0", None, 0, Role.USER, "hello", NOW),))
    except PandaError as error:
        print(error.kind.value, error.detail.param)
    await storage.close()

# What is imported later is imported now: nobody may read where Python is.
asyncio.run(asyncio.sleep(0))
os.setgid(65534)
os.setuid(65534)
asyncio.run(main())
"""


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can become somebody without rights"
)
@pytest.mark.parametrize("what", ["folder", "file", "killed"])
def test_d05_what_cannot_be_written_can_be_read(what: str) -> None:
    import shutil
    import tempfile

    place = Path(tempfile.mkdtemp(prefix="panda-"))
    try:
        fill(place, 2, 6)
        if what == "killed":
            _leave_a_log(place)
        for each in place.iterdir():
            each.chmod(0o444 if what == "file" else 0o644)
        place.chmod(0o777 if what == "file" else 0o755)
        before = {each.name: each.read_bytes() for each in place.iterdir()}
        found = subprocess.run(
            [sys.executable, "-c", NOBODY, str(place), str(Path.cwd())],
            capture_output=True,
            text=True,
            cwd="/",
        )
        assert found.stdout.splitlines() == [
            f"True 2 {13 if what == 'killed' else 12}",
            "cannot_write read_only",
        ], found.stderr
        assert {each.name: each.read_bytes() for each in place.iterdir()} == before
    finally:
        shutil.rmtree(place)


def _leave_a_log(folder: Path) -> None:
    """Lets the last message be in the log only."""
    script = (
        "import asyncio, os, sys; from pathlib import Path\n"
        "from panda_desktop.storage.storage import Storage\n"
        "from panda_desktop.domain.chat import Message, Role\n"
        "from tests.storage.book import NOW\n"
        "async def main():\n"
        "    storage = await Storage.open(Path(sys.argv[1]))\n"
        "    await storage.conversations.add((Message('last', 'c0', None, 0, Role.USER, 'last', NOW),))\n"
        "    os._exit(0)\n"
        "asyncio.run(main())\n"
    )
    subprocess.run([sys.executable, "-c", script, str(folder)], check=True)


async def test_d05_the_window_says_that_it_only_reads(
    tmp_path: Path, gateway: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in = asyncio.to_thread(fill, tmp_path, 2, 6)
    await fill_in
    monkeypatch.setattr("panda_desktop.storage.database.can_write", lambda _path: False)
    before = (tmp_path / "panda.sqlite3").read_bytes()
    sent = len(gateway.posts())
    async with used(tmp_path, environment(gateway.base_url)) as program:
        assert "cannot be written" in words_of(program.window.notices.notices())
        await program.ask("Tell me about rivers")
        page = program.chat()
        await program.until(lambda: "nothing is sent" in words_of(page.pane.notices.notices()))
        assert len(gateway.posts()) == sent
    assert (tmp_path / "panda.sqlite3").read_bytes() == before
