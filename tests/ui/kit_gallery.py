"""Grabs pictures of every kit widget, to be looked at: `python -m tests.ui.kit_gallery FOLDER`."""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from panda_desktop.ui.kit import (
    BusyBar,
    Button,
    Card,
    Choice,
    ElapsedLabel,
    ElidedLabel,
    EmptyState,
    FlowLayout,
    IconButton,
    Label,
    Menu,
    Notice,
    NoticeAction,
    NoticeHost,
    NoticeLevel,
    PickerButton,
    PrimaryButton,
    ScrollArea,
    SectionLabel,
    SegmentedChoice,
    Separator,
    Spinner,
    Surface,
    Switch,
    TextArea,
    TextField,
)
from panda_desktop.ui.theme import ThemeController, ThemeMode
from tests.ui.picturing import prepare

MODELS = (
    Choice("auto", "Auto", "smart routing", "Smart routing", "sparkle"),
    Choice("auto:cost", "Auto, cheapest", "auto:cost", "Smart routing", "wallet"),
    Choice("auto:quality", "Auto, best answer", "auto:quality", "Smart routing", "star"),
    Choice("auto:speed", "Auto, fastest", "auto:speed", "Smart routing", "clock"),
    Choice("deepseek-v4-flash", "deepseek-v4-flash", "DeepSeek", "All models"),
    Choice(
        "a-model-with-a-very-long-name-that-does-not-fit-at-all", "a-model-with-a-very-long-name", "x" * 40
    ),
    Choice("kimi", "kimi-k3", "Moonshot", "All models"),
    Choice("通义千问", "通义千问", "阿里", "All models"),
)


def form() -> Surface:
    """The form of the images tab, as in the sketch."""
    side = Surface("side", edge="right")
    side.setFixedWidth(320)
    column = QVBoxLayout(side)
    column.setContentsMargins(20, 20, 20, 20)
    column.setSpacing(6)
    prompt = TextArea("Prompt", lines=(4, 8))
    prompt.set_text("A cute cat sitting on a window sill, digital art")
    picker = PickerButton("Model", MODELS)
    picker.set_value("deepseek-v4-flash")
    sizes = SegmentedChoice("Size", [("1024x1024", "1024×1024"), ("1280x720", "1280×720"), ("", "Other…")])
    sizes.set_value("1024x1024")
    many = SegmentedChoice("How many", [("1", "1"), ("4", "4"), ("10", "10")])
    many.set_value("4")
    fields: tuple[tuple[str, QWidget], ...] = (
        ("Prompt", prompt),
        ("Model", picker),
        ("Size", sizes),
        ("How many", many),
    )
    for words, field in fields:
        column.addWidget(SectionLabel(words, field))
        column.addWidget(field)
        column.addSpacing(8)
    row = QHBoxLayout()
    row.addWidget(Label("price unknown · you have $42.50", "small", wrap=True), 1)
    row.addWidget(PrimaryButton("Generate"))
    column.addLayout(row)
    address = TextField("Address", placeholder="https://…")
    column.addSpacing(8)
    column.addWidget(SectionLabel("Address", address))
    column.addWidget(address)
    wrong = TextField("Key", mono=True)
    wrong.setText("not a key")
    wrong.set_invalid(True)
    column.addWidget(wrong)
    column.addWidget(Label("This does not look like a key.", "danger"))
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(40)
    column.addWidget(slider)
    column.addStretch(1)
    return side


def buttons() -> QWidget:
    """Every button in every state."""
    box = QWidget()
    flow = FlowLayout(box)
    for button in (
        PrimaryButton("Send", icon_name="return"),
        Button("Bordered"),
        Button("Accent", "accent"),
        Button("Quiet", "quiet", icon_name="attach"),
        Button("Remove key", "danger", icon_name="trash"),
        Button("Small", small=True),
        IconButton("more", "More", bordered=True),
        IconButton("star", "Star"),
        IconButton("copy", "Copy"),
    ):
        flow.addWidget(button)
    off = PrimaryButton("Disabled")
    off.setEnabled(False)
    off_too = Button("Disabled")
    off_too.setEnabled(False)
    on = Switch("On")
    on.setChecked(True)
    checked = IconButton("pin", "Pin", checkable=True)
    checked.setChecked(True)
    compact = PickerButton("Model", MODELS, compact=True, accent=True)
    compact.set_value("auto:quality")
    for widget in (off, off_too, on, Switch("Off"), checked, compact, Spinner("Working")):
        flow.addWidget(widget)
    return box


def content() -> ScrollArea:
    """Labels, notices and cards."""
    area = ScrollArea(max_width=760)
    host = NoticeHost()
    host.show_notice(Notice("The key was saved in this computer's key store."))
    host.show_notice(
        Notice(
            "The gateway cut the call after 100 s. It may have been charged.",
            NoticeLevel.WARNING,
            (NoticeAction("Look for the result", lambda: None), NoticeAction("Refund bundle", lambda: None)),
        )
    )
    host.show_notice(
        Notice(
            "The key was refused. Check it in the settings.",
            NoticeLevel.ERROR,
            (NoticeAction("Open settings", lambda: None),),
            details="401 <b>invalid_api_key</b>",
        )
    )
    area.column.addWidget(host)
    for role in ("title", "heading", "strong", "body", "muted", "small", "warning", "danger", "accent"):
        area.column.addWidget(Label(f"{role}: Retry an HTTP stream safely 给奶奶的生日祝福", role))
    area.column.addWidget(ElidedLabel("One line that is far too long for the room it has. " * 6, "muted"))
    area.column.addWidget(Separator())
    area.column.addWidget(buttons())
    card = Card()
    inner = QVBoxLayout(card)
    inner.addWidget(Label("Harbour at dawn, boats leaving", "strong"))
    elapsed = ElapsedLabel()
    elapsed.start(72)
    elapsed.set_usual(125)
    inner.addWidget(elapsed)
    inner.addWidget(BusyBar("Waiting"))
    area.column.addWidget(card)
    area.column.addWidget(
        EmptyState("image", "No images yet", "Describe a picture on the left.", action="Write a prompt")
    )
    return area


def main(folder: Path) -> None:
    """Writes the pictures."""
    app = QApplication([])
    prepare(app, folder)
    controller = ThemeController(app, ThemeMode.LIGHT)
    window = Surface()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(form())
    row.addWidget(content(), 1)
    window.resize(1180, 980)
    window.show()
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        controller.set_mode(mode)
        app.processEvents()
        window.grab().save(str(folder / f"kit-{mode}.png"))
        picker = next(one for one in window.findChildren(PickerButton))
        picker.open()
        app.processEvents()
        popover = picker.popover()
        assert popover is not None
        popover.grab().save(str(folder / f"kit-picker-{mode}.png"))
        popover.close()
        menu = Menu(window)
        menu.add("Rename", lambda: None, icon_name="edit", shortcut="F2")
        menu.add("Pinned", lambda: None, checked=True)
        menu.addSeparator()
        menu.add("Delete", lambda: None, icon_name="trash", danger=True)
        menu.popup(QPoint(10, 10))
        app.processEvents()
        menu.grab().save(str(folder / f"kit-menu-{mode}.png"))
        menu.close()
    controller.set_zoom(150)
    app.processEvents()
    window.grab().save(str(folder / "kit-zoom.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
