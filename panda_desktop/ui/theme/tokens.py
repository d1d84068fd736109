"""The colours of the program, one value per purpose, in a light and a dark set.

Promise: text, muted, accent, warning and danger are readable (WCAG 2.2 AA, 4.5:1) on every surface they
are used on.
"""

from dataclasses import dataclass
from typing import Final

DISABLED: Final = 0.8
"""Share of `muted` in the words of what cannot be used now: quieter, and still read (3:1)."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """Colours of source code on the `code` surface, each `#rrggbb`."""

    keyword: str
    name: str
    string: str
    number: str
    comment: str
    type: str
    operator: str
    deleted: str
    inserted: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, each `#rrggbb`.

    Attributes:
        name: `light` or `dark`.
        dark: True when the background is darker than the text.
        background: transcript, grids.
        side: lists, forms, status bar.
        rail: the tab rail.
        line: 1-px separators and borders.
        text: what is read.
        muted: secondary text and quiet icons.
        accent: the one primary action of a view, selection, focus ring.
        accent_background: selected rows and segments.
        card: composer, job cards, tiles, fields.
        code: code blocks.
        user: the person's own messages.
        warning: outcome unknown, low balance.
        danger: errors, destructive actions.
        on_accent: text and icons on an accent surface.
        accent_hover: the accent surface under the pointer.
        accent_pressed: the accent surface while held.
        hover: a quiet control under the pointer.
        pressed: a quiet control while held.
        focus: the 2-px ring of keyboard focus.
        warning_background: a warning notice.
        danger_background: an error notice.
        selection: selected text's background.
        scroll_handle: the handle of a scroll bar.
        shadow: colour of the shadow under composer and menus, drawn at low opacity.
        syntax: colours of source code.
        tags: colours of tags, as text or mark on `side`, `hover` and `accent_background`.
    """

    name: str
    dark: bool
    background: str
    side: str
    rail: str
    line: str
    text: str
    muted: str
    accent: str
    accent_background: str
    card: str
    code: str
    user: str
    warning: str
    danger: str
    on_accent: str
    accent_hover: str
    accent_pressed: str
    hover: str
    pressed: str
    focus: str
    warning_background: str
    danger_background: str
    selection: str
    scroll_handle: str
    shadow: str
    syntax: Syntax
    tags: tuple[str, ...]


LIGHT: Final = Theme(
    name="light",
    dark=False,
    background="#ffffff",
    side="#f6f6f4",
    rail="#efefec",
    line="#e4e4df",
    text="#1d1f21",
    muted="#666a71",  # a shade under the sketch's #6b6f76, which is 4.4:1 on the rail
    accent="#2f6f4f",
    accent_background="#e4f0e9",
    card="#ffffff",
    code="#f5f6f7",
    user="#eef2ef",
    warning="#9a5b00",
    danger="#a3302a",
    on_accent="#ffffff",
    accent_hover="#296245",
    accent_pressed="#22543b",
    hover="#ecece8",
    pressed="#e2e2dd",
    focus="#2f6f4f",
    warning_background="#fbf1e0",
    danger_background="#fbebe9",
    selection="#c9e3d5",
    scroll_handle="#c9c9c3",
    shadow="#000000",
    syntax=Syntax(
        keyword="#9a2393",
        name="#2a5fc4",
        string="#8a5300",
        number="#9a4a12",
        comment="#467236",
        type="#0f6e84",
        operator="#1d1f21",
        deleted="#a3302a",
        inserted="#2f6f4f",
    ),
    tags=("#5f646b", "#a3302a", "#8a5300", "#5c6300", "#2f6f4f", "#0f6478", "#2a5fc4", "#7b3fae"),
)

DARK: Final = Theme(
    name="dark",
    dark=True,
    background="#17191c",
    side="#1d2024",
    rail="#121416",
    line="#2c3036",
    text="#e6e7e9",
    muted="#9aa0a8",
    accent="#6cc398",
    accent_background="#1f3329",
    card="#1d2024",
    code="#101214",
    user="#23282d",
    warning="#e0a04a",
    danger="#f08a80",
    on_accent="#10231a",
    accent_hover="#7dcda5",
    accent_pressed="#5bb287",
    hover="#282c31",
    pressed="#30353b",
    focus="#6cc398",
    warning_background="#33291a",
    danger_background="#3a2422",
    selection="#2d5240",
    scroll_handle="#3c4249",
    shadow="#000000",
    syntax=Syntax(
        keyword="#c678dd",
        name="#61afef",
        string="#e5c07b",
        number="#d19a66",
        comment="#98c379",
        type="#56b6c2",
        operator="#e6e7e9",
        deleted="#f08a80",
        inserted="#6cc398",
    ),
    tags=("#a6acb4", "#f08a80", "#e0a04a", "#cfc05c", "#6cc398", "#56b6c2", "#6fb6f5", "#cfa3f2"),
)


def contrast(one: str, other: str) -> float:
    """Returns the contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
