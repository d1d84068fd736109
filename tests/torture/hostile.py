"""Hostile texts in the eight places of row M07, and a key that is looked for wherever it must not be."""

import json
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.canary import CANARY, in_files, in_text
from tests.faults.answers import Serve, chat, json_answer, stream
from tests.faults.ledger import Ledger
from tests.faults.media import png
from tests.faults.process import FaultProcess
from tests.torture.score import Score, none_of
from tests.torture.worn import worn
from tests.ui.transcript.test_nothing_loaded import REMOTE, filled
from tests.ui.transcript.watching import Traps

PIECE: Final = 97


def sprung(traps: Traps, server: FaultProcess, folder: Path) -> tuple[int, list[str], dict[str, Any]]:
    """Runs the program over the texts; returns how many there were, what was touched, and what it told."""
    texts = [filled(traps, row) for row in REMOTE]
    answers = [
        stream(chat(*(text[at : at + PIECE] for at in range(0, min(len(text), 20_000), PIECE))))
        for text in texts
    ]
    server.on("api", "POST /v1/chat/completions", *answers)
    server.on("assets", "GET /x.png", Serve(png(1, side=64), content_type="image/png"))
    made = {"data": [{"url": f"{server.assets_url}/x.png"}]}
    server.on("api", "POST /v1/images/generations", json_answer(made))
    server.usual("auto", "kolors")
    file = folder / "texts.json"
    file.write_text(json.dumps(texts), encoding="utf-8")
    found = worn(folder / "data", "hostile", str(file), base_url=server.base_url, key=CANARY)
    return len(texts), traps.sprung(), found


def _prove(traps: Traps) -> None:
    """Fails when the traps would not have told."""
    traps.picture.read_bytes()
    socket.create_connection(("127.0.0.1", traps.port)).close()
    assert "connection" in traps.sprung()


def _elsewhere(ledger: Ledger) -> list[str]:
    """Returns the requests with the key that went to another origin than the gateway."""
    assert ledger.of(origin="assets"), "the image was not fetched"
    assert any(request.origin == "api" for request in ledger.holding(CANARY))
    return [request.route for request in ledger.holding(CANARY) if request.origin != "api"]


def scores(short: bool) -> Iterator[Score]:
    """Yields what was touched, where the key went, and where it lies."""
    del short  # it takes a few seconds
    with FaultProcess() as server, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        traps = Traps(folder)
        try:
            texts, touched, found = sprung(traps, server, folder)
            _prove(traps)
        finally:
            traps.close()
        errors, shown = list(found["errors"]), int(found.get("shown", 0))
        print("".join(f"  {error}\n" for error in errors), end="")
        yield none_of("hostile text: errors", len(errors), texts)
        yield none_of("hostile text in eight places: connects and opens", len(touched), shown, "touches")
        if errors:
            return
        ledger = server.ledger()
        yield none_of(
            "requests with the key to another origin", len(_elsewhere(ledger)), len(ledger), "requests"
        )
        lies = [
            *found["on_screen"],
            *in_text(str(found["said"]), "what it wrote"),
            *in_files([folder / "data"]),
        ]
        files = sum(path.is_file() for path in (folder / "data").rglob("*"))
    print("".join(f"  {place}\n" for place in lies), end="")
    yield none_of("key found in files, output or on the screen", len(lies), files, "places")
