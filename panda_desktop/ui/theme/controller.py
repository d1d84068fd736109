"""The theme and text zoom in force, and the switch between them.

Promise: after `changed` every widget, icon and font is already in the new look; nothing needs a restart.

Like Qt's own palette and font, the look is ambient: there is one controller for an application, and kit
widgets read it through `look()` instead of having it handed down.
"""

from enum import StrEnum

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from panda_desktop.ui.theme.fonts import ZOOM_MAX, ZOOM_MIN, TypeScale, mono_font, system_font, type_scale
from panda_desktop.ui.theme.palette import palette
from panda_desktop.ui.theme.stylesheet import style_sheet
from panda_desktop.ui.theme.tokens import DARK, LIGHT, Theme


class ThemeMode(StrEnum):
    """What the person chose."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class ThemeController(QObject):
    """Keeps the look of the application.

    Signals:
        changed(Theme): colours or text size changed; emitted after they are in force.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, mode: ThemeMode = ThemeMode.SYSTEM, zoom: int = 100) -> None:
        """Dresses `app` at once. A second controller for the same application replaces the first."""
        super().__init__(app)
        global _active
        if _active is not None and shiboken6.isValid(_active):
            _active.deleteLater()
        _active = self
        self._app = app
        self._mode = mode
        self._scale = type_scale(zoom)
        self._theme = LIGHT
        self._motion_allowed: bool | None = None
        app.setStyle("Fusion")
        self._tell_system()
        self._theme = self._wanted()
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self._theme

    @property
    def mode(self) -> ThemeMode:
        """What the person chose."""
        return self._mode

    @property
    def zoom(self) -> int:
        """Text size in per cent."""
        return self._scale.zoom

    @property
    def scale(self) -> TypeScale:
        """The type sizes in force."""
        return self._scale

    def set_mode(self, mode: ThemeMode) -> None:
        """Switches to light, dark or the system's choice."""
        if mode is self._mode:
            return
        self._mode = mode
        self._tell_system()
        self._apply(self._wanted())

    def set_zoom(self, zoom: int) -> None:
        """Sets the text size in per cent; a value outside 80 to 200 is brought inside."""
        zoom = max(ZOOM_MIN, min(ZOOM_MAX, zoom))
        if zoom == self._scale.zoom:
            return
        self._scale = type_scale(zoom)
        self._dress()
        self.changed.emit(self._theme)

    def body_font(self, *, bold: bool = False) -> QFont:
        """The interface font for text that a widget paints itself."""
        return system_font(self._scale.body, bold=bold)

    def small_font(self) -> QFont:
        """The interface font for secondary text that a widget paints itself."""
        return system_font(self._scale.small)

    def mono_font(self) -> QFont:
        """The fixed-pitch font of source code."""
        return mono_font(self._scale.mono)

    def pixels(self, at_100: float) -> int:
        """Returns a pixel size that follows the text zoom, such as an icon's."""
        return round(at_100 * self._scale.factor)

    def set_motion_allowed(self, allowed: bool | None) -> None:
        """Overrides the system's wish for less motion; None follows the system again."""
        self._motion_allowed = allowed

    def motion_allowed(self) -> bool:
        """Whether things may move: False when the system asks for less motion."""
        if self._motion_allowed is not None:
            return self._motion_allowed
        # Qt maps the platform's "reduce motion" to an animation time of 0.
        return self._app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    def _wanted(self) -> Theme:
        if self._mode is ThemeMode.LIGHT:
            return LIGHT
        if self._mode is ThemeMode.DARK:
            return DARK
        return DARK if system_is_dark() else LIGHT

    def _tell_system(self) -> None:
        """Makes native parts (title bar, file dialogs) follow the choice."""
        hints = QGuiApplication.styleHints()
        if self._mode is ThemeMode.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = self._mode is ThemeMode.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _system_changed(self) -> None:
        if self._mode is ThemeMode.SYSTEM:
            self._apply(self._wanted())

    def _apply(self, theme: Theme) -> None:
        if theme is self._theme:
            return
        self._theme = theme
        self._dress()
        self.changed.emit(theme)

    def _dress(self) -> None:
        self._app.setPalette(palette(self._theme))
        self._app.setFont(system_font(self._scale.body))
        self._app.setStyleSheet(style_sheet(self._theme, self._scale))


def system_is_dark() -> bool:
    """Whether the desktop asks for a dark look; False when it says nothing."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


_active: ThemeController | None = None


def look() -> ThemeController:
    """Returns the application's controller, made on first use.

    Raises:
        RuntimeError: there is no `QApplication` yet.
    """
    if _active is not None and shiboken6.isValid(_active):
        return _active
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the look of the program needs a QApplication")
    return ThemeController(app)
