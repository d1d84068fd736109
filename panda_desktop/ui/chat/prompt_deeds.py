"""What is done with prompts in the chat: found by `/`, filled in, inserted, saved.

Promise: a slash is only ever a wish for a prompt at the very beginning of a message, while it is typed and
rows match; whatever is inserted is one step that can be undone.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from panda_desktop.domain.prompts import Prompt
from panda_desktop.ui.chat.composer import Composer
from panda_desktop.ui.chat.pane import ConversationPane
from panda_desktop.ui.icons import icon
from panda_desktop.ui.kit import bound_keys
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.prompts import PromptsModel

if TYPE_CHECKING:
    from panda_desktop.ui.prompts.prompt_list import PromptList
    from panda_desktop.ui.prompts.variable_form import VariableForm

_SLASH: Final = "/"
_SLASHES: Final = ("/", "／", "、")
"""A Chinese input method writes the others when the key of the slash is hit."""
_LONGEST_QUERY: Final = 60
_REMEMBERED: Final = 60
_WORDS_IN_NAME: Final = 40


class PromptDeeds(QObject):
    """Joins the prompts to the composer.

    Attributes:
        list: the list above the composer, or None before it was first needed.
        form: the form of the prompt that is filled in, or None.

    Signals:
        library_wanted: all prompts shall be shown.
        write_wanted(str, str): a new prompt shall be begun, with this name and text.
    """

    library_wanted = Signal()
    write_wanted = Signal(str, str)

    def __init__(self, chat: ChatModel, prompts: PromptsModel, pane: ConversationPane) -> None:
        """Watches the composer of `pane`."""
        super().__init__(pane)
        self._prompts = prompts
        self._pane = pane
        self._composer: Composer = pane.composer
        self._typing = False
        self._dismissed = False
        self._put_slash = False  # by a button or key, for the person
        self._values: dict[str, str] = {}
        self.list: PromptList | None = None
        self.form: VariableForm | None = None
        field = self._composer.field
        field.installEventFilter(self)
        field.viewport().installEventFilter(self)
        self._composer.installEventFilter(self)
        self._composer.changed.connect(self._text_changed)
        prompts.changed.connect(self._refresh)
        chat.opened.connect(lambda _conversation: self.close())

    def open(self) -> None:
        """Opens the list: in an empty composer as if `/` had been typed, else with a search of its own."""
        if self.list is not None and self.list.isVisible():
            self._leave()
            return
        made = self._made_list()
        if self._composer.text():
            made.show_prompts(self._prompts.matching(""), self._nothing(""))
            made.open_above(self._composer.card, with_search=True)
            return
        self._composer.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._dismissed = False
        if self._prompts.prompts:
            self._typing = True
            self._composer.field.insertPlainText(_SLASH)
            self._put_slash = True
        else:
            made.show_prompts((), self._nothing(""))
            made.open_above(self._composer.card, with_search=True)

    def close(self) -> None:
        """Closes the list."""
        if self.list is not None and self.list.isVisible():
            searching = self.list.search.hasFocus()
            self.list.hide()
            if searching:
                self._composer.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, prompt: Prompt) -> None:
        """Puts a prompt into the composer, after its places were filled in."""
        if not prompt.variables:
            self._put_in(prompt.text)
            return
        if self.form is not None:
            return
        from panda_desktop.ui.prompts.variable_form import VariableForm

        form = VariableForm(self._composer.card, prompt, self._values)
        self.form = form
        form.filled.connect(lambda values: self._filled(prompt, values))
        form.back_wanted.connect(lambda: self._back(prompt.id))
        form.closed.connect(self._forget_form)
        form.open_over(self._composer.card)

    def save_text(self, text: str) -> None:
        """Begins a new prompt with a text, named by its first words."""
        if text.strip():
            line = " ".join(text.split())
            name = line if len(line) <= _WORDS_IN_NAME else f"{line[:_WORDS_IN_NAME].rstrip()}…"
            self.write_wanted.emit(name, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees what is typed, and takes the keys the open list has a use for."""
        field = self._composer.field
        kind = event.type()
        if watched is self._composer and kind in (QEvent.Type.Resize, QEvent.Type.Move):
            if self.list is not None and self.list.isVisible():
                self.list.place()
        elif isinstance(event, QContextMenuEvent) and watched in (field, field.viewport()):
            self._open_menu(event)
            return True
        elif watched is field and isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyPress:
            if field.is_composing():
                return False
            self._typing = bool(event.text()) and event.key() != Qt.Key.Key_Escape
            return self._slash_is_open() and self.list is not None and self.list.handle_key(event)
        elif watched is field and kind is QEvent.Type.InputMethod:
            self._typing = True
        elif watched is field and isinstance(event, QFocusEvent) and kind is QEvent.Type.FocusOut:
            reasons = Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason
            if event.reason() not in reasons and self._slash_is_open():
                self.close()
                self._take_back_slash()
        return super().eventFilter(watched, event)

    # how it is done

    def _made_list(self) -> "PromptList":
        if self.list is None:
            from panda_desktop.ui.prompts.prompt_list import PromptList

            made = PromptList(self._pane)
            made.taken.connect(self._taken)
            made.left.connect(self._leave)
            made.searched.connect(lambda _text: self._refresh())
            made.manage_wanted.connect(self._manage)
            self.list = made
        return self.list

    def _slash_is_open(self) -> bool:
        return self.list is not None and self.list.isVisible() and self.list.search.isHidden()

    def _query(self) -> str | None:
        """Returns what was typed after a slash at the very beginning; None when that is not what it is."""
        document = self._composer.field.document()
        if document.blockCount() != 1 or document.characterCount() > _LONGEST_QUERY + 2:
            return None
        text = self._composer.text()
        return text[1:] if text.startswith(_SLASHES) else None

    def _text_changed(self) -> None:
        typed, self._typing = self._typing, False
        query = self._query()
        self._put_slash = self._put_slash and query == ""
        if query is None:
            self._dismissed = False
            if self._slash_is_open():
                self.close()
        elif self._slash_is_open() or (typed and not self._dismissed and self._composer.field.hasFocus()):
            self._show_matching(query)

    def _show_matching(self, query: str) -> None:
        found = self._prompts.matching(query)
        if not found:
            self.close()
            return
        made = self._made_list()
        if not made.isVisible():
            made.open_above(self._composer.card, with_search=False)
        made.show_prompts(found, "")

    def _refresh(self) -> None:
        """Shows what matches now."""
        if self.list is None or not self.list.isVisible():
            return
        if self._slash_is_open():
            self._show_matching(self._query() or "")
        else:
            words = self.list.search.text()
            self.list.show_prompts(self._prompts.matching(words), self._nothing(words))

    def _nothing(self, words: str) -> str:
        if words.strip():
            return self.tr("No prompt has these words.")
        return self.tr("There are no prompts yet. “All prompts…” leads to where they are written.")

    def _leave(self) -> None:
        self._dismissed = True
        self.close()
        self._take_back_slash()

    def _take_back_slash(self) -> None:
        """Leaves the composer as empty as it was, unless the person went on from the slash."""
        if self._put_slash and self._query() == "":
            self._composer.replace_text("")
        self._put_slash = False

    def _taken(self, prompt_id: str) -> None:
        prompt = self._prompts.prompt(prompt_id)
        if prompt is None or self.list is None:
            return
        self.close()
        self.insert(prompt)

    def _put_in(self, text: str) -> None:
        field = self._composer.field
        self._dismissed = True
        if self._query() is not None or not self._composer.text():
            self._composer.replace_text(text)
        else:
            cursor = field.textCursor()
            cursor.insertText(text)
            field.setTextCursor(cursor)
        self._dismissed = False
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.ensureCursorVisible()

    def _filled(self, prompt: Prompt, values: dict[str, str]) -> None:
        for name, value in values.items():
            if len(value) <= _REMEMBERED and "\n" not in value:
                self._values[name] = value
        self._put_in(self._prompts.filled(prompt, values))

    def _back(self, prompt_id: str) -> None:
        """Goes back from the form to the list, where one came from it."""
        self._composer.field.setFocus(Qt.FocusReason.OtherFocusReason)
        query = self._query()
        if query is not None:
            self._show_matching(query)
            if self.list is not None:
                self.list.set_current(prompt_id)

    def _forget_form(self) -> None:
        self.form = None

    def _manage(self) -> None:
        self.close()
        self._take_back_slash()
        self.library_wanted.emit()

    def _open_menu(self, event: QContextMenuEvent) -> None:
        """Adds the prompts to the menu of the composer."""
        field = self._composer.field
        menu: QMenu = field.createStandardContextMenu()
        menu.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        keys = QKeySequence(bound_keys("Ctrl+/")).toString(QKeySequence.SequenceFormat.NativeText)
        choose = menu.addAction(icon("prompt", "muted"), self.tr("Insert a prompt…") + (keys and f"\t{keys}"))
        choose.triggered.connect(lambda _checked=False: self.open())
        save = menu.addAction(icon("save", "muted"), self.tr("Save as prompt…"))
        save.setEnabled(not self._composer.is_empty())
        save.triggered.connect(lambda _checked=False: self.save_text(self._composer.text()))
        menu.popup(event.globalPos())
