"""The headings models stand under in a picker.

Promise: favourites, then those used last, then all others, as `domain.models.of_kind` orders them.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.models import ModelInfo


def sections(everything: str) -> Callable[[ModelInfo], str]:
    """Returns what names the heading of a model; `everything` is that of all others."""
    favourites = QCoreApplication.translate("ModelChoices", "Favourites")
    recent = QCoreApplication.translate("ModelChoices", "Used last")

    def section(model: ModelInfo) -> str:
        if model.favourite:
            return favourites
        return recent if model.recent else everything

    return section
