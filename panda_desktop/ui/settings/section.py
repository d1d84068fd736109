"""What a section of the settings is, and how one is added.

Promise: whoever delivers settings needs this file only: rows in groups, groups in a section, and
`SettingsPage.add_section`.

    class NoticeSettings(QWidget):            # a class of its own file, with signals and setters
        def __init__(self) -> None:
            ...
            note = self.tr("When a video is done.")
            row = SettingRow(self.tr("Sound"), note, self.sound, keywords=self.tr("audio ring"))
            column.addWidget(SettingGroup(self.tr("Notifications"), [row]))

    page.add_section(Section("notices", self.tr("Notifications"), "bell", (page.notices,)), after="chat")

The search finds a row by its title, its note and its keywords, and a group without rows by the words on it.
A row that is of no use at the moment is hidden with `row.setVisible(False)`; the search leaves it hidden.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the list at the left, and what it shows.

    Attributes:
        key: identity, such as `network`; for `SettingsPage.show_section` and `add_section(after=)`.
        title: its words, translated.
        icon: see `ui.icons.icon`.
        groups: the widgets it shows, from top to bottom.
        keywords: more words it is found by, translated, separated by spaces.
        prepare: makes what is not made yet, called before a search looks at the groups; None for nothing.
    """

    key: str
    title: str
    icon: str
    groups: tuple[QWidget, ...]
    keywords: str = ""
    prepare: Callable[[], object] | None = None
