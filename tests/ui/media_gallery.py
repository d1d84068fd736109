"""Grabs pictures of the images and library tabs, to be looked at: `python -m tests.ui.media_gallery FOLDER`.

Promise: every state a person can meet is on one of them.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, RawAnswer
from panda_desktop.ui.images import ImagesPage
from panda_desktop.ui.library import LibraryPage
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.window import MainWindow, Place
from tests.ui.doubles import Stage
from tests.ui.library_world import LibraryWorld
from tests.ui.picturing import prepare
from tests.ui.window_gallery import fill

CAT = "A cute cat sitting on a window sill, digital art"
CHINESE = "一只可爱的小猫坐在洒满阳光的窗台上，水彩画，柔和的晨光，细腻的笔触"
LONG = "An enormous library carved into a cliff above the sea, with ladders and lamps and readers. " * 12
PROMPTS = (
    CAT,
    CHINESE,
    LONG,
    "Harbour at dawn, boats leaving",
    "Panda rolls down a snowy hill",
    "👩‍🚀 on Mars",
)
NOW = datetime.now(UTC)


class Scene:
    """A window with both pages over one stage."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stage = Stage(Path(tempfile.mkdtemp()))
        self.stage.load()
        self.store = ThumbnailStore()
        stage = self.stage
        self.images = ImagesPage(
            stage.images,
            stage.models,
            stage.library,
            stage.account,
            stage.settings,
            self.store,
            stage.image_prompts,
            stage.evidence,
        )
        self.library = LibraryPage(LibraryWorld(stage).parts, self.store, None)
        self.window = MainWindow(
            {
                Place.CHAT: QWidget,
                Place.IMAGES: lambda: self.images,
                Place.VIDEOS: QWidget,
                Place.LIBRARY: lambda: self.library,
                Place.SETTINGS: QWidget,
            }
        )
        self.window.narrow_changed.connect(self.images.set_narrow)
        fill(self.window)
        self.window.resize(1280, 820)
        self.window.show()
        self.window.go(Place.IMAGES)

    def settle(self, milliseconds: int = 250) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def picture(self, name: str, popup: QWidget | None = None) -> None:
        self.settle()
        grabbed = self.window.grab()
        if popup is not None:
            joined = QPixmap(grabbed)
            painter = QPainter(joined)
            at = popup.mapToGlobal(QPoint(0, 0)) - self.window.mapToGlobal(QPoint(0, 0))
            painter.drawPixmap(at, popup.grab())
            painter.end()
            grabbed = joined
        grabbed.save(str(self.folder / f"media-{name}.png"))

    def job(self, prompt: str, state: JobState, n: int = 1, **values: object) -> Job:
        service = self.stage.jobs_service
        seq = len(service.all) + 1
        job = Job(
            f"job{seq}", JobKind.IMAGE, ImageRequest("wan-2.7-image", prompt, n), state, NOW, seq, expected=n
        )
        return service.put(replace(job, **values))  # type: ignore[arg-type]

    def made(self, prompt: str, hue: int, n: int = 1, arrived: int | None = None, **values: object) -> Job:
        count = n if arrived is None else arrived
        ended = NOW - timedelta(minutes=5)
        job = self.job(prompt, JobState.DONE, n, arrived=count, finished_at=ended, **values)
        for at in range(count):
            size = ((1024, 1024), (1280, 720), (720, 1280))[(hue // 7 + at) % 3]
            self.stage.library_service.image(
                job,
                position=at,
                hue=hue + 25 * at,
                width=size[0],
                height=size[1],
                starred=(hue + at) % 4 == 0,
                revised_prompt="A photorealistic <b>cat</b> &amp; window, 35 mm" if at == 0 else "",
            )
        return job


def many(scene: Scene) -> None:
    """Pictures of every shape and prompt."""
    for number in range(10):
        prompt = PROMPTS[number % len(PROMPTS)]
        scene.made(
            prompt, 40 * number, 1 + number % 3, balance_before=Decimal("42.9"), balance_after=Decimal("42.5")
        )


def failures(scene: Scene) -> None:
    """Every state that needs the person."""
    sent = {"sent_at": NOW - timedelta(minutes=3), "finished_at": NOW}
    paid = {"balance_before": Decimal("42.50"), "balance_after": Decimal("42.12")}
    scene.made("Three of four", 200, 4, 3, error=ErrorKind.LINK_EXPIRED)
    scene.job(CAT, JobState.ABANDONED, 1, **sent)
    said = ErrorDetail(message="No capacity for <b>wan</b> right now" + "x" * 90)
    scene.job(CHINESE, JobState.FAILED, 1, error=ErrorKind.JOB_FAILED, error_detail=said, **sent, **paid)
    scene.job(CAT, JobState.EXPIRED, 1, error=ErrorKind.LINK_EXPIRED, **sent)
    scene.job(LONG, JobState.REVIEW, 1, error=ErrorKind.NO_RESULT, **sent)
    refused = ErrorDetail(status=401, message="Incorrect API key provided")
    scene.job(CAT, JobState.REJECTED, 1, error=ErrorKind.KEY_REFUSED, error_detail=refused, **sent)
    poor = ErrorDetail(402, "Your account balance ($0.50) is insufficient. Estimated cost: $0.75")
    scene.job(CHINESE, JobState.REJECTED, 1, error=ErrorKind.NO_CREDIT, error_detail=poor, **sent)
    scene.job(LONG, JobState.UNKNOWN, 1, error=ErrorKind.GATEWAY_TIMEOUT, **sent, **paid)


def running(scene: Scene) -> None:
    """Every state of waiting."""
    scene.stage.jobs_service.usual["wan-2.7-image"] = 18.0
    scene.job("A job that waits for its turn", JobState.QUEUED)
    now = datetime.now(UTC)
    scene.job(CHINESE, JobState.POLLING, sent_at=now - timedelta(seconds=75), status_word="IN_PROGRESS")
    scene.job(
        "A picture that comes",
        JobState.DOWNLOADING,
        sent_at=now,
        received_bytes=1_200_000,
        total_bytes=3_400_000,
    )
    scene.job(CAT, JobState.SUBMITTING, 3, sent_at=now - timedelta(seconds=14))


def both(
    scene: Scene, controller: ThemeController, name: str, before: Callable[[], object] | None = None
) -> None:
    """Grabs a scene in both themes."""
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        controller.set_mode(mode)
        if before is not None:
            before()
        scene.picture(f"{name}-{mode.value}")
    controller.set_mode(ThemeMode.LIGHT)


def first_pictures(scene: Scene, controller: ThemeController) -> None:
    """Empty, waiting, mixed, failing."""
    both(scene, controller, "empty")
    scene.images.form.submit()
    scene.picture("no-prompt")
    many(scene)
    scene.images.use_prompt(CAT)
    scene.images.form.count_choice.set_count(4)
    scene.images.form._changed()
    scene.stage.tell_balance(Balance(Decimal("42.5"), "usd", None, NOW))
    both(scene, controller, "pictures")
    running(scene)
    both(scene, controller, "running")
    scene.images.board.grid.cards.card("job14/0").stop.click()  # type: ignore[union-attr]
    scene.picture("stop")
    failures(scene)
    both(scene, controller, "failures")
    scene.images.board.grid.verticalScrollBar().setValue(620)
    scene.picture("failures-2")
    scene.images.board.grid.verticalScrollBar().setValue(0)


def form_states(scene: Scene, controller: ThemeController) -> None:
    """What the form says."""
    form = scene.images.form
    form.model.chosen.emit("kolors")
    form.model.set_value("kolors")
    form._model_changed()
    form.count_choice.set_count(11)
    form.size_choice.set_size("huge")
    form.submit()
    scene.picture("form-wrong")
    form.count_choice.set_count(10)
    form.size_choice.set_size("")
    form.model.set_value("wan-2.7-image")
    scene.stage.tell_balance(Balance(Decimal("0.12"), "usd", None, NOW))
    item = scene.stage.library.item(0)
    scene.images._vary(item)
    form.count_choice.set_count(10)
    form._changed()
    scene.picture("form-poor")
    form.model.open()
    scene.picture("models", form.model.popover())
    form.model.popover().close()  # type: ignore[union-attr]
    scene.images._offer_past()
    scene.picture("past", scene.images.past.popover)
    scene.images.past.popover.close()  # type: ignore[union-attr]
    scene.stage.jobs_service.failure = PandaError(ErrorKind.NO_KEY)
    form.count_choice.set_count(2)
    form._changed()
    form.submit()
    scene.picture("no-key")
    for notice in scene.images.notices.notices():
        scene.images.notices.close_notice(notice.key)


def viewer(scene: Scene, controller: ThemeController) -> None:
    """The lightbox and the raw answer."""
    board = scene.images.board
    item = next(t.item for t in board.grid.tiles.tiles() if t.item is not None and t.item.revised_prompt)
    items = [t.item for t in board.grid.tiles.tiles() if t.item is not None]
    board.lightbox.open(items, item)
    both(scene, controller, "viewer")
    board.lightbox.compare_current()
    both(scene, controller, "compared")
    scene.window.resize(320, 640)
    scene.picture("compared-320")
    scene.window.resize(1280, 820)
    board.lightbox.comparison.step(1)
    board.lightbox.comparison.view.zoom_by(4)
    board.lightbox.comparison.view.set_divider(0.3)
    scene.picture("compared-zoomed")
    board.lightbox.comparison.leave()
    board.lightbox.stage.view.zoom_to(2.0)
    scene.picture("viewer-zoomed")
    scene.window.resize(720, 800)
    scene.picture("viewer-720")
    scene.window.resize(320, 640)
    scene.picture("viewer-320")
    scene.window.resize(1280, 820)
    broken = scene.stage.folder / "broken.png"
    broken.write_bytes(b"<html>not a picture</html>")
    bad = replace(item, id="bad", file="broken.png", prompt=LONG * 5)
    scene.stage.library_service.put(bad)
    board.lightbox.open([bad], bad)
    scene.picture("viewer-broken")
    board.lightbox.leave()
    body = b'{"id": "chatcmpl-1", "choices": [{"message": {"content": "I cannot draw <b>that</b>."}}]}\n' * 30
    headers = {"content-type": "application/json"}
    scene.stage.jobs_service.answers["job1"] = RawAnswer(200, headers, body, NOW)
    scene.stage.images.read_raw_answer("job1")
    both(scene, controller, "answer")
    scene.images.answer.leave()


def sizes(scene: Scene, controller: ThemeController) -> None:
    """Narrow windows, large text."""
    for width, height in ((900, 700), (720, 800), (320, 640), (1900, 1000)):
        scene.window.resize(width, height)
        scene.picture(f"images-{width}")
    scene.window.resize(320, 640)
    scene.images.form.options.setChecked(True)
    scene.picture("images-320-options")
    scene.images.form.options.setChecked(False)
    for zoom in (80, 150, 200):
        controller.set_zoom(zoom)
        scene.window.resize(1280, 900)
        scene.picture(f"images-zoom-{zoom}")
    controller.set_mode(ThemeMode.DARK)
    scene.window.resize(720, 900)
    scene.picture("images-720-zoom-200-dark")
    controller.set_mode(ThemeMode.LIGHT)
    controller.set_zoom(100)
    scene.window.resize(1280, 820)


def library(scene: Scene, controller: ThemeController) -> None:
    """The library."""
    service = scene.stage.library_service
    for number, item in enumerate(list(service.all.values())):
        when = NOW - timedelta(days=number // 6, hours=number % 5)
        service.all[item.id] = replace(item, created_at=when, seq=len(service.all) - number)
    service.video(b"0000ftyp", prompt="Harbour at dawn", model="wan-2.7-video")
    scene.stage.library.load()
    scene.window.go(Place.LIBRARY)
    page = scene.library
    both(scene, controller, "library")
    page.grid.setFocus(Qt.FocusReason.TabFocusReason)
    page.grid.selectAll()
    scene.picture("library-chosen")
    page.grid.clearSelection()
    page.item_actions.trash((scene.stage.library.item(1),))
    scene.picture("library-undo")
    page.bar.search.setText("猫")
    page.bar._tell()
    scene.picture("library-search")
    page.bar.search.setText("nothing like that")
    page.bar._tell()
    scene.picture("library-nothing")
    page.browsing.show_all()
    for width in (720, 320):
        scene.window.resize(width, 700)
        scene.picture(f"library-{width}")
    scene.window.resize(1280, 820)
    page.choosing._menu(page.grid.tiles.tile(3), page.grid.mapToGlobal(QPoint(300, 200)))
    scene.settle()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    scene.picture("library-menu", menu)
    menu.close()


def main(folder: Path, translation: str = "") -> None:
    """Writes the pictures, in another language when one is given."""
    app = QApplication([])
    prepare(app, folder, translation)
    controller = ThemeController(app, ThemeMode.LIGHT)
    empty = Scene(folder)
    empty.window.go(Place.LIBRARY)
    empty.picture("library-empty")
    empty.window.close()
    scene = Scene(folder)
    for show in (first_pictures, form_states, viewer, sizes, library):
        show(scene, controller)
    for each in (empty, scene):
        each.images.shut_down()
        each.library.shut_down()
        each.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
