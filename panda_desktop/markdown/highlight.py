"""Colours code with Pygments as its lines come.

Promise: a finished chunk of lines is coloured once; code over the size limit, very long lines and unknown
languages are left plain; runs name classes (`CLASSES`), never colours.
"""

import time
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pygments.lexer import Lexer

MAX_HIGHLIGHTED: Final = 200 * 1024
"""Characters of one code block that are coloured."""
MAX_LINE: Final = 2_000
"""A chunk with a longer line is left plain: lexers may be quadratic in it."""
MAX_CHUNK_SECONDS: Final = 0.1
"""A block with a chunk that took longer is not coloured further."""
CHUNK: Final = 32
"""Lines coloured at once; a construct matched by a single pattern is followed over as many."""

_REREAD: Final = 8

Run = tuple[int, int, str]
"""Start and length in characters within the line, and the class."""

CLASSES: Final = (
    "keyword",
    "name",
    "builtin",
    "string",
    "number",
    "comment",
    "inserted",
    "deleted",
    "heading",
)

_BY_TYPE: Final = (
    (("Keyword",), "keyword"),
    (("Operator", "Word"), "keyword"),
    (("Name", "Tag"), "keyword"),
    (("Name", "Function"), "name"),
    (("Name", "Class"), "name"),
    (("Name", "Decorator"), "name"),
    (("Name", "Attribute"), "name"),
    (("Name", "Builtin"), "builtin"),
    (("Name", "Exception"), "builtin"),
    (("Literal", "String"), "string"),
    (("Literal", "Number"), "number"),
    (("Comment",), "comment"),
    (("Generic", "Inserted"), "inserted"),
    (("Generic", "Deleted"), "deleted"),
    (("Generic", "Heading"), "heading"),
    (("Generic", "Subheading"), "heading"),
)


class Highlighter:
    """Colours one code block, which may grow at its end."""

    def __init__(self, language: str) -> None:
        """Finds the lexer of `language` (an alias Pygments knows); an unknown one colours nothing."""
        self._lexer = _lexer(language.lower()) if language else None
        self._done: list[tuple[Run, ...]] = []
        self._tail: list[tuple[Run, ...]] = []
        self._stack: tuple[str, ...] = ("root",)
        self._tail_stack: tuple[str, ...] = ("root",)
        self._tail_whole = 0
        self._size = 0

    @property
    def active(self) -> bool:
        """False when nothing (more) will be coloured."""
        return self._lexer is not None

    @property
    def coloured(self) -> int:
        """Number of lines in coloured chunks."""
        return len(self._done)

    def runs(self, line: int) -> tuple[Run, ...]:
        """Returns the runs of a line; none while it is not coloured."""
        if line < len(self._done):
            return self._done[line]
        line -= len(self._done)
        return self._tail[line] if line < len(self._tail) else ()

    def step(self, lines: tuple[str, ...], complete: int) -> bool:
        """Colours the next chunk of the first `complete` lines, which will not change any more.

        Returns:
            True when a whole chunk was coloured and another step may find more.
        """
        start = len(self._done)
        if self._lexer is None or start + CHUNK > complete:
            return False
        chunk = lines[start : start + CHUNK]
        self._size += sum(map(len, chunk))
        if self._size > MAX_HIGHLIGHTED:
            self._lexer = None
            return False
        runs, self._stack = self._colour(chunk, self._stack)
        self._done.extend(runs)
        self._tail = []
        self._tail_whole = 0
        self._tail_stack = self._stack
        return self.active

    def colour_tail(self, lines: tuple[str, ...], complete: int) -> None:
        """Colours the lines after the last whole chunk; those from `complete` on are read by themselves."""
        start = len(self._done)
        if self._lexer is None or len(lines) - start > 2 * CHUNK:
            return
        whole = max(complete - start, 0)
        if whole != self._tail_whole:
            read = self._tail_whole
            if whole < read or whole // _REREAD != read // _REREAD or self._closes(lines, complete):
                read = 0  # from the start of the chunk: one pattern may span several lines
                self._tail_stack = self._stack
            del self._tail[read:]
            runs, self._tail_stack = self._colour(lines[start + read : start + whole], self._tail_stack)
            self._tail.extend(runs)
            self._tail_whole = whole
        del self._tail[whole:]
        if start + whole < len(lines):
            runs, _ = self._colour(lines[start + whole :], self._tail_stack)
            self._tail.extend(runs)

    @staticmethod
    def _closes(lines: tuple[str, ...], complete: int) -> bool:
        return complete == len(lines)

    def _colour(
        self, lines: tuple[str, ...], stack: tuple[str, ...]
    ) -> tuple[list[tuple[Run, ...]], tuple[str, ...]]:
        if self._lexer is None or not lines or max(map(len, lines)) > MAX_LINE:
            return [()] * len(lines), stack
        began = time.thread_time()  # by the clock, a busy machine would make any lexer too slow
        tokens, stack = _lex(self._lexer, "\n".join(lines) + "\n", stack)
        if time.thread_time() - began > MAX_CHUNK_SECONDS:
            self._lexer = None
        return _by_line(tokens, len(lines)), stack


