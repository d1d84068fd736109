"""The models as choices of a picker: smart routing first, in words, favourites, those used last, all others.

Promise: a model is shown by the id it is asked for with; foreign names are only text.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.models import SMART_ROUTES, ModelInfo
from panda_desktop.ui.kit import Choice
from panda_desktop.ui.models.sections import sections

_ICONS: Final = {"auto": "sparkle", "auto:cost": "wallet", "auto:quality": "star", "auto:speed": "clock"}


def model_choices(models: Sequence[ModelInfo]) -> list[Choice]:
    """Returns the choices in the order they are shown; routes that are listed too appear once."""
    routing = QCoreApplication.translate("ModelChoices", "Smart routing")
    everything = QCoreApplication.translate("ModelChoices", "All models")
    section = sections(everything)
    routes = [Choice(route, route, route_words(route), routing, _ICONS[route]) for route in SMART_ROUTES]
    others = [
        Choice(model.id, model.name or model.id, _note(model), section(model), starred=model.favourite)
        for model in models
        if model.id not in SMART_ROUTES
    ]
    return [*routes, *others]


def route_words(route: str) -> str:
    """Says what a smart route does."""
    return {
        "auto": QCoreApplication.translate("ModelChoices", "fits each message"),
        "auto:cost": QCoreApplication.translate("ModelChoices", "cheapest answer"),
        "auto:quality": QCoreApplication.translate("ModelChoices", "best answer"),
        "auto:speed": QCoreApplication.translate("ModelChoices", "fastest answer"),
    }.get(route, "")


def _note(model: ModelInfo) -> str:
    if model.name and model.name != model.id:
        return model.id
    return model.owned_by
