"""The form in which images are asked for.

Promise: what is wrong is said where it is, before anything is sent; the price is on it; what was written
stays while the program runs.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import ImageRequest
from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.images.count_choice import CountChoice
from panda_desktop.ui.images.price import PriceWords
from panda_desktop.ui.images.size_choice import SizeChoice
from panda_desktop.ui.images.variation import VariationChip
from panda_desktop.ui.kit import (
    Button,
    Choice,
    ElidedLabel,
    Label,
    PickerButton,
    PrimaryButton,
    ScrollArea,
    SectionLabel,
    Submitting,
    Surface,
    TextArea,
    announce,
)
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.theme import look

WIDTH: Final = 320
_TWO_COLUMNS: Final = 560
_Direction = QBoxLayout.Direction


class ImagesForm(Surface):
    """The form.

    Attributes:
        prompt, model, size_choice, count_choice, generate, past: its controls.

    Signals:
        submitted(object): an `ImageRequest` that may be sent.
        changed: something on it differs; the price may.
        top_up_wanted: credit shall be added.
        past_wanted: earlier prompts shall be offered.
        height_changed: it needs another height.
    """

    submitted = Signal(object)
    changed = Signal()
    top_up_wanted = Signal()
    past_wanted = Signal()
    height_changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty form."""
        super().__init__("side", edge="right", parent=parent)
        self._sentences = Sentences(self)
        self._sizes: Mapping[str, tuple[str, ...]] = {}
        self._narrow = False
        self.prompt = TextArea(
            self.tr("Prompt"), placeholder=self.tr("What shall the picture show?"), lines=(5, 12)
        )
        self.prompt.setAccessibleDescription(self.tr("Ctrl+Enter generates, Up brings earlier prompts"))
        self.problem = Label("", "danger", wrap=True)
        self.variation = VariationChip()
        self.model = PickerButton(self.tr("Model"), placeholder=self.tr("Choose a model"), free_text=True)
        self.size_choice = SizeChoice()
        self.count_choice = CountChoice()
        self.price = Label("", "small", wrap=True)
        self.top_up = Button(self.tr("Add credit"), small=True, tip=self.tr("Open the gateway's website"))
        self.generate = PrimaryButton(self.tr("Generate"), tip=self.tr("Generate (Ctrl+Enter)"))
        self.past = Button(
            self.tr("Past prompts"),
            icon_name="clock",
            small=True,
            tip=self.tr("Prompts of earlier pictures (Up in an empty prompt)"),
        )
        self.options = Button(
            self.tr("Options"), icon_name="sliders", small=True, tip=self.tr("Model, size and number")
        )
        self.options.setCheckable(True)
        self._summary = ElidedLabel("", "small")
        self._build()
        self._connect()

    # what is on it

    def request(self) -> ImageRequest:
        """Returns what is on the form.

        Raises:
            PandaError: it cannot be sent; see `ImageRequest.check`.
        """
        made = ImageRequest(
            self.model.value().strip(),
            self.prompt.text().strip(),
            self.count_choice.count(),
            self.size_choice.chosen_size(),
            self.variation.parent_id,
        )
        made.check()
        return made

    def set_request(self, request: ImageRequest, parent: MediaItem | None = None) -> None:
        """Fills the form; `parent` is the picture it is a variation of."""
        self.use_prompt(request.prompt, request.model)
        self.size_choice.set_size(request.size)
        self.count_choice.set_count(request.n)
        self.variation.set_parent(parent)
        self._changed()

    def use_prompt(self, prompt: str, model: str = "") -> None:
        """Writes a prompt, and takes a model when one is given."""
        self.prompt.set_text(prompt)
        self.variation.set_parent(None)
        if model:
            self.model.set_value(model)
        self._say("")
        self._model_changed()
        self.prompt.setFocus()

    def set_models(
        self, choices: Sequence[Choice], sizes: Mapping[str, tuple[str, ...]], default: str
    ) -> None:
        """Offers models.

        Args:
            choices: the models.
            sizes: what is known of the sizes a model takes.
            default: taken when none is yet.
        """
        self._sizes = sizes
        self.model.set_choices(choices)
        if not self.model.value():
            self.model.set_value(default)
        self._model_changed()

    def choose_model(self) -> None:
        """Opens the list of models."""
        self._open_options()
        self.model.open()

    def set_price(self, words: PriceWords) -> None:
        """Shows price and balance."""
        self.price.set_role("warning" if words.is_short else "small")
        self.price.setText(words.text)
        self.generate.setAccessibleDescription(words.text)
        self.top_up.setVisible(words.is_short)

    def set_busy(self, busy: bool) -> None:
        """Shows that a wish is on its way."""
        self.generate.set_text(self.tr("Sending…") if busy else self.tr("Generate"))

    # sending

    def submit(self) -> None:
        """Checks the form; ends in `submitted`, or says what is wrong."""
        try:
            request = self.request()
        except PandaError as error:
            self.show_error(error)
            return
        self._say("")
        self.submitted.emit(request)

    def show_error(self, error: PandaError) -> bool:
        """Says what is wrong where it is; False when it is about nothing on the form."""
        sentence = self._sentences.about(error).text
        if error.kind is ErrorKind.EMPTY_PROMPT:
            self._say(sentence)
            self.prompt.setFocus()
        elif error.kind is not ErrorKind.INVALID_INPUT:
            return False
        elif error.detail.param == "n":
            self._open_options()
            self.count_choice.set_problem(sentence)
        elif error.detail.param == "size":
            self._open_options()
            self.size_choice.set_problem(sentence)
        elif error.detail.param == "model":
            self._open_options()
            self.model.setFocus()
            self._say(self.tr("Choose a model first."))
        else:
            return False
        announce(self, sentence, urgent=True)
        return True

    # looks

    def set_narrow(self, narrow: bool) -> None:
        """Lies above the grid instead of beside it."""
        self._narrow = narrow
        self.setProperty("edge", "bottom" if narrow else "right")
        self.style().unpolish(self)
        self.style().polish(self)
        self._arrange()

    def sizeHint(self) -> QSize:
        """As wide as the text size asks, as high as its content."""
        return QSize(look().pixels(WIDTH), self.wanted_height(self.width()))

    def wanted_height(self, width: int) -> int:
        """Returns the height of the whole form at a width."""
        content = self._area.widget()
        inner = content.layout() if content is not None else None
        return inner.totalHeightForWidth(width) if inner is not None else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Uses two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.problem.hide()
        self.top_up.hide()
        self.left, self.right = QWidget(), QWidget()
        _column(self.left, self._labelled(self.tr("Prompt"), self.prompt, self.problem), self.variation)
        model = self._labelled(self.tr("Model"), self.model)
        _column(self.right, model, self.size_choice, self.count_choice)
        self._body = QBoxLayout(_Direction.TopToBottom)
        self._body.setSpacing(16)
        top = Qt.AlignmentFlag.AlignTop
        self._body.addWidget(self.left, 1, top)
        self._body.addWidget(self.right, 1, top)
        pay = QVBoxLayout()
        pay.setSpacing(4)
        pay.addWidget(self.price)
        pay.addWidget(self.top_up, 0, Qt.AlignmentFlag.AlignLeft)
        self._pay = QBoxLayout(_Direction.LeftToRight)
        self._pay.setSpacing(12)
        self._pay.addLayout(pay, 1)
        self._pay.addWidget(self.generate)
        self._foot = QBoxLayout(_Direction.TopToBottom)
        self._foot.setSpacing(8)
        self._foot.addLayout(self._pay, 1)
        self._foot.addWidget(self.past, 0, Qt.AlignmentFlag.AlignLeft)
        self._options_row = QWidget()
        options = QHBoxLayout(self._options_row)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(8)
        options.addWidget(self.options)
        options.addWidget(self._summary, 1)
        self._area = ScrollArea(margins=20)
        column = self._area.column
        column.setSpacing(16)
        column.addLayout(self._body)
        column.addWidget(self._options_row)
        column.addLayout(self._foot)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(self._area)
        self._arrange()

    def _labelled(self, title: str, field: QWidget, *more: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(title, field))
        for widget in (field, *more):
            column.addWidget(widget)
        return box

    def _connect(self) -> None:
        self.prompt.submitted.connect(self.submit)
        Submitting(self, self.submit)
        self.prompt.textChanged.connect(self._prompt_changed)
        self.prompt.oversized_paste.connect(
            lambda _text: self._say(self.tr("This is too long for a prompt."))
        )
        self.prompt.height_changed.connect(self.height_changed)
        self.generate.clicked.connect(lambda _checked=False: self.submit())
        self.model.chosen.connect(lambda _value: self._model_changed())
        self.size_choice.submitted.connect(self.submit)
        self.count_choice.submitted.connect(self.submit)
        self.size_choice.changed.connect(self._changed)
        self.count_choice.changed.connect(self._changed)
        self.top_up.clicked.connect(lambda _checked=False: self.top_up_wanted.emit())
        self.past.clicked.connect(lambda _checked=False: self.past_wanted.emit())
        self.options.toggled.connect(lambda _on: self._arrange())
        look().changed.connect(self._arrange)

    def _prompt_changed(self) -> None:
        if not self.problem.isHidden():
            self._say("")

    def _model_changed(self) -> None:
        self.size_choice.set_sizes(self._sizes.get(self.model.value(), ()))
        self._changed()

    def _changed(self) -> None:
        self.changed.emit()
        count = self.count_choice.count()
        self._summary.setText(f"{self.model.value()} · {self.size_choice.words()} · {count}")
        self.height_changed.emit()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.prompt.set_invalid(bool(sentence), sentence)
        self.height_changed.emit()

    def _open_options(self) -> None:
        if self.right.isHidden():
            self.options.setChecked(True)

    def _arrange(self) -> None:
        single = self._narrow and self.width() < look().pixels(_TWO_COLUMNS)
        beside = self._narrow and not single
        self._body.setDirection(_Direction.LeftToRight if beside else _Direction.TopToBottom)
        self._foot.setDirection(_Direction.RightToLeft if beside else _Direction.TopToBottom)
        self._options_row.setVisible(single)
        margin = 12 if single else 20
        content = self._area.widget()
        if content is not None and (inner := content.layout()) is not None:
            inner.setContentsMargins(margin, margin, margin, margin)
        self.right.setVisible(not single or self.options.isChecked())
        self.prompt.set_lines(2 if self._narrow else 5, 5 if self._narrow else 12)
        self.height_changed.emit()


def _column(box: QWidget, *widgets: QWidget) -> None:
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for widget in widgets:
        column.addWidget(widget)
