"""Finding text in a conversation that is shown.

Promise: what is found is marked wherever it is seen, and the view goes to one place of it at a time.
"""

from collections.abc import Sequence

from panda_desktop.ui.transcript.finder import Hit
from panda_desktop.ui.transcript.surface import Surface


class Searching(Surface):
    """A surface that can be searched."""

    def find_text(self, text: str, direction: int = 1) -> bool:
        """Goes to the next (1) or previous (-1) place where `text` stands; all visible ones are marked.

        An empty text ends the search. Returns whether there is a hit.
        """
        if not text.strip():
            self._finder.clear()
            self.viewport().update()
            return False
        self._finder.set_query(text)
        first = self._place.visible[0] if self._place.visible else None
        hit = self._finder.move(direction, first.row if first else 0, first.piece if first else 0)
        if hit is not None:
            self._show_hit(hit)
        self.viewport().update()
        return hit is not None

    def find_in_message(self, message_id: str, words: Sequence[str]) -> bool:
        """Brings a message into view, at the first place in it where one of `words` stands, and marks all.

        The marks stay until `find_text("")`. Returns whether the message is in the conversation.
        """
        if not self.scroll_to_message(message_id):
            return False
        self._finder.clear()
        if words:
            self._finder.set_words(words)
            row = next(n for n in range(self._column.count) if self._column.message(n).id == message_id)
            hit = self._finder.move(1, row, 0)
            if hit is not None and hit.row == row:
                self._show_hit(hit)
        self.viewport().update()
        return True

    def find_text_count(self) -> int:
        """Returns how many messages contain the text searched for."""
        return self._finder.count() if self._finder.query else 0

    def _show_hit(self, hit: Hit) -> None:
        area = self._column.piece(hit.row, hit.piece).area(hit.start, hit.end)
        y = self._place.y_of(hit.row, hit.piece) + area.y()
        if not 0 <= y <= self.viewport().height() - area.height() - 40:
            self._place.show(hit.row, hit.piece, self.viewport().height() / 3 - area.y())
        self._settle()
