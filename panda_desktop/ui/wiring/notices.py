"""Lasting notices about the key, and one for every problem that belongs to no page.

Promise: a problem is said where it is seen, once, with what can be done about it.
"""

from collections.abc import Callable, Mapping

from panda_desktop.domain.account import Connection, KeyState
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.window import MainWindow, key_notice
from panda_desktop.ui.window.banners import KEY_NOTICE
from panda_desktop.viewmodels.account import AccountModel

_REFUSED = "key-refused"
# The banner about the key says these already.
_SAID_BY_BANNER = frozenset({ErrorKind.NO_KEYRING, ErrorKind.KEYRING_LOCKED, ErrorKind.KEYRING_NO_ANSWER})


class WindowNotices:
    """The notices of the window that come from no page."""

    def __init__(
        self, window: MainWindow, account: AccountModel, steps: Mapping[NextStep, Callable[[], object]]
    ) -> None:
        """`steps` are what the window can do about a problem."""
        self._window = window
        self._account = account
        self._steps = steps
        self._sentences = Sentences(window)
        account.key_changed.connect(self._show_key)
        account.connection_changed.connect(self._show_connection)
        account.failed.connect(self._account_failed)
        account.demo_failed.connect(self.show)
        self._show_key()

    def show(self, error: PandaError) -> None:
        """Shows a problem."""
        self._window.notices.show_notice(
            self._sentences.notice(error, self._steps, key=f"problem-{error.kind.value}")
        )

    def _account_failed(self, error: PandaError) -> None:
        if error.kind not in _SAID_BY_BANNER or self._account.key_state is KeyState.MISSING:
            self.show(error)

    def _show_key(self) -> None:
        enter_key = self._steps.get(NextStep.ENTER_KEY)
        notice = key_notice(self._account.key_state, self._account.try_keyring_again, enter_key)
        if notice is None:
            self._window.notices.close_notice(KEY_NOTICE)
        else:
            self._window.notices.show_notice(notice)

    def _show_connection(self) -> None:
        if self._account.connection is Connection.KEY_REFUSED:
            refused = PandaError(ErrorKind.KEY_REFUSED)
            self._window.notices.show_notice(self._sentences.notice(refused, self._steps, key=_REFUSED))
        elif self._account.connection is Connection.ONLINE:
            self._window.notices.close_notice(_REFUSED)
