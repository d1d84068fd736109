"""The gateway's endpoints as calls.

Promise: a POST is sent again only when no byte of it had left (another address of the same gateway, in the
connect
phase) or when the gateway refused it with a 400 about an option that is then left out. GETs are tried
three times.
"""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urljoin, urlsplit

from panda_desktop.domain.account import Balance, Endpoint
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.events import ChatEvent, Opened, StillWaiting
from panda_desktop.domain.jobs import ImageRequest, RawAnswer, VideoRequest
from panda_desktop.domain.models import ModelInfo
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.addresses import is_loopback, origin
from panda_desktop.gateway.bodies import encoded, pieces
from panda_desktop.gateway.chat_events import ChatReader
from panda_desktop.gateway.clocks import Clocks, raw_bytes, ticking
from panda_desktop.gateway.failures import Progress, failure_of, gateway_failures, plain
from panda_desktop.gateway.listing import model_of, models_of
from panda_desktop.gateway.requests import (
    ChatRequest,
    CompletionRequest,
    chat_body,
    completion_body,
    image_body,
    video_body,
)
from panda_desktop.gateway.sse import Event, SseDecoder
from panda_desktop.gateway.transport import make_client

if TYPE_CHECKING:
    import httpx

MAX_ANSWER: Final = 64 * 1024 * 1024
MAX_REFUSAL: Final = 2 * 1024 * 1024
GET_ATTEMPTS: Final = 3
REST_S: Final = 0.25
"""How long is waited for the end of a stream whose answer is whole."""
_MakeBody = Callable[..., dict[str, Any]]
_AGAIN: Final = frozenset(
    {
        ErrorKind.CANNOT_CONNECT,
        ErrorKind.CONNECTION_LOST,
        ErrorKind.UNAVAILABLE,
        ErrorKind.UPSTREAM_FAILED,
        ErrorKind.GATEWAY_TIMEOUT,
    }
)


