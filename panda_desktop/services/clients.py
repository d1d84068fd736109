"""The clients of this run: one for each profile and address, kept as long as anything may use them.

Promise: a client that was replaced goes on for those who hold it, and one whose key was removed sends nothing
any more.
"""

from collections import Counter
from collections.abc import Callable

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.client import Gateway

MakeGateway = Callable[[Endpoint, ApiKey | None], Gateway]


class Clients:
    """Makes and keeps clients."""

    def __init__(self, make: MakeGateway) -> None:
        """Nothing is made yet."""
        self._make = make
        self._current: dict[tuple[str, str], tuple[Gateway, ApiKey | None]] = {}
        self._retired: list[tuple[tuple[str, str], Gateway]] = []
        self._accounts: Counter[tuple[str, str]] = Counter()

    def of(self, profile_id: str, endpoint: Endpoint, key: ApiKey | None) -> Gateway:
        """Returns the client of a profile at an address with this key."""
        place = (profile_id, endpoint.base_url)
        if place in self._current and self._current[place][1] != key:
            self.replace(*place)
        if place not in self._current:
            self._current[place] = (self._make(endpoint, key), key)
        return self._current[place][0]

    def passing(self, endpoint: Endpoint, key: ApiKey | None) -> Gateway:
        """Returns a client for one use: the caller closes it."""
        return self._make(endpoint, key)

    def replace(self, profile_id: str, base_url: str) -> None:
        """Lets the next one who asks have a new client; work under way keeps the old one and its key."""
        place = (profile_id, base_url)
        if (made := self._current.pop(place, None)) is not None:
            self._retired.append((place, made[0]))

    def account(self, profile_id: str, base_url: str) -> str:
        """Names the account a profile has at an address: another one with another key."""
        return f"{profile_id} {base_url} {self._accounts[profile_id, base_url]}"

    def change_account(self, profile_id: str, base_url: str) -> None:
        """Another key is used there from now on."""
        self.replace(profile_id, base_url)
        self._accounts[profile_id, base_url] += 1

    def forget_keys(self, profile_id: str, base_url: str | None = None) -> None:
        """Takes the keys of a profile out of every client, also of those that work under way holds; without
        an address at all addresses.
        """
        for place in [*self._current]:
            if place[0] == profile_id and base_url in (None, place[1]):
                self.replace(*place)
        for place, client in self._retired:
            if place[0] == profile_id and base_url in (None, place[1]):
                client.forget_key()

    async def close(self) -> None:
        """Closes every client."""
        current = [client for client, _ in self._current.values()]
        for client in (*current, *(client for _, client in self._retired)):
            await client.aclose()
        self._current.clear()
        self._retired.clear()
