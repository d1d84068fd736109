"""Long texts: as many words as asked for, with headings, quotations, lists and now and then a table.

Promise: the length is met within a paragraph, and no paragraph is the same as the one before.
"""

import random
from collections.abc import Iterator
from typing import Final

from panda_desktop.demo.writing.sections import as_table
from panda_desktop.demo.writing.subject import keywords, title, topic

_OPENINGS: Final = (
    "It is easy to take {a} for granted.",
    "Anyone who has spent time with {a} remembers a first surprise.",
    "The history of {a} is shorter than it seems, and stranger.",
    "There are two ways to look at {a}, and they seldom agree.",
    "Ask ten people about {a} and you will hear eleven opinions.",
    "What makes {a} difficult is not what the books say.",
    "A good place to begin is the ordinary day, where {a} is hardly noticed.",
)
_MIDDLES: Final = (
    "What looks like a detail of {a} turns out to carry the weight of {b}.",
    "The link to {b} is loose at first, then suddenly everything.",
    "A patient observer sees that {a} changes slowly, while talk about it changes every year.",
    "Most of the cost is hidden: it is paid in attention, not in money.",
    "Whoever measured it found less than was promised and more than was expected.",
    "The careful version takes longer, and is the only one that lasts.",
    "One might object that {b} explains it all; the examples say otherwise.",
    "Small tools matter here — a notebook, a clock, a colleague who asks *why* twice.",
    "In practice people trade a little of {a} for a little of {b}, and call it balance.",
    "None of this is new, but it has seldom been written down plainly.",
    "The numbers are modest, the effect is not.",
    "It helps to draw the thing: **what goes in, what comes out, who waits for whom**.",
)
_CLOSINGS: Final = (
    "That is the part worth keeping.",
    "The rest follows, given time.",
    "It is a modest claim, and it holds.",
    "So the question moves on to {b}.",
    "And that, more than any rule, decides how {a} turns out.",
    "Here the easy story ends and the useful one begins.",
)
_HEADINGS: Final = (
    "Where {a} begins",
    "What {a} costs",
    "The quiet role of {b}",
    "Three mistakes about {a}",
    "A day with {a}",
    "What the sceptics say",
    "How {a} and {b} meet",
    "Looking back at {a}",
    "What to do on Monday",
    "A short detour through {b}",
)
_QUOTES: Final = (
    "> The map is finished when somebody else can find the way home with it.",
    "> Whoever wants to go far begins by going slowly.",
    "> What cannot be said briefly has not been understood for long enough.",
)
_COMPANIONS: Final = ("patience", "craft", "memory", "attention", "scale", "chance")


def essay(prompt: str, words: int, chance: random.Random) -> str:
    """Returns a text of about `words` words on the subject of the prompt, Markdown."""
    name = topic(prompt)
    parts: list[str] = [f"# {title(name)}"]
    written, since_heading, section = 0, 0, 0
    headings = _cycled(_HEADINGS, chance)
    while written < words:
        if since_heading > 350:
            section += 1
            since_heading = 0
            parts.append(f"## {section}. {_filled(next(headings), prompt, chance)}")
            parts.extend(_decoration(section, prompt, chance))
        paragraph = _paragraph(prompt, chance)
        parts.append(paragraph)
        written += (count := len(paragraph.split()))
        since_heading += count
    return "\n\n".join(parts)


def _cycled(values: tuple[str, ...], chance: random.Random) -> Iterator[str]:
    while True:
        yield from chance.sample(values, len(values))


def _paragraph(prompt: str, chance: random.Random) -> str:
    sentences = [
        chance.choice(_OPENINGS),
        *chance.sample(_MIDDLES, chance.randint(3, 6)),
        chance.choice(_CLOSINGS),
    ]
    return " ".join(title(_filled(sentence, prompt, chance)) for sentence in sentences)


def _filled(sentence: str, prompt: str, chance: random.Random) -> str:
    words = keywords(prompt, 4) or ["the matter"]
    return sentence.format(a=chance.choice(words), b=chance.choice([*words, *_COMPANIONS]))


def _decoration(section: int, prompt: str, chance: random.Random) -> list[str]:
    if section % 4 == 1:
        return [chance.choice(_QUOTES)]
    if section % 4 == 2:
        return ["\n".join(f"- {title(_filled(chance.choice(_MIDDLES), prompt, chance))}" for _ in range(3))]
    if section % 4 == 3:
        years = sorted(chance.sample(range(1950, 2025), 3))
        rows = [(str(year), chance.choice(_COMPANIONS), f"{chance.randint(2, 98)} %") for year in years]
        return [as_table([("Year", "What mattered", "Share"), *rows])]
    return []
