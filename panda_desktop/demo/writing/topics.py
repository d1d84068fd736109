"""What the demo knows by heart: tables and lists for the subjects people try first.

Promise: every fact here is true; subjects that are not here get a table made from their own words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject.

    Attributes:
        hints: words of a prompt that point to it.
        name: for headings.
        short: an answer in two sentences.
        table: header and rows; cells hold inline Markdown.
        points: bullets, Markdown.
    """

    hints: tuple[str, ...]
    name: str
    short: str
    table: tuple[tuple[str, ...], ...]
    points: tuple[str, ...]


TOPICS: Final = (
    Topic(
        ("sort",),
        "Sorting algorithms",
        "The three differ in *how they divide the work*: insertion sort grows a sorted prefix, merge "
        "sort halves and "
        "merges, quicksort splits around a pivot. For short or nearly sorted input the simplest one wins.",
        (
            ("Algorithm", "Best", "Average", "Worst", "Extra memory", "Stable"),
            ("Insertion sort", "$O(n)$", "$O(n^2)$", "$O(n^2)$", "$O(1)$", "yes"),
            ("Merge sort", "$O(n \\log n)$", "$O(n \\log n)$", "$O(n \\log n)$", "$O(n)$", "yes"),
            ("Quicksort", "$O(n \\log n)$", "$O(n \\log n)$", "$O(n^2)$", "$O(\\log n)$", "no"),
        ),
        (
            "**Insertion sort** for up to about 30 values, or when almost everything is in place.",
            "**Merge sort** when equal values must keep their order, or the data does not fit in memory.",
            "**Quicksort** for arrays in memory when the average matters and the worst case is unlikely.",
            "**`sorted()`** in practice: Timsort joins the first two and notices runs that are sorted "
            "already.",
        ),
    ),
    Topic(
        ("python", "rust", "javascript", "programming language"),
        "Programming languages",
        "Choose by what hurts most: time to write, time to run, or mistakes in production. Most teams "
        "end up with two.",
        (
            ("Language", "Typing", "Runs as", "Shines at"),
            ("Python", "dynamic, optional hints", "bytecode", "data, glue, teaching"),
            ("Rust", "static, inferred", "native code", "systems, safety, speed"),
            ("JavaScript", "dynamic", "just-in-time", "everything in a browser"),
            ("Go", "static", "native code", "network services"),
        ),
        (
            "**Python** when people wait for the program less than the program waits for people.",
            "**Rust** when a crash or a data race is not acceptable.",
            "**JavaScript** when it has to run in a browser.",
            "**Go** when a team of many has to read it next year.",
        ),
    ),
    Topic(
        ("planet", "solar system"),
        "The planets",
        "Four small rocky worlds close to the Sun, four giants far away. Between them lies the asteroid "
        "belt.",
        (
            ("Planet", "Diameter (km)", "Year", "Moons of note"),
            ("Mercury", "4,879", "88 days", "none"),
            ("Venus", "12,104", "225 days", "none"),
            ("Earth", "12,742", "365.25 days", "the Moon"),
            ("Mars", "6,779", "687 days", "Phobos, Deimos"),
            ("Jupiter", "139,820", "11.9 years", "Io, Europa, Ganymede, Callisto"),
            ("Saturn", "116,460", "29.5 years", "Titan, Enceladus"),
        ),
        (
            "**Venus** is hotter than Mercury, although it is farther from the Sun.",
            "**Saturn** is lighter than water, taken as a whole.",
            "**Jupiter** weighs more than twice as much as all the others together.",
        ),
    ),
    Topic(
        ("coffee", "espresso", "tea"),
        "Coffee at home",
        "Grind, ratio and temperature decide nearly everything. Change one at a time and taste.",
        (
            ("Method", "Grind", "Ratio", "Time"),
            ("Espresso", "fine", "1 : 2", "25–30 s"),
            ("Moka pot", "fine to medium", "1 : 7", "4 min"),
            ("Pour-over", "medium", "1 : 16", "3 min"),
            ("French press", "coarse", "1 : 15", "4 min"),
            ("Cold brew", "coarse", "1 : 8", "12–18 h"),
        ),
        (
            "**Weigh** beans and water; spoons lie.",
            "**Grind fresh**: aroma fades within minutes.",
            "**Too sour?** Grind finer or brew hotter. **Too bitter?** The other way round.",
        ),
    ),
    Topic(
        ("panda",),
        "Giant pandas",
        "Giant pandas live in the mountain forests of Sichuan, Shaanxi and Gansu and spend most of the "
        "day eating bamboo. "
        "They belong to the bears, with a wrist bone that works like a thumb.",
        (
            ("", "Giant panda", "Red panda"),
            ("Family", "bears", "a family of its own"),
            ("Weight", "70–125 kg", "3–6 kg"),
            ("Food", "almost only bamboo", "bamboo, fruit, eggs"),
            ("Lives", "on the ground, climbs well", "mostly in trees"),
        ),
        (
            "**12 to 14 hours** of each day go into eating.",
            "**Up to 38 kg of bamboo** a day, because little of it is digested.",
            "**Newborns weigh about 100 g**, roughly a nine-hundredth of their mother.",
        ),
    ),
    Topic(
        ("database", "sqlite", "postgres", "mysql"),
        "Databases",
        "Start with the smallest one that cannot lose your data; moving up later is easier than running "
        "too much now.",
        (
            ("", "SQLite", "PostgreSQL", "Redis"),
            ("Runs as", "a library", "a server", "a server"),
            ("Writers", "one at a time", "many", "many"),
            ("Best for", "applications, tests", "services", "caches, queues"),
            ("Backup", "copy through its API", "`pg_dump`, replication", "snapshots, log"),
        ),
        (
            "**SQLite** on a device, in an app, in tests.",
            "**PostgreSQL** as soon as several machines write.",
            "**Redis** beside one of them, hardly ever instead.",
        ),
    ),
)

CAPITALS: Final = {
    "france": "Paris",
    "germany": "Berlin",
    "italy": "Rome",
    "spain": "Madrid",
    "portugal": "Lisbon",
    "austria": "Vienna",
    "china": "Beijing",
    "japan": "Tokyo",
    "india": "New Delhi",
    "brazil": "Brasília",
    "canada": "Ottawa",
    "australia": "Canberra",
    "egypt": "Cairo",
    "kenya": "Nairobi",
    "poland": "Warsaw",
    "sweden": "Stockholm",
    "the united states": "Washington, D.C.",
    "the united kingdom": "London",
}


def find_topic(prompt: str, topics: Sequence[Topic] = TOPICS) -> Topic | None:
    """Returns the subject of `topics` a prompt points to, or None."""
    words = prompt[:4_000].lower()
    return next((topic for topic in topics if any(hint in words for hint in topic.hints)), None)
