"""The window: rail, pages, notices, status bar, and the commands that reach them.

Promise: a page is made when it is first visited, every place is one key away, and nothing in here waits.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from panda_desktop.ui.icons import app_icon
from panda_desktop.ui.kit import NoticeHost, Surface
from panda_desktop.ui.theme import ThemeMode, look
from panda_desktop.ui.window.commands import Command, Commands
from panda_desktop.ui.window.geometry import restore_geometry, save_geometry
from panda_desktop.ui.window.rail import Rail, RailEntry
from panda_desktop.ui.window.status_bar import StatusBar

if TYPE_CHECKING:
    from panda_desktop.ui.window.cheat_sheet import CheatSheet
    from panda_desktop.ui.window.command_palette import CommandPalette


class Place(StrEnum):
    """Where one can be."""

    CHAT = "chat"
    IMAGES = "images"
    VIDEOS = "videos"
    LIBRARY = "library"
    SPENDING = "spending"
    SETTINGS = "settings"


NARROW: Final = 900
"""Below this width of the window lists collapse behind a button and forms move above grids."""

_SMALLEST: Final = QSize(320, 360)
_ZOOM_STEP: Final = 10


class MainWindow(QMainWindow):
    """The main window.

    Attributes:
        notices: the stack of notices above the page.
        status: the status bar.
        commands: what can be done; pages add theirs.
        may_close: asked before the window closes; False keeps it open.

    Signals:
        place_changed(str): another place is shown; a `Place` value.
        new_chat_wanted: Ctrl+N.
        zoom_wanted(int): text size in per cent the person asked for.
        theme_wanted(str): a `ThemeMode` value.
        narrow_changed(bool): the window became narrower than `NARROW`, or no longer is.
        closing: the window closes; the program decides what becomes of running work.
    """

    place_changed = Signal(str)
    new_chat_wanted = Signal()
    zoom_wanted = Signal(int)
    theme_wanted = Signal(str)
    narrow_changed = Signal(bool)
    closing = Signal()

    def __init__(self, pages: Mapping[Place, Callable[[], QWidget]]) -> None:
        """Makes the window around `pages`: how to make each place's page, called at its first visit.

        A place without a page is left out of the rail.
        """
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self._factories = dict(pages)
        self._pages: dict[Place, QWidget] = {}
        self._place: Place | None = None
        self._narrow = False
        self.setWindowTitle(self.tr("Panda Desktop"))
        self.setWindowIcon(app_icon())
        self.setMinimumSize(_SMALLEST)
        self.notices = NoticeHost()
        self.status = StatusBar()
        self.commands = Commands(self)
        self._rail = Rail([entry for entry in self._entries() if Place(entry.key) in self._factories])
        self._rail.chosen.connect(lambda key: self.go(Place(key)))
        self._stack = QStackedWidget()
        self._cover: QWidget | None = None
        self._build()
        self._register_commands()

    def go(self, place: Place) -> QWidget:
        """Shows a place and returns its page, made now if this is the first visit; its main field has the
        focus.
        """
        page = self.page(place)
        known = page.focusWidget() is not None
        self._stack.setCurrentWidget(page)
        self._rail.set_current(place.value)
        if place is not self._place:
            self._place = place
            self.commands.set_place(place.value)
            self.place_changed.emit(place.value)
        _enter(page, known=known)
        return page

    def place(self) -> Place | None:
        """Returns where one is; None before the first `go` and while the first-start panel is shown."""
        return self._place

    def page(self, place: Place) -> QWidget:
        """Returns a place's page without going there.

        Raises:
            KeyError: the place has no page.
        """
        if place not in self._pages:
            page = self._factories[place]()
            self._pages[place] = page
            self._stack.addWidget(page)
        return self._pages[place]

    def missing_pages(self) -> list[Place]:
        """Returns the places whose pages are not made yet."""
        return [place for place in self._factories if place not in self._pages]

    def show_cover(self, cover: QWidget) -> None:
        """Shows a panel instead of a page, such as the first start; the rail leads away from it."""
        self.remove_cover()
        self._cover = cover
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        self._rail.set_current("")
        self._place = None
        self.commands.set_place("")

    def remove_cover(self) -> None:
        """Takes the panel away for good; go somewhere after it."""
        if self._cover is not None:
            self._stack.removeWidget(self._cover)
            self._cover.deleteLater()
            self._cover = None

    def add_strip(self, strip: QWidget) -> None:
        """Puts a line above notices and pages, seen wherever one is while it is not hidden."""
        self._strips.addWidget(strip)

    def is_narrow(self) -> bool:
        """Whether the window is narrower than `NARROW`."""
        return self._narrow

    def geometry_text(self) -> str:
        """Returns position and size for the settings."""
        return save_geometry(self)

    def restore_geometry_text(self, saved: str) -> None:
        """Puts the window where it was, visible whatever happened to the screens."""
        restore_geometry(self, saved)

    def open_palette(self) -> "CommandPalette":
        """Opens the command palette."""
        from panda_desktop.ui.window.command_palette import CommandPalette

        palette = CommandPalette(self, self.commands)
        palette.open_over(self)
        return palette

    def open_keys(self) -> "CheatSheet":
        """Opens the sheet of all keys."""
        from panda_desktop.ui.window.cheat_sheet import CheatSheet

        sheet = CheatSheet(self, self.commands)
        sheet.open_over(self)
        return sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fills the window; tells when it gets narrow."""
        super().resizeEvent(event)
        self._whole.setGeometry(self.rect())
        self.notices.fit()
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self.narrow_changed.emit(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the window closes."""
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closing.emit()

    def _entries(self) -> list[RailEntry]:
        return [
            RailEntry(Place.CHAT, "chat", self.tr("Chat"), "Ctrl+1"),
            RailEntry(Place.IMAGES, "image", self.tr("Images"), "Ctrl+2"),
            RailEntry(Place.VIDEOS, "video", self.tr("Videos"), "Ctrl+3"),
            RailEntry(Place.LIBRARY, "library", self.tr("Library"), "Ctrl+4"),
            RailEntry(Place.SPENDING, "wallet", self.tr("Money"), "Ctrl+5", at_foot=True),
            RailEntry(Place.SETTINGS, "settings", self.tr("Settings"), "Ctrl+,", at_foot=True),
        ]

    def _build(self) -> None:
        content = Surface("background")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._strips = QVBoxLayout()
        column.addLayout(self._strips)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(content, 1)
        # No central widget: `QMainWindow` moves that by an animation, if of no length, and an event filter in
        # Python that meets the timer of animations has PySide set up 150 enumerations before the first paint.
        self._whole = QWidget(self)
        outer = QVBoxLayout(self._whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row, 1)
        outer.addWidget(self.status)
        # A page that asks for more room than there is gets less: neither window nor notices give way.
        ignored = QSizePolicy.Policy.Ignored
        self._stack.setSizePolicy(ignored, ignored)
        self.status.connection_pressed.connect(self._go_to_settings)
        self.status.spending_pressed.connect(lambda: self._go_if_there(Place.SPENDING))
        self.status.jobs_pressed.connect(lambda: self._go_if_there(Place.VIDEOS))

    def _go_to_settings(self) -> None:
        self._go_if_there(Place.SETTINGS)

    def _go_if_there(self, place: Place) -> None:
        if place in self._factories:
            self.go(place)

    def _register_commands(self) -> None:
        places, view, chat = self.tr("Go to"), self.tr("View"), self.tr("Do")
        add = self.commands.add
        for entry in self._entries():
            place = Place(entry.key)
            if place in self._factories:
                go = _going(self, place)
                add(Command(f"go.{entry.key}", entry.text, go, entry.shortcut, entry.icon, places))
        add(Command("chat.new", self.tr("New chat"), self.new_chat_wanted.emit, "Ctrl+N", "plus", chat))
        refresh = self.status.refresh_wanted.emit
        add(Command("balance.refresh", self.tr("Ask for the balance"), refresh, "", "wallet", chat))
        add(Command("notices.focus", self.tr("Go to the notices"), self._go_to_notices, "F6", "bell", places))
        for mode, words, name in (
            (ThemeMode.LIGHT, self.tr("Light colours"), "sun"),
            (ThemeMode.DARK, self.tr("Dark colours"), "moon"),
            (ThemeMode.SYSTEM, self.tr("Colours of the system"), "monitor"),
        ):
            add(
                Command(f"theme.{mode}", words, _emitting(self.theme_wanted.emit, mode.value), "", name, view)
            )
        add(Command("zoom.in", self.tr("Larger text"), self._zoom_by(_ZOOM_STEP), "Ctrl++", "zoom-in", view))
        add(
            Command(
                "zoom.out", self.tr("Smaller text"), self._zoom_by(-_ZOOM_STEP), "Ctrl+-", "zoom-out", view
            )
        )
        reset = _emitting(self.zoom_wanted.emit, 100)
        add(Command("zoom.reset", self.tr("Text size 100 %"), reset, "Ctrl+0", "search", view))
        palette = Command(
            "palette", self.tr("Commands"), self.open_palette, "Ctrl+K", "command", listed=False
        )
        add(palette)
        add(Command("keys", self.tr("All keys"), self.open_keys, "F1", "keyboard", places))
        add(Command("quit", self.tr("Quit"), QApplication.closeAllWindows, "Ctrl+Q", "close", chat))

    def _go_to_notices(self) -> None:
        from panda_desktop.ui.kit import enter_next_notice

        enter_next_notice(self, self.notices)

    def _zoom_by(self, step: int) -> Callable[[], None]:
        return lambda: self.zoom_wanted.emit(look().zoom + step)


def _enter(page: QWidget, *, known: bool) -> None:
    """Puts the focus where a person goes on: where it was when a `known` page was left, else the page's own
    entrance, else its first control.
    """
    focused = QApplication.focusWidget()
    # What shows another page gives the focus to anything in one that never had it.
    if known and focused is not None and page.isAncestorOf(focused):
        return
    entrance = page if page.property("hasEntrance") else page.focusProxy()
    if entrance is None:
        # Not `nextInFocusChain`: PySide makes what that returns a child of what it was asked of, and a
        # widget whose neighbour is deleted later is then unusable (a crash in 6.11).
        entrance = next((each for each in page.findChildren(QWidget) if _can_enter(each, page)), page)
    entrance.setFocus(Qt.FocusReason.OtherFocusReason)


def _can_enter(widget: QWidget, page: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisibleTo(page) and widget.isEnabled()


def _going(window: MainWindow, place: Place) -> Callable[[], object]:
    return lambda: window.go(place)


def _emitting(emit: Callable[..., None], value: object) -> Callable[[], None]:
    return lambda: emit(value)
