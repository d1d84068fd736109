"""Makes the cards that stand among the pictures.

Promise: a press on a card becomes one wish with the id of its job.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.images.attention_card import AttentionCard, card_height
from panda_desktop.ui.images.job_tiles import Attention, Waiting
from panda_desktop.ui.images.job_words import JobWords
from panda_desktop.ui.images.waiting_card import WaitingCard
from panda_desktop.ui.media.tiles import Tile


class JobCards(QObject):
    """See `media.tile_cards.CardMaker`.

    Signals:
        acted(str, str): a `CardAction`, and the job's id.
        stopped(str): the job of this id shall be waited for no longer.
    """

    acted = Signal(str, str)
    stopped = Signal(str)

    def __init__(self, words: JobWords, parent: QObject | None = None) -> None:
        """`words` say what is on them."""
        super().__init__(parent)
        self._words = words

    def make(self, tile: Tile) -> QWidget:
        """Returns a new card."""
        if isinstance(tile.content, Waiting):
            waiting = WaitingCard()
            waiting.show_waiting(tile.content)
            waiting.stopped.connect(self.stopped)
            return waiting
        assert isinstance(tile.content, Attention)
        card = AttentionCard(self._words)
        card.show_attention(tile.content)
        job_id = tile.content.job.id
        card.acted.connect(lambda action: self.acted.emit(action, job_id))
        return card

    def show(self, card: QWidget, tile: Tile) -> None:
        """Shows a changed tile in its card."""
        if isinstance(card, WaitingCard) and isinstance(tile.content, Waiting):
            card.show_waiting(tile.content)
        elif isinstance(card, AttentionCard) and isinstance(tile.content, Attention):
            card.show_attention(tile.content)

    def height(self, tile: Tile, width: int) -> int:
        """Returns how high a wide card needs to be."""
        assert isinstance(tile.content, Attention)
        return card_height(tile.content, self._words, width)
