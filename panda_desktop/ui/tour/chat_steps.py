"""The steps of the guided tour through what a chat can do beside asking and answering.

Promise: every panel is opened by the command a person has for it, and what should be in it is looked for.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from panda_desktop.domain.chat import MessageState
from panda_desktop.ui.chat import ChatPage
from panda_desktop.ui.tour.camera import Camera
from panda_desktop.ui.tour.finding import found
from panda_desktop.ui.tour.stage import Missing, TourStage
from panda_desktop.ui.window import Place

if TYPE_CHECKING:
    from panda_desktop.ui.compare.column import ColumnView


class ChatSteps:
    """A message with a picture, one that waits, a comparison, prompts, presets and the pad."""

    def __init__(self, stage: TourStage, camera: Camera) -> None:
        """Plays on `stage`."""
        self._stage = stage
        self._camera = camera

    async def attachment(self, image: Path) -> None:
        """Asks about `image`, and puts one more message behind the answer."""
        from panda_desktop.ui.attach.chip import AttachmentChip

        stage, page = self._stage, self._page()
        page.ask_about(image)
        composer = page.pane.composer
        await stage.until(
            "a picture in the message", lambda: composer.attached.findChild(AttachmentChip) is not None
        )
        composer.field.set_text(stage.words.about)
        await self._camera.both_themes("chat attached")
        composer.button.click()
        await stage.until("an answer about a picture", lambda: stage.chat.is_answering)
        composer.field.set_text(stage.words.aside)
        composer.submitted.emit()
        await stage.until("a message that waits", composer.is_empty)
        await self._camera.picture("chat queue")
        rows = stage.chat.rows
        await stage.until("the answer to what waited", lambda: rows.count() == 4 and _has_ended(stage))
        if not rows.row(0).message.attachments:
            raise Missing("the picture of a message")
        page.pane.transcript.scroll_to_message(rows.row(0).message.id)
        await self._camera.both_themes("chat with a picture")

    async def comparison(self) -> None:
        """Asks the three routes at once and goes on from one of them."""
        from panda_desktop.ui.compare.chooser import CompareChooser
        from panda_desktop.ui.compare.view import CompareView

        stage, page = self._stage, self._page()
        stage.chat.start_new()
        await stage.until("an empty chat", lambda: stage.chat.rows.count() == 0)
        stage.window.commands.run("chat.compare")
        chooser = found(stage.window, CompareChooser)
        for route in ("auto:cost", "auto:quality", "auto:speed"):
            if not chooser.is_taken(route):
                chooser.take(route)
        await self._camera.both_themes("compare choose", chooser)
        chooser.accept.click()
        page.pane.composer.field.set_text(stage.words.compared)
        page.pane.composer.button.click()
        await stage.until("three columns", lambda: len(_columns(page)) == 3)
        view = found(page, CompareView)
        await self._camera.picture("compare running")
        await stage.until("the end of three answers", lambda: not view.is_running())
        await self._camera.both_themes("compare")
        _columns(page)[1].use.click()
        await stage.until("the chat after a comparison", lambda: stage.chat.rows.count() == 2)
        await self._camera.both_themes("compare used")

    async def prompts(self) -> None:
        """Opens the prompt library and the list of `/`."""
        stage, page = self._stage, self._page()
        page.pane.composer.field.set_text("")
        stage.window.commands.run("chat.prompt")
        await self._camera.both_themes("prompts")
        stage.window.commands.run("chat.prompts")
        await self._camera.both_themes("prompt library")

    async def pad(self) -> None:
        """Lets the legacy endpoint write on."""
        from panda_desktop.ui.pad.page import PadPage

        stage = self._stage
        stage.window.commands.run("chat.pad")
        pad = found(self._page(), PadPage)
        pad.editor.insertPlainText(stage.words.beginning)
        pad.go.click()
        await stage.until("a continuation", lambda: len(pad.editor.toPlainText()) > 80)
        await self._camera.both_themes("pad")
        pad.left.emit()

    def _page(self) -> ChatPage:
        page = self._stage.window.go(Place.CHAT)
        assert isinstance(page, ChatPage)
        return page


def _has_ended(stage: TourStage) -> bool:
    message = stage.chat.rows.row(stage.chat.rows.count() - 1).message
    if message.state.is_final and message.state is not MessageState.DONE:
        raise Missing(f"a whole answer: it is {message.state}")
    return message.state is MessageState.DONE


def _columns(page: ChatPage) -> "tuple[ColumnView, ...]":
    from panda_desktop.ui.compare.view import CompareView

    view = page.findChild(CompareView)
    return view.columns if view is not None else ()
