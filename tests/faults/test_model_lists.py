"""Lists of models, however a gateway writes them."""

import json
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.models import DOCUMENTED_MODELS, ModelInfo
from tests.faults.answers import answer, page
from tests.faults.client import MODELS, client, services
from tests.faults.server import FaultServer, Reply


async def listed(value: Any) -> tuple[ModelInfo, ...]:
    async with FaultServer() as server, client(server.base_url) as gateway:
        server.api.on(MODELS, answer(json.dumps(value)))
        return await gateway.models()


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ({"data": []}, []),
        ({}, []),
        ([], []),
        (None, []),
        ("text", []),
        ({"data": {"id": "a"}}, []),
        ({"data": "a"}, []),
        ({"data": [{"id": "a"}, {"id": "a"}, {"id": "b"}]}, ["a", "b"]),
        ({"data": [{}, {"id": None}, {"id": ""}, {"id": " "}, {"id": []}, None, 5, {"id": "a"}]}, ["a"]),
        ({"data": [{"id": 5}, {"id": "a"}, {"id": True}]}, ["5", "a"]),
        ({"models": [{"id": "a"}]}, ["a"]),
        (["a", "b"], ["a", "b"]),
        ({"data": [{"id": "<img src=x>"}, {"id": "\u202egpt\u202c"}]}, ["<img src=x>", "\u202egpt\u202c"]),
    ],
)
async def test_h38_lists_of_every_form(value: Any, ids: list[str]) -> None:
    assert [model.id for model in await listed(value)] == ids


async def test_h38_five_thousand_and_a_long_one() -> None:
    found = await listed({"data": [{"id": f"m{number}"} for number in range(5000)] + [{"id": "x" * 9999}]})
    assert len(found) == 5001 and len(found[-1].id) == 200


@pytest.mark.parametrize("price", ["9e999999", "1e-999999", "-1", "sNaN", "1e19", True])
async def test_h38_a_price_beyond_all_measure_is_none(price: Any) -> None:
    value = {"data": [{"id": "a", "price": price, "pricing": {"prompt": str(price)}}, {"id": "b"}]}
    first, second = await listed(value)
    assert (first.price, first.prompt_price, second.id) == (None, None, "b")


async def test_h38_h02_a_refusal_with_a_good_status_is_no_empty_list() -> None:
    with pytest.raises(PandaError) as caught:
        await listed({"error": {"message": "no", "code": "invalid_api_key"}})
    assert caught.value.kind is ErrorKind.KEY_REFUSED


async def test_h38_odd_values_beside_the_id() -> None:
    odd = {"id": "a", "owned_by": 5, "name": [], "sizes": "1x1", "price": "NaN", "type": {}, "vision": "yes"}
    (found,) = await listed({"data": [odd]})
    assert (found.id, found.name, found.owned_by, found.sizes, found.price) == ("a", "a", "", (), None)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (answer("{"), ErrorKind.BAD_ANSWER),
        (answer(""), ErrorKind.EMPTY_ANSWER),
        (page("hello"), ErrorKind.NOT_THE_GATEWAY),
    ],
)
async def test_h38_no_list_at_all_leaves_the_documented_ones(
    reply: Reply, kind: ErrorKind, tmp_path: Any
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(MODELS, reply)
        async with client(server.base_url) as gateway:
            with pytest.raises(PandaError) as caught:
                await gateway.models()
            assert caught.value.kind is kind
        async with services(server, tmp_path) as (here, _):
            here.account.reload()
            asked = len(server.ledger.of(MODELS))
            while len(server.ledger.of(MODELS)) == asked:
                await here.account.settled()
            assert here.account.models == DOCUMENTED_MODELS
