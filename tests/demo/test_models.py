"""The models that are offered."""

import httpx
import openai
import pytest

from tests.demo.running import Running, running

ROUTES = ["auto", "auto:cost", "auto:quality", "auto:speed"]


def test_there_are_models_of_three_kinds_and_the_smart_routes() -> None:
    with running() as demo:
        models = [model.model_dump() for model in demo.sdk.models.list()]
    assert [model["id"] for model in models][:4] == ROUTES
    kinds = [model["kind"] for model in models if model["id"] not in ROUTES]
    assert len(kinds) >= 8
    assert {"chat", "image", "video"} == set(kinds)
    assert not [model for model in models if model["id"].startswith("error-")]


def test_the_models_of_the_documentation_are_there(demo: Running) -> None:
    for model in ("deepseek-v4-flash", "wan-2.7-image", "kolors", "wan-2.7-video"):
        assert demo.sdk.models.retrieve(model).id == model


def test_models_that_fail_are_listed_on_request(demo: Running) -> None:
    listed = {model.id for model in demo.sdk.models.list()}
    assert {"error-429", "error-402-image", "error-cut-video", "video-as-bare"} <= listed


def test_an_unknown_model_is_not_found(demo: Running) -> None:
    with pytest.raises(openai.NotFoundError) as caught:
        demo.sdk.models.retrieve("no-such-model")
    assert caught.value.code == "model_not_found"


def test_both_addresses_work_identically(demo: Running) -> None:
    other = demo.base_url.replace("/v1", "/api/v1")
    for path in ("/models", "/models/kolors", "/dashboard/billing"):
        answer = httpx.get(other + path, headers=demo.client.headers)
        assert answer.json() == demo.client.get(path).json()


def test_a_route_with_a_colon_is_found(demo: Running) -> None:
    assert demo.sdk.models.retrieve("auto:cost").id == "auto:cost"


@pytest.mark.parametrize(("path", "status"), [("/embeddings", 404), ("/audio/speech", 404), ("/models", 405)])
def test_what_is_not_offered_is_an_error_in_the_usual_form(demo: Running, path: str, status: int) -> None:
    answer = demo.client.post(path, json={})
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"message", "type", "code", "param"}
