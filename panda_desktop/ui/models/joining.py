"""Joins a picker of models to the models: its stars, and the way to the panel of all models.

Promise: every picker of models has both, and neither changes what is chosen.
"""

from PySide6.QtCore import QCoreApplication

from panda_desktop.ui.kit import ChoicePopover, PickerButton
from panda_desktop.viewmodels.models import ModelList


def join_models(picker: PickerButton | ChoicePopover, models: ModelList) -> None:
    """Lets the stars of the list hold, and gives it “Manage models…” below."""
    words = QCoreApplication.translate("ModelChoices", "Manage models…")
    tip = QCoreApplication.translate(
        "ModelChoices", "Star, hide and correct models (in the list: Ctrl+D stars one)"
    )
    picker.set_foot(words, tip)
    picker.starred.connect(models.star)
    picker.foot_taken.connect(models.manage)
