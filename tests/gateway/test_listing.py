"""Prices of texts in the list of models: taken as they are said, never guessed."""

from decimal import Decimal
from typing import Any

import pytest

from panda_desktop.gateway.listing import model_of


@pytest.mark.parametrize(
    ("pricing", "prompt", "answer"),
    [
        ({"prompt": Decimal("0.14"), "completion": Decimal("0.28"), "unit": "1M tokens"}, "0.14", "0.28"),
        ({"prompt": "0.00000014", "completion": "0.00000028"}, "0.14", "0.28"),  # for one token, as text
        ({"prompt": Decimal("0.002"), "completion": 1, "unit": "1K tokens"}, "2", "1000"),
        ({"prompt": "0", "completion": "0"}, "0", "0"),  # free is a price
        ({"prompt": Decimal("0.14"), "completion": Decimal("0.28")}, None, None),  # of how many?
        ({"prompt": "cheap", "completion": "-1"}, None, None),
        ({"prompt": True, "completion": None, "unit": "1M tokens"}, None, None),
        ({"prompt": "1", "completion": "NaN", "unit": "page"}, None, None),
        ([], None, None),
        (None, None, None),
    ],
)
def test_the_price_of_a_text(pricing: Any, prompt: str | None, answer: str | None) -> None:
    found = model_of({"id": "m", "pricing": pricing})
    assert found is not None
    wanted = tuple(None if text is None else Decimal(text) for text in (prompt, answer))
    assert (found.prompt_price, found.answer_price) == wanted
