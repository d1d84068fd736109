"""What stands before every request to the API: request id, rate-limit headers, key, ledger.

Promise: every response carries `x-request-id` and rate-limit headers, and every POST is in the ledger.
"""

import secrets
import time
from decimal import Decimal
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from panda_desktop.demo.faults import ApiFault, CutConnection, no_credit, unauthorised
from panda_desktop.demo.forced import answer_forced, forced_by
from panda_desktop.demo.replies import reply
from panda_desktop.demo.state import DemoState

PREFIXES: Final = ("/v1/", "/api/v1/")
LIMIT: Final = 100_000
POOR_KEY: Final = "sk-poor"
POOR_BALANCE: Final = Decimal("0.50")
_POOR_ESTIMATE: Final = Decimal("0.75")


class Gate:
    """An ASGI application around the API."""

    def __init__(self, app: ASGIApp, state: DemoState) -> None:
        """`app` answers what is let through."""
        self._app = app
        self._state = state
        self._minute = 0
        self._seen = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = f"req_{secrets.token_hex(12)}"
        limits = self._count()
        entry = None
        if scope["method"] == "POST" and not scope["path"].startswith("/demo/"):
            entry = self._state.ledger.open(scope["path"], request_id)
            scope["demo.entry"] = entry
        complete = False

        async def noted(message: Message) -> None:
            nonlocal complete
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["x-request-id"] = request_id
                for name, value in limits.items():
                    headers[name] = value
                if entry is not None:
                    entry.status = message["status"]
                    # the body was read when the model is known: only then is the end of the connection seen
                    if entry.model and await Request(scope, receive).is_disconnected():
                        entry.outcome = "disconnected"
            elif message["type"] == "http.response.body" and not message.get("more_body", False):
                complete = True
            await send(message)

        try:
            await self._answer(scope, receive, noted)
        except CutConnection:
            if entry is not None:
                entry.outcome = "cut"
            raise
        finally:
            if entry is not None:
                entry.finish(complete=complete)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not scope["path"].startswith(PREFIXES):
            await self._app(scope, receive, send)
            return
        try:
            self._check_key(scope)
            if scope["method"] == "GET":
                request = Request(scope, receive)
                word = forced_by(request, "")
                spoiled = await answer_forced(request, self._state, word, "") if word else None
                if spoiled is not None:
                    await spoiled(scope, receive, send)
                    return
        except ApiFault as fault:
            await reply(fault.envelope(), fault.status, fault.headers)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _check_key(self, scope: Scope) -> None:
        scheme, _, key = Headers(scope=scope).get("authorization", "").partition(" ")
        key = key.strip()
        if scheme.lower() != "bearer" or not key:
            raise unauthorised("You didn't provide an API key. Send it as 'Authorization: Bearer sk-…'.")
        if not key.startswith("sk-") or key == "sk-bad":
            raise unauthorised("Incorrect API key provided.")
        scope["demo.is_poor"] = key == POOR_KEY
        if key == POOR_KEY and scope["method"] == "POST":
            raise no_credit(POOR_BALANCE, _POOR_ESTIMATE)

    def _count(self) -> dict[str, str]:
        """Counts the request in its minute; returns the headers. The limit is never enforced."""
        now = time.time()
        minute = int(now // 60)
        if minute != self._minute:
            self._minute, self._seen = minute, 0
        self._seen += 1
        left, reset = max(LIMIT - self._seen, 0), int(60 - now % 60)
        return {
            "x-ratelimit-limit-requests": str(LIMIT),
            "x-ratelimit-remaining-requests": str(left),
            "x-ratelimit-reset-requests": f"{reset}s",
        }
