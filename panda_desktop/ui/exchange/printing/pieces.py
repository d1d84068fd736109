"""Cuts the page of a chat into pieces that are set one after the other.

Promise: a piece is small whatever the chat holds, so that setting one never takes long; it has only the tags
named here, with only the attributes named here: nothing that could load anything ever comes through.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto
from html import escape
from html.parser import HTMLParser
from typing import Final

LONGEST: Final = 4_000
"""Characters after which a piece ends at the next good place: an entry of a list, a row, a line."""
LONGEST_ROW: Final = 5_000
"""The same for a table, whose columns are as wide as one piece of it demands."""
_FORCED: Final = 24_000
_STRETCH: Final = 2_000
_LINES: Final = 40

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_OF_THEIR_OWN: Final = (*_HEADINGS, "p", "ul", "ol", "table", "header", "div", "hr")
_INLINE: Final = ("a", "em", "strong", "del", "code", "sup", "span", "br", "time")
_INSIDE: Final = (
    *(*_OF_THEIR_OWN, *_INLINE),
    *("li", "blockquote", "pre", "thead", "tbody", "tr", "th", "td"),
)
_EMPTY: Final = ("br", "hr")
_UNSEEN: Final = ("head", "style", "title", "script")
_ADDRESSES: Final = ("https://", "http://", "mailto:")
_MARKS: Final = ("<li>\u2611", "<li>\u2610", "</sup>")
_ALIGNED: Final = ("left", "center", "right")


class Kind(Enum):
    """What a piece is."""

    TITLE = auto()  # of a chat
    WHO = auto()  # who speaks, and when
    HEADING = auto()
    TEXT = auto()
    TABLE = auto()
    CODE = auto()  # lines in a box
    PLAIN = auto()  # what a person wrote, in a box
    RULE = auto()
    NOTE = auto()  # how an answer ended


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on the page.

    Attributes:
        kind: what it is.
        html: what it holds, in Qt's own HTML.
        role: whose message it is in: `user`, `assistant`, `system`; empty outside of messages.
        bars: what it stands in, from the outside: `reasoning`, `quote`.
        begins: it is the first of its box, or not the rest of something.
        ends: it is the last of its box.
        text: the words of a title.
    """

    kind: Kind
    html: str
    role: str = ""
    bars: tuple[str, ...] = ()
    begins: bool = True
    ends: bool = True
    text: str = ""


class PieceReader(HTMLParser):
    """Reads a page in stretches; `take` returns what is whole."""

    def __init__(self) -> None:
        """Starts before the page."""
        super().__init__(convert_charrefs=True)
        self._made: list[Piece] = []
        self._outer: list[tuple[str, str]] = []  # tag and class of what it is in
        self._unseen = ""
        self._box: _Box | None = None
        self._whole: _Whole | None = None

    def flush(self) -> None:
        """Reads what was fed to its end, which is that of an element: Python's parser may put that off until
        there is more.
        """
        self.close()

    def take(self) -> list[Piece]:
        """Returns the pieces that are whole since the last call."""
        made = list(self._made)
        self._made.clear()
        return made

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins an element."""
        given = {name: value or "" for name, value in attrs}
        if self._unseen or tag in _UNSEEN:
            self._unseen = self._unseen or tag
        elif self._box is not None:
            self._box.start(tag, given)
        elif self._whole is not None:
            self._whole.start(tag, given)
        elif tag == "pre":
            self._box = _Box(self._piece(Kind.CODE), self._made, tag)
        elif tag == "div" and "plain" in given.get("class", ""):
            self._box = _Box(self._piece(Kind.PLAIN), self._made, tag)
        elif tag in _OF_THEIR_OWN and not (tag == "div" and given.get("class")):
            self._begin(tag, given)
        else:
            self._outer.append((tag, given.get("class", "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes an element that has nothing inside."""
        self.handle_starttag(tag, attrs)
        if self._box is None and not (self._whole is not None and tag in _EMPTY):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Ends an element."""
        if self._unseen:
            self._unseen = "" if tag == self._unseen else self._unseen
        elif self._box is not None:
            if self._box.end(tag):
                self._box = None
        elif self._whole is not None:
            if self._whole.end(tag):
                self._whole = None
        elif any(open_tag == tag for open_tag, _ in self._outer):
            while self._outer.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Takes text."""
        if self._unseen:
            return
        if self._box is not None:
            self._box.text(data)
        elif self._whole is not None:
            self._whole.text(data)
        elif data.strip() and self._outer:
            self._begin("p", {})
            self.handle_data(data)
            self.handle_endtag("p")

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if tag == "hr":
            self._made.append(self._piece(Kind.RULE))
            return
        in_message = any(outer == "section" for outer, _ in self._outer)
        kind = Kind.TEXT
        if tag in _HEADINGS:
            kind = Kind.HEADING if in_message else Kind.TITLE
        elif tag in ("header", "table"):
            kind = Kind.WHO if tag == "header" else Kind.TABLE
        elif given.get("class") == "ending":
            kind = Kind.NOTE
        self._whole = _Whole(self._piece(kind), self._made, tag, given)

    def _piece(self, kind: Kind) -> Piece:
        role = next((name for tag, name in self._outer if tag == "section"), "")
        bars = (
            "reasoning" if name == "reasoning" else "quote" for tag, name in self._outer if _bar(tag, name)
        )
        return Piece(kind, "", role, tuple(bars))


def _bar(tag: str, name: str) -> bool:
    return tag == "blockquote" or name == "reasoning"


