"""Finds what a prompt is about.

Promise: always returns some words that can stand in a sentence.
"""

import re
from typing import Final

_STOP_WORDS: Final = (
    "a about above after all also an and any are as ask at be been bullet by can code compare could "
    "create detail describe did do does draw each essay every example examples explain few five for "
    "four from function generate get give had has have hello help hey hi how i if image in into is it "
    "its just let like list long make many may me more most my need no not of on one or our out "
    "paragraph paragraphs picture please program python script see short should show simple sketch "
    "snippet so some step steps story table tell than that the their them then there these they this "
    "those three tips to two up us use using very want was we were what when where which who why will "
    "with word words write would you your between javascript rust sql bash html markdown answer task "
    "formula formulas latex thousand summarise summarize summary plan prove proof implement essay "
    "text best good use small "
)
_STOP: Final = frozenset(_STOP_WORDS.split())
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]{1,30}")
_LEAD: Final = re.compile(
    r"^(?:please\s+|can you\s+|could you\s+|hey,?\s+|hi,?\s+)*"
    r"(?:(?:explain|describe|tell me|tell us|write|show me|give "
    r"me|summari[sz]e|compare|list|discuss|outline|what (?:is|are)|"
    r"who (?:is|was)|teach me|define|introduce|help me(?: understand| with)?)\s+)?"
    r"(?:(?:about|of|on|a|an|some|the)\s+)*(?:how (?:do|does|can|should) (?:i|we|you)\s+|how "
    r"to\s+|how\s+|why\s+(?:the\s+)?)?",
    re.I,
)
_MANNER: Final = re.compile(
    r"\s*\bin (?:a few|a couple of|one|two|three|simple|plain|short) (?:words?|sentences?|lines?|terms)\b,?",
    re.I,
)
_DOING: Final = re.compile(
    r"(plan|make|build|learn|write|start|cook|fix|grow|choose|bake|run|set|get|use|find)( .+)", re.I
)
_DOUBLED: Final = frozenset(("plan", "run", "set", "get"))
_VERB: Final = re.compile(r"\b(?:works?|does|do|is|are|was|can|should)\b", re.I)
_CHINESE_NOISE: Final = re.compile(
    r"你好|您好|请|帮我|给我|一下|一个|一篇|一段|一些|写|解释|介绍|说明|列出|比较|对比|实现|证明|怎么样?|如何|什么是|是什么|是哪里|在哪里|"
    r"为什么|用|的?(代码|表格|列表|公式|作文|文章)|"
    r"\d+\s*个?(汉)?字|python|吗|呢|吧|[，。！？、,.!?：:；;“”\"'\s]",
    re.I,
)


def keywords(prompt: str, most: int = 6) -> list[str]:
    """Returns the telling words of an English prompt, lower case, each once, in order."""
    found: list[str] = []
    for match in _WORD.finditer(prompt[:4_000]):
        word = match.group().lower().strip("'’-")
        if word not in _STOP and word not in found and len(word) > 1:
            found.append(word)
        if len(found) == most:
            break
    return found


def topic(prompt: str) -> str:
    """Returns a short name for what the prompt is about; `your question` at worst."""
    first = re.split(r"[.?!;:\n]", prompt.strip()[:400], maxsplit=1)[0]
    name = _LEAD.sub("", _MANNER.sub("", first)).strip(" ,'\"")
    doing = _DOING.fullmatch(name)
    if doing is not None:
        name = _as_noun(doing.group(1).lower()) + doing.group(2)
    name = " ".join(_VERB.sub(" ", name).split()[:7])
    while (last := name.rpartition(" "))[2].lower() in _STOP and last[0]:
        name = last[0]
    if name.isascii() and 2 < len(name) <= 60 and keywords(name):
        return name
    return " ".join(keywords(prompt, 3)) or "your question"


def _as_noun(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    return f"{verb.removesuffix('e')}ing"


def chinese_topic(prompt: str) -> str:
    """Returns the same of a Chinese prompt."""
    rest = _CHINESE_NOISE.sub("", prompt[:200])
    return rest[:12] or "这个问题"


def title(text: str) -> str:
    """Returns `text` with a capital first letter."""
    return text[:1].upper() + text[1:]
