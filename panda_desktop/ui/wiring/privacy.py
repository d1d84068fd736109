"""Joins the settings of privacy to their page, and the images of answers to the settings.

Promise: what is switched off is off at once, in every chat that is shown.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.settings import Settings
from panda_desktop.viewmodels.recent_files import RecentFiles
from panda_desktop.viewmodels.remote_images import RemoteImagesModel
from panda_desktop.viewmodels.settings import SettingsModel

if TYPE_CHECKING:
    from panda_desktop.ui.settings import SettingsPage


def join_privacy(page: "SettingsPage", settings: SettingsModel, recent: RecentFiles) -> None:
    """Adds the section, below that of chats."""
    from panda_desktop.ui.settings.privacy import PrivacySettings
    from panda_desktop.ui.settings.section import Section

    group = PrivacySettings()

    def show(current: Settings) -> None:
        group.set_remote_images(current.remote_images)
        group.set_recent_files(current.remember_files, len(current.recent_files))

    group.remote_images_chosen.connect(lambda choice: settings.change(remote_images=choice))
    group.remember_wanted.connect(lambda wanted: settings.change(remember_files=wanted))
    group.clear_wanted.connect(recent.clear)
    settings.changed.connect(show)
    show(settings.current)
    title = QCoreApplication.translate("PrivacySettings", "Privacy")
    words = QCoreApplication.translate("PrivacySettings", "private images tracking")
    page.add_section(Section("privacy", title, "eye-off", (group,), words), after="chat")


def join_remote_images(images: RemoteImagesModel, settings: SettingsModel) -> None:
    """Lets images be asked for as the settings say."""

    def follow(current: Settings) -> None:
        images.set_allowed(current.remote_images != "never")

    settings.changed.connect(follow)
    follow(settings.current)
