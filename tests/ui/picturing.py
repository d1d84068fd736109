"""What all galleries begin with: the folder their pictures go to, and the language they are taken in.

Promise: the pictures are written where they were asked for and in the language asked for, or the gallery ends
with an error.
"""

from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from panda_desktop.ui.translation import Language, Translation


def prepare(app: QApplication, folder: Path, language: str = "") -> None:
    """Makes the folder of the pictures, with all above it, and has the program speak a language.

    Args:
        app: the application.
        folder: where the pictures go.
        language: such as `zh_CN`; empty for the words of the source.

    Raises:
        ValueError: there is no such language.
        FileNotFoundError: its translation is not built.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if language:
        speak(app, language)


def speak(app: QApplication, language: str) -> None:
    """Has what is made from now on speak a language; see `prepare`."""
    if not _translation(app).use(Language(language)):
        raise FileNotFoundError(f"The translation {language} is not built.")


@cache
def _translation(app: QApplication) -> Translation:
    return Translation(app)
