"""Errors on demand: by the id of a model (`error-429`) or by the header `X-Demo-Error: 429`.

Promise: what is asked for is what happens, in the form the gateway's error table and its family use.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from panda_desktop.demo.catalogue import FORCED, forced_word
from panda_desktop.demo.faults import ApiFault, CutConnection, model_not_found, unauthorised
from panda_desktop.demo.state import DemoState

_FAULTS: Final = {
    "400": ApiFault(
        400, "invalid_request_error", "The request is malformed: 'messages' is not what it should be."
    ),
    "402": ApiFault(
        402,
        "insufficient_balance",
        "Your account balance ($0.50) is insufficient for this request. Estimated cost: $0.75",
        "insufficient_funds",
    ),
    "403": ApiFault(
        403, "permission_error", "The request was refused by the content rules.", "content_policy"
    ),
    "429": ApiFault(
        429,
        "rate_limit_error",
        "Rate limit reached: 100 requests a minute. Try again in 20 seconds.",
        "rate_limited",
        headers={"Retry-After": "20"},
    ),
    "quota": ApiFault(
        429, "insufficient_quota", "You exceeded your current quota.", "insufficient_user_quota"
    ),
    "500": ApiFault(500, "api_error", "The gateway had an internal error."),
    "502": ApiFault(502, "upstream_error", "The provider of the model failed."),
    "503": ApiFault(503, "service_unavailable", "The gateway is overloaded or under maintenance."),
}
_TIMED_OUT: Final = (
    "<html><head><title>524: A timeout occurred</title></head><body>The origin took too long.</body></html>"
)
_PORTAL: Final = (
    "<!doctype html><html><head><title>Sign in</title></head>"
    "<body><h1>Welcome to the hotel network</h1><p>Please sign in to use the internet.</p></body></html>"
)
_STALL_S: Final = 3600.0


def forced_by(request: Request, model: str) -> str | None:
    """Returns the word of the error asked for (`429`, `cut`…), by header or by model; None for none."""
    word = request.headers.get("x-demo-error", "").strip().lower()
    return word if word in FORCED else forced_word(model)


async def answer_forced(request: Request, state: DemoState, word: str, model: str) -> Response | None:
    """Makes the error that needs no answer to spoil.

    Returns:
        The spoiled response, or None for what only the endpoint can make (`cut`, `stream`, `failed`).

    Raises:
        ApiFault: for the errors that are an envelope.
    """
    if word == "401":
        raise unauthorised("Incorrect API key provided.")
    if word == "404":
        raise model_not_found(model)
    if fault := _FAULTS.get(word):
        raise fault
    if word == "524":
        await state.wait(4)
        return HTMLResponse(_TIMED_OUT, 524)
    if word == "html":
        return HTMLResponse(_PORTAL)
    if word == "stall":
        await until_disconnected(request)
        return Response(status_code=499)
    if word == "empty":
        return Response(b"", media_type="application/json")
    return None


async def until_disconnected(request: Request) -> None:
    """Says nothing until the other side goes away, for an hour at most."""
    deadline = asyncio.get_running_loop().time() + _STALL_S
    while not await request.is_disconnected() and asyncio.get_running_loop().time() < deadline:
        await asyncio.sleep(0.05)


def cut_answer(body: bytes) -> Response:
    """Returns a response that announces all of `body`, sends the first half and breaks the connection."""

    async def half() -> AsyncIterator[bytes]:
        yield body[: len(body) // 2]
        raise CutConnection

    headers = {"Content-Length": str(len(body))}
    return StreamingResponse(half(), headers=headers, media_type="application/json")
