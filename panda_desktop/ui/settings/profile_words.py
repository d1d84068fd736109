"""What is said of a profile: its name, where it is, and where its key is.

Promise: every profile has words, also one that nobody has named.
"""

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.account import KeyState
from panda_desktop.domain.profiles import Profile


def profile_title(profile: Profile) -> str:
    """Returns the name of a profile; that of its gateway while it has none."""
    if profile.name:
        return profile.name
    return QCoreApplication.translate("Profiles", "Panda World") if profile.is_official else profile.host


def key_words(state: KeyState) -> str:
    """Returns where its key is, in a few words."""
    translate = QCoreApplication.translate
    return {
        KeyState.MISSING: translate("Profiles", "no key yet"),
        KeyState.STORED: translate("Profiles", "key in the key store"),
        KeyState.SESSION_ONLY: translate("Profiles", "key kept until you quit"),
        KeyState.FROM_ENVIRONMENT: translate("Profiles", "key from PANDA_API_KEY"),
        KeyState.LOCKED: translate("Profiles", "key store locked"),
        KeyState.NOT_NEEDED: translate("Profiles", "no key needed"),
    }[state]
