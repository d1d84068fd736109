"""The ledger as a file that every spreadsheet reads, and none runs."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.money import LedgerEntry, SpendingFilter, SpendKind
from panda_desktop.services.money.csv_form import COLUMNS, csv_text, harmless
from tests.services.chats import run
from tests.services.world import world


def entry(number: int = 0, model: str = "m", charged: str = "0.1") -> LedgerEntry:
    return LedgerEntry(
        f"e{number}",
        datetime(2026, 11, 28, 12, 30, 5, 999, tzinfo=UTC),
        date(2026, 11, 28),
        "first",
        "https://api.pandaworld.space/v1",
        SpendKind.CHAT,
        model,
        conversation_id="c",
        charged=Decimal(charged),
        currency="usd",
        ended=True,
    )


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_rfc_4180_lines_quotes_and_every_digit() -> None:
    text = csv_text(
        [entry(model='a "quoted", name\nof two lines', charged="0.00000012345678901234567890")],
        {"chat": "Chat"},
        {"c": "标题, with a comma"},
        with_heading=True,
    )
    assert text.startswith("time,profile") and text.endswith("\r\n")
    heading, cells = read(text)
    assert len(heading) == len(cells) == len(COLUMNS)
    row = dict(zip(COLUMNS, cells, strict=True))
    assert row["model"] == 'a "quoted", name\nof two lines' and row["chat"] == "标题, with a comma"
    assert row["charged"] == "0.00000012345678901234567890" and row["predicted"] == ""
    assert (row["time"], row["currency"], row["kind"]) == ("2026-11-28T12:30:05+00:00", "USD", "Chat")


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "\uff1d1", "\uff0b1"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"
    hostile = replace(entry(model=text), currency=text)
    cells = read(csv_text([hostile], {}, {"c": text}, with_heading=False))[0]
    row = dict(zip(COLUMNS, cells, strict=True))
    assert all(row[name].startswith("'") for name in ("model", "chat", "currency"))
    assert harmless("m-1=2") == "m-1=2"


def test_a_small_amount_is_no_scientific_number() -> None:
    cells = read(csv_text([entry(charged="1E-8")], {}, {}, with_heading=False))[0]
    assert dict(zip(COLUMNS, cells, strict=True))["charged"] == "0.00000001"


def test_an_export_is_whole_and_in_order(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path / "data") as here:
            await here.storage.spending.save(*(entry(number, f"m{number}") for number in range(2500)))
            target = tmp_path / "out.csv"
            assert await here.money.export(SpendingFilter(), target, {}) == 2500
            rows = read(target.read_bytes().decode("utf-8-sig"))
            assert [row[4] for row in rows[1:]] == [f"m{number}" for number in range(2500)]
            assert sorted(tmp_path.iterdir()) == [tmp_path / "data", target]

    run(main)


def test_an_export_that_fails_leaves_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path / "data") as here:
            with pytest.raises(PandaError) as caught:
                await here.money.export(SpendingFilter(), tmp_path / "none" / "out.csv", {})
            assert caught.value.kind is ErrorKind.CANNOT_WRITE
            assert sorted(tmp_path.iterdir()) == [tmp_path / "data"]

    run(main)
