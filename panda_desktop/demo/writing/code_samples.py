"""Programs the demo writes when it is asked for code.

Promise: each sample runs as it stands, on the standard library of its language.
"""

from dataclasses import dataclass
from typing import Final

from panda_desktop.demo.writing.subject import keywords


@dataclass(frozen=True, slots=True)
class Sample:
    """One program.

    Attributes:
        language: for the fence.
        hints: words of a prompt that ask for it.
        before: a sentence that leads to it.
        text: the program.
        after: what is worth knowing about it.
    """

    language: str
    hints: tuple[str, ...]
    before: str
    text: str
    after: str

    def as_markdown(self) -> str:
        """Returns sentence, fenced code, sentence."""
        return f"{self.before}\n\n```{self.language}\n{self.text.strip()}\n```\n\n{self.after}"


_SORTING = '''
from collections.abc import Sequence


def insertion_sort(values: Sequence[int]) -> list[int]:
    """Sorts by sliding each value left to its place: O(n²), quick for short lists."""
    result = list(values)
    for end in range(1, len(result)):
        value, index = result[end], end
        while index > 0 and result[index - 1] > value:
            result[index] = result[index - 1]
            index -= 1
        result[index] = value
    return result


def merge_sort(values: Sequence[int]) -> list[int]:
    """Sorts halves and merges them: O(n log n) always, and stable."""
    if len(values) < 2:
        return list(values)
    middle = len(values) // 2
    left, right = merge_sort(values[:middle]), merge_sort(values[middle:])
    merged: list[int] = []
    while left and right:
        merged.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return merged + left + right


def quick_sort(values: Sequence[int]) -> list[int]:
    """Splits around a pivot: O(n log n) on average."""
    if len(values) < 2:
        return list(values)
    pivot = values[len(values) // 2]
    smaller = [value for value in values if value < pivot]
    equal = [value for value in values if value == pivot]
    larger = [value for value in values if value > pivot]
    return quick_sort(smaller) + equal + quick_sort(larger)


for sort in (insertion_sort, merge_sort, quick_sort):
    print(f"{sort.__name__:>15}", sort([5, 2, 9, 1, 5, 6]))
'''
_FIBONACCI = '''
from collections.abc import Iterator


def fibonacci() -> Iterator[int]:
    """Yields 0, 1, 1, 2, 3, 5, … without end."""
    current, following = 0, 1
    while True:
        yield current
        current, following = following, current + following


for index, number in zip(range(10), fibonacci()):
    print(f"F({index}) = {number}")
'''
_PRIMES = '''
def primes_below(limit: int) -> list[int]:
    """Returns all primes below `limit` with the sieve of Eratosthenes."""
    is_prime = bytearray([1]) * limit
    is_prime[:2] = b"\\x00\\x00"[:limit]
    for number in range(2, int(limit**0.5) + 1):
        if is_prime[number]:
            is_prime[number * number :: number] = bytes(len(range(number * number, limit, number)))
    return [number for number, prime in enumerate(is_prime) if prime]


print(primes_below(60))
'''
_FILES = '''
import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path


def totals_by_month(path: Path) -> dict[str, Decimal]:
    """Adds up the `amount` column of a CSV file by the month of its `date` column."""
    totals: defaultdict[str, Decimal] = defaultdict(Decimal)
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            totals[row["date"][:7]] += Decimal(row["amount"])
    return dict(sorted(totals.items()))


if __name__ == "__main__":
    for month, total in totals_by_month(Path("expenses.csv")).items():
        print(f"{month}  {total:>10}")
'''
_ASYNC = '''
import asyncio
import random


async def fetch(name: str, limit: asyncio.Semaphore) -> str:
    """Stands for a slow request; at most a few run at once."""
    async with limit:
        await asyncio.sleep(random.uniform(0.1, 0.4))
        return f"{name}: done"


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(f"page {number}", limit)) for number in range(8)]
    print(*(task.result() for task in tasks), sep="\\n")


asyncio.run(main())
'''
_WORDS = '''
import re
import sys
from collections import Counter


def most_common_words(text: str, count: int = 10) -> list[tuple[str, int]]:
    """Returns the words used most, longest first among equals."""
    words = re.findall(r"[^\\W\\d_]+", text.lower())
    return sorted(Counter(words).items(), key=lambda item: (-item[1], -len(item[0])))[:count]


for word, times in most_common_words(sys.stdin.read()):
    print(f"{times:6} {word}")
'''
_JAVASCRIPT = """
/** Runs `action` once the calls have paused for `wait` milliseconds. */
export function debounce(action, wait = 200) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), wait);
  };
}

const search = debounce((words) => console.log(`searching for “${words}”`));
["p", "pa", "pan", "panda"].forEach((typed) => search(typed));
"""
_RUST = """
use std::collections::HashMap;

/// Counts how often each word occurs, ignoring case.
fn word_counts(text: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    counts
}

fn main() {
    let mut counts: Vec<_> = word_counts("the quick fox and the lazy dog and the owl").into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    for (word, count) in counts {
        println!("{count:>3}  {word}");
    }
}
"""
_SQL = """
WITH monthly AS (
    SELECT customer_id,
           strftime('%Y-%m', placed_at) AS month,
           SUM(total)                   AS spent
    FROM orders
    WHERE status = 'paid'
    GROUP BY customer_id, month
)
SELECT c.name,
       m.month,
       m.spent,
       m.spent - LAG(m.spent) OVER (PARTITION BY m.customer_id ORDER BY m.month) AS change
FROM monthly AS m
JOIN customers AS c ON c.id = m.customer_id
ORDER BY c.name, m.month;
"""
_BASH = """
#!/usr/bin/env bash
set -euo pipefail

# Lists the ten largest files below a folder, with readable sizes.
folder=${1:-.}
find "$folder" -type f -printf '%s\\t%p\\n' |
  sort -rn |
  head -n 10 |
  while IFS=$'\\t' read -r size path; do
    printf '%8s  %s\\n' "$(numfmt --to=iec "$size")" "$path"
  done
"""
_GO = """
package main

import (
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	results := make(chan string, 4)
	for worker := 1; worker <= 4; worker++ {
		group.Add(1)
		go func(id int) {
			defer group.Done()
			results <- fmt.Sprintf("worker %d squared is %d", id, id*id)
		}(worker)
	}
	group.Wait()
	close(results)
	for line := range results {
		fmt.Println(line)
	}
}
"""
_HTML = """
<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>A quiet page</title>
  <style>
    body { font: 16px/1.6 system-ui; max-width: 40rem; margin: 4rem auto; color: #1d1f21; }
    h1 { color: #2f6f4f; }
  </style>
  <h1>A quiet page</h1>
  <p>Nothing here needs a framework.</p>
</html>
"""

