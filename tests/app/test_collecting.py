"""The collector runs on the GUI thread only while the program runs."""

import gc
import threading

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from panda_desktop.app.collecting import Collecting


class Ring(QObject):
    """Reaches itself, so only the collector can end it."""

    def __init__(self, ended_in: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)
        self.timer.start(100_000)
        self.destroyed.connect(lambda: ended_in.append(threading.get_ident()))


def test_nothing_is_collected_by_another_thread(qtbot: QtBot) -> None:
    gc.enable()  # the tests have switched it off
    collecting = Collecting()
    ended_in: list[int] = []
    try:
        assert not gc.isenabled()
        Ring(ended_in)

        def allocate() -> None:
            kept = [[number] for number in range(100_000)]
            assert len(kept) == 100_000

        worker = threading.Thread(target=allocate)
        worker.start()
        worker.join()
        assert ended_in == []
        for _ in range(3):
            collecting.look()
        gc.collect()
        assert ended_in == [threading.get_ident()]
    finally:
        collecting.stop()
    assert gc.isenabled()


def test_it_is_not_woken_while_nothing_happens_and_looks_again_when_something_does(qtbot: QtBot) -> None:
    collecting = Collecting()
    (timer,) = collecting.findChildren(QTimer)
    try:
        gc.collect()
        collecting.look()
        assert not timer.isActive()
        qtbot.waitUntil(timer.isActive)  # the loop has waited, and its own look has woken it
    finally:
        collecting.stop()
    assert not timer.isActive()
