"""When the trash lets go: 30 days, by a clock that more than one day of use agrees with."""

from datetime import UTC, date, datetime, timedelta

from panda_desktop.domain.folders import trash_limit

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
TODAY = NOW.date()


def days(*ago: int) -> list[date]:
    return [TODAY - timedelta(days=each) for each in ago]


def test_v12_in_daily_use_it_goes_two_days_after_the_thirty() -> None:
    limit = trash_limit(NOW, days(5, 4, 3, 2, 1, 0))
    assert limit == datetime(2026, 4, 18, tzinfo=UTC)  # the 18th of May, less 30 days


def test_v12_with_rare_use_it_goes_too() -> None:
    assert trash_limit(NOW, days(90, 60, 30, 0)) == datetime(2026, 2, 19, tzinfo=UTC)


def test_v12_nothing_goes_before_three_days_of_use() -> None:
    assert trash_limit(NOW, days(1, 0)) is None


def test_v12_two_days_of_a_clock_far_ahead_let_nothing_go() -> None:
    far = NOW + timedelta(days=4000)
    seen = [*days(3, 2, 1, 0), far.date() - timedelta(days=1), far.date()]
    limit = trash_limit(far, seen)
    assert limit is not None and limit < NOW - timedelta(days=30)


def test_v12_days_of_a_wrong_clock_do_not_count_when_it_is_right_again() -> None:
    wrong = [TODAY + timedelta(days=4000), date(2000, 1, 1)]
    assert trash_limit(NOW, [*days(3, 2, 1), *wrong, TODAY]) == trash_limit(NOW, days(3, 2, 1, 0))
