"""The steps of the guided tour.

Promise: it uses the window as a person does, with its fields and buttons, and reports what was missing.
"""

from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.lineage import LinkKind
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.chat import ChatPage
from panda_desktop.ui.first_start import FirstStart
from panda_desktop.ui.images import ImagesPage
from panda_desktop.ui.library import LibraryPage
from panda_desktop.ui.library.lineage_row import LineageRow
from panda_desktop.ui.media.item_actions import Wish
from panda_desktop.ui.theme import ThemeMode
from panda_desktop.ui.tour.chat_steps import ChatSteps
from panda_desktop.ui.tour.stage import Missing, TourStage, file_name
from panda_desktop.ui.videos import VideosPage
from panda_desktop.ui.window import Place

QUESTION: Final = (
    "Show merge sort as Python code, compare sorting algorithms in a table, and list the steps to choose one."
)
PICTURE: Final = "A cute cat sitting on a window sill at sunset, digital art"
FILM: Final = "The camera moves slowly towards the cat, which turns its head; soft evening light"
NEXT: Final = "The cat jumps down and walks into the room"
SIZE: Final = (1280, 820)
_CHAIN: Final = (LinkKind.IMAGE, LinkKind.VIDEO, LinkKind.FRAME, LinkKind.VIDEO)


class Tour:
    """One guided tour."""

    def __init__(self, stage: TourStage, say: Callable[[str], object]) -> None:
        """`say` hears one line about every step."""
        self._stage = stage
        self._say = say
        self._number = 0
        self._more_chat = ChatSteps(stage, self._picture, self._both_themes)

    async def run(self) -> int:
        """Takes every step; returns 0 when every result was there, else 1."""
        stage = self._stage
        stage.folder.mkdir(parents=True, exist_ok=True)
        stage.window.resize(*SIZE)
        chat = self._more_chat
        steps: list[tuple[str, Callable[[], Awaitable[None]]]] = [
            ("first start", self._first_start),
            ("chat", self._chat),
            ("images", self._images),
            ("a picture in a chat", self._about_picture),
            ("comparison", chat.comparison),
            ("prompts", chat.prompts),
            ("completion pad", chat.pad),
            ("videos", self._videos),
            ("library", self._library),
            ("spending", self._spending),
            ("settings", self._settings),
        ]
        missing = 0
        for name, step in steps:
            try:
                await step()
                self._say(f"{name}: done")
            except Missing as what:
                missing += 1
                self._say(f"{name}: missing: {what}")
                await self._picture(f"{name} missing")
        return 1 if missing else 0

    async def _picture(self, title: str, of: QWidget | None = None) -> None:
        self._number += 1
        await self._stage.picture(file_name(self._number, title), of)

    async def _both_themes(self, title: str) -> None:
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            await self._stage.use_theme(mode)
            await self._picture(f"{title} {mode}")
        await self._stage.use_theme(ThemeMode.LIGHT)

    async def _first_start(self) -> None:
        stage = self._stage
        await stage.until("the demo gateway", lambda: stage.account.balance is not None, 30)
        await stage.use_theme(ThemeMode.LIGHT)
        stage.window.show_cover(FirstStart())
        await self._both_themes("first start")
        stage.window.remove_cover()

    async def _chat(self) -> None:
        stage = self._stage
        page = stage.window.go(Place.CHAT)
        assert isinstance(page, ChatPage)
        await self._both_themes("chat empty")
        page.pane.composer.field.set_text(QUESTION)
        page.pane.composer.button.click()
        rows = stage.chat.rows
        await stage.until("the first words of an answer", lambda: len(_text(stage)) > 300)
        await self._picture("chat streaming")
        await stage.until("the end of an answer", lambda: not stage.chat.is_answering)
        answer = rows.row(1).message
        for part in ("```python", "| --- |", "1. "):
            if part.replace(" ", "") not in answer.text.replace(" ", ""):
                raise Missing(f"{part!r} in the answer")
        if answer.state is not MessageState.DONE:
            raise Missing(f"a whole answer: it is {answer.state}")
        page.pane.transcript.scroll_to_message(rows.row(0).message.id)
        await self._both_themes("chat")
        parameters = page.pane.header.open_parameters()
        if parameters is None:
            raise Missing("the panel of the parameters")
        await self._picture("chat parameters", parameters)
        parameters.close()
        palette = stage.window.open_palette()
        await self._picture("commands", palette)
        palette.close()

    async def _images(self) -> None:
        stage = self._stage
        page = stage.window.go(Place.IMAGES)
        assert isinstance(page, ImagesPage)
        await self._both_themes("images empty")
        page.form.prompt.set_text(PICTURE)
        page.form.count_choice.set_count(2)
        page.form.generate.click()
        await stage.until("a job for images", lambda: stage.images.count() == 1)
        await self._picture("images waiting")
        row = await stage.result_of(stage.images, stage.images.row(0).job.id, 2)
        await self._both_themes("images")
        page.board.lightbox.open(row.items, row.items[0])
        await self._picture("image large")
        page.board.lightbox.compare_current()
        await stage.until("two pictures", page.board.lightbox.comparison.view.is_ready, 10)
        await self._picture("images compared")
        page.board.lightbox.comparison.leave()
        page.board.lightbox.leave()

    async def _about_picture(self) -> None:
        image = self._stage.images.row(0).items[0]
        await self._more_chat.attachment(self._stage.images.path_of(image))

    async def _videos(self) -> None:
        """An image, its video, a frame of that, and the next clip made from the frame."""
        stage = self._stage
        page = stage.window.go(Place.VIDEOS)
        assert isinstance(page, VideosPage)
        await self._both_themes("videos empty")
        images = stage.window.go(Place.IMAGES)
        assert isinstance(images, ImagesPage)
        image = stage.images.row(0).items[0]
        images.board.lightbox.open((image,), image)
        images.board.lightbox.panel.buttons[Wish.VIDEO.value].click()
        await self._first_frame(page)
        await self._picture("video of an image")
        film = await self._clip(page, FILM, image)
        page.show_video(film)
        await stage.until("frames of the video", lambda: page.player.image() is not None, 20)
        await stage.until("a second of the video", lambda: page.player.at() > 1_000, 20)
        await self._both_themes("videos")
        page.player.stage.controls.next_words.click()
        frame = await self._first_frame(page)
        if frame.parent_id != film.id:
            raise Missing("the frame as a child of its video")
        page.form.prompt.set_text(NEXT)
        await self._picture("next clip")
        clip = await self._clip(page, NEXT, frame)
        page.show_video(clip)
        await stage.until("frames of the next clip", lambda: page.player.image() is not None, 20)
        page.player.pause()
        await self._picture("videos next clip")

    async def _first_frame(self, page: VideosPage) -> MediaItem:
        """Waits until the form has a first frame from the library; returns the picture."""

        def chosen() -> MediaItem | None:
            found = page.form.frame.chosen
            media_id = found.image.media_id if found is not None and found.image is not None else None
            return self._stage.library.find(media_id) if media_id is not None else None

        await self._stage.until("a first frame", lambda: chosen() is not None, 20)
        item = chosen()
        assert item is not None
        return item

    async def _clip(self, page: VideosPage, prompt: str, parent: MediaItem) -> MediaItem:
        """Makes a video that starts from the picture in the form; returns it."""
        stage, before = self._stage, self._stage.videos.count()
        page.form.prompt.set_text(prompt)
        await stage.until("the button for a video", page.form.make.isEnabled, 10)
        page.form.make.click()
        await stage.until("a job for a video", lambda: stage.videos.count() == before + 1)
        await self._picture("videos waiting")
        row = await stage.result_of(stage.videos, stage.videos.row(0).job.id, 1)
        page.form.frame.clear()
        if row.items[0].parent_id != parent.id:
            raise Missing("the video as a child of its picture")
        return row.items[0]

    async def _library(self) -> None:
        stage = self._stage
        page = stage.window.go(Place.LIBRARY)
        assert isinstance(page, LibraryPage)
        # Two pictures, the video of one of them, a frame of it, and the clip that begins with the frame.
        await stage.until("five items in the library", lambda: stage.library.count() == 5, 10)
        await self._both_themes("library")
        page.show_item(stage.library.item(0))
        next(command for command in page.commands() if command.key == "library.lineage").run()
        chain = page.info.findChildren
        await stage.until("the chain from image to clip", lambda: len(chain(LineageRow)) == len(_CHAIN), 10)
        kinds = tuple(row.link.kind for row in chain(LineageRow))
        if kinds != _CHAIN:
            raise Missing(f"image, video, frame and clip in the chain: it is {kinds}")
        await self._picture("library lineage")

    async def _spending(self) -> None:
        self._stage.window.go(Place.SPENDING)
        await self._both_themes("spending")

    async def _settings(self) -> None:
        self._stage.window.go(Place.SETTINGS)
        await self._both_themes("settings")
        self._stage.window.go(Place.CHAT)


def _text(stage: TourStage) -> str:
    rows = stage.chat.rows
    return rows.row(rows.count() - 1).message.text if rows.count() == 2 else ""
