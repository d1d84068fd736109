"""What can be done in the chat, for the command palette and by shortcut.

Promise: a command does nothing while the chat is not what is seen: nothing is asked, paid or deleted unseen.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from panda_desktop.ui.window.commands import Command


@dataclass(frozen=True, slots=True)
class ChatWishes:
    """What each command does; the names are those of the commands."""

    write: Callable[[], object]
    attach: Callable[[], object]
    stop: Callable[[], object]
    find: Callable[[], object]
    search: Callable[[], object]
    chats: Callable[[], object]
    next: Callable[[], object]
    previous: Callable[[], object]
    copy: Callable[[], object]
    regenerate: Callable[[], object]
    model: Callable[[], object]
    parameters: Callable[[], object]
    compare: Callable[[], object]
    rename: Callable[[], object]
    pin: Callable[[], object]
    fork: Callable[[], object]
    trash: Callable[[], object]
    temporary: Callable[[], object]
    archive: Callable[[], object]
    move: Callable[[], object]
    tags: Callable[[], object]
    new_folder: Callable[[], object]
    show_archive: Callable[[], object]
    show_trash: Callable[[], object]
    undo: Callable[[], object]


class ChatCommands(QObject):
    """The commands of the chat page."""

    def __init__(
        self,
        wishes: ChatWishes,
        seen: Callable[[], bool],
        at_chat: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`seen`: whether the page is seen; `at_chat`: whether the chat is. Each command asks first."""
        super().__init__(parent)
        self._wishes = wishes
        self._seen = seen
        self._at_chat = at_chat

    def all(self) -> list[Command]:
        """Returns the commands, in the order of the palette."""
        wishes = self._wishes
        # Escape is not among them: the page hears it only while nothing nearer wants it.
        return [*map(self._only_at_chat, self._of_the_chat(wishes)), *self._of_the_list(wishes)]

    def _of_the_chat(self, wishes: ChatWishes) -> list[Command]:
        return [
            self._command("chat.write", self.tr("Write a message"), wishes.write, "Ctrl+L", "edit"),
            self._command("chat.attach", self.tr("Attach files…"), wishes.attach, "Ctrl+Shift+A", "attach"),
            self._command("chat.stop", self.tr("Stop the answer"), wishes.stop, "", "stop"),
            self._command("chat.find", self.tr("Find in this chat"), wishes.find, "Ctrl+F", "search"),
            self._command("chat.copy", self.tr("Copy the last answer"), wishes.copy, "Ctrl+Shift+C", "copy"),
            self._command(
                "chat.regenerate", self.tr("Answer again"), wishes.regenerate, "Ctrl+R", "regenerate"
            ),
            self._command("chat.model", self.tr("Choose the model"), wishes.model, "Ctrl+Shift+M", "sparkle"),
            self._command(
                "chat.parameters", self.tr("Parameters"), wishes.parameters, "Ctrl+Shift+P", "sliders"
            ),
            self._command(
                "chat.compare", self.tr("Compare models"), wishes.compare, "Ctrl+Shift+D", "compare"
            ),
            self._command("chat.rename", self.tr("Rename the chat"), wishes.rename, "F2", "edit"),
            self._command("chat.pin", self.tr("Pin or unpin the chat"), wishes.pin, "", "pin"),
            self._command("chat.fork", self.tr("Go on in a copy"), wishes.fork, "", "branch"),
            self._command(
                "chat.trash", self.tr("Move the chat to the trash"), wishes.trash, "Ctrl+Shift+Del", "trash"
            ),
            self._command("chat.archive", self.tr("Archive the chat"), wishes.archive, "", "archive"),
            self._command("chat.move", self.tr("Move the chat to a folder"), wishes.move, "", "folder"),
            self._command("chat.tags", self.tr("Tags of the chat"), wishes.tags, "", "tag"),
        ]

    def _of_the_list(self, wishes: ChatWishes) -> list[Command]:
        return [
            self._command(
                "chat.temporary", self.tr("New temporary chat"), wishes.temporary, "Ctrl+Shift+N", "eye-off"
            ),
            self._command(
                "chat.search", self.tr("Search all chats"), wishes.search, "Ctrl+Shift+F", "search"
            ),
            self._command("chat.list", self.tr("Show the chats"), wishes.chats, "Ctrl+B", "sidebar"),
            self._command("chat.next", self.tr("Next chat"), wishes.next, "Ctrl+PgDown", "chevron-down"),
            self._command(
                "chat.previous", self.tr("Previous chat"), wishes.previous, "Ctrl+PgUp", "chevron-up"
            ),
            self._command("chat.folder", self.tr("New folder"), wishes.new_folder, "", "folder-plus"),
            self._command("chat.archived", self.tr("Show the archive"), wishes.show_archive, "", "archive"),
            self._command("chat.trashed", self.tr("Show the trash"), wishes.show_trash, "", "trash"),
            self._command("chat.undo", self.tr("Undo deleting or archiving"), wishes.undo, "Ctrl+Z", "undo"),
        ]

    def _only_at_chat(self, command: Command) -> Command:
        return replace(command, run=lambda: self._at_chat() and command.run())

    def _command(self, key: str, text: str, run: Callable[[], object], shortcut: str, icon: str) -> Command:
        return Command(key, text, lambda: self._seen() and run(), shortcut, icon, self.tr("Chat"))
