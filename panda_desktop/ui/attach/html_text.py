"""The text of HTML that was pasted without a plain version.

Promise: nothing it names is loaded, as it would be by Qt's own reader, and what a page hides is left out.
"""

from html.parser import HTMLParser
from typing import Final

_UNSEEN: Final = ("script", "style", "title", "template")
_BREAKS: Final = ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote")
_MOST: Final = 2_000_000
"""Characters that are looked at: reading more would be felt."""


def plain_of(markup: str) -> str:
    """Returns the text."""
    reader = _Text()
    reader.feed(markup[:_MOST])
    reader.close()
    lines = "".join(reader.found).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Breaks the line where a block begins."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BREAKS and self.found and self.found[-1] != "\n":
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Ends what is not seen."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)

    def handle_data(self, data: str) -> None:
        """Takes the text; a line break in the source is a space."""
        if not self._unseen:
            self.found.append(data.replace("\n", " "))
