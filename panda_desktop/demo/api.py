"""The API as one application: routes under both prefixes, the control interface, errors as envelopes.

Promise: `/v1/…` and `/api/v1/…` work identically, and every failure is OpenAI's error envelope.
"""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from panda_desktop.demo.chat import create_chat
from panda_desktop.demo.completions import create_completion
from panda_desktop.demo.control import get_asset_ledger, get_ledger, post_reset, put_balance
from panda_desktop.demo.directory import get_billing, get_model, list_models
from panda_desktop.demo.faults import ApiFault
from panda_desktop.demo.gate import Gate
from panda_desktop.demo.images import create_images
from panda_desktop.demo.replies import reply
from panda_desktop.demo.state import DemoState
from panda_desktop.demo.videos import get_video, get_video_content


def build_api(state: DemoState) -> ASGIApp:
    """Returns the application of the API origin."""
    routes = [
        Route("/chat/completions", create_chat, methods=["POST"]),
        Route("/completions", create_completion, methods=["POST"]),
        Route("/images/generations", create_images, methods=["POST"]),
        Route("/models", list_models, methods=["GET"]),
        Route("/models/{model_id:path}", get_model, methods=["GET"]),
        Route("/dashboard/billing", get_billing, methods=["GET"]),
        Route("/videos/{job_id}", get_video, methods=["GET"]),
        Route("/video/generations/{job_id}", get_video, methods=["GET"]),
        Route("/videos/{job_id}/content", get_video_content, methods=["GET"]),
    ]
    control = [
        Route("/ledger", get_ledger, methods=["GET"]),
        Route("/asset-ledger", get_asset_ledger, methods=["GET"]),
        Route("/balance", put_balance, methods=["PUT"]),
        Route("/reset", post_reset, methods=["POST"]),
    ]
    app = Starlette(
        routes=[Mount("/v1", routes=routes), Mount("/api/v1", routes=routes), Mount("/demo", routes=control)],
        exception_handlers={ApiFault: _fault, HTTPException: _unknown, Exception: _bug},
    )
    app.state.demo = state
    return Gate(app, state)


async def _fault(_request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiFault)
    return reply(error.envelope(), error.status, error.headers)


async def _unknown(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message = f"Unknown request URL: {request.method} {request.url.path}. Please check the URL."
    if error.status_code == 405:
        message = f"The method {request.method} is not allowed for {request.url.path}."
    kind, code = ("not_found", "unknown_url") if error.status_code == 404 else ("invalid_request_error", None)
    fault = ApiFault(error.status_code, kind, message, code)
    return reply(fault.envelope(), fault.status, dict(error.headers or {}))


async def _bug(_request: Request, _error: Exception) -> Response:
    fault = ApiFault(500, "api_error", "The demo gateway made a mistake.")
    return reply(fault.envelope(), fault.status)
