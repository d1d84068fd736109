"""The steps of the guided tour.

Promise: it uses the window as a person does, with its fields and buttons, and reports what was missing.
"""

from collections.abc import Awaitable, Callable, Collection
from typing import Final

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
from panda_desktop.ui.tour.camera import Camera
from panda_desktop.ui.tour.chat_steps import ChatSteps
from panda_desktop.ui.tour.money_steps import MoneySteps
from panda_desktop.ui.tour.stage import Missing, TourStage
from panda_desktop.ui.tour.window_steps import SIZE, WindowSteps
from panda_desktop.ui.videos import VideosPage
from panda_desktop.ui.window import Place

_CHAIN: Final = (LinkKind.IMAGE, LinkKind.VIDEO, LinkKind.FRAME, LinkKind.VIDEO)


class Tour:
    """One guided tour."""

    def __init__(self, stage: TourStage, say: Callable[[str], object]) -> None:
        """`say` hears one line about every step."""
        self._stage = stage
        self._say = say
        self._camera = camera = Camera(stage)
        self._more_chat = ChatSteps(stage, camera)
        self._money = MoneySteps(stage, camera)
        self._around = WindowSteps(stage, camera)

    async def run(self, only: Collection[str] = ()) -> int:
        """Takes every step, or those named in `only`; returns 0 when every result was there, else 1."""
        stage = self._stage
        stage.folder.mkdir(parents=True, exist_ok=True)
        stage.window.resize(*SIZE)
        missing = 0
        for name, step in self._steps():
            if only and name not in only:
                continue
            try:
                await step()
                self._say(f"{name}: done")
            except Missing as what:
                missing += 1
                self._say(f"{name}: missing: {what}")
                await self._camera.picture(f"{name} missing")
        await stage.use_theme(ThemeMode.LIGHT)
        return 1 if missing else 0

    def _steps(self) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
        chat, money, around = self._more_chat, self._money, self._around
        return [
            ("first start", self._first_start),
            ("chat", self._chat),
            ("images", self._images),
            ("a picture in a chat", self._about_picture),
            ("comparison", chat.comparison),
            ("prompts", chat.prompts),
            ("completion pad", chat.pad),
            ("videos", self._videos),
            ("library", self._library),
            ("expected price", money.price),
            ("spending", money.spending),
            ("recent files", around.recent_files),
            ("quick prompt", around.quick_prompt),
            ("keys", around.keys),
            ("settings", around.settings),
            ("little room", around.little_room),
        ]

    async def _first_start(self) -> None:
        stage = self._stage
        await stage.until("the demo gateway", lambda: stage.account.balance is not None, 30)
        await stage.use_theme(ThemeMode.LIGHT)
        stage.window.show_cover(FirstStart())
        await self._camera.both_themes("first start")
        stage.window.remove_cover()

    async def _chat(self) -> None:
        stage = self._stage
        page = stage.window.go(Place.CHAT)
        assert isinstance(page, ChatPage)
        await self._camera.both_themes("chat empty")
        page.pane.composer.field.set_text(stage.words.question)
        page.pane.composer.button.click()
        rows = stage.chat.rows
        await stage.until("the first words of an answer", lambda: len(_text(stage)) > 300)
        await self._camera.picture("chat streaming")
        await stage.until("the end of an answer", lambda: not stage.chat.is_answering)
        answer = rows.row(1).message
        for part in ("```python", "| --- |", "1. "):
            if part.replace(" ", "") not in answer.text.replace(" ", ""):
                raise Missing(f"{part!r} in the answer")
        if answer.state is not MessageState.DONE:
            raise Missing(f"a whole answer: it is {answer.state}")
        page.pane.transcript.scroll_to_message(rows.row(0).message.id)
        await self._camera.both_themes("chat")
        parameters = page.pane.header.open_parameters()
        if parameters is None:
            raise Missing("the panel of the parameters")
        await self._camera.both_themes("chat parameters", parameters)
        parameters.close()
        palette = stage.window.open_palette()
        await self._camera.both_themes("commands", palette)
        palette.close()

    async def _images(self) -> None:
        stage = self._stage
        page = stage.window.go(Place.IMAGES)
        assert isinstance(page, ImagesPage)
        await self._camera.both_themes("images empty")
        page.form.prompt.set_text(stage.words.picture)
        page.form.count_choice.set_count(2)
        page.form.generate.click()
        await stage.until("a job for images", lambda: stage.images.count() == 1)
        await self._camera.picture("images waiting")
        row = await stage.result_of(stage.images, stage.images.row(0).job.id, 2)
        await self._camera.both_themes("images")
        page.board.lightbox.open(row.items, row.items[0])
        await self._camera.both_themes("image large")
        page.board.lightbox.compare_current()
        await stage.until("two pictures", page.board.lightbox.comparison.view.is_ready, 10)
        await self._camera.both_themes("images compared")
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
        await self._camera.both_themes("videos empty")
        images = stage.window.go(Place.IMAGES)
        assert isinstance(images, ImagesPage)
        image = stage.images.row(0).items[0]
        images.board.lightbox.open((image,), image)
        images.board.lightbox.panel.buttons[Wish.VIDEO.value].click()
        await self._first_frame(page)
        await self._camera.both_themes("video of an image")
        film = await self._clip(page, stage.words.film, image)
        page.show_video(film)
        await stage.until("frames of the video", lambda: page.player.image() is not None, 20)
        await stage.until("a second of the video", lambda: page.player.at() > 1_000, 20)
        await self._camera.both_themes("videos")
        page.player.stage.controls.next_words.click()
        frame = await self._first_frame(page)
        if frame.parent_id != film.id:
            raise Missing("the frame as a child of its video")
        page.form.prompt.set_text(stage.words.next_film)
        await self._camera.both_themes("next clip")
        clip = await self._clip(page, stage.words.next_film, frame)
        page.show_video(clip)
        await stage.until("frames of the next clip", lambda: page.player.image() is not None, 20)
        page.player.pause()
        await self._camera.both_themes("videos next clip")

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
        await self._camera.picture("videos waiting")
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
        await self._camera.both_themes("library")
        page.show_item(stage.library.item(0))
        next(command for command in page.commands() if command.key == "library.lineage").run()
        chain = page.info.findChildren
        await stage.until("the chain from image to clip", lambda: len(chain(LineageRow)) == len(_CHAIN), 10)
        kinds = tuple(row.link.kind for row in chain(LineageRow))
        if kinds != _CHAIN:
            raise Missing(f"image, video, frame and clip in the chain: it is {kinds}")
        await self._camera.both_themes("library lineage")
        next(command for command in page.commands() if command.key == "library.lineage").run()


def _text(stage: TourStage) -> str:
    rows = stage.chat.rows
    return rows.row(rows.count() - 1).message.text if rows.count() == 2 else ""
