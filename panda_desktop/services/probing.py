"""Tests the connection of the profile in use, stage by stage.

Promise: one request for the balance, which is free, over connections of its own; nothing that is in use is
disturbed.
"""

from urllib.parse import urlsplit

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.probe import Probe, steps_of
from panda_desktop.gateway.proxies import shown, way_to
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.network import NetworkService


class Probing:
    """Makes tests."""

    def __init__(self, connection: ConnectionService, network: NetworkService) -> None:
        """Nothing is asked yet."""
        self._connection = connection
        self._network = network

    async def probe(self) -> Probe:
        """Tests the way there; a failure is in the steps and never raised."""
        account, endpoint = self._connection.account, self._connection.endpoint
        parts = urlsplit(endpoint.base_url)
        proxy = way_to(endpoint.base_url, self._network.current())
        encrypted = parts.scheme == "https"
        error: PandaError | None = None
        balance = None
        try:
            balance = await self._connection.test()
        except PandaError as failed:
            error = failed
            if failed.kind is ErrorKind.KEY_REFUSED and self._connection.key is None:
                error = PandaError(ErrorKind.NO_KEY)  # refused because there was none
        if account == self._connection.account:  # else it tells nothing of the one in use now
            self._connection.saw(error)
        host = (error.detail.host if error is not None and not proxy else "") or parts.hostname or ""
        return Probe(host, shown(proxy), steps_of(error, encrypted=encrypted, by_proxy=bool(proxy)), balance)