class _Box:
    """Lines in a box: source code, or what a person wrote. Cut at the ends of lines."""

    def __init__(self, piece: Piece, made: list[Piece], tag: str) -> None:
        self._piece = piece
        self._made = made
        self._tag = tag
        self._depth = 1
        self._lines = [""]
        self._weight = 0
        self._spans: list[str] = []
        self._begins = True

    def start(self, tag: str, given: dict[str, str]) -> None:
        """Begins a coloured stretch."""
        self._depth += tag == self._tag
        if tag == "span":
            self._spans.append(f'<span class="{escape(given.get("class", ""))}">')
            self._lines[-1] += self._spans[-1]

    def end(self, tag: str) -> bool:
        """Ends a stretch, or the box: returns whether it was that."""
        if tag == "span" and self._spans:
            self._spans.pop()
            self._lines[-1] += "</span>"
        self._depth -= tag == self._tag
        if self._depth:
            return False
        if not self._lines[-1] and len(self._lines) > 1:
            self._lines.pop()
        self._cut(ends=True)
        return True

    def text(self, data: str) -> None:
        """Takes lines; one that is very long is cut in the middle, where the page would break it anyway."""
        for number, line in enumerate(data.split("\n")):
            if number:
                self._break()
            for at in range(0, len(line), _STRETCH):
                if at:
                    self._break()
                stretch = line[at : at + _STRETCH]
                self._lines[-1] += escape(stretch, quote=False)
                self._weight += len(stretch)

    def _break(self) -> None:
        self._lines[-1] += "</span>" * len(self._spans)
        if len(self._lines) >= _LINES or self._weight >= LONGEST:
            self._cut(ends=False)
        else:
            self._lines.append("")
        self._lines[-1] += "".join(self._spans)

    def _cut(self, *, ends: bool) -> None:
        html = "<br />".join(self._lines)
        self._made.append(replace(self._piece, html=html, begins=self._begins, ends=ends))
        self._begins = False
        self._lines = [""]
        self._weight = 0


class _Whole:
    """An element of the page. Cut where it may be: between the entries of a list, between rows."""

    def __init__(self, piece: Piece, made: list[Piece], tag: str, given: dict[str, str]) -> None:
        self._piece = piece
        self._made = made
        self._open: list[tuple[str, str]] = []
        self._parts: list[str] = []
        self._words: list[str] = []
        self._weight = 0
        self._head = ""
        self._begins = True
        self._entry = 0
        self.start(tag, given)

    def start(self, tag: str, given: dict[str, str]) -> None:
        """Begins an element inside."""
        if tag not in _INSIDE or (tag == "p" and self._is_marked()):
            return
        made = f"<{tag}{_attributes(tag, given)}>"
        if tag == "ol" and not self._open:
            self._entry = int(start) if (start := given.get("start", "1")).isdigit() else 1
        self._parts.append(made)
        if tag not in _EMPTY:
            self._open.append((tag, made))

    def _is_marked(self) -> bool:
        """Tells whether the box of a task or the number of a footnote stands here, beside the text."""
        return "".join(self._parts[-3:]).rstrip().endswith(_MARKS)

    def end(self, tag: str) -> bool:
        """Ends an element inside, or this one: returns whether it was that."""
        if all(open_tag != tag for open_tag, _ in self._open):
            return False
        while True:
            last, _ = self._open.pop()
            self._parts.append(f"</{last}>")
            if last == tag:
                break
        if not self._open:
            self._finish(ends=True)
            return True
        if tag == "code" and self._open[-1][0] == "pre":
            self._parts[-2] = self._parts[-2].removesuffix("\n")  # else the box ends with an empty line
        if tag == "thead":
            self._head = "".join(self._parts[1:])
        if tag == "li" and len(self._open) == 1:
            self._entry += 1
            self._cut_after(LONGEST)
        elif tag == "tr" and len(self._open) <= 2 and self._head:
            self._cut_after(LONGEST_ROW)
        return False

    def text(self, data: str) -> None:
        """Takes text."""
        for at in range(0, len(data), _STRETCH):
            stretch = data[at : at + _STRETCH]
            if self._piece.kind is Kind.TITLE:
                self._words.append(stretch)
            self._parts.append(escape(stretch, quote=False))
            self._weight += len(stretch)
            self._cut_after(_FORCED if self._open[0][0] != "p" else 2 * LONGEST)

    def _cut_after(self, limit: int) -> None:
        """Ends the piece, when it is long enough, and begins the next one where it was."""
        if self._weight < limit:
            return
        self._parts.extend(f"</{tag}>" for tag, _ in reversed(self._open))
        self._finish(ends=False)
        self._weight = 0
        outer = self._open[0]
        begin = f'<ol start="{self._entry}">' if outer[0] == "ol" else outer[1]
        self._parts = [begin, self._head, *(made for _, made in self._open[1:])]

    def _finish(self, *, ends: bool) -> None:
        html, words = "".join(self._parts), "".join(self._words)
        self._made.append(replace(self._piece, html=html, begins=self._begins, ends=ends, text=words))
        self._begins = False


def _attributes(tag: str, given: dict[str, str]) -> str:
    """Returns those attributes that matter and can do no harm."""
    if tag == "a" and given.get("href", "").lower().startswith(_ADDRESSES):
        return f' href="{escape(given["href"])}"'
    if tag in ("td", "th") and given.get("align") in _ALIGNED:
        return f' align="{given["align"]}"'
    if tag == "ol" and given.get("start", "").isdigit():
        return f' start="{given["start"]}"'
    if tag == "span":
        return f' class="{escape(given.get("class", ""))}"'
    return ""
