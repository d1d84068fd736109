"""The small panel with all presets: applied, renamed, changed, put in order, deleted.

Promise: it shows what is stored; nothing is deleted without the way back being offered.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.domain.presets import Preset
from panda_desktop.ui.kit import Button, Label, Menu, Popover
from panda_desktop.ui.kit.ordered import OrderedList, OrderedRow
from panda_desktop.ui.presets.naming import PresetNamePanel
from panda_desktop.ui.theme import look

_WIDTH: Final = 400

Summary = Callable[[Preset], str]
"""Says in a few words what a preset sets."""


class PresetPanel(Popover):
    """All presets.

    Attributes:
        list: the rows.
        save: keeps what the chat has as a new one.

    Signals:
        apply_wanted(str), change_wanted(str), delete_wanted(str): of the preset with this id: apply it, let
            it be what the chat has now, delete it.
        renamed(str, str): a preset shall have this name.
        placed(str, int): a preset shall stand at this place.
        default_wanted(str): new chats shall begin with it; empty for none.
        save_wanted: what the chat has shall become a preset.
    """

    apply_wanted = Signal(str)
    change_wanted = Signal(str)
    delete_wanted = Signal(str)
    renamed = Signal(str, str)
    placed = Signal(str, int)
    default_wanted = Signal(str)
    save_wanted = Signal()

    def __init__(self, parent: QWidget, summary: Summary) -> None:
        """Shows none yet; `summary` says what a preset sets."""
        super().__init__(parent)
        self._window = parent.window()
        self._summary = summary
        self._presets: tuple[Preset, ...] = ()
        self._default_id = ""
        self.menu: Menu | None = None
        self.naming: PresetNamePanel | None = None
        self.setAccessibleName(self.tr("Presets"))
        self.list = OrderedList(self.tr("Presets"))
        self._empty = Label(
            self.tr(
                "A preset keeps system prompt, model and parameters of a chat under one name, to be used "
                "again. Set up a chat as you like it, then save it here."
            ),
            "muted",
            wrap=True,
        )
        self._hint = Label(self.tr("Drag to put them in order, or Alt+Up and Alt+Down."), "small", wrap=True)
        self.save = Button(self.tr("Save as preset…"), icon_name="save")
        self._build()
        self._join()

    def show_presets(self, presets: Sequence[Preset], default_id: str) -> None:
        """Shows these."""
        self._presets, self._default_id = tuple(presets), default_id
        begins = self.tr("new chats begin with this")
        self.list.set_rows(
            [
                OrderedRow(
                    preset.id,
                    preset.name,
                    self._summary(preset),
                    "star-filled" if preset.id == default_id else "",
                    begins if preset.id == default_id else "",
                )
                for preset in presets
            ]
        )
        self._empty.setVisible(not presets)
        self._hint.setVisible(len(presets) > 1)
        self.list.setVisible(bool(presets))
        self.adjustSize()

    def rename(self, preset_id: str) -> None:
        """Asks for another name."""
        preset = self._preset(preset_id)
        if preset is None:
            return
        self.naming = PresetNamePanel(self, self.tr("Rename the preset"), preset.name)
        self.naming.named.connect(lambda name: self.renamed.emit(preset_id, name))
        self.naming.closed.connect(self._forget_naming)
        self.naming.open_at(self.list)

    def open_menu(self, preset_id: str, point: QPoint) -> None:
        """Offers what can be done with a preset."""
        menu = Menu(self)
        menu.setAccessibleName(self.tr("More for this preset"))
        menu.aboutToHide.connect(menu.deleteLater)
        self._fill(menu, preset_id)
        self.menu = menu
        menu.destroyed.connect(self._forget_menu)
        menu.popup(point)

    def _fill(self, menu: Menu, preset_id: str) -> None:
        ids, default = self.list.ids(), preset_id == self._default_id
        place = ids.index(preset_id)
        menu.add(
            self.tr("Apply to this chat"),
            lambda: self._apply(preset_id),
            icon_name="check",
            shortcut="Return",
        )
        menu.add(self.tr("Rename…"), lambda: self.rename(preset_id), icon_name="edit", shortcut="F2")
        menu.add(
            self.tr("Change to what this chat has now"),
            lambda: self.change_wanted.emit(preset_id),
            icon_name="refresh",
        )
        menu.add(
            self.tr("New chats begin with this"),
            lambda: self.default_wanted.emit("" if default else preset_id),
            checked=default,
        )
        menu.addSeparator()
        step = self.list.step
        menu.add(
            self.tr("Move up"),
            lambda: step(preset_id, -1),
            icon_name="chevron-up",
            shortcut="Alt+Up",
            enabled=place > 0,
        )
        menu.add(
            self.tr("Move down"),
            lambda: step(preset_id, 1),
            icon_name="chevron-down",
            shortcut="Alt+Down",
            enabled=place + 1 < len(ids),
        )
        menu.addSeparator()
        menu.add(
            self.tr("Delete"),
            lambda: self.delete_wanted.emit(preset_id),
            icon_name="trash",
            shortcut="Del",
            danger=True,
        )

    def _apply(self, preset_id: str) -> None:
        self.close()
        self.apply_wanted.emit(preset_id)

    def _preset(self, preset_id: str) -> Preset | None:
        return next((each for each in self._presets if each.id == preset_id), None)

    def _forget_naming(self) -> None:
        self.naming = None

    def _forget_menu(self) -> None:
        self.menu = None

    def _join(self) -> None:
        rows = self.list
        rows.taken.connect(self._apply)
        rows.rename_wanted.connect(self.rename)
        rows.delete_wanted.connect(self.delete_wanted)
        rows.placed.connect(self.placed)
        rows.menu_wanted.connect(self.open_menu)
        self.save.clicked.connect(lambda _checked=False: self.save_wanted.emit())
        self.closed.connect(self.deleteLater)

    def _build(self) -> None:
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(8)
        self.content.addWidget(Label(self.tr("Presets"), "strong"))
        self.content.addWidget(self._empty)
        self.content.addWidget(self.list)
        self.content.addWidget(self._hint)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        self.content.addLayout(foot)
        self.setFixedWidth(min(look().pixels(_WIDTH), max(280, self._window.width() - 16)))
