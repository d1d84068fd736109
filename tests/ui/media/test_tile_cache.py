"""Tiles keep their shape, also those that are drawn roughly because the time for cutting is over."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from panda_desktop.ui.media import tile_cache
from panda_desktop.ui.media.tile_cache import ShapeCache


@pytest.mark.parametrize("budget", [-1.0, 60.0])
def test_u03_a_picture_stays_within_the_round_corners(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, budget: float
) -> None:
    monkeypatch.setattr(tile_cache, "BUDGET_S", budget)
    picture = QPixmap(64, 64)
    picture.fill(QColor("teal"))
    ground = QImage(100, 80, QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    shapes = ShapeCache()
    shapes.begin()
    painter = QPainter(ground)
    shapes.draw(painter, QRect(0, 0, 100, 80), picture)
    painter.end()
    assert shapes.unfinished is (budget < 0)
    for x, y in ((0, 0), (99, 0), (2, 1), (97, 1)):
        assert ground.pixelColor(x, y) == QColor("white")
    for x, y in ((50, 0), (50, 40), (0, 79), (99, 79)):
        assert ground.pixelColor(x, y) == QColor("teal")
