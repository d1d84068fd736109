"""One request and its answer over one gateway's addresses.

Promise: a request goes to another address of the same gateway only while no byte of it has left this
computer; nothing is ever sent again after that.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.domain.network import Network
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.bodies import pieces
from panda_desktop.gateway.clocks import Clocks, raw_bytes, ticking
from panda_desktop.gateway.failures import AboutToSend, Progress, failure_of, gateway_failures, plain
from panda_desktop.gateway.inflating import can_inflate, coding_of, inflated
from panda_desktop.gateway.routes import Routes
from panda_desktop.gateway.transport import make_client

if TYPE_CHECKING:
    import httpx

MAX_ANSWER: Final = 64 * 1024 * 1024
MAX_REFUSAL: Final = 2 * 1024 * 1024
REFUSAL_S: Final = 20.0
"""How long is read what a refusal says."""


class Exchange:
    """The connections to one endpoint with one key."""

    def __init__(
        self,
        endpoint: Endpoint,
        key: ApiKey | None,
        clocks: Clocks,
        network: Callable[[], Network] | None = None,
        routes: Routes | None = None,
    ) -> None:
        """Nothing is opened yet.

        Args:
            endpoint: the gateway.
            key: whose account it is.
            clocks: how long is waited, where `network` does not say.
            network: tells how requests leave, asked anew for each.
            routes: which addresses were reached before, also by others.
        """
        self._endpoint = endpoint
        self._key = key
        self._fixed = clocks
        self._network = network
        self._routes = routes or Routes()
        self._is_forgotten = False
        self._client: httpx.AsyncClient | None = None
        self._made_for: Network | None = None
        self._outdated: list[httpx.AsyncClient] = []

    @property
    def clocks(self) -> Clocks:
        """How long is waited now."""
        return self._fixed if self._network is None else self._fixed.of(self._network())

    def forget_key(self) -> None:
        """Lets go of the key: from now on every request ends with `NO_KEY` before anything is sent."""
        self._key = None
        self._is_forgotten = True

    async def aclose(self) -> None:
        """Closes every connection."""
        for client in (*self._outdated, self._client):
            if client is not None:
                await client.aclose()

    def _current_client(self) -> "httpx.AsyncClient":
        """Returns the client for the network as it is set now; requests under way keep theirs."""
        network = self._network() if self._network is not None else Network()
        if self._client is None or network != self._made_for:
            if self._client is not None:
                self._outdated.append(self._client)
            self._client = None
            self._client, self._made_for = make_client(self.clocks, network), network
        return self._client

    async def raw(
        self,
        method: str,
        path: str,
        body: Sequence[bytes] | None,
        total_s: float,
        *,
        with_key: bool = True,
        about_to_send: AboutToSend | None = None,
    ) -> RawAnswer:
        """Returns any 2xx answer unread, its own key blanked out; `path` may be a whole address.

        Raises `PandaError`.
        """
        began = time.monotonic()
        async with self.open(
            method, path, body, total_s, with_key=with_key, about_to_send=about_to_send
        ) as response:
            left = max(1.0, total_s - (time.monotonic() - began))
            data = await read_body(response, MAX_ANSWER, left, left)
            text = data.lstrip()
            if not text:
                raise PandaError(ErrorKind.EMPTY_ANSWER, reached=Reached.MAYBE_SENT)
            if text[:1] == b"<" and b"json" not in response.headers.get("content-type", "").encode():
                detail = ErrorDetail(message=plain(text.decode("utf-8", "replace")), host=response.url.host)
                raise PandaError(ErrorKind.NOT_THE_GATEWAY, detail, reached=Reached.MAYBE_SENT)
            headers = {
                name.lower(): self._without_key(value.encode()).decode()
                for name, value in response.headers.items()
                if "cookie" not in name
            }
            return RawAnswer(response.status_code, headers, self._without_key(data), datetime.now(UTC))

    def _without_key(self, data: bytes) -> bytes:
        """Blanks out a key that the gateway repeats: answers are kept in files. All else stays as it is."""
        key = self._key.reveal().encode() if self._key is not None else b""
        return data.replace(key, b"*" * len(key)) if key else data

    @asynccontextmanager
    async def open(
        self,
        method: str,
        path: str,
        body: Sequence[bytes] | None,
        first_byte_s: float,
        *,
        with_key: bool = True,
        about_to_send: AboutToSend | None = None,
    ) -> "AsyncIterator[httpx.Response]":
        """Gives a 2xx response whose body is not read, and closes it. Raises `PandaError`."""
        if self._is_forgotten:
            raise PandaError(ErrorKind.NO_KEY)
        bases = list(self._routes.order(self._endpoint))
        is_whole = "://" in path
        if is_whole:
            bases, path = [path], ""
        response: httpx.Response | None = None
        progress = Progress(about_to_send)
        for number, base in enumerate(bases, start=1):
            try:
                response = await self._send(method, f"{base}{path}", body, first_byte_s, progress, with_key)
                if not is_whole:
                    self._routes.reached(self._endpoint, base)
                break
            except PandaError as error:
                # Another address of the same gateway is tried only while nothing has left this computer.
                if number == len(bases) or error.reached is not Reached.NOTHING_SENT:
                    raise
        assert response is not None
        host = response.url.host
        try:
            with gateway_failures(progress, host, self._key):
                if not 200 <= response.status_code < 300:
                    patience = min(REFUSAL_S, self.clocks.total_s)
                    said = await read_body(response, MAX_REFUSAL, patience, patience, cut=True)
                    raise failure_of(response.status_code, response.headers, said, host, self._key)
                if not can_inflate(coding := coding_of(response.headers)):
                    detail = ErrorDetail(host=host, technical=f"content-encoding: {coding[:100]}")
                    raise PandaError(ErrorKind.BAD_ANSWER, detail, reached=Reached.MAYBE_SENT)
                yield response
        finally:
            await response.aclose()

    async def _send(
        self,
        method: str,
        url: str,
        body: Sequence[bytes] | None,
        first_byte_s: float,
        progress: Progress,
        with_key: bool,
    ) -> "httpx.Response":
        host = urlsplit(url).hostname or ""
        with gateway_failures(progress, host, self._key):
            client = self._current_client()
            headers = {}
            if with_key and self._key is not None:
                headers["Authorization"] = f"Bearer {self._key.reveal()}"
            content: AsyncIterator[bytes] | None = None
            if body is not None:
                headers["Content-Type"] = "application/json"
                headers["Content-Length"] = str(sum(map(len, body)))
                content = pieces(body)
            request = client.build_request(
                method, url, headers=headers, content=content, extensions={"trace": progress.trace}
            )
            # Built without the client's time-outs: they are kept, the trace is added.
            request.extensions.setdefault("timeout", client.timeout.as_dict())
            try:
                async with asyncio.timeout(first_byte_s):
                    return await client.send(request, stream=True)
            except TimeoutError:
                kind = ErrorKind.NO_FIRST_BYTE if progress.sent else ErrorKind.CANNOT_CONNECT
                raise PandaError(kind, ErrorDetail(host=host), reached=progress.reached) from None


async def read_body(
    response: "httpx.Response", limit: int, idle_s: float, total_s: float, *, cut: bool = False
) -> bytes:
    """Returns a body, unpacked. The clocks as `ticking`.

    Args:
        response: its body is not read yet.
        limit: most bytes; more raise `ANSWER_TOO_BIG`.
        idle_s: longest wait for the next byte.
        total_s: longest wait for all.
        cut: gives as much as there is instead of raising.
    """
    import httpx

    data = bytearray()
    try:
        if not cut:
            _check_length(response, limit)
        async with (
            raw_bytes(response) as raw,
            aclosing(ticking(raw, idle_s, time.monotonic() + total_s)) as chunks,
            aclosing(inflated(chunks, coding_of(response.headers))) as pieces_of_it,
        ):
            async for piece in pieces_of_it:
                data += piece
                if len(data) > limit:
                    raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.MAYBE_SENT)
    except (PandaError, httpx.HTTPError, OSError):
        if not cut:
            raise
    del data[limit:]
    return bytes(data)


def _check_length(response: "httpx.Response", limit: int) -> None:
    said = response.headers.get("content-length", "")
    if said.isascii() and said.isdigit() and int(said[:20]) > limit:
        raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.MAYBE_SENT)
