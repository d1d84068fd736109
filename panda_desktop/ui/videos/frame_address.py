"""Checks the address of an image that the gateway shall fetch as a first frame.

Promise: only an https address of a public host passes; nothing is asked of the network.
"""

import ipaddress
import re
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

MAX_LENGTH: Final = 2_000
_PRIVATE_NAMES: Final = (
    ".localhost",
    ".local",
    ".internal",
    ".intranet",
    ".lan",
    ".home",
    ".corp",
    ".home.arpa",
    ".onion",
    ".test",
    ".invalid",
)
_LABEL: Final = re.compile(r"^(?!-)[A-Za-z0-9_-]{1,63}(?<!-)$")


class AddressProblem(StrEnum):
    """Why an address cannot be a first frame."""

    NOT_AN_ADDRESS = "not_an_address"
    NOT_HTTPS = "not_https"
    PRIVATE = "private"  # the gateway cannot reach it, or must not
    WITH_PASSWORD = "with_password"  # a name and password in it would be handed on
    TOO_LONG = "too_long"


def problem_of(address: str) -> AddressProblem | None:
    """Returns what is wrong with an address, or None."""
    text = address.strip()
    if len(text) > MAX_LENGTH:
        return AddressProblem.TOO_LONG
    if re.search(r"[\s\x00-\x1f\x7f\\]", text):
        return AddressProblem.NOT_AN_ADDRESS
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return AddressProblem.NOT_AN_ADDRESS
    if parts.scheme.lower() != "https":
        is_address = bool(parts.scheme) and bool(parts.netloc)
        return AddressProblem.NOT_HTTPS if is_address else AddressProblem.NOT_AN_ADDRESS
    if not host or port == 0:
        return AddressProblem.NOT_AN_ADDRESS
    if "@" in parts.netloc:
        return AddressProblem.WITH_PASSWORD
    return _problem_of_host(host)


def host_of(address: str) -> str:
    """Returns the host of a checked address."""
    return urlsplit(address.strip()).hostname or ""


def _problem_of_host(host: str) -> AddressProblem | None:
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return None if number.is_global and not number.is_multicast else AddressProblem.PRIVATE
    name = host.rstrip(".").lower()
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:
        return AddressProblem.NOT_AN_ADDRESS
    labels = name.split(".")
    if not all(_LABEL.match(label) for label in labels):
        return AddressProblem.NOT_AN_ADDRESS
    # 127.1, 2130706433 and 0x7f000001 are ways to write 127.0.0.1.
    if labels[-1].isdigit() or labels[-1].startswith("0x"):
        return AddressProblem.PRIVATE
    if len(labels) == 1 or name.endswith(_PRIVATE_NAMES):
        return AddressProblem.PRIVATE
    return None
