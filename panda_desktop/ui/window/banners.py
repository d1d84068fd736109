"""Lasting notices about the state of the program.

Promise: a state that costs the person something (a key that will be gone, a locked store) is always said.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.account import KeyState

if TYPE_CHECKING:
    from panda_desktop.ui.kit import Notice

KEY_NOTICE = "key-state"
"""The key of the notice, for `NoticeHost.close_notice` when the state is fine again."""


def key_notice(
    state: KeyState,
    try_again: Callable[[], object] | None = None,
    enter_key: Callable[[], object] | None = None,
) -> "Notice | None":
    """Returns the lasting notice about where the key is, or None when there is nothing to say.

    Args:
        state: where the key is.
        try_again: asks the key store again; offered while it is locked.
        enter_key: shows where a key is entered; offered while the store is locked: what it held may be
            lost, as after a change of the desktop.
    """
    from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel  # the first paint has no notice

    translate = QCoreApplication.translate
    if state is KeyState.SESSION_ONLY:
        words = translate(
            "Banners", "This computer has no safe store: the key stays in memory until you quit."
        )
        return Notice(words, NoticeLevel.WARNING, key=KEY_NOTICE)
    if state is KeyState.LOCKED:
        words = translate(
            "Banners", "Your key is in the key store of this computer, which is locked. Unlock it."
        )
        offered = (
            (translate("Banners", "Try again"), try_again),
            (translate("Banners", "Enter the key again"), enter_key),
        )
        actions = tuple(NoticeAction(text, run) for text, run in offered if run is not None)
        return Notice(words, NoticeLevel.WARNING, actions, key=KEY_NOTICE)
    if state is KeyState.FROM_ENVIRONMENT:
        words = translate(
            "Banners", "The key comes from PANDA_API_KEY. It serves this run and is stored nowhere."
        )
        return Notice(words, key=KEY_NOTICE)
    return None
