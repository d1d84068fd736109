"""What a model takes and makes, as gateways say it."""

from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.models import ModelKind
from panda_desktop.gateway.listing import model_of
from panda_desktop.gateway.model_details import details_of


@pytest.mark.parametrize(
    ("said", "kind", "guessed"),
    [
        ({}, ModelKind.CHAT, True),
        ({"id": "wan-2.7-video"}, ModelKind.VIDEO, True),
        ({"id": "wan-2.7-video", "kind": "image"}, ModelKind.IMAGE, False),
        ({"type": "text-to-image"}, ModelKind.IMAGE, False),
        ({"type": "image-to-video"}, ModelKind.VIDEO, False),
        ({"type": "image_generation"}, ModelKind.IMAGE, False),
        ({"modality": "text+image->text"}, ModelKind.CHAT, False),
        ({"type": "model", "architecture": {"modality": "x"}}, ModelKind.CHAT, True),
        ({"architecture": {"output_modalities": ["image"]}}, ModelKind.IMAGE, False),
        ({"output_modalities": ["text", "image"]}, ModelKind.CHAT, False),
        ({"modalities": {"output": ["video"]}}, ModelKind.VIDEO, False),
        ({"endpoint": "/v1/images/generations"}, ModelKind.IMAGE, False),
        ({"kind": 5, "type": [], "architecture": "no", "modalities": None}, ModelKind.CHAT, True),
    ],
)
def test_h38_kinds_are_read_from_what_is_said_else_guessed(
    said: dict[str, Any], kind: ModelKind, guessed: bool
) -> None:
    model = model_of({"id": "a", **said})
    assert model is not None and (model.kind, model.guessed) == (kind, guessed)


@pytest.mark.parametrize(
    ("said", "sees"),
    [
        ({}, None),
        ({"vision": True}, True),
        ({"supports_vision": False}, False),
        ({"architecture": {"input_modalities": ["text", "image"]}}, True),
        ({"input_modalities": ["text"]}, False),
    ],
)
def test_whether_it_takes_images(said: dict[str, Any], sees: bool | None) -> None:
    model = model_of({"id": "a", **said})
    assert model is not None and model.sees_images is sees


@pytest.mark.parametrize(
    ("said", "context"),
    [
        ({"context_length": 4096}, 4096),
        ({"max_model_len": 8}, 8),
        ({"context_length": True}, None),
        ({}, None),
    ],
)
def test_the_context(said: dict[str, Any], context: int | None) -> None:
    model = model_of({"id": "a", **said})
    assert model is not None and model.context == context


def test_h38_details_of_anything_are_a_short_list_of_text() -> None:
    deep: Any = "end"
    for _ in range(50):
        deep = {"a": deep}
    many = {f"f{number}": number for number in range(5000)}
    assert len(details_of("a", many).facts) == 200
    assert details_of("a", {"deep": deep, "none": None, "empty": {}}).facts[0][0].startswith("deep.a")
    assert len(details_of("a", {"x": "y" * 100_000}).facts[0][1]) == 2000
    assert details_of("a", {"data": {"id": 5, "on": True}}).facts == (("id", "5"), ("on", "true"))
    assert details_of("a", {"x": "half \ud83d"}).facts == (("x", "half ?"),)
    wrongs: tuple[object, ...] = (None, 5, "text", [])
    for wrong in wrongs:
        with pytest.raises(PandaError) as caught:
            details_of("a", wrong)
        assert caught.value.kind is ErrorKind.BAD_ANSWER
