"""Joins the settings of profiles and network to their view-models.

Promise: what is shown is what is in use, wherever it was changed.
"""

from panda_desktop.domain.network import ProxyMode
from panda_desktop.domain.settings import Settings
from panda_desktop.ui.settings.network import NetworkSettings
from panda_desktop.ui.settings.profiles import ListedProfile, ProfilesSettings
from panda_desktop.viewmodels.network import NetworkModel
from panda_desktop.viewmodels.profiles import ProfilesModel
from panda_desktop.viewmodels.settings import SettingsModel


def join_profiles(group: ProfilesSettings, profiles: ProfilesModel) -> None:
    """Keeps the settings of the profiles as they are, and hands their wishes on."""

    def show() -> None:
        book = profiles.book
        group.set_profiles(
            [ListedProfile(each, profiles.key_state(each), each.id == book.current.id) for each in book]
        )

    profiles.changed.connect(show)
    profiles.switched.connect(show)
    profiles.added.connect(lambda _profile: group.end_adding())
    profiles.add_failed.connect(group.set_add_failed)
    group.use_wanted.connect(profiles.use)
    group.add_wanted.connect(profiles.add)
    group.rename_wanted.connect(profiles.rename)
    group.remove_wanted.connect(profiles.remove)
    show()


def join_network(group: NetworkSettings, network: NetworkModel, settings: SettingsModel) -> None:
    """Keeps the settings of the network as they are, and hands their wishes on."""

    def show_proxy() -> None:
        current = settings.current
        name = network.login_name if current.proxy in (ProxyMode.HTTP, ProxyMode.SOCKS5) else ""
        group.proxy.set_proxy(current.proxy, current.proxy_host, current.proxy_port, name)

    def used() -> None:
        show_proxy()
        group.proxy.say_used()

    def show(current: Settings) -> None:
        group.set_settings(current)

    def use(mode: str, host: str, port: int, name: str, password: str) -> None:
        network.use_proxy(ProxyMode(mode), host, port, name, password)

    settings.changed.connect(show)
    network.proxy_used.connect(used)
    network.probing.connect(group.probe.set_testing)
    network.probed.connect(group.probe.set_probe)
    network.probe_failed.connect(group.probe.set_failed)
    group.proxy.chosen.connect(use)
    group.probe.wanted.connect(network.probe)
    group.ca_file_chosen.connect(lambda file: settings.change(ca_file=file))
    group.wait_chosen.connect(lambda name, seconds: settings.change(**{name: seconds}))
    show(settings.current)
    show_proxy()
