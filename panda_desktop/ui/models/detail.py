"""What is known of one model, and what can be said of it.

Promise: everything the gateway says is plain text that can be selected; a correction holds at once and can be
taken back.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from panda_desktop.domain.model_marks import ModelMarks
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.kit import (
    Button,
    FlowLayout,
    Label,
    ScrollArea,
    SectionLabel,
    SegmentedChoice,
    Separator,
    announce,
)
from panda_desktop.ui.models.words import breakable, kind_word, price_words
from panda_desktop.ui.numerals import counted
from panda_desktop.ui.wording import labelled, listed

_UNSAID = ""


class ModelDetail(ScrollArea):
    """The pane.

    Attributes:
        star, hide_button, copy, remove: the buttons.
        kind: what the model makes.
        sees: whether it takes images.
        stacked: names stand above their values, where there is no room beside them.

    Signals:
        star_wanted(object), hide_wanted(object), remove_wanted(object): for this `ModelInfo`.
        kind_wanted(object, object): a `ModelInfo` makes this `ModelKind`; None for what was said or guessed.
        sees_wanted(object, object): a `ModelInfo` takes images, or not; None for what was said.
    """

    star_wanted = Signal(object)
    hide_wanted = Signal(object)
    remove_wanted = Signal(object)
    kind_wanted = Signal(object, object)
    sees_wanted = Signal(object, object)

    def __init__(self, currency: Callable[[], str]) -> None:
        """Makes an empty pane; `currency` is that of the account."""
        super().__init__(margins=16)
        self._currency = currency
        self._model: ModelInfo | None = None
        self.stacked = False
        self._shown: list[tuple[str, str]] = []
        self.title = Label("", "heading", wrap=True)
        self.id = Label("", "small", wrap=True)
        self.about = Label("", "muted", wrap=True)
        self.star = Button(self.tr("Star"), icon_name="star", small=True)
        self.hide_button = Button(self.tr("Hide"), icon_name="eye-off", small=True)
        self.copy = Button(self.tr("Copy the id"), icon_name="copy", small=True)
        self.remove = Button(
            self.tr("Remove"), "danger", icon_name="trash", small=True, tip=self.tr("Remove your own model")
        )
        self.kind = SegmentedChoice(
            self.tr("What it makes"), [(kind.value, kind_word(kind)) for kind in ModelKind]
        )
        self.own_kind = Button(self.tr("Take that back"), "bordered", icon_name="undo", small=True)
        self.sees = SegmentedChoice(
            self.tr("Takes images in messages"),
            [("yes", self.tr("Yes")), ("no", self.tr("No")), (_UNSAID, self.tr("Not known"))],
        )
        self.sees_title = SectionLabel(self.tr("Takes images in messages"), self.sees)
        self.facts_title = SectionLabel(self.tr("What the gateway says"))
        self.state = Label("", "muted", wrap=True)
        self._facts = QGridLayout()
        self._build()
        self._connect()

    def show_model(self, model: ModelInfo | None, marks: ModelMarks) -> None:
        """Shows a model as it is listed; its details come by `show_facts`."""
        is_other = model is None or self._model is None or self._model.id != model.id
        self._model = model
        if (inner := self.widget()) is not None:
            inner.setVisible(model is not None)
        if model is None:
            return
        self.title.setText(breakable(model.name or model.id))
        self.id.setText(breakable(model.id) if model.name not in ("", model.id) else "")
        self.id.setVisible(bool(self.id.text()))
        self.about.setText(self._said_of(model))
        self.about.setVisible(bool(self.about.text()))
        self.star.set_text(self.tr("Starred") if model.favourite else self.tr("Star"))
        self.star.set_icon("star-filled" if model.favourite else "star")
        self.star.setChecked(model.favourite)
        tip = self.tr("No longer first in every list") if model.favourite else self.tr("First in every list")
        self.star.set_tip(f"{tip} (Ctrl+D)")
        self.hide_button.set_text(self.tr("Show in lists") if model.hidden else self.tr("Hide"))
        self.hide_button.set_icon("eye" if model.hidden else "eye-off")
        tip = self.tr("Offer it again") if model.hidden else self.tr("Leave it out of every list")
        self.hide_button.set_tip(f"{tip} (Del)")
        self.remove.setVisible(model.added)
        self.kind.set_value(model.kind.value)
        self.kind_note.setText(self._kind_words(model, marks))
        self.own_kind.setVisible(model.id in marks.kinds)
        self.sees.set_value({True: "yes", False: "no", None: _UNSAID}[model.sees_images])
        for widget in (self.sees_title, self.sees):
            widget.setVisible(model.kind is ModelKind.CHAT)
        if is_other:
            self.show_facts([], self.tr("Asking the gateway…"))
            self.verticalScrollBar().setValue(0)

    def show_facts(self, facts: Sequence[tuple[str, str]], state: str = "") -> None:
        """Shows everything the gateway says of it, or in `state` why there is nothing."""
        self._shown = []
        while (taken := self._facts.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(facts):
            title = Label(breakable(name), "small", wrap=True)
            title.setContentsMargins(0, 2, 0, 0)
            shown = Label(breakable(value), wrap=True)
            shown.set_selectable()
            shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            shown.setAccessibleName(labelled(name, value))
            if self.stacked:
                self._facts.addWidget(title, 2 * row, 0, 1, 2)
                self._facts.addWidget(shown, 2 * row + 1, 0, 1, 2)
            else:
                self._facts.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
                self._facts.addWidget(shown, row, 1)
            self._shown.append((name, value))
        self.state.setText(state)
        self.state.setVisible(bool(state))

    def facts(self) -> list[tuple[str, str]]:
        """Returns the facts that are shown."""
        return list(self._shown)

    def _said_of(self, model: ModelInfo) -> str:
        parts = []
        if model.owned_by:
            parts.append(self.tr("By {owner}").format(owner=model.owned_by))
        if model.context is not None:
            parts.append(self.tr("{count} tokens of context").format(count=counted(model.context)))
        parts += [labelled(words, price) for words, price in price_words(model, self._currency())]
        if model.sizes:
            parts.append(self.tr("Sizes: {sizes}").format(sizes=listed(model.sizes[:20])))
        if model.added:
            parts.append(self.tr("You added it; the gateway does not list it."))
        return "\n".join(parts)

    def _kind_words(self, model: ModelInfo, marks: ModelMarks) -> str:
        if model.id in marks.kinds:
            return self.tr("You said so.")
        if model.guessed:
            return self.tr("Guessed from its name. Choose another if it is wrong.")
        return self.tr("The gateway says so.")

    def _build(self) -> None:
        column = self.column
        self.title.set_selectable()
        self.id.set_selectable()
        for label in (self.title, self.id):
            label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        kind_title = SectionLabel(self.tr("What it makes"), self.kind)
        for title in (kind_title, self.sees_title, self.facts_title):
            title.setWordWrap(True)
        self.star.setCheckable(True)
        self.kind_note = Label("", "small", wrap=True)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in (self.star, self.hide_button, self.copy, self.remove):
            flow.addWidget(button)
        for widget in (
            self.title,
            self.id,
            self.about,
            buttons,
            Separator(),
            kind_title,
            self.kind,
            self.kind_note,
            self.own_kind,
            self.sees_title,
            self.sees,
            Separator(),
            self.facts_title,
            self.state,
        ):
            column.addWidget(widget)
        column.setAlignment(self.own_kind, Qt.AlignmentFlag.AlignLeft)
        column.setSpacing(10)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(0, 2)
        self._facts.setColumnStretch(1, 3)
        column.addLayout(self._facts)
        column.addStretch(1)

    def _connect(self) -> None:
        self.star.clicked.connect(lambda _checked=False: self.star_wanted.emit(self._model))
        self.hide_button.clicked.connect(lambda _checked=False: self.hide_wanted.emit(self._model))
        self.remove.clicked.connect(lambda _checked=False: self.remove_wanted.emit(self._model))
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.kind.chosen.connect(lambda kind: self.kind_wanted.emit(self._model, ModelKind(kind)))
        self.own_kind.clicked.connect(lambda _checked=False: self.kind_wanted.emit(self._model, None))
        self.sees.chosen.connect(
            lambda said: self.sees_wanted.emit(self._model, {"yes": True, "no": False}.get(said))
        )

    def _copy(self) -> None:
        if self._model is not None:
            QGuiApplication.clipboard().setText(self._model.id)
            announce(self, self.tr("Copied"))
