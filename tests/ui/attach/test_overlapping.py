"""A file that is read late: what it holds belongs to the chat it was wanted in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint

from tests.ui.attach.conftest import AttachBench


def test_u03_a_text_that_is_read_late_does_not_go_into_another_chat(
    bench: AttachBench, put: Callable[[str, bytes], Path]
) -> None:
    other = bench.put("Other")
    bench.show()
    first = bench.open_id
    bench.attaching.intake.take_paths([put("a.txt", b"words of the first chat")])
    bench.qtbot.waitUntil(lambda: len(bench.chips) == 1)
    attachment = bench.chips[0].attachment
    bench.attaching._open_menu(attachment, QPoint(0, 0))
    bench.tasks.held = True
    bench.attaching.menu.actions()[1].trigger()
    bench.attaching.menu.close()
    waiting, bench.tasks._waiting = bench.tasks._waiting, []
    bench.tasks.held = False
    bench.chat.open(other.id)
    bench.qtbot.waitUntil(lambda: bench.open_id == other.id)
    bench.tasks._waiting = waiting
    bench.tasks.release()
    assert bench.composer.text() == ""
    bench.chat.open(first)
    assert bench.names() == ["a.txt"]
