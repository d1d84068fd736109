"""The gateway's endpoints as calls.

Promise: a POST is sent again only when no byte of it had left (see `exchange`) or when the gateway refused it
with a 400 about an option that is then left out; a paid one is made here and sent by `paid`. GETs are tried
three times.
"""

import asyncio
import contextlib
import json
import time
from codecs import BOM_UTF8
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urljoin

from panda_desktop.domain.account import Balance, Endpoint
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.events import ChatEvent, Opened, StillWaiting
from panda_desktop.domain.jobs import ImageRequest, RawAnswer, VideoRequest
from panda_desktop.domain.model_listing import ModelDetails
from panda_desktop.domain.models import ModelInfo
from panda_desktop.domain.network import Network
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.addresses import is_own
from panda_desktop.gateway.amounts import amount_in
from panda_desktop.gateway.assets import check_address
from panda_desktop.gateway.bodies import encoded
from panda_desktop.gateway.chat_events import ChatReader, whole
from panda_desktop.gateway.clocks import Clocks, raw_bytes, ticking
from panda_desktop.gateway.exchange import MAX_ANSWER, Exchange, read_body
from panda_desktop.gateway.failures import failure_in_stream, plain
from panda_desktop.gateway.inflating import coding_of, inflated
from panda_desktop.gateway.listing import model_of, models_of
from panda_desktop.gateway.model_details import details_of
from panda_desktop.gateway.paid import PaidPost
from panda_desktop.gateway.requests import (
    ChatRequest,
    CompletionRequest,
    chat_body,
    completion_body,
    image_body,
    video_body,
)
from panda_desktop.gateway.routes import Routes
from panda_desktop.gateway.sse import Event, SseDecoder

if TYPE_CHECKING:
    import httpx

