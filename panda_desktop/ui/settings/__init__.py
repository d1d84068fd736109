"""The settings page and the form for the key.

Promise: widgets here state what is wanted and show what is so; they store and send nothing.
"""

from panda_desktop.ui.settings.account import AccountSettings
from panda_desktop.ui.settings.appearance import AppearanceSettings
from panda_desktop.ui.settings.chat import ChatSettings
from panda_desktop.ui.settings.key_form import KeyForm
from panda_desktop.ui.settings.page import SettingsPage
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
from panda_desktop.ui.settings.section import Section
from panda_desktop.ui.settings.storage import DataSettings, WaitingSettings

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
