"""The buttons of a job card.

Promise: the row is built anew only when other deeds are offered, and the focus is not lost with it.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import Button, FlowLayout, IconButton, Menu
from panda_desktop.ui.videos.card_content import CardContent
from panda_desktop.ui.videos.card_parts import SingleButton
from panda_desktop.ui.videos.deeds import ICONS, Deed, DeedWords

_ICON_ONLY = (Deed.STAR, Deed.UNSTAR)
_WITH_ICON = (Deed.PLAY, Deed.SAVE)


class DeedRow(QWidget):
    """States what is wanted.

    Signals:
        wanted(object): a `Deed`.
        details_toggled(bool): what the other side said shall be shown.
    """

    wanted = Signal(object)
    details_toggled = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty row."""
        super().__init__(parent)
        self._words = DeedWords(self)
        self._deeds: tuple[Deed, ...] = ()
        self._menu: tuple[Deed, ...] = ()
        self._buttons: dict[Deed, QWidget] = {}
        self._short = False
        self._flow = FlowLayout(self)
        self.more = IconButton("more", self.tr("More"), size=16, parent=self)
        self.details = Button(
            self.tr("Details"),
            "quiet",
            small=True,
            tip=self.tr("What the other side said"),
            parent=self,  # shown before it is placed, it would be a window of its own
        )
        self.details.setCheckable(True)
        self.details.toggled.connect(self.details_toggled)
        self.more.clicked.connect(lambda _=False: self.open_menu())

    def button(self, deed: Deed) -> QWidget | None:
        """Returns the button of a deed, when it is offered as one."""
        return self._buttons.get(deed)

    def show_deeds(self, content: CardContent) -> bool:
        """Offers what a card offers; True when a button that had the focus is gone."""
        self._menu = (*content.deeds, *content.more)
        self.more.setVisible(bool(content.more))
        self.details.setVisible(bool(content.details))
        if content.deeds == self._deeds and self._buttons:
            return False
        self._deeds = content.deeds
        lost = any(button.hasFocus() for button in self._buttons.values())
        while self._flow.count():
            self._flow.takeAt(0)
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {deed: self._made(deed) for deed in content.deeds}
        for widget in (*self._buttons.values(), self.details, self.more):
            self._flow.addWidget(widget)
        self.details.setVisible(bool(content.details))
        self.more.setVisible(bool(content.more))
        return lost

    def set_short(self, short: bool) -> None:
        """Uses fewer words where it is narrow; the tooltip keeps them all."""
        if short != self._short:
            self._short = short
            for deed, button in self._buttons.items():
                if isinstance(button, Button):
                    button.setText(self._text(deed))

    def open_menu(self, place: QPoint | None = None) -> Menu:
        """Opens the menu with everything that can be done."""
        menu = Menu(self)
        for deed in self._menu:
            if deed is Deed.DELETE:
                menu.addSeparator()
            menu.add(
                self._words.text(deed), self._wanting(deed), icon_name=ICONS[deed], danger=deed is Deed.DELETE
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place if place is not None else self.more.mapToGlobal(QPoint(0, self.more.height())))
        return menu

    def _made(self, deed: Deed) -> QWidget:
        words, tip = self._words.text(deed), self._words.tip(deed)
        if deed in _ICON_ONLY:
            star = IconButton(ICONS[deed], words, size=16, role="accent" if deed is Deed.UNSTAR else "muted")
            star.clicked.connect(lambda _=False: self.wanted.emit(deed))
            return star
        icon = ICONS[deed] if deed in _WITH_ICON else ""
        button = SingleButton(words, small=True, icon_name=icon, tip=tip)
        button.setText(self._text(deed))
        button.clicked.connect(lambda _=False: self.wanted.emit(deed))
        return button

    def _text(self, deed: Deed) -> str:
        return (self._words.short(deed) if self._short else self._words.text(deed)).replace("&", "&&")

    def _wanting(self, deed: Deed) -> Callable[[], None]:
        return lambda: self.wanted.emit(deed)
