"""The ledger as CSV.

Promise: RFC 4180; every digit of an amount is there, and no cell is a formula to a spreadsheet.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Final

from panda_desktop.domain.money import LedgerEntry

COLUMNS: Final = (
    "time",
    "profile",
    "gateway",
    "kind",
    "model",
    "served",
    "chat",
    "job",
    "count",
    "prompt_tokens",
    "completion_tokens",
    "predicted",
    "charged",
    "shared",
    "currency",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The last ones are the wide forms of the first, which East Asian spreadsheets read alike."""


def csv_text(
    entries: Iterable[LedgerEntry],
    words: Mapping[str, str],
    titles: Mapping[str, str],
    *,
    with_heading: bool,
) -> str:
    """Returns entries as lines of CSV; `words` are headings and the words for kinds, `yes` and `no`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    if with_heading:
        writer.writerow([harmless(words.get(name, name)) for name in COLUMNS])
    for entry in entries:
        writer.writerow(_cells(entry, words, titles))
    return out.getvalue()


def harmless(text: str) -> str:
    """Returns a text that no spreadsheet reads as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or text.startswith(_FORMULA) else text


def _cells(entry: LedgerEntry, words: Mapping[str, str], titles: Mapping[str, str]) -> list[str]:
    texts = (
        entry.at.isoformat(timespec="seconds"),
        entry.profile,
        entry.base_url,
        words.get(entry.kind.value, entry.kind.value),
        entry.model,
        entry.served_model,
        titles.get(entry.conversation_id or "", ""),
        entry.job_id or "",
    )
    numbers = (
        entry.count or None,
        entry.prompt_tokens,
        entry.completion_tokens,
        entry.predicted,
        entry.charged,
    )
    shared = words.get("yes", "yes") if entry.shared else words.get("no", "no")
    return [
        *map(harmless, texts),
        *(
            "" if number is None else f"{number:f}" if not isinstance(number, int) else str(number)
            for number in numbers
        ),
        shared,
        harmless(entry.currency.upper()),
    ]
