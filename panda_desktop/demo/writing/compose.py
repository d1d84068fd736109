"""Puts an answer together from the parts the prompt asks for.

Promise: the same conversation, style and variant give the same answer, and an answer that was cut off
is continued where it ended.
"""

import hashlib
import random
from dataclasses import dataclass, replace
from typing import Final

from panda_desktop.demo.conversation import Turn, last_words
from panda_desktop.demo.writing import sections
from panda_desktop.demo.writing.chinese import chinese_answer
from panda_desktop.demo.writing.code_samples import sample_for
from panda_desktop.demo.writing.direct import direct_answer
from panda_desktop.demo.writing.essay import essay
from panda_desktop.demo.writing.intent import Intent, read_intent
from panda_desktop.demo.writing.naming import title_answer
from panda_desktop.demo.writing.reasoning import thoughts
from panda_desktop.demo.writing.subject import title, topic
from panda_desktop.demo.writing.topics import find_topic

_TRIED_VARIANTS: Final = 6
_LONG_WORDS: Final = 1_200
_CUT_OFF: Final = "your last answer was cut off. continue"
_GO_ON: Final = ("continue", "go on", "carry on", "please continue", "keep going", "继续", "接着说", "请继续")


@dataclass(frozen=True, slots=True)
class Style:
    """How a model writes.

    Attributes:
        model: its id, as it names itself.
        reasons: thinks aloud first.
        writes_long: writes an essay unless the question has a short answer.
    """

    model: str
    reasons: bool = False
    writes_long: bool = False


def compose(turns: list[Turn], style: Style, variant: int) -> tuple[str, str]:
    """Returns what is thought aloud (maybe nothing) and what is said.

    Args:
        turns: the conversation, at least one turn.
        style: of the model.
        variant: 0 for the first time this is asked; others give other words.
    """
    earlier, partial = _cut_off(turns)
    if partial is not None:
        return "", _rest(earlier, style, partial)
    return _fresh(turns, style, variant)


def _cut_off(turns: list[Turn]) -> tuple[list[Turn], str | None]:
    """Returns the conversation up to the question, and the unfinished answer if it is to be continued."""
    if turns[-1].role == "assistant" and len(turns) > 1:
        return turns[:-1], turns[-1].text
    asks = turns[-1].text.strip().strip(".!。！").lower()
    goes_on = asks in _GO_ON or asks.startswith(_CUT_OFF)
    if len(turns) > 2 and goes_on and turns[-2].role == "assistant":
        return turns[:-2], turns[-2].text
    return turns, None


def _rest(turns: list[Turn], style: Style, partial: str) -> str:
    for variant in range(_TRIED_VARIANTS):
        _, content = _fresh(turns, style, variant)
        if content.startswith(partial) and len(content) > len(partial):
            return content[len(partial) :]
    prompt = last_words(turns)
    chance = _chance(prompt, style.model, len(partial))
    return "\n\n" + sections.bullets(prompt, chance)


def _chance(prompt: str, model: str, variant: int) -> random.Random:
    return random.Random(hashlib.sha256(f"{model}\n{variant}\n{prompt}".encode("utf-8", "replace")).digest())


def _fresh(turns: list[Turn], style: Style, variant: int) -> tuple[str, str]:
    prompt = last_words(turns)
    chance = _chance(prompt, style.model, variant)
    intent = read_intent(prompt)
    if style.writes_long and intent.words is None and len(prompt.split()) > 3:
        intent = replace(intent, words=_LONG_WORDS)
    images = turns[-1].images
    named = title_answer(prompt)
    if images:
        said = _about_pictures(images, prompt, chinese=intent.chinese)
    elif named is not None:
        return "", named
    elif intent.chinese:
        said = chinese_answer(prompt, intent, style.model, chance)
    else:
        said = _english(prompt, intent, style.model, chance)
    return (thoughts(prompt, intent) if style.reasons else ""), said


def _english(prompt: str, intent: Intent, model: str, chance: random.Random) -> str:
    if intent.greeting:
        return _greeting(chance)
    if intent.thanks:
        return chance.choice(
            ("You're welcome! Anything else?", "Gladly. What shall we try next?", "Any time. 🐼")
        )
    if intent.identity:
        return (
            f"I am `{model}`, played by the **demo gateway** on this computer. There is no real model "
            f"behind these "
            "words: they are put together by a program, and nothing is charged."
        )
    direct = direct_answer(prompt)
    if direct is not None:
        return direct
    if intent.words is not None:
        return essay(prompt, intent.words, chance)
    if intent.poem:
        return sections.poem(prompt, chance)
    if intent.summary and len(prompt) > 60:
        return sections.summary(prompt)
    return "\n\n".join(_parts(prompt, intent, chance))


