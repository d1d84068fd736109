"""Typesets LaTeX off the GUI thread and keeps the results.

Promise: asking never waits; what cannot be typeset stays source; a formula is typeset once and recoloured
when it is drawn.
"""

import re
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from panda_desktop.markdown.tex import MAX_TEX

_KEPT: Final = 500
_EM: Final = 100.0
_VIEW_BOX = re.compile(r'viewBox="([-\d.e]+) ([-\d.e]+) ([-\d.e]+) ([-\d.e]+)"')
_NOT_IN_FONT = re.compile("[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]")

Key = tuple[str, bool]
"""TeX source, and whether it is set as a display formula."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A typeset formula; lengths in units of the font size.

    Attributes:
        svg: the picture, black on nothing.
        width: of the picture.
        ascent: height above the baseline.
        descent: depth below it.
    """

    svg: bytes
    width: float
    ascent: float
    descent: float


class FormulaStore(QObject):
    """Formulas by source.

    Signals:
        ready(key): the formula of a key asked for before is typeset now.
    """

    ready = Signal(object)
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts no thread before the first formula."""
        super().__init__(parent)
        self._formulas: OrderedDict[Key, Formula | None] = OrderedDict()
        self._pictures: OrderedDict[tuple[Key, int, str, float], QPixmap] = OrderedDict()
        self._asked: set[Key] = set()
        self._pool: QThreadPool | None = None
        self._done.connect(self._take)

    def formula(self, key: Key) -> Formula | None:
        """Returns the formula, or None while it is being typeset or when it cannot be."""
        if key in self._formulas:
            self._formulas.move_to_end(key)
            return self._formulas[key]
        if key not in self._asked and 0 < len(key[0]) <= MAX_TEX:
            self._asked.add(key)
            if self._pool is None:
                self._pool = QThreadPool(self)
                self._pool.setMaxThreadCount(1)
            self._pool.start(_Typeset(key, self))
        return None

    def waits(self, key: Key) -> bool:
        """Whether a formula is on its way."""
        return key in self._asked

    def picture(self, key: Key, em: float, colour: QColor, ratio: float) -> QPixmap:
        """Returns the picture of a typeset formula at a font size of `em` pixels."""
        found = (key, round(em * 8), colour.name(), ratio)
        if found in self._pictures:
            self._pictures.move_to_end(found)
            return self._pictures[found]
        formula = self._formulas[key]
        assert formula is not None
        pixmap = _drawn(formula, em, colour, ratio)
        self._pictures[found] = pixmap
        if len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        return pixmap

    def _take(self, key: Key, formula: Formula | None) -> None:
        self._asked.discard(key)
        self._formulas[key] = formula
        if len(self._formulas) > _KEPT:
            self._formulas.popitem(last=False)
        if formula is not None:
            self.ready.emit(key)

    def close(self) -> None:
        """Waits for the formula being typeset and forgets the rest. Call it before the store goes away."""
        if self._pool is not None:
            self._pool.clear()
            self._pool.waitForDone()


class _Typeset(QRunnable):
    def __init__(self, key: Key, store: FormulaStore) -> None:
        super().__init__()
        self._key = key
        self._store = store

    def run(self) -> None:
        """Typesets and reports through a queued signal."""
        formula = typeset(self._key)
        with suppress(RuntimeError):  # the store was deleted meanwhile: nobody waits
            self._store._done.emit(self._key, formula)


def typeset(key: Key) -> Formula | None:
    """Typesets a formula; returns None when it cannot be. Takes milliseconds: not for the GUI thread."""
    tex, display = key
    if _NOT_IN_FONT.search(tex):
        return None  # the mathematical font has no such letters
    from latex2mathml.converter import convert
    from ziamath.config import config
    from ziamath.zmath import Latex

    config.svg2 = False
    try:
        if _unknown_commands(convert(tex)):
            return None
        svg = Latex(tex, size=_EM, inline=not display).svg()
    except (Exception, RecursionError):
        return None  # whatever a malformed formula makes these two raise, its source is shown instead
    box = _VIEW_BOX.search(svg)
    if box is None:
        return None
    _, top, width, height = map(float, box.groups())
    return Formula(svg.encode(), width / _EM, -top / _EM, (height + top) / _EM)


def _unknown_commands(mathml: str) -> bool:
    return re.search(r">\s*(?:\\|&#x0005C;)[A-Za-z]+", mathml) is not None


def _drawn(formula: Formula, em: float, colour: QColor, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    width = formula.width * em
    height = (formula.ascent + formula.descent) * em
    pixmap = QPixmap(QSize(max(1, round(width * ratio)), max(1, round(height * ratio))))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(formula.svg)).render(painter, QRectF(pixmap.rect()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
