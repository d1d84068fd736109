"""The paper, its type and its colours.

Promise: all lengths are in the units of the device; colours are those of the light theme, whatever the
window wears.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale, QMarginsF, QRectF
from PySide6.QtGui import QFont, QFontInfo, QPageLayout, QPageSize, QPdfWriter

from panda_desktop.ui.theme.fonts import mono_font, system_font
from panda_desktop.ui.theme.tokens import LIGHT

DPI: Final = 600
_PIXEL: Final = DPI / 96
_MARGINS_MM: Final = QMarginsF(20, 18, 20, 22)
_BODY: Final = 10.5
_SMALL: Final = 8.5
_CODE: Final = 9.0
_CHINESE_MONO: Final = "Noto Sans Mono CJK SC"
_EMOJI: Final = ("Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji")
_LETTER: Final = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, empty.

    Attributes:
        area: where the text stands.
        width: of the whole paper.
        height: of the whole paper.
        body: the font of the text.
        small: the font of what is beside it.
        code: the font of source code.
        style: a style sheet for Qt's HTML.
    """

    area: QRectF
    width: float
    height: float
    body: QFont
    small: QFont
    code: QFont
    style: str


def pixels(count: float) -> float:
    """Returns a length on paper for one on the screen (1/96 inch)."""
    return count * _PIXEL


def prepare(writer: QPdfWriter) -> Sheet:
    """Sets paper and margins of a PDF by the country one is in; returns the sheet."""
    territory = QLocale.territoryToCode(QLocale.system().territory())
    size = QPageSize(QPageSize.PageSizeId.Letter if territory in _LETTER else QPageSize.PageSizeId.A4)
    writer.setResolution(DPI)
    layout = QPageLayout(
        size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter
    )
    writer.setPageLayout(layout)
    paper = layout.fullRectPixels(DPI)
    a_millimetre = DPI / 25.4
    area = QRectF(paper).marginsRemoved(_MARGINS_MM * a_millimetre)
    body, code = _with_emoji(system_font(_BODY)), _with_emoji(mono_font(_CODE), _CHINESE_MONO)
    return Sheet(
        area, paper.width(), paper.height(), body, _with_emoji(system_font(_SMALL)), code, _style(code)
    )


def _with_emoji(font: QFont, *more: str) -> QFont:
    # The system's name may be an alias (`monospace`), which any family behind it would overrule.
    families = [QFontInfo(font).family()]
    chinese = [family for family in system_font(_BODY).families()[1:] if family not in families]
    font.setFamilies([*families, *more, *chinese, *_EMOJI])
    return font


def _style(code: QFont) -> str:
    syntax = LIGHT.syntax
    coloured = {
        "keyword": syntax.keyword,
        "name": syntax.name,
        "builtin": syntax.type,
        "string": syntax.string,
        "number": syntax.number,
        "comment": syntax.comment,
        "inserted": syntax.inserted,
        "deleted": syntax.deleted,
        "heading": syntax.name,
    }
    families = ", ".join(f"'{family}'" for family in code.families())
    return (
        f"body {{ color: {LIGHT.text}; }} a {{ color: {LIGHT.accent}; }}"
        "p, ul, ol, blockquote, h1, h2, h3, h4, h5, h6 { margin-top: 0; margin-bottom: 0; }"
        "li p, li ul, li ol, blockquote p, div p { margin-top: 3px; }"
        "h1 { font-size: 17pt; font-weight: 600; } h2 { font-size: 13.5pt; font-weight: 600; }"
        "h3 { font-size: 12pt; font-weight: 600; } h4, h5, h6 { font-size: 10.5pt; font-weight: 600; }"
        f"blockquote {{ color: {LIGHT.muted}; margin-left: 14px; }}"
        f"code, pre {{ font-family: {families}; font-size: {_CODE}pt; }}"
        f"pre {{ white-space: pre-wrap; background-color: {LIGHT.code}; margin-top: 3px; }}"
        "table { border-collapse: collapse; } th { font-weight: 600; }"
        f"td, th {{ border: 1px solid #cfcfc9; padding: 3px 7px; }} th {{ background-color: {LIGHT.code}; }}"
        + "".join(f".{name} {{ color: {colour}; }}" for name, colour in coloured.items())
    )
