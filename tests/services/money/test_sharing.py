"""Every fall of the balance is given to a call once, and nothing unknown becomes an amount."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.account import Balance
from panda_desktop.services.money.sharing import Settlement, Sharing, divided

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def held(amount: str, seconds: int = 0, currency: str = "usd") -> Balance:
    return Balance(Decimal(amount), currency, None, NOW + timedelta(seconds=seconds))


def read(sharing: Sharing, amount: str, currency: str = "usd") -> dict[str, Settlement]:
    settling = sharing.begin_reading()
    return {each.call_id: each for each in sharing.end_reading(settling, held(amount, currency=currency))}


def test_one_call_is_charged_what_the_balance_fell_by() -> None:
    sharing = Sharing()
    read(sharing, "10")
    sharing.open("a", None)
    sharing.end("a")
    assert read(sharing, "9.123456789") == {"a": Settlement("a", Decimal("0.876543211"), False)}
    assert read(sharing, "9") == {}


def test_a_long_call_gathers_what_falls_while_it_runs() -> None:
    sharing = Sharing()
    read(sharing, "10")
    sharing.open("video", None)
    assert read(sharing, "9.62") == {}  # charged at its start
    sharing.end("video")
    assert read(sharing, "9.6")["video"] == Settlement("video", Decimal("0.40"), False)


def test_calls_that_overlap_divide_a_fall_and_say_so() -> None:
    sharing = Sharing()
    read(sharing, "10")
    sharing.open("a", Decimal("0.10"))
    sharing.open("b", Decimal("0.30"))
    sharing.end("a")
    sharing.end("b")
    found = read(sharing, "9.6")
    assert found == {"a": Settlement("a", Decimal("0.1"), True), "b": Settlement("b", Decimal("0.3"), True)}


def test_what_has_ended_is_charged_before_what_still_runs() -> None:
    sharing = Sharing()
    read(sharing, "10")
    sharing.open("slow", None)
    sharing.open("quick", None)
    sharing.end("quick")
    assert read(sharing, "9")["quick"] == Settlement("quick", Decimal(1), True)
    sharing.end("slow")
    assert read(sharing, "7")["slow"] == Settlement("slow", Decimal(2), True)


def test_without_a_reading_before_it_nothing_is_known() -> None:
    sharing = Sharing()
    sharing.open("a", Decimal(1))
    sharing.end("a")
    assert read(sharing, "9")["a"].charged is None
    sharing.open("b", None)
    sharing.end("b")
    assert read(sharing, "9", currency="cny")["b"].charged is None  # another currency tells nothing
    sharing.open("c", None)
    sharing.end("c")
    assert read(sharing, "12", currency="cny")["c"].charged is None  # paid in, and no total to compare
    sharing.open("d", None)
    sharing.end("d")
    assert read(sharing, "12", currency="cny")["d"].charged == 0  # that it cost nothing is known


def test_a_call_of_another_account_takes_no_part() -> None:
    sharing = Sharing()
    read(sharing, "10")
    sharing.open("ours", None)
    sharing.open("theirs", None, is_ours=False)
    sharing.end("ours")
    sharing.end("theirs")
    found = read(sharing, "9")
    assert (found["ours"].charged, found["ours"].is_shared) == (Decimal(1), False)
    assert found["theirs"].charged is None


def test_after_a_switch_nothing_of_the_old_account_is_settled() -> None:
    sharing = Sharing()
    read(sharing, "10")
    sharing.open("ended", None)
    sharing.end("ended")
    sharing.open("running", None)
    assert sharing.change_account() == ("ended",)
    sharing.end("running")
    assert read(sharing, "3")["running"].charged is None


def test_a_call_that_ends_during_a_reading_waits_for_the_next() -> None:
    sharing = Sharing()
    read(sharing, "10")
    sharing.open("a", None)
    settling = sharing.begin_reading()
    sharing.end("a")
    assert sharing.end_reading(settling, held("10")) == ()
    assert read(sharing, "9")["a"].charged == 1


@given(
    st.decimals("0.00000001", "1000000", places=8),
    st.lists(st.none() | st.decimals("0", "1000", places=6), min_size=1, max_size=12),
)
def test_the_parts_add_up_to_the_whole(amount: Decimal, weights: list[Decimal | None]) -> None:
    parts = divided(amount, weights)
    assert len(parts) == len(weights) and sum(parts) == amount and min(parts) >= 0
