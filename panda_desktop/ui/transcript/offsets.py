"""Converts between Python's string positions and Qt's, which count UTF-16 units.

Promise: text without characters beyond the basic plane costs one scan.
"""


def utf16_length(text: str) -> int:
    """Returns the length of `text` as Qt counts it."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return len(text)
    return len(text) + sum(char > "\uffff" for char in text)


def to_utf16(text: str, index: int) -> int:
    """Returns Qt's position of a Python index."""
    return utf16_length(text[:index])


def from_utf16(text: str, position: int) -> int:
    """Returns the Python index of Qt's position; a position inside a pair is that of its character."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return min(position, len(text))
    units = 0
    for index, char in enumerate(text):
        width = 2 if char > "\uffff" else 1
        if units + width > position:
            return index
        units += width
    return len(text)
