"""The settings page and the form for the key.

Promise: widgets here state what is wanted and show what is so; they store and send nothing.
"""

from typing import TYPE_CHECKING, Final

from panda_desktop.ui.on_demand import on_demand

if TYPE_CHECKING:
    from panda_desktop.ui.settings.account import AccountSettings
    from panda_desktop.ui.settings.appearance import AppearanceSettings
    from panda_desktop.ui.settings.chat import ChatSettings
    from panda_desktop.ui.settings.key_form import KeyForm
    from panda_desktop.ui.settings.page import SettingsPage
    from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
    from panda_desktop.ui.settings.section import Section
    from panda_desktop.ui.settings.storage import DataSettings, WaitingSettings

# Imported when first asked for: the first start needs the form for the key, and not the page.
_MODULES: Final = {
    "AccountSettings": "account",
    "AppearanceSettings": "appearance",
    "ChatSettings": "chat",
    "DataSettings": "storage",
    "KeyForm": "key_form",
    "Section": "section",
    "SettingGroup": "rows",
    "SettingRow": "rows",
    "SettingsPage": "page",
    "WaitingSettings": "storage",
}
__getattr__ = on_demand(__name__, _MODULES)

__all__ = [
    "AccountSettings",
    "AppearanceSettings",
    "ChatSettings",
    "DataSettings",
    "KeyForm",
    "Section",
    "SettingGroup",
    "SettingRow",
    "SettingsPage",
    "WaitingSettings",
]