class Gateway:
    """A client of one endpoint with one key."""

    def __init__(
        self,
        endpoint: Endpoint,
        key: ApiKey | None,
        clocks: Clocks = Clocks(),
        *,
        wait_cap_s: Callable[[], float] = lambda: 3600.0,
    ) -> None:
        """`wait_cap_s` tells the longest wait for a held paid request. Nothing is opened yet."""
        self._endpoint = endpoint
        self._key = key
        self._clocks = clocks
        self._wait_cap_s = wait_cap_s
        self._client: httpx.AsyncClient | None = None
        self._asks_usage = True
        self._poll_form = ""

    async def aclose(self) -> None:
        """Closes every connection."""
        if self._client is not None:
            await self._client.aclose()

    # Chat

    async def stream_chat(self, request: ChatRequest) -> AsyncGenerator[ChatEvent, None]:
        """Yields the answer as it comes; closing it closes the connection. Raises `PandaError`."""
        async with aclosing(self._counted("/chat/completions", partial(chat_body, request))) as events:
            async for event in events:
                yield event

    async def stream_completion(self, request: CompletionRequest) -> AsyncGenerator[ChatEvent, None]:
        """Yields the continuation of a prompt from the legacy endpoint."""
        async with aclosing(self._counted("/completions", partial(completion_body, request))) as events:
            async for event in events:
                yield event

    async def _counted(self, path: str, body: _MakeBody) -> AsyncGenerator[ChatEvent, None]:
        """Streams an answer, asking for the token count until the gateway has refused that once."""
        while True:
            asks_usage = self._asks_usage
            try:
                async with aclosing(self._stream(path, body(stream=True, usage=asks_usage))) as events:
                    async for event in events:
                        yield event
                return
            except PandaError as error:
                named = f"{error.detail.message} {error.detail.param}"
                if not (asks_usage and error.detail.status == 400 and "stream_options" in named):
                    raise
                self._asks_usage = False

    async def complete_chat(self, request: ChatRequest) -> tuple[ChatEvent, ...]:
        """Returns a whole answer that was not streamed."""
        body = chat_body(request, stream=False)
        answer = await self._raw("POST", "/chat/completions", body, self._clocks.total_s)
        reader = ChatReader()
        return (*reader.read([_as_event(answer.body)]), *reader.end())

    async def _stream(self, path: str, body: dict[str, Any]) -> AsyncGenerator[ChatEvent, None]:
        async with self._exchange("POST", path, body, self._clocks.first_byte_s) as response:
            yield Opened(response.headers.get("x-request-id", ""))
            reader = ChatReader()
            if "event-stream" not in response.headers.get("content-type", "text/event-stream"):
                whole = await _read(response, MAX_ANSWER, self._clocks.bytes_idle_s, self._clocks.total_s)
                for event in reader.read(_events_of(whole)):
                    yield event
            else:
                async with aclosing(self._events(response, reader)) as events:
                    async for event in events:
                        yield event
            for event in reader.end():
                yield event

    async def _events(
        self, response: "httpx.Response", reader: ChatReader
    ) -> AsyncGenerator[ChatEvent, None]:
        decoder = SseDecoder()
        meant = time.monotonic()
        async with (
            raw_bytes(response) as raw,
            aclosing(ticking(raw, self._clocks.bytes_idle_s, meant + 86400)) as chunks,
        ):
            async for chunk in chunks:
                events = decoder.feed(chunk)
                now = time.monotonic()
                if events:
                    meant = now
                elif now - meant > self._clocks.payload_idle_s:
                    raise PandaError(ErrorKind.STALLED, reached=Reached.ANSWERED)
                else:
                    yield StillWaiting()
                for event in reader.read(events):
                    yield event
                if reader.is_finished:
                    # A body that is read to its end leaves a connection that can be used again.
                    with contextlib.suppress(PandaError, TimeoutError):
                        async with asyncio.timeout(REST_S):
                            async for _ in chunks:
                                pass
                    return
        for event in reader.read(decoder.finish()):
            yield event

    # Account and models

    async def models(self) -> tuple[ModelInfo, ...]:
        """Returns the models the gateway lists."""
        return models_of(_json(await self._get("/models")))

    async def model(self, model_id: str) -> ModelInfo:
        """Returns one model. Raises `MODEL_NOT_FOUND`, `BAD_ANSWER`."""
        found = model_of(_json(await self._get(f"/models/{quote(model_id, safe=':')}")))
        if found is None:
            raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.ANSWERED)
        return found

    async def balance(self) -> Balance:
        """Returns what the account holds; an amount that is no number is None, never 0."""
        value = _json(await self._get("/dashboard/billing"))
        if not isinstance(value, dict):
            raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.ANSWERED)
        currency = value.get("currency")
        return Balance(
            _amount(value.get("balance")),
            currency[:10].lower() if isinstance(currency, str) else "usd",
            _amount(value.get("total_spent")),
            datetime.now(UTC),
        )

    # Media

    async def submit_images(self, request: ImageRequest) -> RawAnswer:
        """Sends a paid request for images; returns any 2xx answer unread."""
        return await self._raw("POST", "/images/generations", image_body(request), self._wait_cap_s())

    async def submit_video(self, request: VideoRequest, first_frame_url: str = "") -> RawAnswer:
        """Sends a paid request for a video and holds it open until it is answered."""
        body = video_body(request, first_frame_url)
        return await self._raw("POST", "/chat/completions", body, self._wait_cap_s())

    async def poll(self, remote_id: str, poll_url: str = "") -> RawAnswer:
        """Asks for a job. The key goes to the gateway's own origin only."""
        base = self._endpoint.base_url
        if poll_url:
            return await self._poll_address(urljoin(f"{base}/", poll_url))
        forms = (self._poll_form,) if self._poll_form else ("/videos/{}", "/video/generations/{}")
        failure: PandaError | None = None
        for form in forms:
            try:
                answer = await self._get(form.format(quote(remote_id, safe="")))
            except PandaError as error:
                failure = error
                if error.detail.status != 404:
                    raise
                continue
            self._poll_form = form
            return answer
        assert failure is not None
        raise failure

    async def _poll_address(self, url: str) -> RawAnswer:
        own = origin(url) == origin(self._endpoint.base_url)
        scheme, host, _ = origin(url)
        if not own and scheme != "https" and not is_loopback(host):
            raise PandaError(ErrorKind.BLOCKED_ADDRESS, ErrorDetail(host=host))
        return await self._raw("GET", url, None, self._clocks.total_s, with_key=own)

    # Exchanges

    async def _get(self, path: str) -> RawAnswer:
        for attempt in range(1, GET_ATTEMPTS + 1):
            try:
                return await self._raw("GET", path, None, self._clocks.total_s)
            except PandaError as error:
                if attempt == GET_ATTEMPTS or error.kind not in _AGAIN:
                    raise
                await asyncio.sleep(0.2 * attempt)
        raise AssertionError("unreachable")

    async def _raw(
        self, method: str, path: str, body: dict[str, Any] | None, total_s: float, *, with_key: bool = True
    ) -> RawAnswer:
        began = time.monotonic()
        async with self._exchange(method, path, body, total_s, with_key=with_key) as response:
            left = max(1.0, total_s - (time.monotonic() - began))
            data = await _read(response, MAX_ANSWER, left, left)
            text = data.lstrip()
            if not text:
                raise PandaError(ErrorKind.EMPTY_ANSWER, reached=Reached.MAYBE_SENT)
            if text[:1] == b"<" and b"json" not in response.headers.get("content-type", "").encode():
                detail = ErrorDetail(message=plain(text.decode("utf-8", "replace")), host=response.url.host)
                raise PandaError(ErrorKind.NOT_THE_GATEWAY, detail, reached=Reached.MAYBE_SENT)
            headers = {
                name.lower(): value for name, value in response.headers.items() if "cookie" not in name
            }
            return RawAnswer(response.status_code, headers, data, datetime.now(UTC))

    @asynccontextmanager
    async def _exchange(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | None,
        first_byte_s: float,
        *,
        with_key: bool = True,
    ) -> "AsyncIterator[httpx.Response]":
        bases = [self._endpoint.base_url]
        if self._endpoint.alternative is not None:
            bases.append(self._endpoint.alternative)
        if "://" in path:
            bases, path = [path], ""
        response: httpx.Response | None = None
        progress = Progress()
        for number, base in enumerate(bases, start=1):
            try:
                response = await self._send(method, f"{base}{path}", body, first_byte_s, progress, with_key)
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
                    said = await _read(response, MAX_REFUSAL, 20.0, 20.0, cut=True)
                    raise failure_of(response.status_code, response.headers, said, host, self._key)
                if response.headers.get("content-encoding", "identity") != "identity":
                    raise PandaError(ErrorKind.BAD_ANSWER, ErrorDetail(host=host), reached=Reached.MAYBE_SENT)
                yield response
        finally:
            await response.aclose()

    async def _send(
        self,
        method: str,
        url: str,
        body: dict[str, Any] | None,
        first_byte_s: float,
        progress: Progress,
        with_key: bool,
    ) -> "httpx.Response":
        host = urlsplit(url).hostname or ""
        with gateway_failures(progress, host, self._key):
            if self._client is None:
                self._client = make_client(self._clocks)
            headers = {}
            if with_key and self._key is not None:
                headers["Authorization"] = f"Bearer {self._key.reveal()}"
            content: bytes | AsyncIterator[bytes] | None = None
            if body is not None:
                headers["Content-Type"] = "application/json"
                parts = await encoded(body)
                content = parts[0]
                if len(parts) > 1:
                    headers["Content-Length"] = str(sum(map(len, parts)))
                    content = pieces(parts)
            request = self._client.build_request(
                method, url, headers=headers, content=content, extensions={"trace": progress.trace}
            )
            # Built without the client's time-outs: they are kept, the trace is added.
            request.extensions.setdefault("timeout", self._client.timeout.as_dict())
            try:
                async with asyncio.timeout(first_byte_s):
                    return await self._client.send(request, stream=True)
            except TimeoutError:
                kind = ErrorKind.NO_FIRST_BYTE if progress.sent else ErrorKind.CANNOT_CONNECT
                raise PandaError(kind, ErrorDetail(host=host), reached=progress.reached) from None


