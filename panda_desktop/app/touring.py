"""Lets the guided tour use the program.

Promise: the program ends with the tour, with status 0 only when nothing was missing.
"""

from pathlib import Path

from panda_desktop.app.program import Drive, Program
from panda_desktop.ui.tour import Tour, TourStage


def touring(folder: Path) -> Drive:
    """Returns what drives the program through the tour; the pictures go into `folder`."""

    async def drive(program: Program) -> int:
        views = program.views
        stage = TourStage(
            views.window,
            views.chat,
            views.images,
            views.videos,
            views.library,
            views.account,
            views.settings,
            folder,
        )
        return await Tour(stage, lambda line: print(line, flush=True)).run()

    return drive
