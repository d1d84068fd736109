"""One section as it stands on the page: its title and its groups.

Promise: a search hides what has no hit and shows it again afterwards, never what its owner keeps hidden.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from panda_desktop.ui.kit.breaking import BreakingLabel
from panda_desktop.ui.settings.hit_label import has_all
from panda_desktop.ui.settings.rows import SettingGroup
from panda_desktop.ui.settings.section import Section


class ShownSection(QWidget):
    """A title over groups.

    Attributes:
        section: what is shown.
    """

    def __init__(self, section: Section, *, parent: QWidget | None = None) -> None:
        """Shows a section."""
        super().__init__(parent)
        self.section = section
        self.setAccessibleName(section.title)
        self._unfound: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(BreakingLabel(section.title, "heading"))
        for group in section.groups:
            column.addWidget(group)
        self._hide_repeated_title()

    def search(self, words: Sequence[str]) -> bool:
        """Shows only what has all these words (in lower case; none shows everything), and marks them.

        Returns whether anything is left.
        """
        if words and self.section.prepare is not None:
            self.section.prepare()
        whole = has_all(f"{self.section.title} {self.section.keywords}", words)
        for widget in self._unfound:
            widget.show()
        self._unfound = []
        left = False
        for widget in self.section.groups:
            found = self._find_in(widget, words, whole=whole)
            left = left or found
            if not found and not widget.isHidden():
                widget.hide()
                self._unfound.append(widget)
        return left

    def _hide_repeated_title(self) -> None:
        """One group with the name of its section needs no heading of its own right below it."""
        first = self.section.groups[0] if self.section.groups else None
        group = first if isinstance(first, SettingGroup) else first and first.findChild(SettingGroup)
        if isinstance(group, SettingGroup) and group.title.text() == self.section.title:
            group.title.hide()

    def _find_in(self, widget: QWidget, words: Sequence[str], *, whole: bool) -> bool:
        groups = [widget] if isinstance(widget, SettingGroup) else widget.findChildren(SettingGroup)
        if not groups:
            text = " ".join(label.text() for label in widget.findChildren(QLabel))
            return whole or has_all(text, words)
        return any([group.search(words, whole=whole) for group in groups])
