"""Fonts, colours and distances of the transcript at one theme and text zoom.

Promise: a style never changes; another theme or zoom is another style.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat

from panda_desktop.markdown.blocks import Span, SpanKind
from panda_desktop.ui.theme.fonts import mono_font, system_font, type_scale
from panda_desktop.ui.theme.tokens import Theme

COLUMN: Final = 760
"""Widest the text gets, in pixels at 100 %: longer lines are hard to read."""
MARGIN: Final = 20
"""Least distance of the column from the sides of the view."""

_SYNTAX: Final = {
    "keyword": "keyword",
    "name": "name",
    "builtin": "type",
    "string": "string",
    "number": "number",
    "comment": "comment",
    "inserted": "inserted",
    "deleted": "deleted",
    "heading": "name",
}


class Style:
    """What everything in the transcript is drawn with."""

    def __init__(self, theme: Theme, zoom: int, *, mirrored: bool = False) -> None:
        """Takes the colours, the text zoom in per cent, and whether the interface runs from right to left."""
        self.theme = theme
        self.mirrored = mirrored
        self.zoom = zoom
        scale = type_scale(zoom)
        self.factor = scale.factor
        self.body = system_font(scale.body)
        self.bold = system_font(scale.body, bold=True)
        self.small = system_font(scale.small)
        self.small_bold = system_font(scale.small, bold=True)
        self.reasoning = system_font(scale.small * 1.08)
        self.mono = mono_font(scale.mono)
        self._headings = [
            system_font(points, bold=True)
            for points in (
                scale.title,
                scale.heading,
                scale.heading * 0.92,
                scale.body,
                scale.body,
                scale.body,
            )
        ]
        self.body_line = self.px(21)
        self.small_line = self.px(19)
        self.mono_line = self.px(20)
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        self._colours: dict[str, QColor] = {}

    def px(self, at_100: float) -> float:
        """Returns a distance that follows the text zoom."""
        return round(at_100 * self.factor)

    def colour(self, role: str) -> QColor:
        """Returns a colour of the theme by its name."""
        if role not in self._colours:
            self._colours[role] = QColor(getattr(self.theme, role))
        return self._colours[role]

    def heading(self, level: int) -> QFont:
        """Returns the font of a heading of level 1 to 6."""
        return self._headings[level - 1]

    def line_height(self, font: QFont) -> float:
        """Returns the height of a line of text in `font`: 1.5 times its size, or what it needs."""
        metrics = QFontMetricsF(font)
        return max(
            self.px(21) if font is self.body else round(metrics.height() * 1.22), round(metrics.height())
        )

    @cached_property
    def tab_stop(self) -> float:
        """Distance of tab stops."""
        return self.mono_metrics.horizontalAdvance(" ") * 4

    @cached_property
    def small_metrics(self) -> QFontMetricsF:
        """Measures of the small font."""
        return QFontMetricsF(self.small)

    @cached_property
    def mono_metrics(self) -> QFontMetricsF:
        """Measures of the code font."""
        return QFontMetricsF(self.mono)

    @cached_property
    def body_metrics(self) -> QFontMetricsF:
        """Measures of the body font."""
        return QFontMetricsF(self.body)

    @cached_property
    def bold_metrics(self) -> QFontMetricsF:
        """Measures of the bold body font, whose letters may be a fifth wider."""
        return QFontMetricsF(self.bold)

    @cached_property
    def character(self) -> float:
        """Average width of a character of body text."""
        return max(1.0, self.body_metrics.averageCharWidth() * 1.08)

    def span_format(self, span: Span, font: QFont, colour: str) -> QTextCharFormat:
        """Returns the format of an inline span inside text in `font`."""
        key = (span.kind, span.bold, span.italic, span.strike, bool(span.target), font.pointSizeF(), colour)
        return self._made(key, lambda made: self._dress_span(made, span, font, colour))

    def code_format(self, name: str) -> QTextCharFormat:
        """Returns the format of a class of code (`highlight.CLASSES`)."""
        colour = QColor(getattr(self.theme.syntax, _SYNTAX[name]))
        return self._made(("code", name), lambda made: made.setForeground(colour))

    @cached_property
    def selected(self) -> QTextCharFormat:
        """The format of selected text."""
        made = QTextCharFormat()
        made.setBackground(self.colour("selection"))
        made.setForeground(self.colour("text"))
        return made

    @cached_property
    def found(self) -> QTextCharFormat:
        """The format of text that was searched for."""
        made = QTextCharFormat()
        made.setBackground(self.colour("warning_background"))
        made.setForeground(self.colour("warning"))
        return made

    @cached_property
    def found_here(self) -> QTextCharFormat:
        """The format of the hit the search stands at."""
        made = QTextCharFormat()
        made.setBackground(self.colour("warning"))
        made.setForeground(self.colour("background"))
        return made

    def _made(self, key: tuple[object, ...], dress: Callable[[QTextCharFormat], None]) -> QTextCharFormat:
        found = self._formats.get(key)
        if found is None:
            found = QTextCharFormat()
            dress(found)
            self._formats[key] = found
        return found

    def _dress_span(self, made: QTextCharFormat, span: Span, font: QFont, colour: str) -> None:
        if span.kind in (SpanKind.CODE, SpanKind.MATH):
            mono = mono_font(font.pointSizeF() * 0.93)
            made.setFont(mono, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
        if span.bold:
            made.setFontWeight(QFont.Weight.DemiBold)
        if span.italic:
            made.setFontItalic(True)
        if span.strike:
            made.setFontStrikeOut(True)
        if span.kind is SpanKind.IMAGE:
            made.setForeground(self.colour("muted"))
        elif span.kind is SpanKind.FOOTNOTE:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            made.setForeground(self.colour("accent"))
        elif span.target:
            made.setForeground(self.colour("accent"))
            made.setFontUnderline(True)
        else:
            made.setForeground(self.colour(colour))
