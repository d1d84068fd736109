"""Small panels that ask before something that cannot be taken back or leaves the program.

Promise: nothing happens without a press, Escape is always “no”, and foreign text is shown as it is.
"""

from typing import Final

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.ui.kit import Button, IconButton, Label, Popover, PrimaryButton
from panda_desktop.ui.theme import look

_LONGEST_URL: Final = 300
_SCHEMES: Final = ("http", "https", "mailto")


class Question(Popover):
    """A question with two answers.

    Attributes:
        yes: the answer that does it.
        no: the answer that does not.
        answers: the row both stand in, at its end.

    Signals:
        accepted: “yes” was pressed.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget, yes: Button) -> None:
        """Asks nothing yet: see `ask`. `yes` is drawn as the answer needs it."""
        super().__init__(parent)
        self.yes = yes
        self.no = Button()
        self._title = Label("", "strong", wrap=True)
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.addWidget(self._title)
        self.answers = QHBoxLayout()
        self.answers.setSpacing(8)
        self.answers.addStretch(1)
        self.answers.addWidget(self.no)
        self.answers.addWidget(self.yes)
        self.content.addLayout(self.answers)
        self.setFixedWidth(look().pixels(360))
        self.yes.clicked.connect(lambda _checked=False: self._accept())
        self.no.clicked.connect(lambda _checked=False: self.close())
        self.closed.connect(self.deleteLater)

    def ask(self, title: str, yes: str, no: str) -> None:
        """Sets the words."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.yes.set_text(yes)
        self.yes.set_tip(yes)
        self.no.set_text(no)
        self.no.set_tip(self.tr("{answer} (Escape)").format(answer=no))

    def title(self) -> str:
        """Returns what is asked."""
        return self._title.text()

    def add(self, widget: QWidget) -> None:
        """Puts a widget between the question and its answers."""
        self.content.insertWidget(self.content.count() - 1, widget)

    def _accept(self) -> None:
        self.close()
        self.accepted.emit()


class ForGoodQuestion(Question):
    """Whether something shall be deleted that no undo brings back."""

    def __init__(self, parent: QWidget, words: str) -> None:
        """Asks `words`."""
        super().__init__(parent, Button("", "danger", icon_name="trash"))
        self.ask(words, self.tr("Delete"), self.tr("Keep"))
        self.add(Label(self.tr("This cannot be undone."), "small", wrap=True))
        self.no.setFocus()


class LinkQuestion(Question):
    """Whether a link shall be opened; says where it really leads.

    Attributes:
        copy: copies the address instead.

    Signals:
        copy_wanted: the address shall be copied instead.
    """

    copy_wanted = Signal()

    def __init__(self, parent: QWidget, address: str) -> None:
        """Shows the host of `address`, in letters that cannot be mistaken for others."""
        super().__init__(parent, PrimaryButton(icon_name="open-external"))
        mail = QUrl(address).scheme().lower() == "mailto"
        opens = self.tr("Write an e-mail") if mail else self.tr("Open in browser")
        self.ask(link_target(address), opens, self.tr("Cancel"))
        shown = address if len(address) <= _LONGEST_URL else f"{address[:_LONGEST_URL]}…"
        whole = Label(_breakable(shown), "small", wrap=True)
        whole.setAccessibleName(shown)
        self.add(whole)
        self.copy = IconButton("copy", self.tr("Copy the address"), bordered=True)
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.answers.insertWidget(0, self.copy)
        self.yes.setFocus()

    def _copy(self) -> None:
        self.close()
        self.copy_wanted.emit()


def may_open(address: str) -> bool:
    """Whether a link is of a kind that is ever opened."""
    url = QUrl(address)
    return url.isValid() and url.scheme().lower() in _SCHEMES


def link_target(address: str) -> str:
    """Returns the host a link leads to, as it is looked up; for mail the address written to."""
    url = QUrl(address)
    if url.scheme().lower() == "mailto":
        return url.path()
    return url.host(QUrl.ComponentFormattingOption.FullyEncoded)


def _breakable(text: str) -> str:
    """Lets a long address break into lines."""
    return "\u200b".join(text[start : start + 24] for start in range(0, len(text), 24))


def anchor_at(viewport: QWidget, area: QRect) -> QWidget:
    """Returns an invisible widget over `area` of `viewport`, beside which a panel can open."""
    anchor = QWidget(viewport)
    anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    anchor.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    anchor.setGeometry(
        area if not area.isEmpty() else QRect(viewport.rect().center(), viewport.rect().center())
    )
    anchor.show()
    return anchor
