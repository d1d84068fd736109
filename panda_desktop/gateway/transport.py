"""The HTTP client under everything: TLS by the system's trust, proxies of the environment, nothing clever.

Promise: no compression, no cookies, no redirects, no key log file; connections are probed while they wait.
"""

import socket
import ssl
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING
from urllib.request import getproxies

from panda_desktop import __version__
from panda_desktop.gateway.clocks import Clocks

if TYPE_CHECKING:
    import httpx


def make_client(clocks: Clocks) -> "httpx.AsyncClient":
    """Returns a client without any authorization."""
    import httpx

    context = trusted()
    options = _keep_alive()

    def transport(proxy: str | None = None) -> httpx.AsyncHTTPTransport:
        return httpx.AsyncHTTPTransport(
            verify=context,
            trust_env=False,
            proxy=proxy,
            socket_options=options,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=10, keepalive_expiry=30),
        )

    mounts: dict[str, httpx.AsyncBaseTransport | None] = {
        pattern: transport(url) if url else None for pattern, url in _proxies().items()
    }
    return httpx.AsyncClient(
        transport=transport(),
        mounts=mounts,
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


def trusted() -> ssl.SSLContext:
    """Returns a context that trusts what the operating system trusts (also a company's own authority)."""
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _proxies() -> dict[str, str | None]:
    # Giving the HTTP library a transport switches off its own reading of the environment.
    found = getproxies()
    without = [host.strip() for host in found.get("no", "").split(",") if host.strip()]
    if "*" in without:
        return {}
    mounts: dict[str, str | None] = {}
    for scheme in ("http", "https", "all"):
        if url := found.get(scheme):
            mounts[f"{scheme}://"] = url if "://" in url else f"http://{url}"
    for host in (*without, "localhost", "127.0.0.1", "[::1]"):
        bare = host.lstrip(".*")
        mounts[f"all://{bare}"] = None
        if not bare.replace(".", "").isdigit() and not bare.startswith("["):
            mounts[f"all://*.{bare}"] = None
    return mounts


def _keep_alive() -> list[tuple[int, int, int]]:
    options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1), (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)]
    # 30 s + 4 × 15 s: a silently dropped connection is noticed within 90 s.
    for name, value in (("TCP_KEEPIDLE", 30), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 4)):
        if (option := getattr(socket, name, None)) is not None:
            options.append((socket.IPPROTO_TCP, option, value))
    return options
