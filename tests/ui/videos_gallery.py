"""Grabs the videos tab, to be looked at: `python -m tests.ui.videos_gallery FOLDER [LANGUAGE] [NAME…]`."""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.account import Balance, Connection
from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.ui.kit import EmptyState
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.translation import Language
from panda_desktop.ui.videos import PosterStore, VideosPage
from panda_desktop.ui.videos.deeds import Deed
from panda_desktop.ui.window import MainWindow, Place
from tests.ui.doubles import Stage
from tests.ui.picturing import prepare
from tests.ui.videos.recording import record
from tests.ui.videos.worlds import PROMPT, chinese, every_state, scene, sketch, with_images

Doing = Callable[[VideosPage, MainWindow], Any]


class Shots:
    """One window after another, each with its own world."""

    def __init__(self, folder: Path, only: set[str]) -> None:
        self.folder = folder
        self.only = only
        self.look = ThemeController(QApplication.instance(), ThemeMode.DARK)  # type: ignore[arg-type]
        self.temporary = tempfile.TemporaryDirectory()
        base = Path(self.temporary.name)
        self.videos = [
            record(base / f"{hue}.mp4", scene(hue), size=size).read_bytes()
            for hue, size in ((265, QSize(1280, 720)), (200, QSize(640, 360)), (20, QSize(360, 640)))
        ]
        self.number = 0

    def wait(self, milliseconds: int = 250) -> None:
        """Lets the program run."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def empty(self) -> Stage:
        """Makes a new world."""
        self.number += 1
        folder = Path(self.temporary.name) / str(self.number)
        folder.mkdir()
        return Stage(folder)

    def sketch(self) -> Stage:
        """Makes the world of the sketch."""
        return sketch(self.empty(), self.videos)

    def states(self) -> Stage:
        """Makes a world with one job in each state."""
        return every_state(self.empty(), self.videos)

    def show(
        self,
        name: str,
        stage: Stage,
        do: Doing | None = None,
        *,
        size: tuple[int, int] = (1280, 820),
        dark: bool = True,
        zoom: int = 100,
    ) -> None:
        """Shows the page of a world, does something with it, and grabs the window."""
        if self.only and name not in self.only:
            return
        self.look.set_mode(ThemeMode.DARK if dark else ThemeMode.LIGHT)
        self.look.set_zoom(zoom)
        stage.load()
        stores = ThumbnailStore(), PosterStore()
        parts = stage.account, stage.settings, *stores, stage.video_prompts, stage.evidence
        page = VideosPage(stage.videos, stage.models, stage.library, *parts)
        window = self._window(page, stage)
        window.resize(*size)
        window.go(Place.VIDEOS)
        window.show()
        self.wait(500)
        panel = do(page, window) if do is not None else None
        self.wait(250)
        grabbed = window.grab()
        if isinstance(panel, QWidget) and panel.isWindow() and panel.isVisible():
            painter = QPainter(grabbed)
            painter.drawPixmap(panel.pos() - window.pos(), panel.grab())
            painter.end()
        grabbed.save(str(self.folder / f"videos-{name}.png"))
        page.shut_down()
        for store in stores:
            store.close()
        window.close()
        window.deleteLater()
        self.wait(10)

    def _window(self, page: VideosPage, stage: Stage) -> MainWindow:
        def other() -> QWidget:
            return EmptyState("chat", "", "")

        places: dict[Place, Callable[[], QWidget]] = {place: other for place in Place}
        places[Place.VIDEOS] = lambda: page
        window = MainWindow(places)
        window.narrow_changed.connect(page.set_narrow)
        window.status.set_connection(Connection.ONLINE, "api.pandaworld.space")
        window.status.set_balance(stage.account.balance)
        window.status.set_committed(Decimal("0.38"))
        window.status.set_spent_today(Decimal("0.84"))
        window.status.set_jobs_running(2)
        return window


def playing(shots: Shots) -> Doing:
    """Writes the prompt of the sketch and plays."""

    def do(page: VideosPage, window: MainWindow) -> None:
        page.form.prompt.set_text(PROMPT)
        page.player.play()
        shots.wait(420)

    return do


def scrolled(shots: Shots, part: float) -> Doing:
    """Scrolls the cards."""

    def do(page: VideosPage, window: MainWindow) -> None:
        bar = page.arrangement.area.verticalScrollBar()
        for _ in range(3):
            bar.setValue(round(bar.maximum() * part))
            shots.wait(60)

    return do


def places(shots: Shots) -> None:
    """Empty, the sketch, every state."""
    for dark, suffix in ((True, ""), (False, "-light")):
        shots.show(f"empty{suffix}", shots.empty(), dark=dark)
        shots.show(f"sketch{suffix}", shots.sketch(), playing(shots), dark=dark)
        shots.show(f"states{suffix}", shots.states(), size=(1280, 2400), dark=dark)
    shots.show("states-scrolled", shots.states(), scrolled(shots, 0.5))


def form(shots: Shots) -> None:
    """The first frame, what is wrong with it, the model, a low balance."""

    def framed(page: VideosPage, window: MainWindow) -> None:
        page.form.prompt.set_text("The camera moves slowly towards the lighthouse while the fog lifts")
        page.use_first_frame(page._library.item(0))

    def refused(page: VideosPage, window: MainWindow) -> None:
        path = page._library.path_of(page._library.item(0)).with_name("photo.jpg")
        path.write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(200))
        page.form.frame.take_file(path)
        page.form.frame.show_address()
        page.form.frame.address.setText("http://192.168.1.4/a.png")

    def model(page: VideosPage, window: MainWindow) -> Any:
        page.form.model.open()
        return page.form.model.popover()

    def low(page: VideosPage, window: MainWindow) -> None:
        page.form.prompt.set_text(PROMPT)
        page.making.submit()

    shots.show("frame", with_images(shots.sketch()), framed)
    shots.show("refused", shots.sketch(), refused, dark=False)
    shots.show("library", with_images(shots.sketch()), lambda page, _: page.form.frame.choose_from_library())
    shots.show("model", shots.sketch(), model, dark=False)
    poor = shots.sketch()
    poor.tell_balance(Balance(Decimal("0.20"), "usd", None, datetime.now(UTC)))
    shots.show("low", poor, low)


def cards(shots: Shots) -> None:
    """Questions, an answer, notices, menus, a broken file."""

    def asked(page: VideosPage, window: MainWindow) -> None:
        for key, deed in (("job-3", Deed.STOP), ("job-2", Deed.SEND_AGAIN)):
            card = page.cards.bring(key)
            assert card is not None
            card.do(deed)

    def answer(page: VideosPage, window: MainWindow) -> None:
        body = b'{"choices":[{"message":{"role":"assistant","content":"All tokens are used up."}}]}'
        page.board.show_answer("job-8", None)
        card = page.cards.bring("job-8")
        assert card is not None
        card.show_answer(RawAnswer(200, {}, body, datetime.now(UTC)))
        shots.wait(50)
        page.cards.bring("job-8")

    def broken(page: VideosPage, window: MainWindow) -> None:
        item = page._library.item(0)
        page._library.path_of(item).write_bytes(b"nothing like a video")
        page.player.clear()
        page.show_video(item)

    def menu(page: VideosPage, window: MainWindow) -> Any:
        card = page.cards.bring("job-1")
        assert card is not None
        return card.deeds.open_menu()

    shots.show("questions", shots.sketch(), asked)
    shots.show("answer", shots.states(), answer)
    shots.show("broken", shots.sketch(), broken, dark=False)
    shots.show("menu", shots.sketch(), lambda page, _: page.player.stage.controls.open_menu())
    shots.show("card-menu", shots.states(), menu, dark=False)
    shots.show("grabbed", shots.sketch(), lambda page, _: page.player.grab_frame())


def shapes(shots: Shots) -> None:
    """Narrow, tiny, wide, other text sizes, Chinese."""

    def write(page: VideosPage, window: MainWindow) -> None:
        words = "清晨宁静的港口，渔船依次驶出，水面薄雾弥漫，镜头缓缓右移，温暖的晨光。"
        page.form.prompt.set_text(words * 4)

    play = playing(shots)
    shots.show("narrow", shots.sketch(), play, size=(720, 900))
    shots.show("narrow-cards", shots.states(), scrolled(shots, 0.55), size=(720, 900), dark=False)
    shots.show("tiny", shots.sketch(), size=(320, 700))
    shots.show("tiny-cards", shots.states(), scrolled(shots, 0.42), size=(320, 700))
    shots.show("tiny-end", shots.states(), scrolled(shots, 0.8), size=(320, 700))
    shots.show("tiny-empty", shots.empty(), scrolled(shots, 1), size=(320, 700), dark=False)
    shots.show("zoom-150", shots.sketch(), play, zoom=150, dark=False)
    shots.show("zoom-200", shots.states(), scrolled(shots, 0.35), zoom=200)
    shots.show("zoom-80", shots.states(), zoom=80)
    shots.show("wide", shots.states(), size=(2560, 1300))
    shots.show("chinese", chinese(shots.empty(), shots.videos), write, dark=False)


def main(folder: Path, only: set[str]) -> None:
    """Writes the pictures, or only those named, in another language when one is named."""
    app = QApplication([])
    languages = only & set(Language)
    prepare(app, folder, *languages)
    only -= languages
    shots = Shots(folder, only)
    for part in (places, form, cards, shapes):
        part(shots)
    shots.temporary.cleanup()
    app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2:]))
