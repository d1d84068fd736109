"""Lets the guided tour use the program.

Promise: the program ends with the tour, with status 0 only when nothing was missing and nothing was warned
of; unless a data folder is named, what it kept is gone with it.
"""

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from panda_desktop.app.options import Options, data_folder
from panda_desktop.app.program import Drive, Program
from panda_desktop.app.touring_faults import Faults
from panda_desktop.storage.storage import Storage
from panda_desktop.ui.tour import Tour, TourStage
from panda_desktop.ui.tour.words import words_in
from panda_desktop.ui.translation import Language


def toured(options: Options, run: Callable[[Options], int]) -> int:
    """Has `run` run the program, and tells what went wrong meanwhile; returns the exit status."""
    faults = Faults()
    try:
        with faults.heard(), tempfile.TemporaryDirectory(prefix="panda-tour-") as own:
            options = replace(options, data_dir=options.data_dir or Path(own))
            asyncio.run(_choose(Language(options.language), data_folder(options)))
            status = run(options)
    finally:
        for fault in faults.found:
            print(f"fault: {fault}", flush=True)
    return status or (1 if faults.found else 0)


def touring(folder: Path, language: Language) -> Drive:
    """Returns what drives the program through the tour; `language` is spoken, `folder` takes the pictures."""

    async def drive(program: Program) -> int:
        return await Tour(stage_of(program, folder, language), lambda line: print(line, flush=True)).run()

    return drive


def stage_of(program: Program, folder: Path, language: Language) -> TourStage:
    """Returns what the tour plays on."""
    views = program.views
    return TourStage(
        views.window,
        views.chat,
        views.images,
        views.videos,
        views.library,
        views.account,
        views.settings,
        views.money,
        views.chat_parts.recent_files,
        words_in(language),
        folder,
    )


async def _choose(language: Language, folder: Path) -> None:
    """Chooses the language as the settings of an earlier run would have."""
    storage = await Storage.open(folder)
    await storage.settings.save(replace(await storage.settings.load(), language=language.value))
    await storage.close()
