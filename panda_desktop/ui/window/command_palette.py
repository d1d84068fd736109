"""The command palette: everything that can be done, and what can be opened by name, found by typing.

Promise: it opens in the upper middle of the window, and nothing happens unless a command is taken.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import Choice, ChoicePopover
from panda_desktop.ui.theme import look
from panda_desktop.ui.window.commands import Command, Commands, choice_of
from panda_desktop.ui.window.fuzzy import fit

_MOST_FOUND: Final = 60
_BY_KEY: Final = 0.3
"""What a match in a command's English key counts against one in its words."""
_BY_NAME: Final = 0.8


class CommandPalette(ChoicePopover):
    """One opening of the palette; it deletes itself when closed."""

    def __init__(self, window: QWidget, commands: Commands) -> None:
        """Lists `commands` above `window`."""
        self._commands = commands
        self._listed = [command for command in commands.usable() if command.listed]
        self._named: dict[str, Command] | None = None
        self._recent = ""
        super().__init__(window, "", [choice_of(each) for each in self._listed], "")
        self._recent = self.tr("Used last")
        self.search.setPlaceholderText(self.tr("What do you want to do, or open?"))
        self.search.setAccessibleName(self.tr("Search the commands"))
        self.setAccessibleName(self.tr("Commands"))
        self.list.setAccessibleName(self.tr("Commands"))
        self.search.show()
        self.setFocusProxy(self.search)
        self.taken.connect(self._do)
        self.closed.connect(self.deleteLater)
        self.refill()

    def open_over(self, window: QWidget) -> None:
        """Opens it."""
        width = min(look().pixels(520), max(280, window.width() - 32))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, min(72, window.height() // 8))))
        self.show()

    def found(self, words: str) -> Sequence[Choice]:
        """Returns everything with the recent first, or what fits the words with the best first."""
        if not words:
            return self._with_recent()
        fits = [(self._fit(command, words), command) for command in self._listed]
        fits += [(_BY_NAME * fit(each.text, words), each) for each in self._by_name().values()]
        best = sorted((each for each in fits if each[0] > 0), key=lambda each: -each[0])[:_MOST_FOUND]
        sections = list(dict.fromkeys(command.section for _, command in best))
        return [choice_of(one) for section in sections for _, one in best if one.section == section]

    def _fit(self, command: Command, words: str) -> float:
        return max(
            fit(command.text, words),
            _BY_NAME * fit(f"{command.text} {command.section}", words),
            _BY_KEY * fit(command.key.replace(".", " "), words),
        )

    def _with_recent(self) -> list[Choice]:
        known = {command.key: command for command in self._listed}
        recent = [known[key] for key in self._commands.recent if key in known]
        first = [
            Choice(each.value, each.title, each.note, self._recent, each.icon)
            for each in map(choice_of, recent)
        ]
        return first + [choice_of(each) for each in self._listed if each not in recent]

    def _by_name(self) -> dict[str, Command]:
        if self._named is None:
            self._named = {command.key: command for command in self._commands.found_by_name()}
        return self._named

    def _do(self, key: str) -> None:
        named = (self._named or {}).get(key)
        if named is not None:
            named.run()
        else:
            self._commands.take(key)
