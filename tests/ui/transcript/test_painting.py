"""What is painted again while an answer streams, and when the view has nothing left to do."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.surface import Surface
from tests.ui.transcript.conftest import Open, settle
from tests.ui.transcript.double import answer, mine

LINES = "".join(f"    v{i} = f({i}, 'text')  # note\n" for i in range(30))
TEXTS = {
    "prose": "Some **bold** words with `code` that go on for a while, as answers do, to the next line. " * 12,
    "code": f"```python\n{LINES}```\n\nafter\n",
    "table": "| a | b |\n|---|---|\n" + "".join(f"| {'x' * i} | **v** `c` |\n" for i in range(24)),
    "chinese": (
        "中文段落，**加粗**文字和`代码`继续很长的一段文字直到换行为止😀。\n\n"
        + "1. 第一\n2. 第二\n\n> 引用\n\n---\n\n"
    )
    * 5,
    "right to left": "مرحبا **بالعالم** هذا `code` نص طويل يستمر لبعض الوقت حتى ينكسر السطر.\n\n- بند\n\n"
    * 6,
}


def painted(view: TranscriptView) -> None:
    """Lets everything that is due be laid out and painted."""
    settle(view)
    for _ in range(4):
        QApplication.processEvents()


def on_screen(view: TranscriptView) -> QImage:
    device = view.backingStore().paintDevice()
    assert isinstance(device, QImage)
    return device.copy(view.viewport().geometry())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("width", [420, 900])
def test_what_moved_and_what_stayed_equal_a_full_painting(open_view: Open, text: str, width: int) -> None:
    view, model = open_view([mine("go"), answer("", state=MessageState.STREAMING)], width, 500)
    for step, start in enumerate(range(0, len(text), 23)):
        model.grow(1, text[start : start + 23])
        painted(view)
        if step % 4 == 0:
            assert on_screen(view) == view.viewport().grab().toImage(), start


@pytest.fixture
def areas(monkeypatch: pytest.MonkeyPatch) -> list[QRect]:
    """What transcripts paint."""
    found: list[QRect] = []
    paint = Surface.paintEvent

    def noted(surface: Surface, event: object) -> None:
        found.append(event.rect())  # type: ignore[attr-defined]
        paint(surface, event)  # type: ignore[arg-type]

    monkeypatch.setattr(Surface, "paintEvent", noted)
    return found


def test_what_stands_below_the_growing_text_is_not_painted_again(open_view: Open, areas: list[QRect]) -> None:
    view, model = open_view([mine("go"), answer("Words. " * 400, state=MessageState.STREAMING)])
    painted(view)
    footer = view._repainter.shown[-1]
    areas.clear()
    for _ in range(60):  # several lines come, and the text moves up
        model.grow(1, "more ")
        painted(view)
    assert (view._repainter.shown[-1].piece, view._repainter.shown[-1].y) == (footer.piece, footer.y)
    assert areas
    assert max(area.bottom() for area in areas) <= footer.y + 1


def test_the_view_does_no_idle_work_where_no_code_changed(open_view: Open) -> None:
    view, model = open_view([mine("go"), answer("```python\nx = 1\n", state=MessageState.STREAMING)])
    model.grow(1, "y = 2\n")
    view._settle()
    assert view._work_timer.isActive()
    settle(view)
    model.grow(1, "```\n\nWords")
    settle(view)
    model.grow(1, " and more")
    view._settle()
    assert not view._work_timer.isActive()
