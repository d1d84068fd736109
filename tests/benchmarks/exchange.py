"""Taking in a big ChatGPT export and writing it out again, with the window's writes going on beside it."""

import asyncio
import json
import random
import tempfile
import time
from collections.abc import Awaitable, Iterator
from pathlib import Path

import psutil

from panda_desktop.domain.exchange import ExportRequest, FileFormat, Labels, Watch
from panda_desktop.services.bus import Bus
from panda_desktop.services.exchange.service import ExchangeService
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.storage import Storage
from tests.benchmarks.row import Row, at_least, at_most, told

_LABELS = Labels("en", *"abcdefgh")
_WATCH = Watch(lambda _: None)
_WORDS = ["alpha", "beta", "**bold**", "gamma", "`code`", "你好", "世界", "delta", "list", "epsilon", "zeta"]


def write_export(path: Path, megabytes: float, first: int = 0) -> None:
    """Writes a made-up export of chats of some 50 KB, numbered from `first`."""
    maker = random.Random(7 + first)
    with path.open("w") as file:
        file.write("[")
        chat = first
        while file.tell() < megabytes * 1_000_000:
            file.write("," if chat > first else "")
            json.dump(_chat(maker, chat), file)
            chat += 1
        file.write("]")


def _chat(maker: random.Random, number: int) -> dict[str, object]:
    nodes: dict[str, object] = {}
    parent = None
    for at in range(maker.randint(4, 60)):
        name = f"{number:08x}-{at:08x}"
        text = " ".join(maker.choice(_WORDS) for _ in range(maker.randint(10, 300)))
        role = "assistant" if at % 2 else "user"
        metadata = {"model_slug": "gpt-4o", "citations": [], "request_id": name, "is_complete": True}
        nodes[name] = {
            "id": name,
            "parent": parent,
            "children": [],
            "message": {
                "id": name,
                "author": {"role": role, "name": None, "metadata": {}},
                "create_time": 1_700_000_000.25 + at,
                "update_time": None,
                "content": {"content_type": "text", "parts": [text]},
                "status": "finished_successfully",
                "end_turn": True,
                "weight": 1.0,
                "metadata": metadata,
                "recipient": "all",
            },
        }
        parent = name
    return {"id": str(number), "title": f"Chat {number}", "mapping": nodes, "current_node": parent}


class _Beside:
    """Writes as the window does while something runs; notes how long each write and each turn took."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._process = psutil.Process()
        self._before = self._process.memory_info().rss
        self.writes: list[float] = []
        self.gaps: list[float] = []
        self.grown = 0.0

    async def during(self, work: Awaitable[object]) -> float:
        """Returns the seconds the work took."""
        began = time.perf_counter()
        task = asyncio.ensure_future(work)
        while not task.done():
            at = time.perf_counter()
            await self._storage.conversations.save_draft("none", "text")
            self.writes.append((time.perf_counter() - at) * 1000)
            at = time.perf_counter()
            await asyncio.sleep(0.005)
            self.gaps.append((time.perf_counter() - at) * 1000 - 5)
            self.grown = max(self.grown, (self._process.memory_info().rss - self._before) / 2**20)
        await task
        return time.perf_counter() - began


async def _measured(folder: Path, megabytes: int) -> list[Row]:
    storage = await Storage.open(folder / "data")
    bus, tasks = Bus(), TaskSet(lambda _: None)
    settings = SettingsService(storage.settings, bus, await storage.settings.load())
    service = ExchangeService(bus, tasks, storage, settings, asyncio.Lock())
    try:
        return [
            *await _importing(folder, megabytes, service, storage),
            *await _exporting(folder, service, storage),
        ]
    finally:
        await tasks.close()
        await storage.close()


async def _importing(folder: Path, megabytes: int, service: ExchangeService, storage: Storage) -> list[Row]:
    source, small = folder / "conversations.json", folder / "small.json"
    write_export(source, megabytes)
    small.write_text(json.dumps([_chat(random.Random(1), 10**9)]))
    await service.import_file(small, _WATCH)  # what is imported and cached once
    beside = _Beside(storage)
    seconds = await beside.during(service.import_file(source, _WATCH))
    writes, gaps = sorted(beside.writes), sorted(beside.gaps)
    size = source.stat().st_size / 1e6
    again = await beside.during(service.import_file(source, _WATCH))
    tenth = folder / "tenth.json"
    write_export(tenth, megabytes / 10, first=10**6)  # others, or there is nothing new
    less = await _Beside(storage).during(service.import_file(tenth, _WATCH))
    slower = (tenth.stat().st_size / 1e6 / less) / (size / seconds)
    return [
        at_least(f"import of {megabytes} MB", size / seconds, "MB/s", 5),
        at_most(f"import: time a MB, {megabytes} MB against a tenth of it", slower, "x", 1.5),
        at_most("import: memory above before, peak", beside.grown, "MB", 32),
        at_most("import: a write of the window, p99", writes[int(len(writes) * 0.99)], "ms", 50),
        told("import: a write of the window, max", writes[-1], "ms"),
        at_most("import: the loop is held up, p99", gaps[int(len(gaps) * 0.99)], "ms", 50),
        told("import again: nothing new", size / again, "MB/s"),
    ]


async def _exporting(folder: Path, service: ExchangeService, storage: Storage) -> list[Row]:
    made: list[Row] = []
    for file_format in FileFormat:
        target = folder / f"out{file_format.suffix}"
        beside = _Beside(storage)
        seconds = await beside.during(service.export(ExportRequest(target, file_format, _LABELS), _WATCH))
        speed = target.stat().st_size / 1e6 / seconds
        made.append(at_least(f"export as {file_format.value}", speed, "MB/s", 2))
        made.append(at_most(f"export as {file_format.value}: memory, peak", beside.grown, "MB", 32))
    return made


def rows(short: bool) -> Iterator[Row]:
    """Measures everything."""
    with tempfile.TemporaryDirectory() as name:
        yield from asyncio.run(_measured(Path(name), 10 if short else 100))
