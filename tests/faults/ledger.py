"""What a fault server was asked.

Promise: every request whose head arrived is in it, in order, also one that was cut off or never answered.
"""

import hashlib
import json
import time
from dataclasses import dataclass, field
from typing import Any, Final

KEPT: Final = 4 * 1024 * 1024
"""Bytes of a body that are kept; length and digest are of all of it."""


@dataclass(slots=True)
class Request:
    """One request.

    Attributes:
        origin: name of the origin it came to ("api", "assets", …).
        connection: number of the connection, counted per origin: equal numbers mean one kept connection.
        method: as sent; `CONNECT` for what a proxy is asked.
        path: as sent, with the query.
        pairs: the headers, names in lower case, in order.
        body: its first `KEPT` bytes.
        length: bytes of the body that came.
        digest: SHA-256 of all of them, in hexadecimal.
        whole: the body came to its announced end.
        at: monotonic seconds at which the head was whole.
        gone_at: monotonic seconds at which the client was seen to have closed before its answer was whole.
    """

    origin: str
    connection: int
    method: str
    path: str
    pairs: tuple[tuple[str, str], ...]
    at: float = field(default_factory=time.monotonic)
    body: bytes = b""
    length: int = 0
    digest: str = hashlib.sha256().hexdigest()
    whole: bool = False
    gone_at: float | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The headers by name; of several with one name the last."""
        return dict(self.pairs)

    @property
    def route(self) -> str:
        """Method and path without query: `POST /v1/chat/completions`."""
        return f"{self.method} {self.path.partition('?')[0]}"

    @property
    def json(self) -> Any:
        """The body as JSON. Raises `ValueError`."""
        return json.loads(self.body)

    def holds(self, text: str) -> bool:
        """Tells whether the text is anywhere in it."""
        heads = "\n".join((self.path, *(f"{name}: {value}" for name, value in self.pairs)))
        return text in heads or text.encode() in self.body


class Ledger:
    """The requests of all origins of one server.

    Attributes:
        requests: in the order in which their heads arrived.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []

    def __len__(self) -> int:
        return len(self.requests)

    def of(self, route: str = "", *, origin: str = "") -> list[Request]:
        """Returns the requests of a route (`GET /v1/models`) or a method (`GET`), to an origin or to all."""
        return [
            request
            for request in self.requests
            if (not route or route in (request.route, request.method))
            and (not origin or request.origin == origin)
        ]

    def only(self, route: str = "", *, origin: str = "") -> Request:
        """Returns the one request of a route; fails when there was another number of them."""
        (request,) = self.of(route, origin=origin)
        return request

    def holding(self, text: str) -> list[Request]:
        """Returns the requests that hold the text, such as a key, anywhere."""
        return [request for request in self.requests if request.holds(text)]
