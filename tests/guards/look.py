"""Every test begins in the look of a first start: the system's theme, text at 100 %.

Promise: what a test sees does not depend on the test before it, which may have used the whole program.
"""

import sys
from collections.abc import Iterator

import pytest
import shiboken6


@pytest.fixture(autouse=True)
def first_look() -> Iterator[None]:
    yield
    theme = sys.modules.get("panda_desktop.ui.theme.controller")
    active = theme._active if theme is not None else None
    if theme is None or active is None or not shiboken6.isValid(active):
        return
    # A program's, which would have ended with its process.
    active.set_mode(theme.ThemeMode.SYSTEM)
    active.set_accent("green")
    active.set_compact(False)
    active.set_zoom(100)
