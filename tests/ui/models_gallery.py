"""Grabs pictures of the panel of models: `python -m tests.ui.models_gallery FOLDER [LANGUAGE]`."""

import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.changes import ModelsReading
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.chat.model_choices import model_choices
from panda_desktop.ui.kit import PickerButton
from panda_desktop.ui.models.joining import join_models
from panda_desktop.ui.models.panel import ModelsPanel
from panda_desktop.ui.models.rows import Filter
from panda_desktop.ui.models.settings import ModelsSettings
from panda_desktop.ui.theme import ThemeController, ThemeMode
from tests.ui.doubles import MODELS, Stage
from tests.ui.picturing import prepare

SIZES = {"wide": (1216, 760), "narrow": (400, 760), "least": (320, 560)}
FACTS = (
    ("id", "deepseek-v4-flash"),
    ("object", "model"),
    ("owned_by", "deepseek"),
    ("description", "Quick and capable: the everyday choice. 又快又好，日常之选。"),
    ("context_length", "131072"),
    ("pricing.prompt", "0.14"),
    ("pricing.completion", "0.28"),
    ("architecture.input_modalities", "text, image"),
    ("fingerprint", "x" * 300),
    ("note", "<b>not bold</b> <img src=file:///etc/passwd>"),
)


class Scene:
    """The panel over a window."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.stage = Stage(Path(tempfile.mkdtemp()))
        service = self.stage.models_service
        service.facts = FACTS
        first = ModelInfo(
            "deepseek-v4-flash",
            ModelKind.CHAT,
            "deepseek",
            "DeepSeek V4 Flash",
            context=131072,
            prompt_price=Decimal("0.14"),
            answer_price=Decimal("0.28"),
            guessed=True,
        )
        odd = ModelInfo("\u202egpt <img src=x>", ModelKind.CHAT, "somebody")
        many = [ModelInfo(f"model-{number}", ModelKind.CHAT, "provider") for number in range(40)]
        service.list_models((first, *MODELS[1:], odd, *many), datetime.now(UTC) - timedelta(minutes=5))
        models = self.stage.models
        models.star("kolors", True)
        models.star("model-3", True)
        models.hide("model-5", True)
        models.add("my-own/llama-3:70b")
        self.window = QWidget()
        self.window.resize(*size)
        self.window.show()
        self.panel = ModelsPanel(self.window, models, lambda: "usd")
        self.panel.open_over(self.window)


def settle() -> None:
    """Lets everything be laid out and painted."""
    for _ in range(5):
        QApplication.processEvents()


def pictures(folder: Path, name: str, size: tuple[int, int]) -> None:
    """Takes all pictures at one size."""
    scene = Scene(size)
    panel = scene.panel

    def grab(what: str, widget: QWidget = panel) -> None:
        settle()
        widget.grab().save(str(folder / f"{name}-{what}.png"))

    panel._choose(panel.rows.row_of("deepseek-v4-flash"))
    panel._ask()
    grab("list")
    if name != "wide":
        panel._enter()
        grab("detail")
        return
    scene.stage.models.set_kind("deepseek-v4-flash", ModelKind.IMAGE)
    grab("corrected")
    scene.stage.bus.publish(ModelsReading(False, PandaError(ErrorKind.CANNOT_CONNECT)))
    panel._choose(panel.rows.row_of("my-own/llama-3:70b"))
    grab("offline")
    panel.search.setText("nothing like this")
    grab("empty")
    panel.search.clear()
    panel.filter.set_value(Filter.HIDDEN)
    panel._filter()
    grab("hidden")
    picker = PickerButton("Model", model_choices(scene.stage.models.of_kind(ModelKind.CHAT)), free_text=True)
    join_models(picker, scene.stage.models)
    picker.set_value("auto")
    picker.show()
    picker.open()
    popover = picker.popover()
    assert popover is not None
    grab("picker", popover)
    settings = ModelsSettings(scene.stage.models)
    settings.resize(700, 200)
    settings.show()
    grab("settings", settings)


def main() -> None:
    """Takes the pictures in both themes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    folder = Path(sys.argv[1])
    prepare(app, folder, *sys.argv[2:3])
    controller = ThemeController(app)
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        controller.set_mode(mode)
        place = folder / mode.value
        place.mkdir(parents=True, exist_ok=True)
        for name, size in SIZES.items():
            pictures(place, name, size)
    controller.set_mode(ThemeMode.LIGHT)
    controller.set_zoom(200)
    place = folder / "zoom"
    place.mkdir(parents=True, exist_ok=True)
    for name in ("wide", "least"):
        pictures(place, name, SIZES[name])


if __name__ == "__main__":
    main()
