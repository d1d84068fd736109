"""The theme and text zoom in force, and the switch between them.

Promise: after `changed` every widget, icon and font is already in the new look; nothing needs a restart.

Like Qt's own palette and font, the look is ambient: there is one controller for an application, and kit
widgets read it through `look()` instead of having it handed down.
"""

from enum import StrEnum

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from panda_desktop.domain.settings import Settings
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
        changed(Theme): colours, text size or density changed; emitted after they are in force.
    """

    changed = Signal(object)

    def __init__(
        self,
        app: QApplication,
        mode: ThemeMode = ThemeMode.SYSTEM,
        zoom: int = 100,
        accent: str = "green",
        *,
        compact: bool = False,
    ) -> None:
        """Dresses `app` at once. A second controller for the same application replaces the first.

        `accent` is as for `set_accent`, `compact` as for `set_compact`.
        """
        super().__init__(app)
        global _active
        if _active is not None and shiboken6.isValid(_active):
            _active.deleteLater()
        _active = self
        self._app = app
        self._mode = mode
        self._accent = accent
        # Known before the program's own palette hides it; a second controller finds only that.
        self._system_accent = _system_accent(app) if _system_accent_of is None else _system_accent_of
        self._scale = type_scale(zoom, compact=compact)
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
        self._scale = type_scale(zoom, compact=self._scale.compact)
        self._dress()
        self.changed.emit(self._theme)

    @property
    def accent(self) -> str:
        """The accent that was chosen, as for `set_accent`."""
        return self._accent

    def set_accent(self, accent: str) -> None:
        """Sets the accent colour: one of `domain.settings.ACCENTS`, or `system` for the desktop's."""
        self._accent = accent
        self._apply(self._wanted())

    @property
    def system_accent(self) -> str:
        """The accent colour of the desktop, `#rrggbb`; empty when it tells none of its own."""
        return self._system_accent

    @property
    def compact(self) -> bool:
        """Whether there is less air between things."""
        return self._scale.compact

    def set_compact(self, compact: bool) -> None:
        """Chooses between less air between things and the comfortable amount."""
        if compact == self._scale.compact:
            return
        self._scale = type_scale(self._scale.zoom, compact=compact)
        self._dress()
        self.changed.emit(self._theme)

    def pad(self, pixels: int) -> int:
        """Returns a distance of the comfortable layout as the density has it, in pixels."""
        return self._scale.pad(pixels)

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
        dark = system_is_dark() if self._mode is ThemeMode.SYSTEM else self._mode is ThemeMode.DARK
        theme = DARK if dark else LIGHT
        if self._accent == "green":
            return theme
        from panda_desktop.ui.theme.accents import accented  # most start in green

        return accented(theme, self._accent, self._system_accent)

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


def _system_accent(app: QApplication) -> str:
    """Returns the accent colour of the desktop, `#rrggbb`; empty when it tells none of its own."""
    global _system_accent_of
    given = app.palette().color(QPalette.ColorRole.Accent)
    own = app.style().standardPalette().color(QPalette.ColorRole.Accent)
    _system_accent_of = given.name() if given != own else ""
    return _system_accent_of


def system_is_dark() -> bool:
    """Whether the desktop asks for a dark look; False when it says nothing."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def dress(controller: ThemeController, settings: Settings) -> None:
    """Makes the look as the settings say; what is so already costs nothing."""
    controller.set_mode(ThemeMode(settings.theme))
    controller.set_accent(settings.accent)
    controller.set_zoom(settings.zoom)
    controller.set_compact(settings.density == "compact")
    controller.set_motion_allowed({"reduced": False, "full": True}.get(settings.motion))


_active: ThemeController | None = None
_system_accent_of: str | None = None
"""The desktop's accent as it was before the first controller; empty for none."""


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
