"""How long the window of the real program does not answer: a fast answer, a huge paste, odd documents."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.faults.answers import chat, delta, json_answer, stream
from tests.faults.process import FaultProcess
from tests.faults.steps import Send, Timeline
from tests.markdown.pathological import SHAPES, make
from tests.torture.score import Score, at_most, none_of, told
from tests.torture.worn import worn

P99_MS, MAX_MS = 50, 150
RATE: Final = 1_000
TOGETHER: Final = 5
"""Tokens of one packet."""
DOCUMENTS: Final = 25
SECONDS = {True: 8, False: 60}
SIZES = {True: 10_000, False: 50_000}
PIECE: Final = 400
PASTED_MB: Final = 10
SLOWEST: Final = 3
NAMES: Final = {
    "stream": f"{RATE:,} tokens/s",
    "paste": f"a paste of {PASTED_MB} MB",
    "documents": f"{DOCUMENTS} pathological documents",
}


def answers(short: bool) -> list[Timeline]:
    """Returns the answers in the order in which they are asked for."""
    words = [f"**{number:06}** word " if number % 9 else f"{number:06}.\n\n" for number in range(RATE)]
    events = [delta(word.ljust(16)) for word in words] * SECONDS[short]
    packets = [b"".join(events[at : at + TOGETHER]) for at in range(0, len(events), TOGETHER)]
    fast = stream(*(Send(packet, pause_s=TOGETHER / RATE) for packet in packets), chat())
    documents = [make(name, SIZES[short]) for name in list(SHAPES)[:DOCUMENTS]]
    pieces = [[text[at : at + PIECE] for at in range(0, len(text), PIECE)] for text in documents]
    return [stream(chat("Hello. **There.**")), fast, *(stream(chat(*each)) for each in pieces)]


def scores(short: bool) -> Iterator[Score]:
    """Yields the gaps by the clock on the wall, and the work of the GUI thread between two beats."""
    with FaultProcess() as server, tempfile.TemporaryDirectory() as name:
        server.on("api", "POST /v1/chat/completions", *answers(short))
        server.on("api", "GET /v1/models", json_answer({"data": [{"id": "m"}]}))
        server.on("api", "GET /v1/dashboard/billing", json_answer({"balance": 1, "currency": "usd"}))
        words = "gaps", str(DOCUMENTS), str(PASTED_MB)
        found = worn(Path(name), *words, base_url=server.base_url)
    for error in found["errors"]:
        print(f"  {error}", flush=True)
    _name_the_slowest(found.get("each", []))
    yield none_of("GUI under load: errors", len(found["errors"]), 1)
    for what, seen in found.get("gaps", {}).items():
        beats, worst = int(seen["beats"]), seen["max"]
        yield at_most(f"GUI gap, {NAMES[what]}: p99", seen["p99"], "ms", P99_MS, beats, worst)
        yield at_most(f"GUI gap, {NAMES[what]}: worst", worst, "ms", MAX_MS, beats)
        yield told(f"GUI gap, {NAMES[what]}: most work of its thread", seen["work"], "ms", beats)
        if "seconds" in seen:
            yield told(
                "GUI under load: tokens a second", SECONDS[short] * RATE / seen["seconds"], "tokens", 1
            )


def _name_the_slowest(each: list[dict[str, float]]) -> None:
    """Prints the documents that kept the window longest, so that one knows where to look."""
    rows = sorted(zip(SHAPES, each, strict=False), key=lambda row: -row[1]["work"])
    for name, seen in rows[:SLOWEST]:
        print(f"  {name}: {seen['work']:.0f} ms of work, a gap of {seen['max']:.0f} ms", flush=True)
