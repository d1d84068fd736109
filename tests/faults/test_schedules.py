"""Killed at every step while everything else breaks too: nothing is paid twice, nothing that came is lost.

The long form is a command: `python -m tests.faults.schedules --runs 2000`.
"""

import os
from pathlib import Path

import pytest

from tests.faults.schedules.plan import SWEPT, planned
from tests.faults.schedules.playing import context, play

SEED = 1
SWEPT_NUMBERS = tuple(range(0, 2 * SWEPT, 2 * SWEPT // 13 // 2 * 2 + 2))
THROWN_NUMBERS = tuple(range(1, 2 * 10, 2))
ALWAYS = (*SWEPT_NUMBERS[::2], *THROWN_NUMBERS[::2])
"""Every other one runs each time, the rest with the slow tests."""


@pytest.mark.skipif(os.name != "posix", reason="kills as this system does")
@pytest.mark.parametrize(
    "number",
    [
        number if number in ALWAYS else pytest.param(number, marks=pytest.mark.slow)
        for number in (*SWEPT_NUMBERS, *THROWN_NUMBERS)
    ],
)
async def test_v10_d01_h34_i20_v20_killed_at_a_step_with_faults_around(number: int, tmp_path: Path) -> None:
    played = await play(planned(SEED, number), tmp_path / "data", context())
    assert played.wrong == [], played


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills as this system does")
@pytest.mark.parametrize("seed", range(2, 12))
async def test_v10_v20_ten_more_schedules_of_another_seed(seed: int, tmp_path: Path) -> None:
    for number in range(1, 20, 2):
        played = await play(planned(seed, number), tmp_path / str(number), context())
        assert played.wrong == [], played


def test_a_schedule_is_decided_by_its_number() -> None:
    assert planned(1, 7) == planned(1, 7) != planned(1, 9)
    assert len({planned(1, number).kills for number in range(0, 2 * SWEPT, 2)}) > 70
