"""Which of a gateway's addresses was reached last.

Promise: it changes the order in which addresses are tried, never what is sent; it lasts as long as this run.
"""

from panda_desktop.domain.account import Endpoint


class Routes:
    """The addresses that were reached in this run."""

    def __init__(self) -> None:
        """Nothing was reached yet."""
        self._reached: dict[str, str] = {}

    def order(self, endpoint: Endpoint) -> tuple[str, ...]:
        """Returns the addresses of a gateway, the one that was reached last first."""
        bases = [endpoint.base_url]
        if endpoint.alternative is not None:
            bases.append(endpoint.alternative)
        first = self._reached.get(endpoint.base_url, endpoint.base_url)
        return tuple(sorted(bases, key=lambda base: base != first))

    def ordered(self, endpoint: Endpoint) -> Endpoint:
        """Returns the same gateway with its addresses in this order."""
        first, *others = self.order(endpoint)
        return Endpoint(first, others[0] if others else None, endpoint.is_demo)

    def reached(self, endpoint: Endpoint, base: str) -> None:
        """Takes note that a connection to this address was made."""
        self._reached[endpoint.base_url] = base
