"""Memory is bounded by a message or a chat, never by the file."""

import json
from pathlib import Path

import psutil
import pytest

from panda_desktop.domain.exchange import ExportRequest, FileFormat, Progress, Watch
from tests.services.exchange.rig import LABELS, rig
from tests.services.exchange.samples import long_chat, ours, saved


def write_big(path: Path, megabytes: int) -> None:
    with path.open("w") as file:
        file.write("[")
        number = 0
        while file.tell() < megabytes * 1_000_000:
            file.write("," if number else "")
            json.dump(long_chat(f"c{number}", 60, f"{number} " + "words, words " * 60), file)
            number += 1
        file.write("]")


@pytest.mark.slow
async def test_memory_is_bounded_by_a_chat_and_not_by_the_file(tmp_path: Path) -> None:
    """30 MB of chats, each 70 KB: as much more memory as a few of them."""
    path = tmp_path / "big.json"
    write_big(path, 30)
    async with rig(tmp_path) as here:
        await here.take_in(saved(tmp_path, [long_chat("warm", 2000)]))
        process = psutil.Process()
        before = process.memory_info().rss
        peak = 0

        def told(_: Progress) -> None:
            nonlocal peak
            peak = max(peak, process.memory_info().rss - before)

        here.bus.publish = lambda change: None  # type: ignore[method-assign]  # the test's bus keeps all it hears
        report = await here.exchange.import_file(path, Watch(told))
        assert report.conversations > 400 and report.misfits == ()
        assert peak < 12 * 2**20, peak / 2**20
        peak = 0
        for file_format in FileFormat:
            target = tmp_path / f"out{file_format.suffix}"
            await here.exchange.export(ExportRequest(target, file_format, LABELS), Watch(told))
            assert target.stat().st_size > 20_000_000
        assert peak < 16 * 2**20, peak / 2**20


async def test_a_long_chat_of_ours_is_never_in_memory_whole(tmp_path: Path) -> None:
    """One chat of 20,000 messages, in and out: memory grows by its links, not by its text of 40 MB."""
    path = saved(tmp_path, ours(("a", 20_000), text="word " * 400))
    async with rig(tmp_path) as here:
        await here.take_in(saved(tmp_path, ours(("b", 3000)), "warm.json"))
        process = psutil.Process()
        before = process.memory_info().rss
        peak = 0

        def told(_: Progress) -> None:
            nonlocal peak
            peak = max(peak, process.memory_info().rss - before)

        report = await here.exchange.import_file(path, Watch(told))
        assert report.messages == 20_000
        request = ExportRequest(tmp_path / "out.json", FileFormat.JSON, LABELS)
        assert (await here.exchange.export(request, Watch(told))).messages == 23_000
        assert path.stat().st_size > 40_000_000
        assert peak < 24 * 2**20, peak / 2**20
