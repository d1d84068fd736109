"""`GET /models`, `GET /models/{id}` and `GET /dashboard/billing`.

Promise: free, and always of the moment.
"""

from starlette.requests import Request
from starlette.responses import Response

from panda_desktop.demo.account import SPENT_AT_START
from panda_desktop.demo.catalogue import find, listed
from panda_desktop.demo.gate import POOR_BALANCE
from panda_desktop.demo.replies import reply
from panda_desktop.demo.state import demo_of


async def list_models(request: Request) -> Response:
    """Serves `GET /models`."""
    models = listed(all_models=demo_of(request).options.all_models)
    return reply({"object": "list", "data": [model.as_json() for model in models]})


async def get_model(request: Request) -> Response:
    """Serves `GET /models/{id}`. Raises a 404."""
    return reply(find(request.path_params["model_id"]).as_json())


async def get_billing(request: Request) -> Response:
    """Serves `GET /dashboard/billing`."""
    if request.scope.get("demo.is_poor"):
        return reply({"balance": POOR_BALANCE, "currency": "usd", "total_spent": SPENT_AT_START})
    account = demo_of(request).account
    return reply({"balance": account.balance, "currency": "usd", "total_spent": account.total_spent})
