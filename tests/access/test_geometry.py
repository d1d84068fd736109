"""Every page and section at narrow and wide windows, small and large text, and in both directions."""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.window import Place
from tests.access.conftest import lived_in
from tests.access.geometry import misplaced
from tests.access.lasting import lasting
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used

WIDTHS = (320, 480, 900, 2560)
ZOOMS = (80, 100, 200)
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
Combination = tuple[int, int, Qt.LayoutDirection]
# Each width, zoom and direction occurs.
SHORT: Sequence[Combination] = ((320, 200, RTL), (480, 80, LTR), (900, 100, RTL), (2560, 200, LTR))
ALL: Sequence[Combination] = tuple(product(WIDTHS, ZOOMS, (LTR, RTL)))


@pytest.fixture(autouse=True)
def direction_restored(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setLayoutDirection(LTR)


async def _faults(program: Used, combinations: Sequence[Combination]) -> dict[str, str]:
    """Goes everywhere in each combination; returns where each fault was met first."""
    found: dict[str, str] = {}

    def new() -> list[str]:
        return [fault for fault in misplaced(program.window) if fault not in found]

    for width, zoom, direction in combinations:
        QApplication.setLayoutDirection(direction)
        program.views.settings.change(zoom=zoom)
        program.window.resize(width, 820)
        where = f"{width} px, {zoom} %, {direction.name}"
        for place in Place:
            page = program.page(place)
            for fault in await lasting(new):
                found[fault] = f"{where}: {place}"
            for key in page.sections() if isinstance(page, SettingsPage) else ():
                page.show_section(key)
                for fault in await lasting(new):
                    found[fault] = f"{where}: {key}"
    return found


def _told(found: dict[str, str]) -> str:
    return "\n".join(f"{where}: {fault}" for fault, where in found.items())


@pytest.mark.timeout(240)
async def test_u12_nothing_is_cut_off_or_covered(tmp_path: Path, gateway: DemoServer) -> None:
    async with lived_in(tmp_path, gateway) as program:
        found = await _faults(program, SHORT)
        assert not found, _told(found)


@pytest.mark.slow
async def test_u12_nothing_is_cut_off_or_covered_in_any_combination(
    tmp_path: Path, gateway: DemoServer
) -> None:
    async with lived_in(tmp_path, gateway) as program:
        found = await _faults(program, ALL)
        assert not found, _told(found)
