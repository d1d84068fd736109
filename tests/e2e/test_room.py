"""The settings say how much the data folder takes, and lead to what takes it."""

from pathlib import Path
from typing import Any

from panda_desktop.ui.library.frame import Pane
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer
from tests.e2e.program import environment, used

KEPT = 3_400_000


async def test_the_size_of_the_data_folder_is_measured_when_it_is_seen(
    tmp_path: Path, gateway: DemoServer
) -> None:
    folder = tmp_path / "data"
    async with used(folder, environment(gateway.base_url)) as program:
        page: Any = program.page(Place.SETTINGS)
        assert page.data.room.text() == "Measuring…"
        (folder / "attachments").mkdir(exist_ok=True)
        (folder / "attachments" / "a file").write_bytes(b"x" * KEPT)
        page.show_section("storage")
        await program.until(lambda: " used, " in page.data.room.text())
        assert page.data.room.text().startswith("3.") and " MB used, " in page.data.room.text()
        page.data.look.click()
        assert program.window.place() is Place.LIBRARY
        library: Any = program.page(Place.LIBRARY)
        assert library.frame.pane() is Pane.DISK
        await program.until(lambda: library.rooms.disk._disk.use is not None)
        assert library.rooms.disk._disk.use.size > KEPT
