"""The page of all prompts: a list in the person's order, and beside it the prompt that is edited.

Promise: where it is narrow both stand behind each other, Escape leads back one step, and what was written is
saved or stays where it is.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.prompts import Prompt, first_words
from panda_desktop.ui.kit import (
    Button,
    ElidedLabel,
    EmptyState,
    IconButton,
    Label,
    Menu,
    NoticeHost,
    ScrollArea,
    Surface,
)
from panda_desktop.ui.kit.ordered import OrderedList, OrderedRow
from panda_desktop.ui.prompts.editor import PromptEditor
from panda_desktop.ui.theme import look

_NARROW: Final = 640
_BRIEF: Final = 360
_LIST: Final = 280
_EDITOR: Final = 640


class PromptLibraryPage(Surface):
    """The page.

    Attributes:
        list: the prompts.
        editor: the prompt that is edited.
        new: begins a new one.
        back: leads back to the chat, or where it is narrow to the list.
        notices: what is said here.

    Signals:
        left: back to the chat.
        saved(str, str, str): see `PromptEditor`.
        use_wanted(str), duplicate_wanted(str), delete_wanted(str): of the prompt with this id.
        placed(str, int): a prompt shall stand at this place.
    """

    left = Signal()
    saved = Signal(str, str, str)
    use_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    delete_wanted = Signal(str)
    placed = Signal(str, int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows no prompt yet."""
        super().__init__("background", parent=parent)
        self._prompts: tuple[Prompt, ...] = ()
        self._narrow = False
        self._editing = False
        self.menu: Menu | None = None
        self.setAccessibleName(self.tr("Prompt library"))
        self.back = IconButton("chevron-left", self.tr("Back to the chat (Escape)"))
        self.new = Button(self.tr("New prompt"), icon_name="plus", tip=self.tr("Write a new prompt"))
        self.list = OrderedList(self.tr("Prompts"))
        self.editor = PromptEditor()
        self.notices = NoticeHost()
        self._hint = Label(
            self.tr("Type / in a message to use one. Drag puts them in order."), "small", wrap=True
        )
        self._empty = EmptyState(
            "prompt",
            self.tr("No prompts yet"),
            self.tr("Keep here what you ask again and again. Type / in a message to use it."),
            action=self.tr("New prompt"),
        )
        self._side = QWidget()
        self._form = ScrollArea(max_width=look().pixels(_EDITOR))
        self._build()
        self._join()
        self._arrange()

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Shows these; what is being written stays."""
        self._prompts = tuple(prompts)
        rows = [OrderedRow(each.id, each.name, first_words(each.text)) for each in prompts]
        self.list.set_rows(rows)
        if shown := self._prompt(self.editor.prompt_id):
            self.editor.show_prompt(shown)
        elif self.editor.prompt_id:
            self._show_current()
        self._arrange()

    def edit(self, prompt_id: str) -> None:
        """Opens a prompt in the editor."""
        prompt = self._prompt(prompt_id)
        if prompt is None or (prompt_id != self.editor.prompt_id and not self._may_leave()):
            return
        self.list.set_current(prompt_id)
        self.editor.show_prompt(prompt)
        self._show_editor(True)

    def adopt(self, prompt: Prompt) -> None:
        """Goes on with a prompt that was made just now."""
        self.list.set_current(prompt.id)
        self.editor.show_prompt(prompt)
        self._arrange()

    def begin(self, name: str = "", text: str = "") -> None:
        """Begins a new prompt, perhaps with a text."""
        if not self._may_leave():
            return
        self.list.clearSelection()
        self.editor.begin(name, text)
        self._show_editor(True)
        self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Puts the keyboard where one goes on: into the list, else what was written and not saved."""
        if not self.editor.is_changed():
            self._show_editor(False)
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.editor.isVisible():
            self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back one step."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts list and editor behind each other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def open_menu(self, prompt_id: str, point: QPoint) -> None:
        """Offers what can be done with a prompt."""
        menu = Menu(self)
        menu.setAccessibleName(self.tr("More for this prompt"))
        menu.aboutToHide.connect(menu.deleteLater)
        ids, step = self.list.ids(), self.list.step
        place = ids.index(prompt_id)
        menu.add(
            self.tr("Insert into the message"), lambda: self.use_wanted.emit(prompt_id), icon_name="return"
        )
        menu.add(self.tr("Edit"), lambda: self.edit(prompt_id), icon_name="edit", shortcut="F2")
        menu.add(self.tr("Duplicate"), lambda: self._duplicate(prompt_id), icon_name="copy")
        menu.addSeparator()
        up, down = self.tr("Move up"), self.tr("Move down")
        menu.add(
            up,
            lambda: step(prompt_id, -1),
            icon_name="chevron-up",
            shortcut="Alt+Up",
            enabled=place > 0,
        )
        menu.add(
            down,
            lambda: step(prompt_id, 1),
            icon_name="chevron-down",
            shortcut="Alt+Down",
            enabled=place + 1 < len(ids),
        )
        menu.addSeparator()
        menu.add(
            self.tr("Delete"),
            lambda: self.delete_wanted.emit(prompt_id),
            icon_name="trash",
            shortcut="Del",
            danger=True,
        )
        self.menu = menu
        menu.destroyed.connect(self._forget_menu)
        menu.popup(point)

    # how it is done

    def _prompt(self, prompt_id: str) -> Prompt | None:
        return next((each for each in self._prompts if each.id == prompt_id), None)

    def _may_leave(self) -> bool:
        """Saves what was written; False when it cannot be saved: it stays in the editor then."""
        return self.editor.try_save()

    def _duplicate(self, prompt_id: str) -> None:
        if self._may_leave():
            self.duplicate_wanted.emit(prompt_id)

    def _current_changed(self, prompt_id: str) -> None:
        """Follows the list in the editor, where both are seen."""
        if self._narrow or not prompt_id or prompt_id == self.editor.prompt_id:
            return
        prompt = self._prompt(prompt_id)
        if prompt is None:
            return
        if self._may_leave():
            self.editor.show_prompt(prompt)
            self._show_editor(False)
        else:
            self.list.set_current(self.editor.prompt_id)

    def _show_current(self) -> None:
        prompt = self._prompt(self.list.current_id())
        if prompt is not None and not self._narrow:
            self.editor.show_prompt(prompt)
        else:
            self.editor.begin()
            self._editing = False

    def _show_editor(self, editing: bool) -> None:
        self._editing = editing
        self._arrange()
        if editing and self._narrow:
            self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        if self._narrow and self._editing and self._prompts:
            if self._may_leave():
                self._show_editor(False)
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._prompts and self._editing and not self.editor.is_changed():
            self._show_editor(False)
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.editor.try_save(quietly=True)  # what cannot be saved stays in the editor
            self.left.emit()

    def _arrange(self) -> None:
        was, self._narrow = self._narrow, self.width() < look().pixels(_NARROW)
        if was and not self._narrow and not self._editing:
            self._show_current()
        words = self.tr("New prompt")
        self.new.set_text("" if self.width() < look().pixels(_BRIEF) else words)
        self.new.setAccessibleName(words)
        some = bool(self._prompts)
        self._empty.setVisible(not some and not self._editing)
        self._side.setVisible(some and not (self._narrow and self._editing))
        beside = some and not self._narrow
        self._form.setVisible(self._editing or (beside and bool(self.editor.prompt_id)))
        self._side.setMaximumWidth(16_777_215 if self._narrow else look().pixels(_LIST))
        if beside and not self._editing and not self.editor.prompt_id:
            self._show_current()
            self._form.setVisible(bool(self.editor.prompt_id))
        self._hint.setVisible(some)

    def _forget_menu(self) -> None:
        self.menu = None

    def _join(self) -> None:
        rows, editor = self.list, self.editor
        self.back.clicked.connect(lambda _checked=False: self._go_back())
        self.new.clicked.connect(lambda _checked=False: self.begin())
        self._empty.acted.connect(self.begin)
        rows.current_changed.connect(self._current_changed)
        rows.clicked.connect(lambda _index: self._clicked())
        rows.taken.connect(self._taken)
        rows.rename_wanted.connect(self._taken)
        rows.delete_wanted.connect(self.delete_wanted)
        rows.placed.connect(self.placed)
        rows.menu_wanted.connect(self.open_menu)
        editor.saved.connect(self.saved)
        editor.use_wanted.connect(self._use)
        editor.duplicate_wanted.connect(self._duplicate)
        editor.delete_wanted.connect(self.delete_wanted)
        editor.left.connect(self._go_back)
        look().changed.connect(self._arrange)

    def _clicked(self) -> None:
        if self._narrow:
            self.edit(self.list.current_id())

    def _taken(self, prompt_id: str) -> None:
        self.edit(prompt_id)
        self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use(self, prompt_id: str) -> None:
        if self._may_leave():
            self.use_wanted.emit(prompt_id)

    def _build(self) -> None:
        head = Surface("background", edge="bottom")
        top = QHBoxLayout(head)
        top.setContentsMargins(12, 10, 16, 10)
        top.setSpacing(8)
        top.addWidget(self.back)
        top.addWidget(ElidedLabel(self.tr("Prompt library"), "heading"), 1)
        top.addWidget(self.new)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(8, 8, 8, 8)
        side.setSpacing(8)
        side.addWidget(self.list, 1)
        self._hint.setContentsMargins(8, 0, 8, 4)
        side.addWidget(self._hint)
        self._form.column.addWidget(self.editor)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._side, 1)
        body.addWidget(self._form, 2)
        body.addWidget(self._empty, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.notices)
        column.addLayout(body, 1)