GET_ATTEMPTS: Final = 3
REST_S: Final = 0.25
"""How long is waited for the end of a stream whose answer is whole."""
_NOT_THERE: Final = frozenset({401, 403, 404, 405, 410})
"""What an address answers at which a job cannot be asked for."""
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
        network: Callable[[], Network] | None = None,
        routes: Routes | None = None,
    ) -> None:
        """`wait_cap_s` tells the longest wait for a held paid request; `network` how requests leave and how
        long the others wait, instead of `clocks`; `routes` are shared with other clients. Nothing is opened
        yet.
        """
        self._endpoint = endpoint
        self._key = key
        self._wait_cap_s = wait_cap_s
        self._network = network
        self._routes = routes or Routes()
        self._exchange = Exchange(endpoint, key, clocks, network, self._routes)
        self._is_forgotten = False
        self._asks_usage = True
        self._poll_form = ""

    async def aclose(self) -> None:
        """Closes every connection."""
        await self._exchange.aclose()

    def forget_key(self) -> None:
        """Lets go of the key: from now on every request ends with `NO_KEY` before anything is sent."""
        self._key = None
        self._is_forgotten = True
        self._exchange.forget_key()

    @property
    def _clocks(self) -> Clocks:
        return self._exchange.clocks

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
        sent = await encoded(body)
        answer = await self._exchange.raw("POST", "/chat/completions", sent, self._clocks.total_s)
        reader = ChatReader()
        return (*reader.read([_as_event(answer.body)]), *reader.end())

    async def _stream(self, path: str, body: dict[str, Any]) -> AsyncGenerator[ChatEvent, None]:
        sent = await encoded(body)
        async with self._exchange.open("POST", path, sent, self._clocks.first_byte_s) as response:
            yield Opened(response.headers.get("x-request-id", ""))
            reader = ChatReader()
            if "event-stream" not in response.headers.get("content-type", "text/event-stream"):
                whole = await read_body(response, MAX_ANSWER, self._clocks.bytes_idle_s, self._clocks.total_s)
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
        import httpx

        decoder = SseDecoder()
        meant = time.monotonic()
        is_first = True
        unstreamed = bytearray()
        async with (
            raw_bytes(response) as raw,
            aclosing(ticking(raw, self._clocks.bytes_idle_s, meant + 86400)) as packed,
            aclosing(inflated(packed, coding_of(response.headers))) as chunks,
        ):
            async for chunk in chunks:
                if is_first and chunk.strip():
                    is_first = False
                    _check_no_page(chunk)
                    # A whole answer under a stream's name: no line of a stream begins like this.
                    if chunk.removeprefix(BOM_UTF8).lstrip()[:1] == b"{":
                        unstreamed += chunk
                        continue
                if unstreamed:
                    unstreamed += chunk
                    if len(unstreamed) > MAX_ANSWER:
                        raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.ANSWERED)
                    continue
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
                reader.check()
                if reader.is_finished:
                    # A body that is read to its end leaves a connection that can be used again. How it ends
                    # changes nothing about an answer that is whole.
                    with contextlib.suppress(PandaError, TimeoutError, httpx.HTTPError, OSError):
                        async with asyncio.timeout(REST_S):
                            async for _ in chunks:
                                pass
                    return
        for event in reader.read(_events_of(bytes(unstreamed)) if unstreamed else decoder.finish()):
            yield event

    # Account and models

    async def models(self) -> tuple[ModelInfo, ...]:
        """Returns the models the gateway lists."""
        value = _json(await self._get("/models"))
        _check_no_refusal(value, "data")
        return models_of(value)

    async def model(self, model_id: str) -> ModelInfo:
        """Returns one model. Raises `MODEL_NOT_FOUND`, `BAD_ANSWER`."""
        found = model_of(_json(await self._get(f"/models/{quote(model_id, safe=':')}")))
        if found is None:
            raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.ANSWERED)
        return found

    async def model_details(self, model_id: str) -> ModelDetails:
        """Returns everything the gateway says of a model. Raises `MODEL_NOT_FOUND`, `BAD_ANSWER`."""
        return details_of(model_id, _json(await self._get(f"/models/{quote(model_id, safe=':')}")))

    async def balance(self) -> Balance:
        """Returns what the account holds; an amount that is no number is None, never 0. Raises `BAD_ANSWER`,
        and `NOT_THE_GATEWAY` for an answer that names no amount at all.
        """
        value = _json(await self._get("/dashboard/billing"))
        if not isinstance(value, dict):
            raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.ANSWERED)
        _check_no_refusal(value, "balance")
        if not value.keys() & {"balance", "total_spent"}:
            # Whatever answers everything with an object: it has not looked at the key.
            raise PandaError(ErrorKind.NOT_THE_GATEWAY, reached=Reached.ANSWERED)
        currency = value.get("currency")
        code = whole(currency.strip()[:10].lower()) if isinstance(currency, str) else ""
        return Balance(
            amount_in(value.get("balance")),
            code or "usd",
            amount_in(value.get("total_spent")),
            datetime.now(UTC),
        )

    # Media

    async def paid_images(self, request: ImageRequest) -> PaidPost:
        """Returns the paid request for images; nothing is sent."""
        return await self._paid("/images/generations", image_body(request))

    async def paid_video(self, request: VideoRequest, first_frame_url: str = "") -> PaidPost:
        """Returns the paid request for a video; nothing is sent."""
        return await self._paid("/chat/completions", video_body(request, first_frame_url))

    async def _paid(self, path: str, body: dict[str, Any]) -> PaidPost:
        sent = await encoded(body)
        if self._is_forgotten:
            raise PandaError(ErrorKind.NO_KEY)
        endpoint = self._routes.ordered(self._endpoint)
        network = self._network() if self._network is not None else Network()
        return PaidPost(endpoint, path, sent, self._key, self._wait_cap_s(), network)

    async def poll(self, remote_id: str, poll_url: str = "") -> RawAnswer:
        """Asks for a job. The key goes to the gateway's own origin only."""
        if poll_url:
            try:
                return await self._poll_address(poll_url)
            except PandaError as error:
                useless = error.kind is ErrorKind.BLOCKED_ADDRESS or error.detail.status in _NOT_THERE
                if not (remote_id and useless):
                    raise
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

    async def _poll_address(self, poll_url: str) -> RawAnswer:
        base = self._endpoint.base_url
        try:
            url = urljoin(f"{base}/", poll_url)
        except ValueError:
            raise PandaError(ErrorKind.BLOCKED_ADDRESS) from None
        await check_address(url, base)
        own = is_own(url, base)
        return await self._exchange.raw("GET", url, None, self._clocks.total_s, with_key=own)

    # Exchanges

    async def _get(self, path: str) -> RawAnswer:
        for attempt in range(1, GET_ATTEMPTS + 1):
            try:
                return await self._exchange.raw("GET", path, None, self._clocks.total_s)
            except PandaError as error:
                if attempt == GET_ATTEMPTS or error.kind not in _AGAIN:
                    raise
                await asyncio.sleep(0.2 * attempt)
        raise AssertionError("unreachable")


def _events_of(body: bytes) -> list[Event]:
    body = body.removeprefix(BOM_UTF8)
    if not body.strip():
        raise PandaError(ErrorKind.EMPTY_ANSWER, reached=Reached.ANSWERED)
    _check_no_page(body)
    if body.lstrip()[:1] == b"{":
        return [_as_event(body), Event("", "[DONE]")]
    decoder = SseDecoder()
    return [*decoder.feed(body), *decoder.finish()]


def _check_no_page(body: bytes) -> None:
    if body.lstrip()[:1] == b"<":
        detail = ErrorDetail(message=plain(body.decode("utf-8", "replace")))
        raise PandaError(ErrorKind.NOT_THE_GATEWAY, detail, reached=Reached.ANSWERED)


def _check_no_refusal(value: Any, name: str) -> None:
    """Raises what an error that came with a good status says, instead of what was asked for."""
    if isinstance(value, dict) and value.get("error") and value.get(name) is None:
        raise failure_in_stream(value["error"])


def _as_event(body: bytes) -> Event:
    return Event("", "", _loads(body), is_json=True)


def _json(answer: RawAnswer) -> Any:
    return _loads(answer.body)


def _loads(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8-sig", "replace"), parse_float=Decimal)
    except (ValueError, RecursionError):
        raise PandaError(ErrorKind.BAD_ANSWER, reached=Reached.ANSWERED) from None
