"""The words for the links of a chain and for what they cost.

Promise: a cost that is not known is said to be not known, never counted as nothing.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.lineage import ChainCost, LineageLink, LinkKind
from panda_desktop.ui.wording import joined, money, spoken

_LETTERS = 200


class LineageWords(QObject):
    """The words; a QObject because `tr` finds translations by class."""

    def kind(self, link: LineageLink) -> str:
        """Returns what a link is."""
        return {
            LinkKind.CHAT: self.tr("Chat"),
            LinkKind.IMAGE: self.tr("Picture"),
            LinkKind.VIDEO: self.tr("Video"),
            LinkKind.FRAME: self.tr("Frame"),
            LinkKind.IMPORT: self.tr("Your file"),
        }[link.kind]

    def title(self, link: LineageLink) -> str:
        """Returns what a link shows or is about, of anyone: plain text only."""
        if link.kind is LinkKind.CHAT:
            if link.is_gone:
                return self.tr("A chat that is no longer there")
            return link.title[:_LETTERS] or self.tr("New chat")
        if link.is_gone or link.item is None:
            return self.tr("Deleted for good")
        text = link.item.prompt or link.item.name
        return " ".join(text[:_LETTERS].split()) or self.tr("Without a prompt")

    def state(self, link: LineageLink) -> str:
        """Returns where a link is when it is not in the library; empty when it is."""
        in_trash = link.item is not None and link.item.deleted_at is not None
        return self.tr("in the trash") if in_trash and not link.is_gone else ""

    def cost(self, link: LineageLink, currency: str) -> str:
        """Returns what a link cost by itself."""
        if link.is_free:
            return "" if link.kind is LinkKind.CHAT else self.tr("free")
        if link.cost is None:
            return self.tr("cost not known")
        amount = money(link.cost, currency, exact=True)
        if link.results > 1:
            amount = self.tr("{amount} for %n results", "", link.results).format(amount=amount)
        if link.cost_is_shared:
            amount = self.tr("{amount}, with other requests").format(amount=amount)
        return amount

    def spoken(self, link: LineageLink, currency: str) -> str:
        """Returns a whole link, for a screen reader."""
        return spoken(self.kind(link), self.title(link), self.cost(link, currency), self.state(link))

    def sum(self, cost: ChainCost, currency: str) -> str:
        """Returns a sum over links."""
        amount = money(cost.known, currency, exact=True)
        return self.tr("at least {amount}").format(amount=amount) if cost.unknown else amount

    def doubt(self, cost: ChainCost) -> str:
        """Returns why a sum may not be exact; empty when it is."""
        unknown = self.tr("The cost of %n of them is not known.", "", cost.unknown)
        shared = self.tr("Some of it may have been spent by other requests at the same time.")
        return joined(unknown if cost.unknown else "", shared if cost.is_shared else "")
