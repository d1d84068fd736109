"""What was spent by day, as bars.

Promise: what it shows stands in the table of days too; arrows go from bar to bar and each is read out. The
bars are of one currency, and a day of which nothing is known is drawn as unknown, not as 0.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from panda_desktop.domain.money import SumRow
from panda_desktop.ui.kit import announce, give_role, paint_focus_ring, plain_tip
from panda_desktop.ui.money.words import MoneyWords
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import exact_money, labelled, money

_MOST_BARS: Final = 120


@dataclass(frozen=True, slots=True)
class Bar:
    """Some days in a row.

    Attributes:
        first, last: the days.
        amount: what was spent.
        unknown: calls without a known charge.
        count: calls.
    """

    first: date
    last: date
    amount: Decimal = Decimal(0)
    unknown: int = 0
    count: int = 0


class SpendingChart(QWidget):
    """The bars of one currency."""

    def __init__(self, words: MoneyWords, *, parent: QWidget | None = None) -> None:
        """Makes it empty."""
        super().__init__(parent)
        self._words = words
        self._currency = "usd"
        self._current = -1
        self.bars: tuple[Bar, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Spending by day"))
        give_role(self, QAccessible.Role.Chart)
        look().changed.connect(self.updateGeometry)

    def set_rows(self, rows: tuple[SumRow, ...], currency: str, since: date | None, until: date) -> None:
        """Shows the days from `since` (None: from the first with an entry) to `until`."""
        self._currency = currency
        self.bars = bars_of(rows, currency, since, until)
        self._current = min(self._current, len(self.bars) - 1)
        highest = max(self.bars, key=lambda bar: bar.amount, default=None)
        words = self.tr("No spending to show.")
        if highest is not None and highest.count:
            words = self.tr(
                "Bars for %n day(s) or spans of days. Most: {bar}. Arrow keys go from bar to bar.",
                "",
                len(self.bars),
            )
            words = words.format(bar=self.bar_words(highest))
        self.setAccessibleDescription(words)
        self.update()

    def bar_words(self, bar: Bar) -> str:
        """Returns what a bar says."""
        day = self._words.day(bar.first)
        if bar.last != bar.first:
            day = self.tr("{first} to {last}").format(first=day, last=self._words.day(bar.last))
        amount = money(
            None if bar.count and bar.unknown == bar.count else bar.amount, self._currency, exact=True
        )
        unknown = self._words.unknown(bar.unknown)
        return labelled(day, amount) + (f" · {unknown}" if unknown else "")

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(320, look().pixels(180))

    def minimumSizeHint(self) -> QSize:
        """Bars get thin before they go."""
        return QSize(100, look().pixels(140))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose a bar."""
        steps = {Qt.Key.Key_Left: self._current - 1, Qt.Key.Key_Right: self._current + 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.bars) - 1}
        wanted = {**steps, **ends}.get(Qt.Key(event.key()))
        if wanted is None or not self.bars:
            super().keyPressEvent(event)
            return
        self._choose(min(max(wanted, 0), len(self.bars) - 1))
        announce(self, self.bar_words(self.bars[self._current]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The bar under the pointer is chosen."""
        self._choose(self._bar_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """None is chosen."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._choose(-1)

    def event(self, event: QEvent) -> bool:
        """Shows what the bar under the pointer says."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._bar_at(event.pos().x())
            if 0 <= place < len(self.bars):
                QToolTip.showText(event.globalPos(), plain_tip(self.bar_words(self.bars[place])), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws lines, bars and the words under them."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right everywhere
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().small_font())
        area = self._area()
        highest = max((bar.amount for bar in self.bars), default=Decimal(0))
        self._draw_scale(painter, area, highest)
        for place, bar in enumerate(self.bars):
            self._draw_bar(painter, area, place, bar, highest)
        self._draw_words(painter, area)
        painter.end()
        paint_focus_ring(self, radius=8)

    def _draw_scale(self, painter: QPainter, area: QRectF, highest: Decimal) -> None:
        theme = look().theme
        for share in (Decimal(0), Decimal("0.5"), Decimal(1)):
            y = area.bottom() - float(share) * area.height()
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            if highest and share:
                painter.setPen(QColor(theme.muted))
                box = QRectF(0, y - 10, area.left() - 8, 20)
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box, int(flags), _rounded(highest * share, self._currency))

    def _draw_bar(self, painter: QPainter, area: QRectF, place: int, bar: Bar, highest: Decimal) -> None:
        theme, box = look().theme, self._slot(area, place)
        chosen = place == self._current
        if chosen:
            painter.fillRect(QRectF(box.left(), area.top(), box.width(), area.height()), QColor(theme.hover))
        gap = min(box.width() * 0.2, 6.0)
        slim = box.adjusted(gap / 2, 0, -gap / 2, 0)
        if slim.width() > 40:
            slim = QRectF(slim.center().x() - 20, slim.top(), 40, slim.height())
        painter.setPen(Qt.PenStyle.NoPen)
        if bar.amount > 0 and highest:
            height = max(2.0, float(bar.amount / highest) * area.height())
            painter.setBrush(QColor(theme.accent_hover if chosen else theme.accent))
            radius = min(3.0, slim.width() / 2)
            painter.drawRoundedRect(
                QRectF(slim.left(), area.bottom() - height, slim.width(), height), radius, radius
            )
        if bar.unknown:
            painter.setBrush(QColor(theme.warning))
            size = min(5.0, slim.width())
            painter.drawEllipse(QPointF(slim.center().x(), area.bottom() + 5), size / 2, size / 2)

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        if not self.bars:
            return
        painter.setPen(QColor(look().theme.text if self._current >= 0 else look().theme.muted))
        below = QRectF(area.left(), area.bottom() + 9, area.width(), self.height() - area.bottom() - 9)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        if self._current >= 0:
            words = self.bar_words(self.bars[self._current])
            below.setLeft(0)
            painter.drawText(below, middle | int(Qt.AlignmentFlag.AlignHCenter), words)
            return
        painter.drawText(below, middle | int(Qt.AlignmentFlag.AlignLeft), self._words.day(self.bars[0].first))
        if len(self.bars) > 1:
            last = self._words.day(self.bars[-1].last)
            painter.drawText(below, middle | int(Qt.AlignmentFlag.AlignRight), last)

    def _area(self) -> QRectF:
        metrics = QFontMetricsF(look().small_font())
        highest = max((bar.amount for bar in self.bars), default=Decimal(0))
        widest = max(
            metrics.horizontalAdvance(_rounded(highest * share, self._currency))
            for share in (Decimal("0.5"), Decimal(1))
        )
        left = (widest if highest else 0.0) + 10
        return QRectF(left, 12, self.width() - left - 8, self.height() - 12 - metrics.height() - 16)

    def _slot(self, area: QRectF, place: int) -> QRectF:
        width = area.width() / max(1, len(self.bars))
        return QRectF(area.left() + place * width, area.top(), width, area.height())

    def _bar_at(self, x: float) -> int:
        area = self._area()
        if not self.bars or not area.left() <= x <= area.right() or area.width() <= 0:
            return -1
        return min(int((x - area.left()) / area.width() * len(self.bars)), len(self.bars) - 1)

    def _choose(self, place: int) -> None:
        if place != self._current:
            self._current = place
            self.update()


def _rounded(amount: Decimal, currency: str) -> str:
    return exact_money(Decimal(f"{amount:.2g}"), currency)


def bars_of(rows: tuple[SumRow, ...], currency: str, since: date | None, until: date) -> tuple[Bar, ...]:
    """Returns a bar for each day, or for as many days as make at most 120 bars; entries without a currency
    count as unknown.
    """
    found = [row for row in rows if row.currency in (currency, "")]
    days = [date.fromisoformat(row.key) for row in found]
    if since is None:
        since = min(days, default=until)
    first = min(since, until)
    span = (max([until, *days]) - first).days + 1
    width = -(-span // _MOST_BARS)
    bars = [
        Bar(first + timedelta(days=start), first + timedelta(days=min(start + width, span) - 1))
        for start in range(0, span, width)
    ]
    for day, row in zip(days, found, strict=True):
        place = (day - first).days // width
        if place >= 0:
            old = bars[place]
            amount, unknown, count = (
                old.amount + row.charged,
                old.unknown + row.unknown,
                old.count + row.count,
            )
            bars[place] = Bar(old.first, old.last, amount, unknown, count)
    return tuple(bars)
