"""What the tests of access share: a program in which something of everything has been made."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer, demo_server
from tests.e2e.program import FILM_S, Used, environment, used

_HERE = Path(__file__).parent
# What the media library says of a machine without sound, camera and video hardware.
MULTIMEDIA = ("^Couldn't (load|resolve)", "^PulseAudioService", "No RHI backend")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(*MULTIMEDIA, extend=True))


@pytest.fixture(scope="session")
def gateway() -> Iterator[DemoServer]:
    """A demo gateway whose waits are a fiftieth of the usual ones."""
    with demo_server(speed=50) as server:
        yield server


@asynccontextmanager
async def lived_in(folder: Path, gateway: DemoServer) -> AsyncIterator[Used]:
    """Runs the program with an answer, a picture and a video in it."""
    async with used(folder, environment(gateway.base_url)) as program:
        program.window.resize(1280, 820)
        await program.ask("Show Python code, a table and a list")
        await program.answered()
        await make_picture(program, "A cat on a window sill")
        await make_video(program, "A boat leaves the harbour")
        yield program


async def make_picture(program: Used, prompt: str) -> None:
    page, jobs = program.page(Place.IMAGES), program.views.images
    page.form.prompt.set_text(prompt)
    await program.until(page.form.generate.isEnabled)
    page.form.generate.click()
    await program.until(lambda: jobs.count() and not jobs.row(0).job.state.is_running)


async def make_video(program: Used, prompt: str) -> None:
    page, jobs = program.page(Place.VIDEOS), program.views.videos
    page.form.prompt.set_text(prompt)
    await program.until(page.form.make.isEnabled)
    page.form.make.click()
    await program.until(lambda: jobs.count() and not jobs.row(0).job.state.is_running, FILM_S)
