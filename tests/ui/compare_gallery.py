"""Grabs pictures of comparisons in the chat page: `python -m tests.ui.compare_gallery FOLDER`."""

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.chat import MessageState, Receipt, Usage
from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.ui.theme import ThemeController, ThemeMode
from tests.ui.chat_gallery import ANSWER, CHINESE, Scene, grab, settle
from tests.ui.picturing import prepare

LONG = """A line of code that is much too long for a column:

```python
result = await gateway.stream_chat(request_for(conversation, branch, model, continuing=True, enclosed=None))
```

| Setting | What it does | Default | Since |
|---|---|---|---|
| temperature | how far answers wander | 1.0 | the first version |
| top_p | how much of the likely text counts | 1.0 | the first version |

A-word-that-never-ends-and-cannot-be-broken-anywhere-because-it-has-no-spaces-at-all

And a formula $a^2+b^2$.
"""
ROUTES = ("auto:cost", "auto:quality", "auto:speed")


def ask(scene: Scene, text: str, models: Sequence[str]) -> list[str]:
    """Opens a new chat and asks several models; returns the ids of the answers."""
    scene.stage.chat.start_new()
    comparing: Any = scene.chat._comparing
    comparing._arm(scene.open_id, tuple(models))
    scene.chat.pane.composer.replace_text(text)
    scene.chat.pane.composer.submitted.emit()
    return [view.message.id for view in comparing.view.columns]


def end(scene: Scene, answer: str, text: str, served: str, seconds: float, tokens: int) -> None:
    """Lets a whole answer come."""
    comparing = scene.stage.comparing
    comparing._store(replace(comparing._find(answer), served_model=served))
    comparing.grow(answer, text)
    cost = Decimal(tokens) / 100_000
    receipt = Receipt(0.4 + seconds / 20, seconds, cost, cost_is_shared=True)
    comparing.finish(answer, usage=Usage(40, tokens, tokens + 40), receipt=receipt)


def fail(scene: Scene, answer: str) -> None:
    """Lets an answer fail for want of credit."""
    detail = ErrorDetail(status=402, message="insufficient balance: 0.00 USD left", code="insufficient_quota")
    scene.stage.comparing.finish(
        answer, state=MessageState.FAILED, error=ErrorKind.NO_CREDIT, error_detail=detail, finish_reason=""
    )


def begin(scene: Scene, folder: Path) -> None:
    """Choosing, the line over the composer."""
    comparing: Any = scene.chat._comparing
    comparing.choose()
    chooser = comparing.chooser
    grab(scene, folder, "choose-none", chooser)
    for model in ("auto:quality", "deepseek-v4-flash", "a-model-with-quite-a-long-name-2026-11-preview"):
        chooser.take(model)
    grab(scene, folder, "choose-three", chooser)
    chooser.accept.click()
    scene.chat.pane.composer.replace_text("When may a client repeat a POST?")
    grab(scene, folder, "armed")
    comparing.disarm()
    scene.chat.pane.composer.replace_text("")


def columns(scene: Scene, folder: Path, name: str) -> None:
    """Waiting, running, one failed, done, chosen; at several widths."""
    answers = ask(scene, "When may a client repeat a POST that was cut off in the middle?", ROUTES)
    grab(scene, folder, f"{name}-waiting")
    for answer, length in zip(answers, (300, 160, 420), strict=True):
        scene.stage.comparing.grow(answer, ANSWER[:length])
    widths(scene, folder, f"{name}-running")
    end(scene, answers[0], ANSWER[300:], "deepseek-v4-flash", 4.2, 310)
    end(scene, answers[1], ANSWER[160:], "kimi-k3-longform", 9.8, 640)
    fail(scene, answers[2])
    widths(scene, folder, f"{name}-failed")
    answers = ask(scene, "Why is the sky blue?", ROUTES)
    for answer, seconds, tokens in zip(answers, (4.2, 9.8, 2.1), (310, 640, 120), strict=True):
        end(scene, answer, ANSWER if tokens > 200 else "Rayleigh scattering.", "qwen-3", seconds, tokens)
    widths(scene, folder, f"{name}-done")
    scene.chat._comparing.view.columns[1].use.click()
    grab(scene, folder, f"{name}-used")


def widths(scene: Scene, folder: Path, name: str) -> None:
    """Wide, middling, narrow."""
    for width in (1280, 900, 480):
        scene.window.resize(width, 800)
        settle()
        grab(scene, folder, f"{name}-{width}")
    scene.window.resize(1280, 800)
    settle()


def hard(scene: Scene, folder: Path) -> None:
    """Four columns, long code, tables, Chinese, a long question, a long model name."""
    models = ("auto", "deepseek-v4-flash", "a-model-with-quite-a-long-name-2026-11-preview", "auto:cost")
    answers = ask(scene, "Tell me everything about " + "very long questions " * 40, models)
    for answer, text in zip(answers, (LONG, CHINESE, LONG + CHINESE, "Short."), strict=True):
        end(scene, answer, text, "", 3.0, 200)
    scene.window.resize(1700, 800)
    settle()
    grab(scene, folder, "four-1700")
    widths(scene, folder, "four")
    view = scene.chat._comparing.view
    scene.window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    view.go_to(2)
    grab(scene, folder, "four-third")


def main(folder: Path, translation: str = "") -> None:
    """Writes the pictures, in another language when one is given."""
    screen = Path(tempfile.mkdtemp()) / "screen.json"
    screen.write_text(json.dumps({"screens": [{"name": "wide", "width": 2600, "height": 1440}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    app = QApplication([])
    prepare(app, folder, translation)
    controller = ThemeController(app, ThemeMode.DARK)
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        controller.set_mode(mode)
        target = folder / mode.value
        target.mkdir(parents=True, exist_ok=True)
        scene = Scene()
        scene.window.resize(1280, 800)
        begin(scene, target)
        columns(scene, target, "three")
        hard(scene, target)
        controller.set_zoom(150)
        grab(scene, target, "zoom-150")
        controller.set_zoom(100)
        scene.chat.shut_down()
        scene.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
