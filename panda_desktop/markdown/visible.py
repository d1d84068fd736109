"""Shows characters that would otherwise act or hide.

Promise: one character in, one character out, so positions in shown and copied text agree.
"""

from typing import Final

_HIDDEN_SYMBOL: Final = "\u2426"  # SYMBOL FOR SUBSTITUTE FORM TWO

_CONTROLS: Final = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), ord(_HIDDEN_SYMBOL)),
}
# Characters that reorder or hide text: bidirectional controls (Unicode TR9, Trojan Source), zero-width, tags.
_HIDING: Final = dict.fromkeys(
    [
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0x00AD,
        0x061C,
        0x180E,
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
    ],
    ord(_HIDDEN_SYMBOL),
)
_LINE_SEPARATORS: Final = {0x2028: 0x2424, 0x2029: 0x2424}
_PROSE: Final = {**_CONTROLS, **_LINE_SEPARATORS}
_STRICT: Final = {**_CONTROLS, **_LINE_SEPARATORS, **_HIDING}


def in_prose(text: str) -> str:
    """Makes control characters visible; joiners and direction marks keep working (emoji, Arabic)."""
    return text if text.isprintable() else text.translate(_PROSE)


def in_code(text: str) -> str:
    """Makes control, direction and zero-width characters visible: for code, links and addresses."""
    return text if text.isascii() and text.isprintable() else text.translate(_STRICT)
