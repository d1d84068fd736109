"""Answers a request for a file, whole or in part (RFC 9110, sections 13.1 and 14).

Promise: length, type and ETag are always sent; a range that cannot be given is refused with 416.
"""

import re
from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from panda_desktop.demo.asset_store import Asset

_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)")


def serve(asset: Asset, method: str, headers: Mapping[str, str]) -> Response:
    """Returns the response for one file.

    Args:
        asset: the file.
        method: `GET` or `HEAD`.
        headers: of the request, names in lower case.
    """
    sent = {"ETag": asset.etag, "Accept-Ranges": "bytes", "Cache-Control": "private, max-age=86400"}
    total = len(asset.data)
    if headers.get("if-none-match") == asset.etag:
        return Response(status_code=304, headers=sent)
    span = _span(headers, asset)
    if span is None:
        status, body = 200, asset.data
    elif span[0] >= total:
        return Response(status_code=416, headers={**sent, "Content-Range": f"bytes */{total}"})
    else:
        first, last = span
        status, body = 206, asset.data[first : last + 1]
        sent["Content-Range"] = f"bytes {first}-{last}/{total}"
    sent["Content-Length"] = str(len(body))
    return Response(b"" if method == "HEAD" else body, status, sent, asset.media_type)


def _span(headers: Mapping[str, str], asset: Asset) -> tuple[int, int] | None:
    """Returns first and last byte asked for; None when the whole file is to be sent."""
    total = len(asset.data)
    match = _RANGE.fullmatch(headers.get("range", "").strip())
    if match is None or headers.get("if-range", asset.etag) != asset.etag:
        return None
    first, last = match.groups()
    if not first:
        return (max(total - int(last), 0) if int(last) else total, total - 1) if last else None
    end = min(int(last), total - 1) if last else total - 1
    if last and int(last) < int(first):
        return None
    return int(first), end
