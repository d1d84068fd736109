"""Searching 200,000 messages of about 1 KB, every other one in Chinese, and what indexing adds to a message.

The words are made up, their frequencies are those of language (Zipf), so that common words are in most
messages. Each search is the whole way from the text that was typed to the snippets of 50 hits.
"""

import asyncio
import random
import tempfile
import time
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.search import parse
from panda_desktop.storage.storage import Storage
from tests.benchmarks.row import Row, at_most, told

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PER_CONVERSATION = 50
TIMES = 100
LAWS = ("a common word", "a rare word", "two Chinese characters, a word")
TIMES_MORE = 10
CHARACTERS = 3_500
SYLLABLES = "ba be co con de di en er fa ga hi in ka la le lo ma me mi na ne no pa per po ra re ri ro sa se"
SYLLABLES += " si so ta te ti to tra u va ve vi wa yo za the st pre pro"


class Language:
    """Words by rank; `text` draws them as often as language does."""

    def __init__(self, words: Sequence[str], between: str, chance: random.Random) -> None:
        self.words = words
        self._between = between
        self._chance = chance
        self._weights = tuple(accumulate(1 / (rank + 2.7) for rank in range(len(words))))

    def text(self, count: int) -> str:
        return self._between.join(self._chance.choices(self.words, cum_weights=self._weights, k=count))


def languages(chance: random.Random) -> tuple[Language, Language]:
    """Makes 20,000 English-like and 25,000 Chinese-like words, the Chinese ones of two characters."""
    syllables = SYLLABLES.split()
    words: dict[str, None] = {}
    while len(words) < 20_000:
        words["".join(chance.choices(syllables, k=1 + min(bisect((60, 6_000), len(words)) + 1, 3)))] = None
    characters = [chr(0x4E00 + place) for place in chance.sample(range(20_900), CHARACTERS)]
    weights = tuple(accumulate(1 / (rank + 2.7) for rank in range(CHARACTERS)))
    pairs: dict[str, None] = {}
    while len(pairs) < 25_000:
        pairs["".join(chance.choices(characters, cum_weights=weights, k=2))] = None
    return Language(tuple(words), " ", chance), Language(tuple(pairs), "", chance)


def message(number: int, text: str, state: MessageState = MessageState.DONE) -> Message:
    """A message of the conversation its number falls into."""
    conversation = f"c{number // PER_CONVERSATION}"
    role = Role.ASSISTANT if number % 2 else Role.USER
    return Message(f"m{number}", conversation, None, 0, role, text, NOW, state=state)


async def fill(storage: Storage, count: int, english: Language, chinese: Language) -> None:
    """Stores the messages as the program does."""
    for first in range(0, count, PER_CONVERSATION):
        identity = f"c{first // PER_CONVERSATION}"
        batch = [
            message(number, chinese.text(170) if number % 2 else english.text(155))
            for number in range(first, first + PER_CONVERSATION)
        ]
        title = f"{english.text(3)} {chinese.text(3)}"
        await storage.conversations.add(batch, Conversation(identity, title, "auto", NOW, NOW))


async def added_by_indexing(storage: Storage, english: Language, chinese: Language) -> float:
    """Returns the milliseconds a message takes to be stored, above one that streams and is not indexed."""
    await storage.conversations.save(Conversation("extra", "", "auto", NOW, NOW))
    taken = {MessageState.DONE: 0.0, MessageState.STREAMING: 0.0}
    for number in range(500):
        text = chinese.text(170) if number % 2 else english.text(155)
        for state in taken:
            made = Message(f"x{state}{number}", "extra", None, 0, Role.USER, text, NOW, state=state)
            began = time.perf_counter()
            await storage.conversations.add((made,))
            taken[state] += time.perf_counter() - began
    return (taken[MessageState.DONE] - taken[MessageState.STREAMING]) / 500 * 1000


async def taken_in(storage: Storage, english: Language, chinese: Language) -> tuple[float, float]:
    """Returns the milliseconds of the longest of the steps that take 2,000 messages in, and of all of them to
    one message.
    """
    many = [
        Message(f"p{n}", "extra", None, 0, Role.USER, chinese.text(170) if n % 2 else english.text(155), NOW)
        for n in range(2_000)
    ]
    await storage.conversations.add(many)
    times = []
    more = True
    while more:
        began = time.perf_counter()
        more = await storage.search.take_in_some()
        times.append((time.perf_counter() - began) * 1000)
    return max(times), sum(times) / len(many)


async def searched(storage: Storage, queries: Sequence[str]) -> list[float]:
    """Returns sorted milliseconds of the searches."""
    times = []
    for query in queries:
        began = time.perf_counter()
        page = await storage.search.search(parse(query))
        times.append((time.perf_counter() - began) * 1000)
        assert page is not None
    return sorted(times)


