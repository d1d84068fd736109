"""JSON in and out.

Promise: money is written as an exact decimal number, and a body that is not an object is refused with 400.
"""

from typing import Any, Final

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from panda_desktop.demo.faults import malformed

_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")


def encode(value: Any) -> bytes:
    """Returns `value` as JSON; `Decimal` becomes a number with all its digits."""
    return _ENCODER.encode(value)


def reply(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Returns a JSON response."""
    return Response(encode(value), status, headers, "application/json")


async def read_object(request: Request) -> dict[str, Any]:
    """Returns the JSON object of the body. Raises a 400 when it is none."""
    try:
        body = msgspec.json.decode(await request.body())
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise malformed("We could not parse the JSON body of your request.") from None
    if not isinstance(body, dict):
        raise malformed("The body of your request has to be a JSON object.")
    return body
