"""The guided tour over the demo gateway: every step finds what it looks for, every page is kept light and
dark, and what is seen in Chinese is Chinese.
"""

import asyncio
import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.app.touring import stage_of
from panda_desktop.ui.theme import ThemeMode, look
from panda_desktop.ui.tour import Tour, TourStage
from panda_desktop.ui.tour.stage import LOOK_S
from panda_desktop.ui.translation import Language
from tests.e2e.gateway import demo_server
from tests.e2e.program import Used, environment, used
from tests.e2e.test_language import sentences, speak, words_of

MULTIMEDIA = ("^Couldn't (load|resolve)", "^PulseAudioService", "No RHI backend")
# importlib.resources.path, in ziamath; it is imported by the first formula, in a thread
pytestmark = pytest.mark.filterwarnings("ignore:path is deprecated:DeprecationWarning")
SHORT = ("first start", "chat", "keys", "settings", "little room")


class ReadStage(TourStage):
    """Reads what is seen on every picture; with `words_only` none is taken and the colours stay."""

    read: dict[str, set[str]]
    words_only: bool

    async def picture(self, name: str, of: QWidget | None = None) -> None:
        """Keeps the words beside the picture."""
        if self.words_only:
            await asyncio.sleep(LOOK_S)
        else:
            await super().picture(name, of)
        windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        self.read[name] = set().union(*(words_of(window, hidden=False) for window in windows))

    async def use_theme(self, mode: ThemeMode) -> None:
        """Switches the colours."""
        if not self.words_only:
            await super().use_theme(mode)


def read_stage(program: Used, folder: Path, language: Language, *, words_only: bool) -> ReadStage:
    stage = stage_of(program.program, folder, language)
    made = ReadStage(*(getattr(stage, each.name) for each in fields(stage)))
    object.__setattr__(made, "read", {})
    object.__setattr__(made, "words_only", words_only)
    return made


async def toured(program: Used, folder: Path, language: Language, only: tuple[str, ...]) -> ReadStage:
    """Takes the tour in a language; returns what was read."""
    await program.until(lambda: program.views.account.balance is not None)
    if language is not Language.ENGLISH:
        await speak(program, language.value)
    stage = read_stage(program, folder, language, words_only=bool(only))
    said: list[str] = []
    assert await Tour(stage, said.append).run(only) == 0, said
    assert all(line.endswith(": done") for line in said) and len(said) >= len(only)
    assert look().zoom == 100
    return stage


def assert_in_both_themes(stage: ReadStage) -> None:
    """Every picture is there; those of moments that pass are there once."""
    assert sorted(f"{name}.png" for name in stage.read) == sorted(
        path.name for path in stage.folder.iterdir()
    )
    titles = [re.sub(r"^\d+-", "", name) for name in stage.read]
    for title in titles:
        if title.endswith("-light"):
            assert title.replace("-light", "-dark") in titles
    assert {title for title in titles if not title.endswith(("-light", "-dark"))} <= {
        "chat-streaming",
        "chat-queue",
        "compare-running",
        "images-waiting",
        "videos-waiting",
    }


async def test_u14_a_short_tour_in_chinese_shows_no_english_sentence(tmp_path: Path) -> None:
    with demo_server(speed=50) as gateway:
        async with used(tmp_path / "data", environment(gateway.base_url)) as program:
            stage = await toured(program, tmp_path / "pictures", Language.CHINESE, SHORT)
    assert len(stage.read) > 30
    english = set(sentences())
    assert not {f"{name}: {words}" for name, seen in stage.read.items() for words in seen & english}


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.qt_log_ignore(*MULTIMEDIA)
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
async def test_u14_the_whole_tour_is_of_one_language(tmp_path: Path, language: Language) -> None:
    with demo_server(speed=5) as gateway:
        async with used(tmp_path / "data", environment(gateway.base_url)) as program:
            stage = await toured(program, tmp_path / "pictures", language, ())
            assert_in_both_themes(stage)
    foreign = set(sentences()) if language is Language.CHINESE else set(sentences().values())
    assert not {f"{name}: {words}" for name, seen in stage.read.items() for words in seen & foreign}