async def _read(
    response: "httpx.Response", limit: int, idle_s: float, total_s: float, *, cut: bool = False
) -> bytes:
    data = bytearray()
    async with (
        raw_bytes(response) as raw,
        aclosing(ticking(raw, idle_s, time.monotonic() + total_s)) as chunks,
    ):
        async for chunk in chunks:
            data += chunk
            if len(data) > limit:
                if cut:
                    break
                raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.MAYBE_SENT)
    return bytes(data[:limit])


def _events_of(body: bytes) -> list[Event]:
    if not body.strip():
        raise PandaError(ErrorKind.EMPTY_ANSWER, reached=Reached.ANSWERED)
    start = body.lstrip()[:1]
    if start == b"<":
        detail = ErrorDetail(message=plain(body.decode("utf-8", "replace")))
        raise PandaError(ErrorKind.NOT_THE_GATEWAY, detail, reached=Reached.ANSWERED)
    if start == b"{":
        return [_as_event(body), Event("", "[DONE]")]
    decoder = SseDecoder()
    return [*decoder.feed(body), *decoder.finish()]


def _as_event(body: bytes) -> Event:
    return Event("", "", _loads(body), is_json=True)


def _json(answer: RawAnswer) -> Any:
    return _loads(answer.body)


def _loads(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8-sig", "replace"), parse_float=Decimal)
    except (ValueError, RecursionError):
        raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.ANSWERED) from None


def _amount(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