def _parts(prompt: str, intent: Intent, chance: random.Random) -> list[str]:
    known = find_topic(prompt)
    wanted = sum((intent.code is not None, intent.table, intent.list, intent.steps, intent.formula))
    only_code = intent.code is not None and wanted == 1  # the program brings its own sentence

    parts = [] if only_code else [known.short if known else _opening(prompt, chance)]

    def part(heading: str, text: str) -> None:
        parts.append(f"### {heading}\n\n{text}" if wanted > 1 else text)

    if intent.code is not None:
        part("Code", sample_for(intent.code, prompt).as_markdown())
    if intent.table:
        part("Side by side", sections.table(prompt, chance))
    if intent.list:
        part("When to use which" if intent.table else "Worth knowing", sections.bullets(prompt, chance))
    if intent.steps:
        part("Step by step", sections.steps(prompt, chance))
    if intent.formula:
        part("The mathematics", sections.formula(prompt))
    if not wanted:
        parts.extend(_plain(prompt, chance))
    return parts


def _opening(prompt: str, chance: random.Random) -> str:
    name = topic(prompt)
    return chance.choice(
        (
            f"**{title(name)}** is best seen from three sides: what it is, what it costs, and what it "
            f"changes.",
            f"The short version: with **{name}**, the first decision matters more than all later ones.",
            f"A good question. **{title(name)}** looks simple from outside, and becomes interesting a "
            f"little further in.",
        )
    )


def _plain(prompt: str, chance: random.Random) -> list[str]:
    name = topic(prompt)
    quoted = " ".join(prompt.split())
    shown = quoted if len(quoted) <= 160 else quoted[:160].rstrip() + " …"
    return [
        f"You asked:\n\n> {shown}",
        sections.bullets(prompt, chance),
        chance.choice(
            (
                f"If you only remember one thing about {name}: *try the smallest version first*, then "
                f"decide.",
                f"Tell me what you already know about {name}, and I can go deeper where it helps.",
                "Shall I turn this into a plan, a table or a piece of code?",
            )
        ),
        "---\n*The demo gateway wrote this on your computer. With a key, a real model answers.*",
    ]


def _greeting(chance: random.Random) -> str:
    hello = chance.choice(("Hello!", "Hi there!", "Good to see you!"))
    return (
        f"{hello} 🐼 I am the **demo gateway**: everything you see is made on this computer, and "
        f"nothing is charged.\n\n"
        "Try one of these:\n\n"
        "- *Compare three sorting algorithms with code, a table and a list*\n"
        "- *Explain the quadratic formula*\n"
        "- *Write a haiku about rain*\n"
        "- *写一段关于熊猫的介绍*"
    )


def _about_pictures(images: tuple[str, ...], prompt: str, *, chinese: bool) -> str:
    address, unknown = ("网址", "未读取") if chinese else ("an address", "not fetched")
    kinds = [url[5:].partition(";")[0] if url.startswith("data:") else address for url in images]
    sizes = [f"{len(url) * 3 // 4 / 1024:,.0f} KB" if url.startswith("data:") else unknown for url in images]
    rows = [
        ("图片", "类型", "大小") if chinese else ("Picture", "Kind", "Size"),
        *((str(i), k, s) for i, (k, s) in enumerate(zip(kinds, sizes, strict=True), 1)),
    ]
    if chinese:
        return (
            f"收到 {len(images)} 张图片。\n\n{sections.as_table(rows)}\n\n"
            "演示网关看不见图片，也不会假装看见。使用真正的密钥后，模型会描述图中的内容。"
        )
    count = "one picture" if len(images) == 1 else f"{len(images)} pictures"
    asked = f"\n\n> {' '.join(prompt.split())[:160]}" if prompt.strip() else ""
    return (
        f"You sent {count}.{asked}\n\n{sections.as_table(rows)}\n\n"
        "The demo gateway cannot see, so it will not pretend to. A model behind a real key describes "
        "what is in it."
    )
