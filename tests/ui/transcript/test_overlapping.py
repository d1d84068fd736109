"""A menu that is open while the messages under it become others: it does what it said, or nothing."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.pointing import Spot
from tests.ui.transcript.conftest import Open
from tests.ui.transcript.double import answer, mine
from tests.ui.transcript.test_taking import close_menus, menu_at


def first_of(view: TranscriptView) -> QPoint:
    """Returns a place on the first message."""
    return view._pointing.rect_of(Spot(0, 0, "")).center().toPoint()


def test_a_menu_copies_the_message_it_was_opened_on(open_view: Open) -> None:
    view, model = open_view([mine("the one meant"), answer("its answer")])
    entries = menu_at(view, first_of(view))
    model.rows.insert(0, mine("came before it"))
    model.inserted.emit(0, 1)
    entries["Copy message"]()
    assert QApplication.clipboard().text() == "the one meant"
    close_menus(view)


def test_a_menu_on_a_message_that_went_does_nothing(open_view: Open) -> None:
    view, model = open_view([mine("the one meant"), answer("its answer")])
    QApplication.clipboard().setText("before")
    entries = menu_at(view, first_of(view))
    model.rows.clear()
    model.reset.emit()
    entries["Read with a cursor"]()
    entries["Copy message"]()
    assert QApplication.clipboard().text() == "the one meant"
    close_menus(view)
