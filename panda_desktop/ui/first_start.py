"""The first thing a person sees: paste a key, or try it without one.

Promise: nothing is asked that the program could find out by itself, and either way leads into the program.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import PandaError
from panda_desktop.ui.icons import app_icon
from panda_desktop.ui.kit import (
    Button,
    Card,
    Entrance,
    Label,
    PrimaryButton,
    ScrollArea,
    SectionLabel,
    Separator,
    Spinner,
    Surface,
    announce,
)
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.settings.key_form import KeyForm
from panda_desktop.ui.theme import look


class FirstStart(Surface):
    """The panel.

    Signals:
        key_entered(object): an `ApiKey` to be tested and stored.
        demo_wanted: the demo gateway shall be started.
        get_key_wanted: the website where keys are made shall be opened.
        finished: the person goes on into the program after a key that works.
    """

    key_entered = Signal(object)
    demo_wanted = Signal()
    get_key_wanted = Signal()
    finished = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the panel."""
        super().__init__("background", parent=parent)
        self.setAccessibleName(self.tr("Welcome"))
        self._sentences = Sentences(self)
        self._mark = QLabel()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.form = KeyForm(self.tr("Connect"))
        self.get_key = Button(
            self.tr("Get a key"),
            "quiet",
            icon_name="open-external",
            small=True,
            tip=self.tr("Opens pandaworld.space in the browser"),
        )
        self.demo = Button(self.tr("Try it without a key"), icon_name="sparkle")
        self.go_on = PrimaryButton(self.tr("Start"))
        self.go_on.hide()
        self._demo_result = Label("", "danger", wrap=True)
        self._demo_result.hide()
        self._spinner = Spinner(self.tr("Starting the demo"))
        self._spinner.hide()
        self._build()
        self._draw_mark()
        look().changed.connect(self._draw_mark)
        self.form.key_entered.connect(self.key_entered)
        self.demo.clicked.connect(lambda _checked=False: self._start_demo())
        self.get_key.clicked.connect(lambda _checked=False: self.get_key_wanted.emit())
        self.go_on.clicked.connect(lambda _checked=False: self.finished.emit())
        Entrance(self, self.form)

    def set_works(self, balance: Balance | None) -> None:
        """Says that the key works and offers to go on."""
        self.form.set_works(balance)
        self.form.button.set_variant("bordered")  # one main action: to go on
        self.go_on.show()
        self.go_on.setFocus()

    def set_failed(self, error: PandaError) -> None:
        """Says why the key could not be used."""
        self.form.set_failed(error)

    def set_demo_failed(self, error: PandaError) -> None:
        """Says why the demo could not be started."""
        self._spinner.hide()
        self.demo.setEnabled(True)
        words = self._sentences.about(error).text
        self._demo_result.setText(words)
        self._demo_result.show()
        announce(self, words, urgent=True)

    def _start_demo(self) -> None:
        self.demo.setEnabled(False)
        self._demo_result.hide()
        self._spinner.show()
        self.demo_wanted.emit()

    def _build(self) -> None:
        area = ScrollArea(max_width=480)
        column = area.column
        column.addStretch(2)
        column.addWidget(self._mark)
        for text, role in (
            (self.tr("Welcome to Panda Desktop"), "title"),
            (self.tr("Chat, images and video with your Panda World account."), "muted"),
        ):
            label = Label(text, role, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self._card())
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _card(self) -> Card:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 20, 20, 20)
        inside.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(SectionLabel(self.tr("Your key"), self.form.field))
        head.addStretch(1)
        head.addWidget(self.get_key)
        inside.addLayout(head)
        inside.addWidget(self.form)
        inside.addWidget(
            Label(
                self.tr("It is kept in this computer's key store and sent to the gateway only."),
                "small",
                wrap=True,
            )
        )
        inside.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignRight)
        inside.addSpacing(4)
        inside.addWidget(Separator())
        inside.addSpacing(4)
        demo = QHBoxLayout()
        demo.setSpacing(12)
        demo.addWidget(self.demo)
        demo.addWidget(self._spinner)
        words = self.tr("Answers are made on this computer. Nothing is charged.")
        demo.addWidget(Label(words, "small", wrap=True), 1)
        inside.addLayout(demo)
        inside.addWidget(self._demo_result)
        return card

    def _draw_mark(self) -> None:
        side = look().pixels(72)
        self._mark.setPixmap(app_icon().pixmap(QSize(side, side), self.devicePixelRatioF()))
