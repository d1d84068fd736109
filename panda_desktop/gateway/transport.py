"""The HTTP client under everything: trust, proxies and waits as they are set, nothing clever.

Promise: no compression, no cookies, no redirects, no key log file; connections are probed while they wait.
"""

import socket
import ssl
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING

from panda_desktop import __version__
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, TlsCause
from panda_desktop.domain.network import Network
from panda_desktop.gateway.clocks import Clocks
from panda_desktop.gateway.proxies import way_to

if TYPE_CHECKING:
    import httpx


def make_client(clocks: Clocks, network: Network = Network()) -> "httpx.AsyncClient":
    """Returns a client without any authorization. Raises `TLS_FAILED` when the file of trusted authorities
    cannot be read.
    """
    import httpx

    from panda_desktop.gateway.patient_reads import read_patiently
    from panda_desktop.gateway.ways import Ways

    context = trusted(network.ca_file)
    options = _keep_alive()

    def transport(proxy: str | None) -> httpx.AsyncHTTPTransport:
        made = httpx.AsyncHTTPTransport(
            verify=context,
            trust_env=False,
            proxy=proxy,
            socket_options=options,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=10, keepalive_expiry=30),
        )
        return read_patiently(made)

    return httpx.AsyncClient(
        transport=Ways(transport, lambda url: way_to(url, network)),
        timeout=httpx.Timeout(None, connect=clocks.connect_s, write=120.0),
        follow_redirects=False,
        trust_env=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        headers={
            "User-Agent": f"panda-desktop/{__version__}",
            "Accept-Encoding": "identity",
            "Accept": "*/*",
        },
    )


def trusted(ca_file: str = "") -> ssl.SSLContext:
    """Returns a context that trusts what the operating system trusts (also a company's own authority), and
    the authorities of a PEM file. Raises `TLS_FAILED` (`TlsCause.AUTHORITY_FILE`).
    """
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ValueError) as error:  # `ssl.SSLError` is an `OSError`
            detail = ErrorDetail(code=TlsCause.AUTHORITY_FILE, technical=type(error).__name__)
            raise PandaError(ErrorKind.TLS_FAILED, detail) from error
    return context


def _keep_alive() -> list[tuple[int, int, int]]:
    options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1), (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)]
    # 30 s + 4 × 15 s: a silently dropped connection is noticed within 90 s.
    # One system has another name for the first.
    probes = (("TCP_KEEPIDLE", 30), ("TCP_KEEPALIVE", 30), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 4))
    for name, value in probes:
        if (option := getattr(socket, name, None)) is not None:
            options.append((socket.IPPROTO_TCP, option, value))
    return options
