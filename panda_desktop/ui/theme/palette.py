"""A theme as a `QPalette`, for what style sheets do not reach.

Promise: every role and group is set, so no widget falls back to the desktop's own colours.
"""

from PySide6.QtGui import QColor, QPalette

from panda_desktop.ui.theme.tokens import DISABLED, Theme


def palette(theme: Theme) -> QPalette:
    """Returns the palette of a theme."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, theme.background),
        (role.WindowText, theme.text),
        (role.Base, theme.card),
        (role.AlternateBase, theme.side),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.card),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.danger),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.text),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.text),
        (role.ToolTipText, theme.background),
        (role.Light, theme.card),
        (role.Midlight, theme.side),
        (role.Mid, theme.line),
        (role.Dark, theme.muted),
        (role.Shadow, theme.shadow),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(theme.muted)
        faded.setAlphaF(DISABLED)
        made.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return made
