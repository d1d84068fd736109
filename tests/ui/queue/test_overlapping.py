"""A waiting message that is edited while the window closes."""

from PySide6.QtTest import QTest

from tests.ui.queue.conftest import Waiting


def test_u11_a_waiting_text_that_is_edited_when_the_window_closes_is_kept(waiting: Waiting) -> None:
    bench = waiting.bench
    waiting.put("a")
    waiting.row(0).edit.click()
    QTest.keyClicks(waiting.row(0).field, "b")
    bench.page.shut_down()
    assert [item.text for item in bench.service.queues[bench.open_id].items] == ["ab"]
