"""Presets, prompts and the pad on the chat page, each made when it is first used.

Promise: nothing of it is read before the page is seen, and a page of its own gives the chat back as it was.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from panda_desktop.domain.chat import Role
from panda_desktop.ui.chat.pane import ConversationPane
from panda_desktop.ui.chat.preset_deeds import PresetDeeds
from panda_desktop.ui.chat.prompt_deeds import PromptDeeds
from panda_desktop.ui.chat.undo import Undo
from panda_desktop.ui.kit import Menu
from panda_desktop.ui.sentences import NextStep
from panda_desktop.ui.window.commands import Command
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.chat_parts import ChatParts
from panda_desktop.viewmodels.models import ModelList

if TYPE_CHECKING:
    from panda_desktop.ui.chat.pad_place import PadPlace
    from panda_desktop.ui.chat.prompt_library import PromptLibrary


class Toolbox(QObject):
    """The three of them.

    Attributes:
        presets, prompts: what is done with them in the chat.
        pad, library: the pages, or None before they were first opened.

    Signals:
        failed(object): a `PandaError` of presets or prompts.
        leave_wanted(object): the pad's request shall pass this `Refusal`.
        page_changed(object): another page is seen: the keyboard belongs into this widget of it.
    """

    failed = Signal(object)
    leave_wanted = Signal(object)
    page_changed = Signal(object)

    def __init__(
        self,
        chat: ChatModel,
        parts: ChatParts,
        models: ModelList,
        pane: ConversationPane,
        places: QStackedWidget,
        undo: Undo,
        steps: Mapping[NextStep, Callable[[], object]],
    ) -> None:
        """`places` shows `pane`, and the pages in its stead; `steps` are what the chat page can do."""
        super().__init__(pane)
        self._chat = chat
        self._parts = parts
        self._models = models
        self._pane = pane
        self._places = places
        self._steps = steps
        self._read = False
        self.pad: PadPlace | None = None
        self.library: PromptLibrary | None = None
        self.presets = PresetDeeds(chat, parts.presets, pane.header, undo)
        self.prompts = PromptDeeds(chat, parts.prompts, pane)
        parts.presets.failed.connect(self.failed)
        parts.prompts.failed.connect(self._prompts_failed)
        self.prompts.library_wanted.connect(self.open_library)
        self.prompts.write_wanted.connect(self.write_prompt)
        pane.composer.prompts_wanted.connect(self.prompts.open)
        pane.transcript.menu_opening.connect(self._fill_menu)
        chat.opened.connect(lambda _conversation: self.leave())
        parts.recent_files.attach_wanted.connect(lambda _path: self.leave())

    def read(self) -> None:
        """Begins to read presets and prompts, once; the very first time the prompts get contents."""
        if not self._read:
            from panda_desktop.ui.prompts.first_contents import first_contents

            self._read = True
            self._parts.presets.read()
            self._parts.prompts.read(first_contents())

    def is_closed(self) -> bool:
        """Whether the chat is seen, not the pad nor the prompts in its stead."""
        return self._places.currentWidget() is self._pane

    def open_pad(self) -> None:
        """Shows the pad; where it is seen, goes back to the chat."""
        if self.pad is None:
            from panda_desktop.ui.chat.pad_place import PadPlace

            self.pad = PadPlace(self._parts.pad, self._models, self._steps)
            self.pad.page.left.connect(self.leave)
            self.pad.leave_wanted.connect(self.leave_wanted)
            self._places.addWidget(self.pad.page)
        elif self._places.currentWidget() is self.pad.page:
            self.leave()
            return
        self._show(self.pad.page)
        self.pad.page.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_library(self) -> None:
        """Shows all prompts."""
        library = self._made_library()
        self._show(library.page)
        library.page.enter()

    def write_prompt(self, name: str, text: str) -> None:
        """Begins a new prompt with this name and text."""
        library = self._made_library()
        self._show(library.page)
        library.page.begin(name, text)

    def leave(self) -> None:
        """Goes back to the chat."""
        if self.is_closed():
            return
        self.flush()
        self._show(self._pane)
        self._pane.composer.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Saves what is written in the pad and in the prompts."""
        if self.pad is not None:
            self.pad.flush()
        if self.library is not None:
            self.library.flush()

    def open_menu(self, anchor: QWidget) -> None:
        """Offers the pages at a button of the list."""
        menu = Menu(anchor)
        menu.setAccessibleName(self.tr("More"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.add(self.tr("Prompt library"), self.open_library, icon_name="prompt")
        menu.add(self.tr("Presets…"), self._manage_presets, icon_name="sliders")
        menu.addSeparator()
        menu.add(self.tr("Completion pad"), self.open_pad, icon_name="file", shortcut="Ctrl+Shift+L")
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))

    def commands(self, seen: Callable[[], bool]) -> list[Command]:
        """Returns what can be done; each does nothing unless `seen`."""
        section = self.tr("Chat")

        def command(key: str, text: str, run: Callable[[], Any], shortcut: str, icon: str) -> Command:
            return Command(key, text, lambda: seen() and run(), shortcut, icon, section)

        return [
            command(
                "chat.preset", self.tr("Apply a preset…"), self._at_chat(self.presets.choose), "", "sliders"
            ),
            command(
                "chat.preset.save", self.tr("Save as preset…"), self._at_chat(self._save_preset), "", "save"
            ),
            command("chat.presets", self.tr("All presets…"), self._manage_presets, "", "sliders"),
            command(
                "chat.prompt",
                self.tr("Insert a prompt"),
                self._at_chat(self.prompts.open),
                "Ctrl+/",
                "prompt",
            ),
            command("chat.prompts", self.tr("Prompt library"), self.open_library, "", "prompt"),
            command("chat.pad", self.tr("Completion pad"), self.open_pad, "Ctrl+Shift+L", "file"),
        ]

    # how it is done

    def _at_chat(self, run: Callable[[], object]) -> Callable[[], object]:
        """Returns what does something in the chat, after going back to it."""

        def done() -> None:
            self.leave()
            run()

        return done

    def _made_library(self) -> "PromptLibrary":
        if self.library is None:
            from panda_desktop.ui.chat.prompt_library import PromptLibrary

            self.library = PromptLibrary(self._parts.prompts)
            self.library.page.left.connect(self.leave)
            self.library.page.use_wanted.connect(self._use)
            self._places.addWidget(self.library.page)
        return self.library

    def _use(self, prompt_id: str) -> None:
        if (prompt := self._parts.prompts.prompt(prompt_id)) is not None:
            self.leave()
            self.prompts.insert(prompt)

    def _show(self, page: QWidget) -> None:
        if self._places.currentWidget() is not page:
            self.prompts.close()
            self._places.setCurrentWidget(page)
            self.page_changed.emit(self._pane.composer.field if page is self._pane else page)

    def _manage_presets(self) -> None:
        self.leave()
        self.presets.manage(self._pane.header.parameters)

    def _save_preset(self) -> None:
        self.presets.save(self._pane.header.parameters)

    def _fill_menu(self, menu: Menu, message_id: str) -> None:
        """Lets the person keep a message of theirs as a prompt."""
        message = self._chat.rows.message(message_id)
        if message is not None and message.role is Role.USER and message.text.strip():
            menu.add(
                self.tr("Save as prompt…"),
                lambda: self.prompts.save_text(message.text),
                icon_name="save",
            )

    def _prompts_failed(self, error: object) -> None:
        if self.library is None or not self.library.page.isVisible():
            self.failed.emit(error)
