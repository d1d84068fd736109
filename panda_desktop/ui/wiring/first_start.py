"""Shows the first-start panel while there is no way to ask the gateway.

Promise: it is shown once there is neither a key nor the demo, and leaves when there is either.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import PandaError
from panda_desktop.ui.window import MainWindow
from panda_desktop.viewmodels.account import AccountModel

if TYPE_CHECKING:
    from panda_desktop.ui.first_start import FirstStart

WEBSITE = "https://pandaworld.space"
"""Where keys are made and credit is added."""


def open_website() -> None:
    """Opens the gateway's website in the browser."""
    QDesktopServices.openUrl(QUrl(WEBSITE))


class FirstStartCover:
    """The panel over the window."""

    def __init__(self, window: MainWindow, account: AccountModel, enter: Callable[[], object]) -> None:
        """`enter` leads into the program."""
        self._window = window
        self._account = account
        self._enter = enter
        self._panel: FirstStart | None = None
        account.demo_entered.connect(self.leave)
        account.key_works.connect(self._works)
        account.key_failed.connect(self._failed)
        account.demo_failed.connect(self._demo_failed)
        window.place_changed.connect(lambda _place: self._forget())

    def show(self) -> "FirstStart":
        """Shows the panel."""
        from panda_desktop.ui.first_start import FirstStart

        panel = FirstStart()
        panel.key_entered.connect(self._account.enter_key)
        panel.demo_wanted.connect(lambda: self._account.use_demo(True))
        panel.get_key_wanted.connect(open_website)
        panel.finished.connect(self.leave)
        self._panel = panel
        self._window.show_cover(panel)
        panel.setFocus()
        return panel

    def panel(self) -> "FirstStart | None":
        """Returns the panel while it is shown."""
        return self._panel

    def leave(self) -> None:
        """Takes the panel away and goes into the program; does nothing when it is not shown."""
        if self._panel is not None:
            self._forget()
            self._enter()

    def _forget(self) -> None:
        if self._panel is not None:
            self._panel = None
            self._window.remove_cover()

    def _works(self, balance: Balance) -> None:
        if self._panel is not None:
            self._panel.set_works(balance)

    def _failed(self, error: PandaError) -> None:
        if self._panel is not None:
            self._panel.set_failed(error)

    def _demo_failed(self, error: PandaError) -> None:
        if self._panel is not None:
            self._panel.set_demo_failed(error)
