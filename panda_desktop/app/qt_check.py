"""Finds out before Qt is started why it could not be: Qt itself would only end the process.

Promise: the answer is a plain sentence with the next step; it is English, as nothing can translate it yet.
"""

import os
import sys
from collections.abc import Mapping


def why_not(environment: Mapping[str, str] = os.environ) -> str:
    """Returns why the window cannot be shown; empty when nothing speaks against it."""
    try:
        import PySide6
        import PySide6.QtWidgets
    except ImportError as error:
        return (
            f"Panda Desktop needs PySide6, which does not load: {error}.\n"
            "Install the program again with: python -m pip install --force-reinstall panda-desktop\n"
            "On a bare Linux, the packages libgl1, libegl1, libxkbcommon0 and libdbus-1-3 are needed too."
        )
    return _wrong_pair(PySide6.__version__, sys.version_info[:2]) or _no_screen(environment, sys.platform)


def _wrong_pair(qt: str, python: tuple[int, int]) -> str:
    # 6.12 drops references to None there and dies within seconds.
    numbers = tuple(int(part) for part in qt.split(".")[:2] if part.isdigit())
    if python < (3, 12) and numbers >= (6, 12):
        return (
            f"PySide6 {qt} does not run on Python {python[0]}.{python[1]}.\n"
            'Install an older one with: python -m pip install "PySide6<6.12"'
        )
    return ""


def _no_screen(environment: Mapping[str, str], system: str) -> str:
    has_screen = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    if not system.startswith("linux") or has_screen or environment.get("QT_QPA_PLATFORM"):
        return ""
    return (
        "There is no screen to show the window on: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
        "Start the program in a desktop session, or set QT_QPA_PLATFORM=offscreen to run it without one."
    )
