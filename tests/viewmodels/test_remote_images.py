"""M01: one wish, one request, one end, from the view to a server on this computer and back."""

import asyncio
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.services.remote_images import RemoteImages
from panda_desktop.services.tasks import TaskSet
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.illustrations import Phase
from panda_desktop.viewmodels.remote_images import RemoteImagesModel
from tests.gateway.scripted import Scripted, answer
from tests.ui.transcript.double import DoubleModel
from tests.ui.transcript.double import answer as said
from tests.ui.transcript.sources import picture


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


async def test_m01_no_request_before_the_click_and_one_after_it(qtbot: QtBot) -> None:
    problems: list[PandaError] = []
    tasks = TaskSet(problems.append)
    async with Scripted([answer(picture(300, 200))]) as server:
        model = RemoteImagesModel(tasks, RemoteImages(lambda: f"{server.url}/v1"))
        view = TranscriptView()
        qtbot.addWidget(view)
        view.resize(900, 600)
        view.set_image_loader(model)
        view.set_model(DoubleModel([said(f"![a]({server.url}/a.png) ![b]({server.url}/b.png)")]))
        view.show()
        for _ in range(20):
            view.grab()
            await asyncio.sleep(0.005)
        assert server.calls == []
        spot = next(spot for spot in view._pointing.spots_of(0) if spot.target.startswith("image:"))
        view._activate(spot)
        view._activate(spot)
        image = view._images.numbered(int(spot.target.partition(":")[2]))
        assert image is not None
        await until(lambda: image.phase is Phase.READY)
        assert [call.path for call in server.calls] == ["/a.png"]
        view.close_formulas()
    await tasks.close()
    assert not problems


class Refusing:
    """Fails as expected."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def fetch(self, address: str) -> bytes:
        self.asked.append(address)
        raise PandaError(ErrorKind.LINK_EXPIRED)


async def test_m01_every_wish_ends_and_can_be_made_again() -> None:
    tasks = TaskSet(lambda _: None)
    model = RemoteImagesModel(tasks, Refusing())
    heard: list[tuple[str, ErrorKind]] = []
    model.refused.connect(lambda address, error: heard.append((address, error.kind)))
    model.load("https://a.example/x")
    await until(lambda: heard)
    model.load("https://a.example/x")
    await until(lambda: len(heard) == 2)
    assert heard == [("https://a.example/x", ErrorKind.LINK_EXPIRED)] * 2
    await tasks.close()


async def test_m01_nothing_is_asked_for_while_it_is_not_allowed() -> None:
    tasks = TaskSet(lambda _: None)
    images = Refusing()
    model = RemoteImagesModel(tasks, images)
    heard: list[ErrorKind] = []
    model.refused.connect(lambda _address, error: heard.append(error.kind))
    model.set_allowed(False)
    model.load("https://a.example/x")
    assert heard == [ErrorKind.BLOCKED_ADDRESS]
    model.set_allowed(True)
    model.load("https://a.example/x")
    await until(lambda: len(heard) == 2)
    assert images.asked == ["https://a.example/x"]
    await tasks.close()
