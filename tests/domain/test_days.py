"""The days that moments belong to, where days have 22 to 26 hours, and where calendars end."""

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from panda_desktop.domain.days import days_of


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lets this computer stand somewhere else."""
    if sys.platform == "win32":
        pytest.skip("the zone of a process cannot be set")
    with monkeypatch.context() as here:
        here.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Europe/Berlin", datetime(2026, 3, 28, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 10, 24, tzinfo=UTC)),
        ("Africa/Cairo", datetime(2026, 4, 23, tzinfo=UTC)),  # where there is no midnight on that day
        ("America/Havana", datetime(2026, 3, 7, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 10, 3, tzinfo=UTC)),  # by half an hour
        ("Antarctica/Troll", datetime(2026, 3, 28, tzinfo=UTC)),  # by two hours
        ("Pacific/Apia", datetime(2011, 12, 28, tzinfo=UTC)),  # a day was left out
    ],
    indirect=["zone"],
)
@pytest.mark.parametrize("newest_first", [True, False])
def test_v12_days_on_which_the_clock_is_changed(start: datetime, newest_first: bool) -> None:
    moments = [start + timedelta(minutes=10 * step) for step in range(4 * 24 * 6)]
    if newest_first:
        moments.reverse()
    assert days_of(moments) == [moment.astimezone().date().isoformat() for moment in moments]


def test_v12_d14_moments_of_a_clock_that_was_wrong_by_ages() -> None:
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    assert [day[:4] for day in days_of([first, last, first])] == ["0001", "9999", "0001"]
