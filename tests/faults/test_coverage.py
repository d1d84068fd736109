"""Every row about streams and the network has a test."""

from tests.faults.coverage import by_row, missing, rows_named, unknown
from tests.faults.rows import ROWS

WITHOUT: dict[str, str] = {}
"""Rows without a test, and why."""


def test_every_row_about_streams_and_the_network_has_a_test() -> None:
    assert missing("SH") == set(WITHOUT), {row: ROWS[row] for row in missing("SH") ^ set(WITHOUT)}


def test_every_row_about_pictures_and_films_has_a_test() -> None:
    assert missing("IV") == set(), {row: ROWS[row] for row in missing("IV")}


def test_no_test_names_a_row_that_is_not_in_the_table() -> None:
    assert unknown() == set()


def test_the_names_are_read_as_they_are_meant() -> None:
    assert rows_named("test_s01_h34_cut_s2_in_m99x") == ["S01", "H34"]
    assert len(ROWS) == len(set(ROWS.values()))
    assert any("test_coverage" not in test for test in by_row()["S01"])
