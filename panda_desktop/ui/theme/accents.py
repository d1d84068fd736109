"""Themes in another accent colour.

Promise: whatever colour is asked for, words in it and on it are readable (WCAG 2.2 AA, 4.5:1) wherever the
theme uses it: a colour that is too pale or too dark is brought as near as that allows.
"""

from dataclasses import replace
from functools import cache
from typing import Final

from panda_desktop.ui.theme.stylesheet import mix
from panda_desktop.ui.theme.tokens import LIGHT, Theme, contrast

# As they are asked for in the light theme and in the dark one.
_ASKED: Final = {
    "teal": ("#0f6e78", "#56bfc9"),
    "blue": ("#2a5fc4", "#7fb0f5"),
    "violet": ("#6a42b8", "#b49bf0"),
    "pink": ("#a8326f", "#ee94c0"),
    "red": ("#a8322c", "#f0918a"),
    "orange": ("#94510b", "#e6a257"),
    "grey": ("#4d535b", "#b4bac3"),
}
_READABLE: Final = 4.5
_MARGIN: Final = 0.05
_STEP: Final = 0.04
_TINT_STEP: Final = 0.005
_INKS: Final = ("text", "muted", "warning", "danger")
_SURFACES: Final = ("background", "side", "rail", "card", "code", "user", "hover")
_NOTICES: Final = ("warning_background", "danger_background")


@cache
def accented(theme: Theme, name: str, system: str = "") -> Theme:
    """Returns a theme in an accent colour.

    Args:
        theme: `LIGHT` or `DARK`, which are green.
        name: one of `domain.settings.ACCENTS`, or `system`; another one leaves the theme as it is.
        system: the desktop's accent colour, `#rrggbb`; empty when it has none.
    """
    asked = _ASKED[name][theme.dark] if name in _ASKED else system if name == "system" else ""
    return _in(theme, asked) if asked else theme


def _in(theme: Theme, asked: str) -> Theme:
    towards = "#ffffff" if theme.dark else "#000000"
    share = 1.0
    while True:
        colour = mix(asked, towards, share)
        made = _with(theme, colour)
        if share <= 0 or _is_readable(made):
            return made
        share = max(0.0, share - _STEP)


def _with(theme: Theme, colour: str) -> Theme:
    away = theme.background if theme.dark else "#000000"
    return replace(
        theme,
        accent=colour,
        focus=colour,
        on_accent=mix(colour, "#000000", 0.16) if theme.dark else LIGHT.on_accent,
        accent_background=_tint(theme, colour, 0.2 if theme.dark else 0.13, _INKS),
        accent_hover=mix(colour, "#ffffff", 0.88) if theme.dark else mix(colour, away, 0.89),
        accent_pressed=mix(colour, away, 0.89 if theme.dark else 0.77),
        selection=_tint(theme, colour, 0.36 if theme.dark else 0.28, ("text",)),
    )


def _tint(theme: Theme, colour: str, share: float, inks: tuple[str, ...]) -> str:
    """Returns the background with as much of a colour, up to a share, as lets `inks` be read on it."""
    while True:
        tint = mix(colour, theme.background, share)
        if share <= 0 or all(contrast(getattr(theme, ink), tint) >= _READABLE + _MARGIN for ink in inks):
            return tint
        share = max(0.0, share - _TINT_STEP)


def _is_readable(theme: Theme) -> bool:
    pairs = [(theme.accent, getattr(theme, name)) for name in (*_SURFACES, *_NOTICES, "accent_background")]
    pairs += [(theme.on_accent, each) for each in (theme.accent, theme.accent_hover, theme.accent_pressed)]
    return all(contrast(*pair) >= _READABLE + _MARGIN for pair in pairs)
