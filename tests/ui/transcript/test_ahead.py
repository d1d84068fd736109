"""What makes messages is imported before the first one is shown, a part at a turn of the loop."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from panda_desktop.ui.transcript import ahead
from panda_desktop.ui.transcript.ahead import Ahead


class Typing(QObject):
    changed = Signal()


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, ...]]:
    names = ("ahead_first", "ahead_second")
    for name in names:
        (tmp_path / f"{name}.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(ahead, "_PARTS", names)
    yield names
    for name in names:
        sys.modules.pop(name, None)


def test_each_part_when_a_message_is_near(parts: tuple[str, ...], qtbot: QtBot) -> None:
    typing, near = Typing(), [False]
    made = Ahead(lambda: near[0], [typing.changed], typing)
    typing.changed.emit()
    qtbot.waitUntil(lambda: not made.is_busy)
    assert not set(parts) & set(sys.modules)
    near[0] = True
    typing.changed.emit()
    assert made.is_busy and not set(parts) & set(sys.modules)  # never while somebody types
    qtbot.waitUntil(lambda: not made.is_busy)
    assert set(parts) <= set(sys.modules)
    typing.changed.emit()
    assert not made.is_busy


def test_the_parts_are_there() -> None:
    """They are named in words: one that was moved would be missed only when somebody types."""
    from importlib.util import find_spec

    assert all(find_spec(name) for name in ahead._PARTS)
