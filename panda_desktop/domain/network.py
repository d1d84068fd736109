"""How requests leave this computer: through which proxy, trusting whom, and how long they wait.

Promise: no name or password of a proxy shows in a `repr`, and every wait has a limit.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from panda_desktop.domain.settings import Settings


class ProxyMode(StrEnum):
    """Which proxy is asked."""

    SYSTEM = "system"  # what the system or the environment names
    NONE = "none"
    HTTP = "http"
    SOCKS5 = "socks5"


@dataclass(frozen=True, slots=True)
class Login:
    """Name and password at a proxy; they are kept in the OS keyring and in memory, nowhere else."""

    name: str = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Network:
    """The way of requests.

    Attributes:
        proxy: which proxy is asked; this computer itself is always reached without one.
        host, port: where the proxy is, for `HTTP` and `SOCKS5`.
        login: for a proxy that wants to know who asks.
        ca_file: a PEM file with authorities that are trusted beside the system's; empty for none.
        connect_s, first_byte_s, idle_s: longest waits in seconds, see `gateway.clocks`.
    """

    proxy: ProxyMode = ProxyMode.SYSTEM
    host: str = ""
    port: int = 0
    login: Login | None = field(default=None, repr=False)
    ca_file: str = ""
    connect_s: int = 15
    first_byte_s: int = 120
    idle_s: int = 120


def network_of(settings: Settings, login: Login | None = None) -> Network:
    """Returns the way that the settings describe."""
    return Network(
        ProxyMode(settings.proxy),
        settings.proxy_host,
        settings.proxy_port,
        login,
        settings.ca_file,
        settings.connect_s,
        settings.first_byte_s,
        settings.idle_s,
    )


def proxy_place(settings: Settings) -> str:
    """Returns host and port of the chosen proxy, empty where none is named."""
    if settings.proxy not in (ProxyMode.HTTP, ProxyMode.SOCKS5):
        return ""
    host = f"[{settings.proxy_host}]" if ":" in settings.proxy_host else settings.proxy_host
    return f"{host}:{settings.proxy_port}"
