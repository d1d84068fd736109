"""The way a request takes: directly, or through the proxy that is wanted for its address.

Promise: the proxy is looked for anew with every request, and what a gateway says about places breaks nothing.
"""

from collections.abc import Callable

import httpx

PROXY = "panda_proxy"
"""Under which name a request's extensions hold the proxy it went to, for what is said when that fails."""
ProxyFor = Callable[[str], str]
MakeTransport = Callable[[str | None], httpx.AsyncBaseTransport]


class Ways(httpx.AsyncBaseTransport):
    """Keeps one transport for direct connections and one for each proxy."""

    def __init__(self, make: MakeTransport, proxy_for: ProxyFor) -> None:
        """`make` returns the transport through a proxy, or the direct one for None; `proxy_for` the address
        of the proxy for a URL, empty for none.
        """
        self._proxy_for = proxy_for
        self._make = make
        self._made: dict[str, httpx.AsyncBaseTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request its way. Raises what the HTTP library raises."""
        proxy = self._proxy_for(str(request.url))
        request.extensions[PROXY] = proxy
        response = await self._transport(proxy).handle_async_request(request)
        # The library would fail to make of it the request that nobody sends.
        if not _is_place(response.headers.get("location", "")):
            del response.headers["location"]
        return response

    async def aclose(self) -> None:
        """Closes every connection."""
        for transport in self._made.values():
            await transport.aclose()

    def _transport(self, proxy: str) -> httpx.AsyncBaseTransport:
        if proxy not in self._made:
            try:
                self._made[proxy] = self._make(proxy or None)
            except ValueError as error:  # a proxy of a kind that the library does not know
                raise httpx.ProxyError(str(error)) from error
        return self._made[proxy]


def _is_place(location: str) -> bool:
    """Tells whether the library can follow a `Location`, which it tries before it is told not to."""
    try:
        url = httpx.URL(location)
        return not url.scheme or bool(url.copy_with(host=url.host or "host"))
    except (httpx.InvalidURL, ValueError, TypeError):
        return False
