"""This Python and this Qt do not wear each other down: PySide6 6.12.0 on CPython 3.11 did."""

import gc
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 200
# What other code of the process may drop meanwhile; the defect drops one at each call.
SLACK = 20


def settle() -> None:
    """Ends what earlier tests of the process have left: it holds references of its own."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        gc.collect()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there")
def test_calls_that_return_none_keep_its_references(qapp: QApplication) -> None:
    """U17."""
    widget, timer = QWidget(), QTimer()
    settle()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        widget.setObjectName(str(number))
        widget.update()
        timer.setInterval(number)
        QCoreApplication.processEvents()
    assert sys.getrefcount(None) >= before - SLACK


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and False are immortal there")
def test_calls_that_return_a_bool_keep_its_references(qapp: QApplication) -> None:
    """U17."""
    widget, target = QWidget(), QObject()
    settle()
    before = sys.getrefcount(True), sys.getrefcount(False)
    for _ in range(CALLS):
        widget.isVisible()
        widget.isEnabled()
        target.blockSignals(False)
        target.signalsBlocked()
    assert sys.getrefcount(True) >= before[0] - SLACK
    assert sys.getrefcount(False) >= before[1] - SLACK
