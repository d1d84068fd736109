"""Keeps link and footnote definitions, and who may refer to them.

Promise: a definition that comes after its use clears the cached values of exactly the blocks that name it.
"""

from collections import ChainMap
from collections.abc import MutableMapping
from typing import Any

from panda_desktop.markdown.inline import MAX_INLINE
from panda_desktop.markdown.references import Definition, footnote_label, labels_in
from panda_desktop.markdown.tree import Kind, Node


class Definitions:
    """Definitions by normalised label. The first one of a label wins (CommonMark 0.31, 4.7).

    Attributes:
        links: label → `{"href", "title"}`, the shape markdown-it's link rule reads.
        footnotes: labels with a definition.
        first_cleared: index of the first top-level block whose value was cleared since `forget_cleared`.
    """

    def __init__(self) -> None:
        """Starts with none."""
        self.links: MutableMapping[str, dict[str, Any]] = {}
        self.footnotes: MutableMapping[str, bool] = {}
        self.first_cleared: int | None = None
        self._watchers: dict[str, list[tuple[int, tuple[Node, ...]]]] = {}
        self._draft = False

    def fork(self) -> "Definitions":
        """Returns a view that adds definitions of its own without changing this one."""
        copy = Definitions()
        copy.links = ChainMap({}, self.links)
        copy.footnotes = ChainMap({}, self.footnotes)
        copy._draft = True
        return copy

    def define_link(self, definition: Definition) -> None:
        """Adds a link definition."""
        if definition.label in self.links:
            return
        self.links[definition.label] = {"href": definition.address, "title": definition.title}
        self._clear(definition.label)

    def define_footnote(self, label: str) -> None:
        """Adds a footnote's label, as written after `^`."""
        label = footnote_label(label)
        if label in self.footnotes:
            return
        self.footnotes[label] = True
        self._clear(f"^{label}")

    def watch(self, node: Node, ancestors: list[Node]) -> None:
        """Remembers a closed leaf whose text names labels nobody has defined yet."""
        if self._draft:
            return
        if node.kind is Kind.TABLE:
            text = "\n".join(cell for row in node.rows for cell in row.cells if "[" in cell)
        elif node.kind in (Kind.PARAGRAPH, Kind.HEADING):
            text = "\n".join(node.lines)
            if len(text) > MAX_INLINE:
                return  # it is not parsed
        else:
            return
        chain = (len(ancestors[0].children) - 1, (*ancestors, node))
        for label in labels_in(text):
            if label not in self.links and (label[:1] != "^" or label[1:] not in self.footnotes):
                self._watchers.setdefault(label, []).append(chain)

    def forget_cleared(self) -> int | None:
        """Returns `first_cleared` and starts anew."""
        first, self.first_cleared = self.first_cleared, None
        return first

    def _clear(self, label: str) -> None:
        for index, chain in self._watchers.pop(label, ()):
            if self.first_cleared is None or index < self.first_cleared:
                self.first_cleared = index
            for node in chain:
                node.value = None
                for row in node.rows:
                    row.value = None
