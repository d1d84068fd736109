"""The panel of all models: search, stars, what is hidden, corrections, and what the gateway says of each.

Promise: it opens with what is known, with its age; whatever is said of a model can be taken back.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.model_listing import ModelDetails
from panda_desktop.domain.models import ModelInfo
from panda_desktop.ui.kit import (
    Button,
    ElidedLabel,
    EmptyState,
    Entrance,
    IconButton,
    Label,
    Popover,
    SegmentedChoice,
    Separator,
    Spinner,
    TextField,
    announce,
)
from panda_desktop.ui.models.detail import ModelDetail
from panda_desktop.ui.models.list_view import ModelListView
from panda_desktop.ui.models.rows import Filter, ModelRows
from panda_desktop.ui.models.words import age_words
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.models import ModelList

_WIDTH: Final = 1000
_NARROW: Final = 620
_PAUSE_MS: Final = 250
"""An arrow key that is held down asks the gateway for nothing."""
_AGE_MS: Final = 20_000
_OLD_S: Final = 3600
"""A list older than this is read again when the panel is opened."""
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ModelsPanel(Popover):
    """One opening of the panel; it deletes itself when closed.

    Attributes:
        search, filter: what is listed.
        list: the models; `rows` has them.
        detail: the model with the keyboard.
        add: adds the id that is typed, when no model has it.
        refresh, age: the list as read last.
        back: from the details to the list, where only one has room.
    """

    def __init__(self, window: QWidget, models: ModelList, currency: Callable[[], str]) -> None:
        """Shows `models`; `currency` is that of the account."""
        super().__init__(window)
        self.setAccessibleName(self.tr("Models"))
        self._models = models
        self._sentences = Sentences(self)
        self._narrow = False
        self._shown = ""
        self._details: dict[str, ModelDetails] = {}
        self.rows = ModelRows(self)
        self.list = ModelListView()
        self.list.setModel(self.rows)
        self.detail = ModelDetail(currency)
        self._make_head()
        self.empty = EmptyState(
            "search", self.tr("No model here"), self.tr("Change the words or the filter above.")
        )
        self._asking = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._aging = QTimer(self, interval=_AGE_MS)
        self._build()
        self._connect()
        self._take_models()
        self._show_state()

    def open_over(self, window: QWidget, model_id: str = "") -> None:
        """Opens it in the middle of the window, with a model when one is named."""
        width = min(look().pixels(_WIDTH), max(288, window.width() - 32))
        height = max(280, window.height() - 48)
        self._narrow = width < look().pixels(_NARROW)
        self.setFixedSize(width, height)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, (window.height() - height) // 2)))
        self.detail.stacked = self._narrow
        self._choose(self.rows.row_of(model_id) if model_id else 0)
        self._arrange(details=bool(model_id))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self._aging.start()
        age = self._models.age_s()
        if age is None or age > _OLD_S:
            self._models.refresh()

    def shown_model(self) -> ModelInfo | None:
        """Returns the model whose details are shown."""
        return self.rows.model(self.list.currentIndex().row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves; arrows in the search move in the list, Enter shows the details."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if watched is self.search and (
                event.key() in _MOVES or (event.key() == Qt.Key.Key_D and control)
            ):
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, F5 asks the gateway."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_F5:
            self._models.refresh()
        else:
            super().keyPressEvent(event)

    # building

    def _make_head(self) -> None:
        self.search = TextField(
            self.tr("Search models"), placeholder=self.tr("Search, or type an id to add it")
        )
        self.search.setClearButtonEnabled(True)
        self.filter = SegmentedChoice(
            self.tr("Show"),
            [
                (Filter.ALL, self.tr("All")),
                (Filter.CHAT, self.tr("Chat")),
                (Filter.IMAGE, self.tr("Images")),
                (Filter.VIDEO, self.tr("Videos")),
                (Filter.FAVOURITES, self.tr("Starred")),
                (Filter.HIDDEN, self.tr("Hidden")),
            ],
        )
        self.filter.set_value(Filter.ALL)
        self.age = ElidedLabel("", "small")
        self.refresh = IconButton("refresh", self.tr("Ask the gateway for its models (F5)"))
        self.spinner = Spinner(self.tr("The list is being read"))
        self.trouble = Label("", "warning", wrap=True)
        self.add = Button("", "accent", icon_name="plus", small=True)
        self.back = Button(self.tr("All models"), "quiet", icon_name="chevron-left", small=True)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Models"), "heading"))
        head.addWidget(self.age, 1)
        head.addWidget(self.spinner)
        head.addWidget(self.refresh)
        close = IconButton("close", self.tr("Close (Escape)"))
        close.clicked.connect(lambda _checked=False: self.close())
        head.addWidget(close)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        for widget in (self.search, self.filter, self.add):
            left.addWidget(widget)
        left.addWidget(self._stack, 1)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.detail, 1)
        self._line = Separator(Qt.Orientation.Vertical)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self._left, 1)
        body.addWidget(self._line)
        body.addWidget(self._right, 1)
        self.content.setContentsMargins(16, 12, 12, 12)
        self.content.addLayout(head)
        self.content.addWidget(self.trouble)
        self.content.addLayout(body, 1)

    def _connect(self) -> None:
        models = self._models
        self.search.textChanged.connect(lambda _text: self._filter())
        self.filter.chosen.connect(lambda _value: self._filter())
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_model())
        self.list.clicked.connect(self._clicked)
        self.list.star_wanted.connect(self._star)
        self.list.hide_wanted.connect(self._hide)
        self.detail.star_wanted.connect(self._star)
        self.detail.hide_wanted.connect(self._hide)
        self.detail.remove_wanted.connect(lambda model: models.remove(model.id))
        self.detail.kind_wanted.connect(lambda model, kind: models.set_kind(model.id, kind))
        self.detail.sees_wanted.connect(lambda model, sees: models.set_sees(model.id, sees))
        self.add.clicked.connect(lambda _checked=False: models.add(self.search.text()))
        self.back.clicked.connect(lambda _checked=False: self._leave_details())
        self.refresh.clicked.connect(lambda _checked=False: models.refresh())
        self._asking.timeout.connect(self._ask)
        self._aging.timeout.connect(self._show_state)
        models.changed.connect(self._take_models)
        models.reading_changed.connect(self._show_state)
        models.details_read.connect(self._take_details)
        models.details_failed.connect(self._no_details)
        models.added.connect(self._added)
        for failed in (models.failed, models.add_failed):
            failed.connect(self._failed)
        self.closed.connect(self.deleteLater)
        Entrance(self, self.search)

    def _arrange(self, *, details: bool) -> None:
        """Shows list and details beside each other, or one of them."""
        self._left.setVisible(not (self._narrow and details))
        self._right.setVisible(not self._narrow or details)
        self._line.setVisible(not self._narrow)
        self.back.setVisible(self._narrow)

    # what is shown

    def _take_models(self) -> None:
        chosen = self.shown_model()
        self.rows.set_models(self._models.all())
        self._after_listing(chosen.id if chosen is not None else "")
        self._show_state()

    def _filter(self) -> None:
        chosen = self.shown_model()
        self.rows.show_only(Filter(self.filter.value()), self.search.text())
        self._after_listing(chosen.id if chosen is not None else "")
        self.list.scrollTo(self.list.currentIndex())

    def _after_listing(self, chosen: str) -> None:
        self._choose(max(0, self.rows.row_of(chosen)))
        self._stack.setCurrentIndex(0 if self.rows.rowCount() else 1)
        typed = self.search.text().strip()
        is_known = not typed or self._models.info(typed) is not None
        self.add.setVisible(not is_known)
        shown = typed if len(typed) <= 40 else f"{typed[:39]}…"
        self.add.set_text(self.tr("Add “{name}”").format(name=shown))
        self.add.set_tip(self.tr("Add a model the gateway does not list, to ask it by this id"))
        self._show_model()

    def _choose(self, row: int) -> None:
        index = self.rows.index(row)
        if index.isValid():
            self.list.setCurrentIndex(index)

    def _show_model(self) -> None:
        model = self.shown_model()
        self.detail.show_model(model, self._models.marks)
        if model is None or model.id == self._shown:
            self._shown = model.id if model is not None else ""
            return
        self._shown = model.id
        if model.id in self._details:
            self._take_details(self._details[model.id])
        else:
            self._asking.start()

    def _ask(self) -> None:
        if (model := self.shown_model()) is not None:
            self._models.ask_details(model.id)

    def _take_details(self, details: ModelDetails) -> None:
        self._details[details.id] = details
        if details.id == self._shown:
            self.detail.show_facts(details.facts, "" if details.facts else self.tr("Nothing."))

    def _no_details(self, model_id: str, error: PandaError) -> None:
        if model_id != self._shown:
            return
        if error.kind in (ErrorKind.MODEL_NOT_FOUND, ErrorKind.BAD_ANSWER) or error.detail.status == 404:
            self.detail.show_facts([], self.tr("The gateway says nothing more of this model."))
        else:
            self.detail.show_facts([], self._sentences.about(error).text)

    def _show_state(self) -> None:
        models = self._models
        self.age.setText(age_words(models.age_s()))
        self.spinner.setVisible(models.reading)
        self.refresh.setVisible(not models.reading)
        error = None if models.reading else models.error
        self.trouble.setVisible(error is not None)
        if error is not None:
            words = self._sentences.about(error).text
            kept = self.tr("The list is the one that was read last.")
            words = f"{words}\n{kept}" if models.read_at is not None else words
            if words != self.trouble.text() and self.isVisible():
                announce(self.refresh, words)
            self.trouble.setText(words)

    def _failed(self, error: PandaError) -> None:
        words = self._sentences.about(error).text
        if error.kind is ErrorKind.INVALID_INPUT:
            words = self.tr("This is no id of a model: write it on one line, 200 letters at most.")
        self.trouble.setText(words)
        self.trouble.show()
        announce(self.search, words, urgent=True)

    # what is done

    def _star(self, model: ModelInfo) -> None:
        self._models.star(model.id, not model.favourite)
        name = model.name or model.id
        words = self.tr("{name} is no favourite") if model.favourite else self.tr("{name} is a favourite")
        announce(self.list, words.format(name=name))

    def _hide(self, model: ModelInfo) -> None:
        self._models.hide(model.id, not model.hidden)
        name = model.name or model.id
        words = self.tr("{name} is offered again") if model.hidden else self.tr("{name} is hidden")
        announce(self.list, words.format(name=name))

    def _added(self, model_id: str) -> None:
        self.search.clear()
        self.filter.set_value(Filter.ALL)
        self._filter()
        self._choose(self.rows.row_of(model_id))
        self.list.scrollTo(self.list.currentIndex())
        announce(self.list, self.tr("{name} was added").format(name=model_id))

    def _clicked(self, _index: QModelIndex) -> None:
        if self._narrow:
            self._arrange(details=True)
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self.rows.rowCount() == 0:
            if not self.add.isHidden():
                self.add.click()
            return
        self._arrange(details=True)
        (self.back if self._narrow else self.detail.star).setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_details(self) -> None:
        self._arrange(details=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self._narrow and self._left.isHidden():
            self._leave_details()
        else:
            self.close()
