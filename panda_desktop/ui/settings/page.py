"""The settings page: sections at the left, their rows at the right, a search over all of them.

Promise: every setting is applied at once; there is no “Save” but for the key, which is tested first.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.ui.kit import Choice, Label, PickerButton, ScrollArea, Surface, announce
from panda_desktop.ui.settings.account import AccountSettings
from panda_desktop.ui.settings.appearance import AppearanceSettings
from panda_desktop.ui.settings.chat import ChatSettings
from panda_desktop.ui.settings.contents import SectionList
from panda_desktop.ui.settings.network import NetworkSettings
from panda_desktop.ui.settings.profiles import ProfilesSettings
from panda_desktop.ui.settings.search_field import SettingsSearch
from panda_desktop.ui.settings.section import Section
from panda_desktop.ui.settings.shown_section import ShownSection
from panda_desktop.ui.settings.storage import DataSettings, WaitingSettings
from panda_desktop.ui.theme import look

_NARROW: Final = 640


class SettingsPage(Surface):
    """All settings in sections, each with signals for what is wanted and setters for what is so.

    Attributes:
        profiles: which there are, and which is in use.
        account: gateway, key, demo.
        network: proxy, certificates, longest waits, and a test.
        appearance: colours, text size, language.
        chat: how messages are sent and chats are named.
        waiting: the longest wait for a video.
        data: where everything is kept.
        search: the field that filters all sections.
        contents: the list of sections; in a narrow window `picker` stands for it.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the page; it knows nothing yet."""
        super().__init__("background", parent=parent)
        self.setAccessibleName(self.tr("Settings"))
        self.profiles = ProfilesSettings()
        self.account = AccountSettings()
        self.network = NetworkSettings()
        self.appearance = AppearanceSettings()
        self.chat = ChatSettings()
        self.waiting = WaitingSettings()
        self.data = DataSettings()
        self.search = SettingsSearch()
        self.contents = SectionList()
        self.picker = PickerButton(self.tr("Section"))
        self._shown: dict[str, ShownSection] = {}
        self._current = ""
        self._nothing = Label(self.tr("No setting has these words."), "muted", wrap=True)
        self._nothing.hide()
        self._build()
        for section in self._own_sections():
            self.add_section(section)
        self.show_section("account")

    def add_section(self, section: Section, *, after: str = "") -> None:
        """Adds a section at the end, or below the one with the key `after`; see `Section`.

        Raises:
            ValueError: there is a section with this key.
        """
        if section.key in self._shown:
            raise ValueError(section.key)
        keys = list(self._shown)
        place = keys.index(after) + 1 if after in keys else len(keys)
        shown = ShownSection(section)
        shown.setVisible(section.key == self._current)
        items = list(self._shown.items())
        self._shown = dict([*items[:place], (section.key, shown), *items[place:]])
        self._area.column.insertWidget(place, shown)
        self._list_sections()

    def show_section(self, key: str) -> None:
        """Shows a section and ends a search; an unknown key changes nothing."""
        if key not in self._shown:
            return
        self._current = key
        if self.search.text():
            self.search.clear()
        self._show()
        self._area.verticalScrollBar().setValue(0)

    def section(self) -> str:
        """Returns the key of the section that is shown; while a search shows parts of several, of the one a
        person works in, else of the one below the search.
        """
        focused = self.focusWidget()
        if self.search.text() and focused is not None:
            within = (key for key, shown in self._shown.items() if shown.isAncestorOf(focused))
            return next(within, self._current)
        return self._current

    def sections(self) -> tuple[str, ...]:
        """Returns the keys of all sections in order."""
        return tuple(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns the list into a picker where there is no room for it."""
        super().resizeEvent(event)
        self._arrange()

    def _own_sections(self) -> list[Section]:
        return [
            Section(
                "account",
                self.tr("Account"),
                "key",
                (self.profiles, self.account),
                self.tr("profile gateway endpoint address API key demo"),
            ),
            Section(
                "network",
                self.tr("Network"),
                "globe",
                (self.network,),
                self.tr("proxy SOCKS certificate TLS timeout connection test"),
            ),
            Section(
                "appearance",
                self.tr("Appearance"),
                "sun",
                (self.appearance,),
                self.tr("look"),
            ),
            Section("chat", self.tr("Chat"), "chat", (self.chat,), self.tr("message title send")),
            Section("videos", self.tr("Videos"), "video", (self.waiting,), self.tr("timeout wait")),
            Section(
                "storage",
                self.tr("Storage"),
                "folder",
                (self.data,),
                self.tr("disk files folder export import backup"),
            ),
        ]

    def _build(self) -> None:
        self._area = ScrollArea(max_width=720)
        self._area.column.setSpacing(28)
        self._area.column.addWidget(self._nothing)
        self._area.column.addStretch(1)
        self._side = Surface("side", edge="right")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(12, 16, 11, 12)
        side.setSpacing(12)
        title = Label(self.tr("Settings"), "title")
        title.setContentsMargins(8, 0, 8, 0)
        side.addWidget(title)
        self._wide_place = QVBoxLayout()
        side.addLayout(self._wide_place)
        side.addWidget(self.contents, 1)
        self._top = Surface("side", edge="bottom")
        self._narrow_place = QVBoxLayout(self._top)
        self._narrow_place.setContentsMargins(16, 12, 16, 12)
        self._narrow_place.setSpacing(8)
        self._narrow_place.addWidget(self.picker)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._top)
        right.addWidget(self._area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)
        self._wide_place.addWidget(self.search)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.contents.chosen.connect(self.show_section)
        self.picker.chosen.connect(self.show_section)
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.left.connect(self._leave_search)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.begin)
        look().changed.connect(self._arrange)

    def _arrange(self) -> None:
        narrow = self.width() < look().pixels(_NARROW)
        self._side.setFixedWidth(look().pixels(220))
        if self._side.isHidden() == narrow and self._top.isHidden() != narrow:
            return
        typing = self.search.hasFocus()
        self._side.setVisible(not narrow)
        self._top.setVisible(narrow)
        (self._narrow_place if narrow else self._wide_place).addWidget(self.search)
        self.search.show()  # another parent hides it
        if typing:
            self.search.setFocus()

    def _list_sections(self) -> None:
        sections = [shown.section for shown in self._shown.values()]
        self.contents.set_sections(sections)
        self.picker.set_choices([Choice(each.key, each.title, icon=each.icon) for each in sections])
        self._show()

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        found = [key for key, shown in self._shown.items() if shown.search(words)] if words else []
        for key, shown in self._shown.items():
            if not words:
                shown.search([])
            shown.setVisible(key in found if words else key == self._current)
        self._nothing.setVisible(bool(words) and not found)
        self.contents.set_found(found if words else list(self._shown), self._current if not words else "")
        self.picker.set_value(self._current)
        if words:
            self._area.verticalScrollBar().setValue(0)
            announce(self.search, self.tr("%n section(s) found", "", len(found)))

    def _leave_search(self) -> None:
        self.search.clear()
        (self.contents if self.contents.isVisible() else self.picker).setFocus()
