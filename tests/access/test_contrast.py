"""U13: words can be read in both themes, as they are painted and as the tokens say."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from panda_desktop.domain.settings import Settings
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.theme import DARK, LIGHT, Theme, ThemeMode, contrast, dress, look
from panda_desktop.ui.theme.stylesheet import mix
from panda_desktop.ui.theme.tokens import DISABLED
from panda_desktop.ui.window import Place
from tests.access.conftest import lived_in
from tests.access.contrast import weak
from tests.e2e.gateway import DemoServer

both = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@pytest.fixture
def undressed() -> Iterator[None]:
    yield
    dress(look(), Settings(theme="light"))


@pytest.mark.parametrize(
    "sections", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["pages", "sections"]
)
@pytest.mark.timeout(240)
async def test_u13_the_words_on_every_page_can_be_read_in_both_themes(
    tmp_path: Path, gateway: DemoServer, undressed: None, sections: bool
) -> None:
    async with lived_in(tmp_path, gateway) as program:
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            look().set_mode(mode)
            for place in Place:
                page = program.page(place)
                await asyncio.sleep(0.02)
                assert not weak(program.window), (mode, place)
                if isinstance(page, SettingsPage) and sections:
                    for key in page.sections():
                        page.show_section(key)
                        await asyncio.sleep(0)
                        assert not weak(program.window), (mode, key)


@both
def test_u13_links_placeholders_and_tags_can_be_read(theme: Theme) -> None:
    for surface in ("background", "user", "card", "side", "code"):
        assert contrast(theme.accent, getattr(theme, surface)) >= 4.5, surface
        assert contrast(theme.muted, getattr(theme, surface)) >= 4.5, surface
    for colour in theme.tags:
        for surface in ("side", "hover", "accent_background"):
            assert contrast(colour, getattr(theme, surface)) >= 4.5, (colour, surface)


@both
def test_u13_what_cannot_be_used_can_still_be_read(theme: Theme) -> None:
    for surface in ("card", "hover", "side", "background"):
        ground = getattr(theme, surface)
        assert contrast(mix(theme.muted, theme.card, DISABLED), ground) >= 3, surface
        assert contrast(mix(theme.muted, ground, DISABLED), ground) >= 3, surface
