"""What a message is expected to cost, beside the button: by a price somebody named, else nothing."""

from decimal import Decimal

import pytest

from panda_desktop.domain.chat import Parameters
from panda_desktop.domain.prices import Estimate, ModelPrice, text_estimate
from panda_desktop.ui.chat.expected_price import ExpectedPrice
from tests.ui.chat.conftest import Bench

OWN = ModelPrice("auto", "usd", prompt=Decimal(2), completion=Decimal(8), is_own=True)
THEIRS = ModelPrice("auto", "usd", prompt=Decimal(2), completion=Decimal(8))


class Priced:
    """A page on which a model may have a price."""

    def __init__(self, bench: Bench, price: ModelPrice | None, width: int = 1100) -> None:
        self.price = price
        self.bench = bench
        page = bench.show(width)
        self.expected = ExpectedPrice(bench.chat, bench.composer, self.estimate, page.asks_several, page)

    def estimate(self, model: str, tokens: int, most: int | None) -> Estimate | None:
        return text_estimate(self.price, tokens, most) if self.price is not None else None

    def write(self, text: str) -> str:
        """Writes and returns what is said."""
        composer = self.bench.composer
        composer.replace_text(text)
        composer._show_state()
        assert composer.price.isVisible() is bool(composer.price.text())
        return str(composer.price.text())


def test_without_a_price_nothing_is_said(bench: Bench) -> None:
    assert Priced(bench, None).write("x" * 4_000) == ""


@pytest.mark.parametrize(("price", "source"), [(OWN, "you have entered"), (THEIRS, "the gateway names")])
def test_the_least_is_said_and_whose_price_it_is(bench: Bench, price: ModelPrice, source: str) -> None:
    scene = Priced(bench, price)
    assert scene.write("") == ""
    assert scene.write("x" * 4_000) == "from ≈ $0.002"
    told = bench.composer.price
    assert source in told.accessibleDescription() and "costs more on top" in told.accessibleDescription()
    assert source in told.toolTip()


def test_with_a_limit_of_tokens_it_is_an_upper_bound(bench: Bench) -> None:
    scene = Priced(bench, OWN)
    bench.chat.set_request("", Parameters(max_tokens=1_000))
    assert scene.write("x" * 4_000) == "up to ≈ $0.01"
    assert "1,000" in bench.composer.price.accessibleDescription()


def test_what_goes_before_counts(bench: Bench) -> None:
    scene = Priced(bench, OWN)
    bench.ask("q" * 4_000, "a" * 36_000)
    assert scene.write("x" * 4_000) == "from ≈ $0.022"


def test_another_price_is_shown_at_once_and_a_narrow_window_has_no_room(bench: Bench) -> None:
    scene = Priced(bench, None)
    assert scene.write("x" * 4_000) == ""
    scene.price = OWN
    scene.expected.look_again()
    assert bench.composer.price.text() == "from ≈ $0.002"
    bench.page.resize(380, 700)
    bench.qtbot.waitUntil(lambda: not bench.composer.price.isVisible())
