"""Which proxy is asked for an address: the one of the settings, or what the environment wants.

Promise: this computer is always reached directly; a form of `NO_PROXY` that is not understood excludes
nothing and breaks nothing.
"""

import ipaddress
from collections.abc import Mapping
from urllib.parse import quote, urlsplit
from urllib.request import getproxies

from panda_desktop.domain.network import Network, ProxyMode
from panda_desktop.gateway.addresses import is_loopback, origin


def proxy_for(url: str, environment: Mapping[str, str] | None = None) -> str:
    """Returns the address of the proxy, empty for a direct connection.

    Args:
        url: where a request goes.
        environment: proxies by scheme, `no` for the exceptions; else those of this computer.
    """
    found = getproxies() if environment is None else environment
    scheme, host, port = origin(url)
    if is_loopback(host) or _is_excepted(host, port, found.get("no", "")):
        return ""
    proxy = (found.get(scheme) or found.get("all") or "").strip()
    return proxy if "://" in proxy or not proxy else f"http://{proxy}"


def way_to(url: str, network: Network) -> str:
    """Returns the address of the proxy that the settings want, empty for a direct connection; it holds name
    and password when the proxy needs them.
    """
    if network.proxy is ProxyMode.SYSTEM:
        return proxy_for(url)
    _, host, _ = origin(url)
    if network.proxy is ProxyMode.NONE or is_loopback(host):
        return ""
    scheme = "http" if network.proxy is ProxyMode.HTTP else "socks5h"  # h: the proxy looks names up
    place = f"[{network.host}]" if ":" in network.host else network.host
    login = network.login
    who = f"{quote(login.name, safe='')}:{quote(login.password, safe='')}@" if login is not None else ""
    return f"{scheme}://{who}{place}:{network.port}"


def shown(proxy: str) -> str:
    """Returns host and port of a proxy, without the name and password its address may hold."""
    try:
        parts = urlsplit(proxy)
        return f"{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"[:200]
    except ValueError:
        return ""


def _is_excepted(host: str, port: int | None, exceptions: str) -> bool:
    return any(_matches(host, port, each.strip().lower()) for each in exceptions.split(","))


def _matches(host: str, port: int | None, exception: str) -> bool:
    if not exception:
        return False
    if exception == "*":
        return True
    if (inside := _inside(host, exception)) is not None:
        return inside
    name, _, said = exception.rpartition(":") if exception.count(":") == 1 else (exception, "", "")
    if said.isascii() and said.isdigit() and int(said) != port:
        return False
    name = (name if said else exception).removeprefix("*").lstrip(".").strip("[]")
    return bool(name) and (host == name or host.endswith(f".{name}"))


def _inside(host: str, exception: str) -> bool | None:
    """Tells whether an address is in a network (`10.0.0.0/8`, `::1`); None when that is no network."""
    try:
        network = ipaddress.ip_network(exception.strip("[]"), strict=False)
    except ValueError:
        return None
    try:
        return ipaddress.ip_address(host) in network
    except ValueError:
        return False