SAMPLES: Final = (
    Sample(
        "python",
        ("sort", "排序"),
        "Three ways to sort, side by side:",
        _SORTING,
        "All three leave the input alone and return a new list. In real programs `sorted()` is the "
        "right choice: "
        "it is a tuned merge sort written in C.",
    ),
    Sample(
        "python",
        ("fibonacci", "generator", "斐波那契"),
        "A generator keeps this short and never runs out:",
        _FIBONACCI,
        "Each number costs one addition, and only two numbers are ever in memory.",
    ),
    Sample(
        "python",
        ("prime", "sieve", "素数", "质数"),
        "The classic sieve, with slices doing the heavy lifting:",
        _PRIMES,
        "It runs in $O(n \\log \\log n)$ and needs one byte for each number.",
    ),
    Sample(
        "python",
        ("csv", "file", "expense", "spreadsheet", "money", "文件"),
        "This reads the file line by line, so its size does not matter:",
        _FILES,
        "`Decimal` keeps the cents exact; `float` would not.",
    ),
    Sample(
        "python",
        ("async", "concurren", "parallel", "download", "request", "http", "并发"),
        "A task group with a limit is usually all you need:",
        _ASYNC,
        "If one task fails, the group cancels the others and raises: nothing is forgotten in the background.",
    ),
    Sample(
        "python",
        ("word", "text", "count", "frequency", "文本"),
        "Reads a text from standard input and counts:",
        _WORDS,
        "Try it with `python words.py < book.txt`.",
    ),
    Sample(
        "javascript",
        ("javascript",),
        "A small helper that saves many requests:",
        _JAVASCRIPT,
        "Only the last call runs.",
    ),
    Sample(
        "rust",
        ("rust",),
        "Idiomatic and without a single dependency:",
        _RUST,
        "The map owns its keys; the text is only borrowed.",
    ),
    Sample(
        "sql",
        ("sql",),
        "A window function does the comparing:",
        _SQL,
        "`LAG` looks at the month before for the same customer.",
    ),
    Sample(
        "bash",
        ("bash",),
        "A short script is enough:",
        _BASH,
        "`set -euo pipefail` stops at the first mistake.",
    ),
    Sample(
        "go",
        ("go",),
        "Four goroutines and a channel:",
        _GO,
        "The channel has room for every result, so no worker waits.",
    ),
    Sample("html", ("html",), "One file, no build step:", _HTML, "Open it in any browser."),
)

_OWN = '''
from dataclasses import dataclass, field


@dataclass
class {name}:
    """Collects notes on {topic} and finds them again."""

    notes: list[str] = field(default_factory=list)

    def add(self, note: str) -> None:
        """Keeps a note; blank ones are ignored."""
        if note.strip():
            self.notes.append(note.strip())

    def search(self, words: str) -> list[str]:
        """Returns the notes that hold all `words`, newest first."""
        wanted = words.lower().split()
        return [note for note in reversed(self.notes) if all(word in note.lower() for word in wanted)]


book = {name}()
book.add("A first idea about {topic}")
book.add("A better idea, written down the day after")
print(book.search("idea"))
'''


def sample_for(language: str, prompt: str) -> Sample:
    """Returns the program that fits a prompt best; a small one about its subject when none fits."""
    words = prompt.lower()
    for sample in SAMPLES:
        if sample.language == language and any(hint in words for hint in sample.hints):
            return sample
    for sample in SAMPLES:
        if sample.language == language != "python":
            return sample
    found = keywords(prompt, 2) or ["note"]
    name = (
        "".join(word.replace("'", "").replace("’", "").replace("-", "").capitalize() for word in found)
        + "Book"
    )
    text = _OWN.format(name=name, topic=" ".join(found))
    return Sample(
        "python",
        (),
        "A small, typed starting point:",
        text,
        "Grow it from here: it has no dependency to outgrow.",
    )
