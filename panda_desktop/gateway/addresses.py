"""Addresses a person types, and which of them are on this computer.

Promise: plain http is for this computer only, and an address never holds a password.
"""

import ipaddress
from typing import Final
from urllib.parse import urlsplit

from panda_desktop.domain.account import OFFICIAL, OFFICIAL_ALTERNATIVE, OFFICIAL_BASE_URL, Endpoint
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError

_ENDINGS: Final = (
    "/chat/completions",
    "/completions",
    "/images/generations",
    "/models",
    "/dashboard/billing",
)
_SITES: Final = ("pandaworld.space", "www.pandaworld.space")
"""What a person knows as the address of Panda World, without its API."""
_PORTS: Final = {"https": 443, "http": 80}
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def parse_endpoint(text: str) -> Endpoint:
    """Returns the endpoint of an address as typed: with or without `/v1`, with a slash or spaces.

    Raises:
        PandaError: `INVALID_INPUT`, `param` = `base_url`.
    """
    refused = PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="base_url"))
    typed = text.translate(_INVISIBLE).strip().strip("<>\"'").strip()
    if "://" not in typed:
        typed = f"https://{typed}"
    try:
        parts = urlsplit(typed)
        # A dot at the end of a name is right, and not what certificates are made out for.
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:
        raise refused from error
    if not host or any(character.isspace() for character in typed) or "@" in parts.netloc or port == 0:
        raise refused
    if host in ("http", "https"):  # a slash was lost
        raise refused
    if parts.query or parts.fragment or parts.scheme not in ("https", "http"):
        raise refused
    if parts.scheme == "http" and not is_loopback(host):
        raise refused
    path = parts.path.rstrip("/")
    for ending in _ENDINGS:
        path = path.removesuffix(ending)
    if host in _SITES and not path:
        return OFFICIAL
    if path.endswith(("/v1", "/V1")):
        path = path[:-3]
    path += "/v1"
    port = None if parts.scheme == "https" and port == _PORTS["https"] else port
    shown = f"[{host}]" if ":" in host else host
    base_url = f"{parts.scheme}://{shown}{f':{port}' if port else ''}{path}"
    return OFFICIAL if base_url in (OFFICIAL_BASE_URL, OFFICIAL_ALTERNATIVE) else Endpoint(base_url)


def is_own(url: str, base_url: str) -> bool:
    """Tells whether an address is at the gateway itself, also at the other address of the official one."""
    bases = (OFFICIAL_BASE_URL, OFFICIAL_ALTERNATIVE)
    return origin(url) in map(origin, bases if base_url in bases else (base_url,))


def is_loopback(host: str) -> bool:
    """Tells whether a host is this computer by its name or address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def origin(url: str) -> tuple[str, str, int | None]:
    """Returns scheme, host and port (RFC 6454), the port filled in."""
    parts = urlsplit(url)
    port = parts.port or _PORTS.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").lower(), port
