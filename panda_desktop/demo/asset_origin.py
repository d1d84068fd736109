"""The second origin: serves the pictures and clips, on a port of its own.

Promise: no key is asked for, and whether one was sent is written down.
"""

from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from panda_desktop.demo.asset_store import AssetRequest, AssetStore
from panda_desktop.demo.ranges import serve


def build_asset_origin(assets: AssetStore) -> Starlette:
    """Returns the application of the asset origin."""

    async def give(request: Request) -> Response:
        asset = assets.get(request.url.path)
        if asset is None:
            response: Response = PlainTextResponse("There is no such file, or not any more.", 404)
        else:
            response = serve(asset, request.method, request.headers)
        assets.note(
            AssetRequest(
                time=datetime.now(UTC),
                method=request.method,
                path=request.url.path,
                status=response.status_code,
                range=request.headers.get("range", ""),
                has_authorization="authorization" in request.headers,
                has_cookie="cookie" in request.headers,
                has_referer="referer" in request.headers,
            )
        )
        return response

    return Starlette(routes=[Route("/{path:path}", give, methods=["GET", "HEAD"])])
