"""The library of the whole program: files that come in, boards, tags, trash and disk, through a restart."""

from pathlib import Path

from panda_desktop.ui.library.frame import Pane
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer
from tests.e2e.program import environment, used, words_of
from tests.ui.doubles import picture


async def test_what_is_put_in_order_is_there_after_a_restart(tmp_path: Path, gateway: DemoServer) -> None:
    mine = tmp_path / "Sunset at the lake.png"
    mine.write_bytes(picture(64, 48, 20))
    broken = tmp_path / "notes.txt"
    broken.write_text("no picture", "utf-8")
    async with used(tmp_path / "data", environment(gateway.base_url)) as program:
        page = program.page(Place.LIBRARY)
        page.taking_in.take([mine, broken])
        await program.until(lambda: page.grid.tiles.count() == 1)
        await program.until(lambda: "notes.txt (no picture or video)" in words_of(page.notices.notices()))
        item = page.grid.tiles.tile(0).item
        page.marking._take_board("Lake", (item,), (item.id,))
        await program.until(lambda: len(page.places.board_rows) == 1)
        page.marking._take_tag("evening", (item,), (item.id,))
        await program.until(lambda: program.views.library.item(0).tag_ids)
        page.bar.begin_search("lake sunset")
        await program.until(lambda: page.grid.tiles.count() == 1 and not page.browsing.filter.is_open)
        page.show_item(program.views.library.item(0))
        page._toggle_info("lineage")
        await program.until(lambda: len(page.info.lineage.rows) == 1)
    async with used(tmp_path / "data", environment(gateway.base_url)) as program:
        page = program.page(Place.LIBRARY)
        await program.until(lambda: len(page.places.tag_rows) == 1 and len(page.places.board_rows) == 1)
        next(iter(page.places.board_rows.values())).click()
        await program.until(lambda: page.grid.tiles.count() == 1)
        item = page.grid.tiles.tile(0).item
        assert item.name == mine.name
        page.item_actions.trash((item,))
        await program.until(lambda: program.views.library.count() == 0)
        page.places.trash.click()
        assert page.frame.pane() is Pane.TRASH
        await program.until(lambda: page.rooms.trash.grid.tiles.count() == 1)
        page.undoing.undo()
        await program.until(lambda: program.views.library.count() == 1)
        page.places.disk.click()
        disk = page._parts.disk
        await program.until(lambda: disk.use is not None and not disk.busy)
        assert disk.use.size >= item.size
    assert mine.exists()
