"""The head of the open chat: its title, the model, the parameters, and what else can be done with it.

Promise: in a narrow window nothing is cut off: model and parameters move under the title.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.chat.model_choices import model_choices, route_words
from panda_desktop.ui.chat.parameters import ParametersPanel
from panda_desktop.ui.chat.parameters_words import count_set, summary
from panda_desktop.ui.chat.title import Title
from panda_desktop.ui.kit import Button, IconButton, Menu, PickerButton, Surface, plain_tip
from panda_desktop.ui.models.joining import join_models
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.models import ModelList

_STACK_BELOW: Final = 560
_BRIEF_BELOW: Final = 720
_WIDEST_PRESET: Final = 200


class Header(Surface):
    """The head.

    Attributes:
        list: opens the list of chats, where it is collapsed.
        title: the title.
        model: the picker of the model.
        parameters: opens the panel of the parameters.
        compare: opens the choice of models that answer side by side.
        more: opens the menu.

    Signals:
        list_wanted: the list of chats shall be shown.
        request_wanted(str, str, object): for the chat with this id: system prompt and `Parameters`.
        pin_wanted(bool): the chat shall be kept at the top, or no longer.
        export_wanted: the chat shall be written to a file.
        fork_wanted: a copy of the chat shall be opened.
        find_wanted: text shall be looked for in the chat.
        trash_wanted: the chat shall be moved to the trash.
        compare_wanted: models to compare shall be chosen.
        menu_opening(object): this `Menu` will open: more entries can be added.
        panel_opening(object): this `ParametersPanel` will open: it can get a head.
    """

    list_wanted = Signal()
    request_wanted = Signal(str, str, object)
    pin_wanted = Signal(bool)
    export_wanted = Signal()
    fork_wanted = Signal()
    find_wanted = Signal()
    trash_wanted = Signal()
    compare_wanted = Signal()
    menu_opening = Signal(object)
    panel_opening = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows no chat yet."""
        super().__init__("background", edge="bottom", parent=parent)
        self._conversation: Conversation | None = None
        self._has_messages = False
        self._stacked = False
        self._brief = False
        self._preset = ""
        self._panel: ParametersPanel | None = None
        self.list = IconButton("sidebar", self.tr("Show the chats (Ctrl+B)"))
        self.list.hide()
        self.title = Title()
        self.model = PickerButton(self.tr("Model"), compact=True, accent=True, free_text=True)
        self.model.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.parameters = Button(self.tr("Parameters"), icon_name="sliders")
        self.compare = IconButton("compare", self.tr("Compare models (Ctrl+Shift+D)"), bordered=True)
        self.more = IconButton("more", self.tr("More for this chat"), bordered=True)
        self._build()
        self.list.clicked.connect(lambda _checked=False: self.list_wanted.emit())
        self.parameters.clicked.connect(lambda _checked=False: self.open_parameters())
        self.compare.clicked.connect(lambda _checked=False: self.compare_wanted.emit())
        self.more.clicked.connect(lambda _checked=False: self._open_menu())
        look().changed.connect(self._arrange)

    def set_conversation(self, conversation: Conversation) -> None:
        """Shows title, model and parameters of a chat."""
        self._conversation = conversation
        if not self.title.is_editing():
            self.title.set_title(conversation.title)
        self.model.set_value(conversation.model)
        words = route_words(conversation.model)
        name = self.tr("Model: {model}").format(model=conversation.model)
        self.model.setToolTip(plain_tip(f"{name}, {words}" if words else name))
        self._show_parameters()
        if self._panel is None:
            return
        if self._panel.conversation_id != conversation.id:
            self._panel.close()
        else:
            self._panel.show_request(conversation.system_prompt, conversation.parameters)

    def set_preset(self, name: str) -> None:
        """Names the preset that is just what the chat has; empty for none."""
        if name != self._preset:
            self._preset = name
            self._show_parameters()

    def set_models(self, models: Sequence[ModelInfo]) -> None:
        """Offers these models."""
        self.model.set_choices(model_choices(models))

    def follow(self, models: ModelList) -> None:
        """Offers the models of chats, now and as they change, with their stars and the panel of them."""
        join_models(self.model, models)

        def show() -> None:
            self.set_models(models.of_kind(ModelKind.CHAT))

        models.changed.connect(show)
        show()

    def set_has_messages(self, has_messages: bool) -> None:
        """Says whether there is something to find and to copy."""
        self._has_messages = has_messages

    def set_narrow(self, narrow: bool) -> None:
        """Shows the button of the list where the list is collapsed."""
        self.list.setVisible(narrow)

    def open_parameters(self) -> ParametersPanel | None:
        """Opens the panel of the parameters; None before a chat is open."""
        if self._conversation is None or self._panel is not None:
            return self._panel
        panel = ParametersPanel(self, self._conversation)
        identity = self._conversation.id
        panel.changed.connect(
            lambda prompt, parameters: self.request_wanted.emit(identity, prompt, parameters)
        )
        panel.closed.connect(self._forget_panel)
        self._panel = panel
        self.panel_opening.emit(panel)
        panel.open_at(self.parameters)
        # Within the window: its right side under the right side of the head.
        right = self.more.mapToGlobal(QPoint(self.more.width(), 0)).x()
        panel.move(max(0, min(panel.x(), right - panel.width())), panel.y())
        panel.prompt.setFocus()
        return panel

    def panel(self) -> ParametersPanel | None:
        """Returns the open panel of the parameters."""
        return self._panel

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Moves model and parameters under the title where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _forget_panel(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None

    def _show_parameters(self) -> None:
        said = summary(self._conversation)
        words = self._preset or said or self.tr("Parameters")
        count = count_set(self._conversation)
        room = look().pixels(_WIDEST_PRESET)
        shown = self.parameters.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.parameters.set_text((str(count) if count else "") if self._brief else shown)
        self.parameters.setAccessibleName(words)
        self.parameters.set_variant("accent" if said else "bordered")
        if self._preset:
            words = self.tr("Preset: {name}").format(name=self._preset)
            self.parameters.setAccessibleName(words)
            said = f"{words}\n{said}" if said else words
        tip = self.tr("System prompt, temperature and lengths (Ctrl+Shift+P)")
        self.parameters.set_tip(f"{said}\n{tip}" if said else tip)

    def _open_menu(self) -> None:
        if self._conversation is None:
            return
        pinned = self._conversation.pinned
        menu = Menu(self)
        menu.setAccessibleName(self.tr("More for this chat"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.add(
            self.tr("Find in this chat"),
            self.find_wanted.emit,
            icon_name="search",
            shortcut="Ctrl+F",
            enabled=self._has_messages,
        )
        menu.add(
            self.tr("Compare models"),
            self.compare_wanted.emit,
            icon_name="compare",
            shortcut="Ctrl+Shift+D",
        )
        menu.add(self.tr("Rename"), self.title.edit, icon_name="edit", shortcut="F2")
        words = self.tr("Unpin") if pinned else self.tr("Pin to the top")
        menu.add(words, lambda: self.pin_wanted.emit(not pinned), icon_name="pin")
        menu.add(
            self.tr("Go on in a copy"), self.fork_wanted.emit, icon_name="branch", enabled=self._has_messages
        )
        menu.add(self.tr("Export…"), self.export_wanted.emit, icon_name="save", enabled=self._has_messages)
        self.menu_opening.emit(menu)
        menu.addSeparator()
        words = self.tr("Delete now") if self._conversation.temporary else self.tr("Move to the trash")
        if self._conversation.deleted_at is None:
            menu.add(words, self.trash_wanted.emit, icon_name="trash", danger=True)
        corner = self.more.mapToGlobal(QPoint(self.more.width() - menu.sizeHint().width(), 0))
        menu.popup(corner + QPoint(0, self.more.height() + 4))

    def _build(self) -> None:
        policy = QSizePolicy.Policy
        self.title.setSizePolicy(policy.Expanding, policy.Fixed)
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        self._top.addWidget(self.list)
        self._top.addWidget(self.title, 1)
        self._controls = QWidget()
        controls = QHBoxLayout(self._controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(8)
        controls.addWidget(self.model)
        controls.addWidget(self.parameters)
        controls.addWidget(self.compare)
        self._top.addWidget(self._controls)
        self._top.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 16, 10)
        self._column.setSpacing(8)
        self._column.addLayout(self._top)

    def _arrange(self) -> None:
        stacked = self.width() < look().pixels(_STACK_BELOW)
        brief = self.width() < look().pixels(_BRIEF_BELOW)
        if brief != self._brief:
            self._brief = brief
            self._show_parameters()
        if stacked == self._stacked:
            return
        self._stacked = stacked
        policy = QSizePolicy.Policy
        if stacked:
            self._top.removeWidget(self._controls)
            self._column.addWidget(self._controls)
            self.model.setSizePolicy(policy.Expanding, policy.Fixed)
        else:
            self._column.removeWidget(self._controls)
            self._top.insertWidget(2, self._controls)
            self.model.setSizePolicy(policy.Minimum, policy.Fixed)  # the title gives way first
