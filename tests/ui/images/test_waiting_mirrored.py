"""An awaited picture where the layout runs from right to left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.images import ImagesPage
from panda_desktop.ui.theme import look
from tests.ui.doubles import Stage
from tests.ui.images.test_cards import put, waiting

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_u04_a_download_grows_from_where_lines_begin(
    qtbot: QtBot, page: ImagesPage, stage: Stage, direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    job = put(stage, JobState.DOWNLOADING, received_bytes=250, total_bytes=1000)
    card = waiting(qtbot, page, f"{job.id}/0")
    line = card.line
    qtbot.waitUntil(line.isVisible)
    picture, accent = line.grab().toImage(), QColor(look().theme.accent).rgb()
    done = [x for x in range(picture.width()) if picture.pixel(x, 1) == accent]
    assert len(done) == pytest.approx(line.width() / 4, abs=1)
    assert (done[-1] == picture.width() - 1) is (direction is RTL)
    assert (done[0] == 0) is (direction is LTR)
    stop = card.stop.mapTo(card, card.stop.rect().center()).x()
    assert (stop < card.width() / 2) is (direction is RTL)