async def superseded(storage: Storage, query: str) -> float:
    """Returns the milliseconds a long search takes to end once it is superseded, at worst of ten."""
    worst = 0.0
    for turn in range(10):
        ended = asyncio.Event()
        search = asyncio.ensure_future(storage.search.search(parse(query), superseded=ended.is_set))
        await asyncio.sleep(0.002 * turn)
        began = time.perf_counter()
        ended.set()
        await search
        worst = max(worst, (time.perf_counter() - began) * 1000)
    return worst


def queries(
    english: Language, chinese: Language, chance: random.Random
) -> dict[str, tuple[list[str], float]]:
    """Returns what is searched by kind, with the goal for p95 in milliseconds (0: only told)."""
    common, rare = english.words[:40], english.words[5_000:]
    characters = tuple(dict.fromkeys("".join(chinese.words[:300])))
    picks: dict[str, tuple[list[str], float]] = {
        "a common word": ([f"{chance.choice(common)} " for _ in range(TIMES)], 50),
        "a rare word": ([f"{chance.choice(rare)} " for _ in range(TIMES)], 50),
        "two words": ([f"{chance.choice(common)} {chance.choice(rare)} " for _ in range(TIMES)], 50),
        "a phrase": ([f'"{" ".join(chance.sample(common, 2))}"' for _ in range(TIMES)], 100),
        "two Chinese characters, a word": ([chance.choice(chinese.words[:5_000]) for _ in range(TIMES)], 150),
        "two Chinese characters, any": (["".join(chance.sample(characters, 2)) for _ in range(TIMES)], 150),
        "one Chinese character": ([chance.choice(characters) for _ in range(TIMES)], 50),
    }
    typed = [word for word in english.words[:2_000] if len(word) > 4]
    for length in (1, 2, 3, 4):
        words = [f"{chance.choice(common)} {chance.choice(typed)[:length]}" for _ in range(TIMES)]
        picks[f"typing, letter {length} of the second word"] = (words, 0 if length == 1 else 100)
    return picks


async def measured(folder: Path, count: int) -> list[Row]:
    """Measures everything in a new data folder."""
    chance = random.Random(11)
    english, chinese = languages(chance)
    storage = await Storage.open(folder)
    await fill(storage, count, english, chinese)
    added = await added_by_indexing(storage, english, chinese)
    longest, each = await taken_in(storage, english, chinese)
    rows = [
        at_most("search: indexing adds to a message", added, "ms", 2),
        told("search: taking a message in later", each, "ms"),
        at_most("search: the longest step of taking in", longest, "ms", 250),
    ]
    for kind, (texts, limit) in queries(english, chinese, chance).items():
        times = await searched(storage, texts)
        rows.append(told(f"search: {kind}, p50", times[len(times) // 2], "ms"))
        name, p95 = f"search: {kind}, p95", times[int(len(times) * 0.95)]
        rows.append(at_most(name, p95, "ms", limit) if limit else told(name, p95, "ms"))
    letter = english.words[0][0]
    rows.append(at_most("search: a superseded one ends, worst", await superseded(storage, letter), "ms", 50))
    await storage.close()
    rows.append(told("search: database", (folder / "panda.sqlite3").stat().st_size / 2**20, "MB"))
    return rows


async def _found(folder: Path, count: int) -> dict[str, float]:
    """Returns the milliseconds half of the searches of a kind take at most, over so many messages."""
    chance = random.Random(11)
    english, chinese = languages(chance)
    storage = await Storage.open(folder)
    await fill(storage, count, english, chinese)
    kinds = queries(english, chinese, chance)
    times = {kind: await searched(storage, kinds[kind][0]) for kind in LAWS}
    await storage.close()
    return {kind: found[len(found) // 2] for kind, found in times.items()}


def laws(short: bool) -> Iterator[Row]:
    """Yields what ten times the messages make of the time of a search."""
    few = 2_000 if short else 20_000
    with tempfile.TemporaryDirectory() as folder:
        small = asyncio.run(_found(Path(folder, "small"), few))
        large = asyncio.run(_found(Path(folder, "large"), TIMES_MORE * few))
    for kind in LAWS:
        name = f"search: {kind}, p50 in {TIMES_MORE * few:,} messages against {few:,}"
        yield at_most(name, large[kind] / small[kind], "x", TIMES_MORE)


def rows(short: bool) -> Iterator[Row]:
    """Measures with 200,000 messages; short: 20,000."""
    with tempfile.TemporaryDirectory() as folder:
        yield from asyncio.run(measured(Path(folder), 20_000 if short else 200_000))
    yield from laws(short)