def _lex(lexer: "Lexer", text: str, stack: tuple[str, ...]) -> tuple[list[tuple[Any, str]], tuple[str, ...]]:
    """Reads text from a state of the lexer; returns `(type, text)` pieces and the state after it.

    Pygments' own loop does not tell the state it ends in, so lexers made of plain rules are driven here.
    """
    from pygments.lexer import RegexLexer

    if type(lexer).get_tokens_unprocessed is not RegexLexer.get_tokens_unprocessed:
        return [(kind, value) for _, kind, value in lexer.get_tokens_unprocessed(text)], stack
    from pygments.token import Error, Whitespace, _TokenType

    rules: Any = lexer._tokens  # type: ignore[attr-defined]
    states = list(stack)
    pieces: list[tuple[Any, str]] = []
    position = 0
    while position < len(text):
        for match, action, new_state in rules[states[-1]]:
            found = match(text, position)
            if found is None:
                continue
            if type(action) is _TokenType:
                pieces.append((action, found.group()))
            elif action is not None:
                pieces.extend((kind, value) for _, kind, value in action(lexer, found))
            position = found.end()
            if new_state is not None:
                _move(states, new_state)
            break
        else:
            newline = text[position] == "\n"
            if newline:
                states = ["root"]
            pieces.append((Whitespace if newline else Error, text[position]))
            position += 1
    return pieces, tuple(states)


def _move(states: list[str], new_state: Any) -> None:
    """Applies a rule's change of state (Pygments documentation, "Changing states")."""
    if isinstance(new_state, int):
        del states[max(1, len(states) + new_state) :]
        return
    for state in new_state if isinstance(new_state, tuple) else (new_state,):
        if state == "#pop":
            if len(states) > 1:
                states.pop()
        elif state == "#push":
            states.append(states[-1])
        else:
            states.append(state)


def _by_line(tokens: list[tuple[Any, str]], count: int) -> list[tuple[Run, ...]]:
    lines: list[list[Run]] = [[] for _ in range(count)]
    line = column = 0
    for kind, value in tokens:
        name = _class_of(kind)
        pieces = value.split("\n")
        for index, piece in enumerate(pieces):
            if index:
                line += 1
                column = 0
            if piece and name and line < count:
                lines[line].append((column, len(piece), name))
            column += len(piece)
    return [tuple(runs) for runs in lines]


@cache
def _class_of(kind: Any) -> str:
    for prefix, name in _BY_TYPE:
        if tuple(kind[: len(prefix)]) == prefix:
            return name
    return ""


@cache
def _lexer(language: str) -> "Lexer | None":
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
