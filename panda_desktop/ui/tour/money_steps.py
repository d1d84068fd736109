"""The steps of the guided tour about what things cost.

Promise: nothing is sent by them. The demo charges nothing, so no budget ever refuses anything in it.
"""

from typing import TYPE_CHECKING, Final, cast

from panda_desktop.ui.chat import ChatPage
from panda_desktop.ui.tour.camera import Camera
from panda_desktop.ui.tour.stage import TourStage
from panda_desktop.ui.window import Place

if TYPE_CHECKING:
    from panda_desktop.ui.money import SpendingPage

PRICED: Final = "deepseek-v4-flash"


class MoneySteps:
    """The expected price, and the page of what was spent."""

    def __init__(self, stage: TourStage, camera: Camera) -> None:
        """Plays on `stage`."""
        self._stage = stage
        self._camera = camera

    async def price(self) -> None:
        """Writes a message to a model whose price is known."""
        stage, composer = self._stage, self._chat().pane.composer
        await stage.until(
            "the price of a model", lambda: any(each.model == PRICED for each in stage.money.prices), 20
        )
        stage.chat.start_new()
        await stage.until("an empty chat", lambda: stage.chat.rows.count() == 0)
        stage.chat.choose_model(PRICED)
        composer.field.set_text(stage.words.priced)
        await stage.until("an expected price", lambda: composer.price.isVisible(), 10)
        await self._camera.both_themes("chat price")

    async def spending(self) -> None:
        """Shows every part of the page."""
        from panda_desktop.ui.money.page import Tab

        page = cast("SpendingPage", self._stage.window.go(Place.SPENDING))
        for tab in Tab:
            page.show_tab(tab)
            await self._camera.both_themes(f"spending {tab}")
        page.show_tab(Tab.OVERVIEW)

    def _chat(self) -> ChatPage:
        return cast("ChatPage", self._stage.window.go(Place.CHAT))
