"""A panel that is open while another chat comes: it exports the chat it was opened for."""

from tests.ui.exchange.conftest import Desk


def test_u08_the_chat_that_is_exported_is_the_one_that_was_open_when_the_panel_came(desk: Desk) -> None:
    first = desk.chat("The one meant")
    desk.desk.export_open()
    panel = desk.panel()
    desk.chat("Another one")  # as a click on a notification opens it
    panel.go.click()
    assert desk.dialog().selectedFiles()[0].endswith("The one meant.md")
    desk.accept(desk.folder / "mine.md")
    assert desk.service.calls[0].conversation_ids == (first,)
