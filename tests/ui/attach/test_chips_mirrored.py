"""The files in the composer where the layout runs from right to left."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.attach.conftest import AttachBench
from tests.ui.attach.test_attaching import SHOT, Put

RTL = Qt.LayoutDirection.RightToLeft


def test_u04_files_stand_from_the_right_with_their_crosses_at_the_left(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.page.setLayoutDirection(RTL)
    bench.give(put("shot.png", SHOT), put("note.txt", b"text"))
    shot, note = bench.chips
    bench.qtbot.waitUntil(lambda: note.geometry().right() < shot.geometry().left())
    tray = bench.panel.tray.viewport()
    assert tray.width() - shot.geometry().right() <= 2
    for chip in (shot, note):
        assert chip.cross.geometry().center().x() < chip.width() / 2
    shot.setFocus()
    QTest.keyClick(shot, Qt.Key.Key_Left)
    assert note.hasFocus()
    QTest.keyClick(note, Qt.Key.Key_Right)
    assert shot.hasFocus()


def test_u04_a_chip_says_its_name_beside_the_cross_not_under_it(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.give(put("a name that is much too long for the chip it stands on.txt", b"text"))
    (chip,) = bench.chips
    for direction in (Qt.LayoutDirection.LeftToRight, RTL):
        chip.setLayoutDirection(direction)
        chip.cross.hide()
        picture, cross = chip.grab().toImage(), chip.cross.geometry()
        ground = picture.pixel(chip.width() // 2, 3)
        rows = range(8, chip.height() - 8)
        columns = range(max(3, cross.left()), min(cross.right(), chip.width() - 3))
        assert all(picture.pixel(x, y) == ground for x in columns for y in rows)
