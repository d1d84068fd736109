"""`/demo/…`: what tests and the curious ask the demo itself; no key is needed.

Promise: no key is ever shown.
"""

from decimal import Decimal, InvalidOperation

from starlette.requests import Request
from starlette.responses import Response

from panda_desktop.demo.faults import malformed
from panda_desktop.demo.replies import read_object, reply
from panda_desktop.demo.state import demo_of


async def get_ledger(request: Request) -> Response:
    """Serves `GET /demo/ledger`: every POST in order of arrival."""
    return reply({"requests": [entry.as_json() for entry in demo_of(request).ledger.entries]})


async def get_asset_ledger(request: Request) -> Response:
    """Serves `GET /demo/asset-ledger`: every request to the asset origin."""
    requests = demo_of(request).assets.requests
    seen = any(request.has_authorization for request in requests)
    return reply({"authorization_seen": seen, "requests": [request.as_json() for request in requests]})


async def put_balance(request: Request) -> Response:
    """Serves `PUT /demo/balance` with `{"balance": 1.25}`. Raises a 400."""
    account = demo_of(request).account
    value = (await read_object(request)).get("balance")
    try:
        balance = Decimal(str(value))
    except InvalidOperation:
        balance = Decimal("NaN")
    if not balance.is_finite():
        raise malformed("'balance' has to be an amount of money.", "balance")
    account.balance = balance
    return reply({"balance": account.balance, "currency": "usd", "total_spent": account.total_spent})


async def post_reset(request: Request) -> Response:
    """Serves `POST /demo/reset`: as at the start."""
    demo_of(request).reset()
    return reply({"reset": True})
