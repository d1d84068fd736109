"""The keys that belong to one part of a page and cannot be changed: writing, reading, grid, viewer, player.

Promise: what is listed here works there; tests hold the list against the parts.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the sheet of keys.

    Attributes:
        text: what is done, translated.
        keys: portable key sequences, each of which does it.
    """

    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The lines under one heading, translated."""

    title: str
    lines: tuple[KeyLine, ...]


def fixed_keys() -> list[KeyTable]:
    """Returns the tables, in the order in which the parts are met."""
    translate = QCoreApplication.translate
    return [
        KeyTable(translate("FixedKeys", "Everywhere"), _everywhere()),
        KeyTable(translate("FixedKeys", "Writing a message"), _composer()),
        KeyTable(translate("FixedKeys", "Reading a chat"), _transcript()),
        KeyTable(translate("FixedKeys", "List of chats"), _chats()),
        KeyTable(translate("FixedKeys", "Grid of pictures and videos"), _grid()),
        KeyTable(translate("FixedKeys", "Picture viewer"), _viewer()),
        KeyTable(translate("FixedKeys", "Video player"), _player()),
    ]


def _everywhere() -> tuple[KeyLine, ...]:
    translate = QCoreApplication.translate
    return (
        KeyLine(translate("FixedKeys", "Next or previous control"), ("Tab", "Shift+Tab")),
        KeyLine(translate("FixedKeys", "Close what is open, or stop"), ("Esc",)),
        KeyLine(translate("FixedKeys", "Menu of what has the focus"), ("Menu", "Shift+F10")),
        KeyLine(translate("FixedKeys", "Search the settings, while they are shown"), ("Ctrl+F",)),
    )


def _composer() -> tuple[KeyLine, ...]:
    translate = QCoreApplication.translate
    return (
        KeyLine(translate("FixedKeys", "Send (as the settings say)"), ("Return", "Ctrl+Return")),
        KeyLine(translate("FixedKeys", "New line"), ("Shift+Return",)),
        KeyLine(translate("FixedKeys", "Edit the last message, in an empty field"), ("Up",)),
        KeyLine(translate("FixedKeys", "Insert a prompt, in an empty field"), ("/",)),
        KeyLine(translate("FixedKeys", "Paste a picture or a file"), ("Ctrl+V",)),
    )


def _transcript() -> tuple[KeyLine, ...]:
    translate = QCoreApplication.translate
    return (
        KeyLine(translate("FixedKeys", "Scroll"), ("Up", "Down")),
        KeyLine(translate("FixedKeys", "Scroll by a page"), ("PgUp", "PgDown", "Space", "Shift+Space")),
        KeyLine(translate("FixedKeys", "Beginning or end"), ("Home", "End")),
        KeyLine(translate("FixedKeys", "Next message or button in it"), ("Tab", "Shift+Tab")),
        KeyLine(translate("FixedKeys", "Read the message with a cursor, or press"), ("Return",)),
        KeyLine(translate("FixedKeys", "Copy what is selected"), ("Ctrl+C",)),
        KeyLine(translate("FixedKeys", "Select everything"), ("Ctrl+A",)),
    )


def _chats() -> tuple[KeyLine, ...]:
    translate = QCoreApplication.translate
    return (
        KeyLine(translate("FixedKeys", "Open the chat"), ("Return",)),
        KeyLine(translate("FixedKeys", "Rename"), ("F2",)),
        KeyLine(translate("FixedKeys", "Move to the trash"), ("Del",)),
        KeyLine(translate("FixedKeys", "Close or open a folder"), ("Left", "Right")),
    )


def _grid() -> tuple[KeyLine, ...]:
    translate = QCoreApplication.translate
    return (
        KeyLine(translate("FixedKeys", "Open"), ("Return", "Space")),
        KeyLine(translate("FixedKeys", "Star or unstar"), ("S", "F")),
        KeyLine(translate("FixedKeys", "Select more"), ("Shift+Right", "Ctrl+Space")),
        KeyLine(translate("FixedKeys", "Copy"), ("Ctrl+C",)),
        KeyLine(translate("FixedKeys", "Save a copy"), ("Ctrl+S",)),
        KeyLine(translate("FixedKeys", "Move to the trash"), ("Del", "Backspace")),
        KeyLine(translate("FixedKeys", "Tags, boards, lineage, details (library)"), ("T", "B", "L", "I")),
        KeyLine(translate("FixedKeys", "Restore (trash of the library)"), ("R",)),
    )


def _viewer() -> tuple[KeyLine, ...]:
    translate = QCoreApplication.translate
    return (
        KeyLine(translate("FixedKeys", "Previous or next picture"), ("Left", "Right")),
        KeyLine(translate("FixedKeys", "Larger or smaller"), ("+", "=", "-")),
        KeyLine(translate("FixedKeys", "Fit the window, or true size"), ("0", "1")),
        KeyLine(translate("FixedKeys", "Move the picture"), ("Up", "Down")),
        KeyLine(translate("FixedKeys", "Star or unstar"), ("S", "F")),
        KeyLine(translate("FixedKeys", "Details"), ("I",)),
        KeyLine(translate("FixedKeys", "Compare with another"), ("C",)),
        KeyLine(translate("FixedKeys", "Move to the trash"), ("Del", "Backspace")),
        KeyLine(translate("FixedKeys", "Back to the grid"), ("Space", "Esc")),
    )


def _player() -> tuple[KeyLine, ...]:
    translate = QCoreApplication.translate
    return (
        KeyLine(translate("FixedKeys", "Play or pause"), ("Space", "K", "Return")),
        KeyLine(translate("FixedKeys", "Back or on"), ("Left", "Right")),
        KeyLine(translate("FixedKeys", "Back or on, further"), ("Shift+Left", "Shift+Right")),
        KeyLine(translate("FixedKeys", "One frame back or on"), (",", ".")),
        KeyLine(translate("FixedKeys", "Beginning or end"), ("Home", "End")),
        KeyLine(translate("FixedKeys", "Slower or faster"), ("<", ">")),
        KeyLine(translate("FixedKeys", "Louder or quieter"), ("Up", "Down")),
        KeyLine(translate("FixedKeys", "Silent"), ("M",)),
        KeyLine(translate("FixedKeys", "Loop"), ("L",)),
        KeyLine(translate("FixedKeys", "Full screen"), ("F",)),
        KeyLine(translate("FixedKeys", "Leave the full screen"), ("Esc",)),
        KeyLine(translate("FixedKeys", "Put this frame into the library"), ("G",)),
        KeyLine(translate("FixedKeys", "Next clip from this frame"), ("N",)),
        KeyLine(translate("FixedKeys", "Save as…"), ("S",)),
        KeyLine(translate("FixedKeys", "Copy the file"), ("Ctrl+C",)),
    )
