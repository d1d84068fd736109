"""Profiles in the window: the name in the status bar, the chooser, the commands, and what is said of changes.

Promise: whoever switches sees at once which account is in use; a removed profile can be taken back.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint

from panda_desktop.domain.account import KeyState
from panda_desktop.ui.kit import Choice, ChoicePopover, Notice, NoticeAction, announce
from panda_desktop.ui.settings.profile_words import key_words, profile_title
from panda_desktop.ui.theme import look
from panda_desktop.ui.window import MainWindow
from panda_desktop.ui.window.commands import Command
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.profiles import ProfilesModel, RemovedProfile
from panda_desktop.viewmodels.running import RunningJobs

_MANAGE = ""
_REMOVED = "profile-removed"
_NO_KEY = "profile-without-key"
_KEY_REMOVED = "key-removed"


class ProfileDesk(QObject):
    """Joins the window to the profiles.

    Attributes:
        manage: shows the settings of the profiles; set by who knows the way.
        enter_key: shows the form for the key; as `manage`.
    """

    def __init__(
        self, window: MainWindow, profiles: ProfilesModel, account: AccountModel, running: RunningJobs
    ) -> None:
        """Listens from now on."""
        super().__init__(window)
        self._window = window
        self._profiles = profiles
        self._account = account
        self._running = running
        self._commands: list[str] = []
        self._popover: ChoicePopover | None = None
        self._switching = False
        self.manage: Callable[[], object] = lambda: None
        self.enter_key: Callable[[], object] = lambda: None
        profiles.changed.connect(self._show)
        profiles.switched.connect(self._heard_switch)
        profiles.removed.connect(self._offer_undo)
        account.key_changed.connect(self._heard_key)
        account.key_removed.connect(self._say_key_removed)
        window.status.profile_pressed.connect(self.choose)
        window.commands.add(
            Command(
                "profile.choose",
                self.tr("Choose a profile…"),
                self.choose,
                "Ctrl+Shift+U",
                "user",
                self.tr("Profiles"),
            )
        )
        self._show()

    def choose(self) -> None:
        """Opens the list of profiles."""
        if self._popover is not None:
            return
        book = self._profiles.book
        choices = [
            Choice(each.id, profile_title(each), key_words(self._profiles.key_state(each)), icon="user")
            for each in book
        ]
        choices.append(Choice(_MANAGE, self.tr("Add or change profiles…"), icon="settings"))
        popover = ChoicePopover(self._window, self.tr("Profiles"), choices, book.current.id)
        popover.taken.connect(self._take)
        popover.closed.connect(self._forget_popover)
        popover.setMinimumWidth(min(look().pixels(320), max(240, self._window.width() - 16)))
        self._popover = popover
        if self._window.status.profile.isVisible():
            popover.open_at(self._window.status.profile, above=True)
            return
        popover.adjustSize()
        x = (self._window.width() - popover.width()) // 2
        popover.move(self._window.mapToGlobal(QPoint(max(0, x), min(72, self._window.height() // 8))))
        popover.show()

    def popover(self) -> ChoicePopover | None:
        """Returns the open list, or None."""
        return self._popover

    def _take(self, value: str) -> None:
        if value == _MANAGE:
            self.manage()
        else:
            self._profiles.use(value)

    def _forget_popover(self) -> None:
        if self._popover is not None:
            self._popover.deleteLater()
            self._popover = None

    def _show(self) -> None:
        book = self._profiles.book
        several = len(book.profiles) > 1
        self._window.status.set_profile(profile_title(book.current) if several else "")
        for key in self._commands:
            self._window.commands.remove(key)
        self._commands = []
        for profile in book if several else ():
            if profile.id == book.current.id:
                continue
            words = self.tr("Use the profile “{name}”").format(name=profile_title(profile))
            key = f"profile.use.{profile.id}"
            use = partial(self._profiles.use, profile.id)
            self._window.commands.add(Command(key, words, use, "", "user", self.tr("Profiles")))
            self._commands.append(key)

    def _heard_switch(self) -> None:
        self._switching = True
        self._window.notices.close_notice(_NO_KEY)
        name = profile_title(self._profiles.book.current)
        announce(self._window, self.tr("The profile “{name}” is in use.").format(name=name))

    def _heard_key(self) -> None:
        """After a switch it is known now whether there is a key."""
        state = self._account.key_state
        if state is not KeyState.MISSING or self._account.has_access:
            self._window.notices.close_notice(_NO_KEY)
        elif self._switching:
            name = profile_title(self._profiles.book.current)
            words = self.tr("The profile “{name}” has no key yet.").format(name=name)
            enter = NoticeAction(self.tr("Enter a key"), lambda: self.enter_key())
            self._window.notices.show_notice(Notice(words, actions=(enter,), key=_NO_KEY, lasting=True))
        self._switching = False

    def _offer_undo(self, removed: RemovedProfile) -> None:
        words = self.tr("The profile “{name}” and its key are removed.").format(
            name=profile_title(removed.profile)
        )
        undo = NoticeAction(self.tr("Undo"), lambda: self._profiles.restore(removed))
        self._window.notices.show_notice(Notice(words, actions=(undo,), key=_REMOVED))

    def _say_key_removed(self) -> None:
        count = self._running.count
        if not count:
            return
        words = self.tr(
            "The key is removed. %n job(s) under way: what the gateway has already been sent goes on and may "
            "be charged; to ask for results, enter the key again.",
            "",
            count,
        )
        self._window.notices.show_notice(Notice(words, key=_KEY_REMOVED, lasting=True))
