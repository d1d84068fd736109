"""A paid request as a value that can be handed to another process, and the one place that sends it.

Promise: nothing of it shows in a log or a traceback, and `send` sends it at most once.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import BinaryIO

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.domain.network import Login, Network, ProxyMode
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.clocks import Clocks
from panda_desktop.gateway.exchange import Exchange
from panda_desktop.gateway.failures import AboutToSend


@dataclass(frozen=True, slots=True)
class PaidPost:
    """One paid request.

    Attributes:
        endpoint: where it goes.
        path: below the endpoint's address.
        body: JSON, in pieces that belong together.
        key: whose account pays.
        wait_s: longest wait for the whole answer, in seconds.
        network: how it leaves this computer.
    """

    endpoint: Endpoint
    path: str
    body: tuple[bytes, ...] = field(repr=False)
    key: ApiKey | None
    wait_s: float
    network: Network = Network()

    def written(self) -> Iterator[bytes]:
        """Yields it for a pipe to another process: a line of JSON, and the body. It holds the key, and
        name and password for a proxy.
        """
        head = {
            "base_url": self.endpoint.base_url,
            "alternative": self.endpoint.alternative,
            "path": self.path,
            "key": self.key.reveal() if self.key is not None else None,
            "wait_s": self.wait_s,
            "network": asdict(self.network),
            "size": sum(map(len, self.body)),
        }
        yield json.dumps(head).encode() + b"\n"
        yield from self.body

    @classmethod
    def read(cls, pipe: BinaryIO) -> "PaidPost | None":
        """Returns what `written` wrote; None when the other side ended before all of it was there."""
        line = pipe.readline()
        if not line.endswith(b"\n"):
            return None
        head = json.loads(line)
        body = pipe.read(head["size"])
        if len(body) != head["size"]:
            return None
        key = ApiKey(head["key"]) if head["key"] is not None else None
        endpoint = Endpoint(head["base_url"], head["alternative"])
        network = head["network"]
        login = Login(**network["login"]) if network["login"] is not None else None
        network |= {"proxy": ProxyMode(network["proxy"]), "login": login}
        return cls(endpoint, head["path"], (body,), key, head["wait_s"], Network(**network))


async def send(post: PaidPost, about_to_send: AboutToSend | None = None) -> RawAnswer:
    """Sends it and waits for the answer; returns any 2xx answer unread. Raises `PandaError`, whose `reached`
    tells whether it may be charged.
    """
    exchange = Exchange(post.endpoint, post.key, Clocks(), lambda: post.network)
    try:
        return await exchange.raw("POST", post.path, post.body, post.wait_s, about_to_send=about_to_send)
    finally:
        await exchange.aclose()
