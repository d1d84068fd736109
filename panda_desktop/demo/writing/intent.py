"""Reads from a prompt what kind of answer it wants.

Promise: every prompt gets at least one thing to answer; looking never takes more than linear time.
"""

import re
from dataclasses import dataclass
from typing import Final

LOOKED_AT: Final = 4_000
MOST_WORDS: Final = 40_000


@dataclass(frozen=True, slots=True)
class Intent:
    """What the prompt asks for.

    Attributes:
        chinese: the answer is Chinese.
        greeting: it only says hello.
        thanks: it only thanks.
        identity: it asks who answers.
        code: name of the language of wanted code, or None.
        table: a table is wanted.
        list: a list is wanted.
        steps: an ordered or task list is wanted.
        formula: mathematics is wanted.
        poem: a poem is wanted.
        summary: a summary is wanted.
        words: length wanted in words, or None.
    """

    chinese: bool = False
    greeting: bool = False
    thanks: bool = False
    identity: bool = False
    code: str | None = None
    table: bool = False
    list: bool = False
    steps: bool = False
    formula: bool = False
    poem: bool = False
    summary: bool = False
    words: int | None = None


_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_GREETING: Final = re.compile(
    r"\W*(hi|hello|hey|hallo|good (morning|evening|afternoon)|你好|您好|嗨|早上好|晚上好)( "
    r"(there|panda|you))?\W*",
    re.I,
)
_THANKS: Final = re.compile(r"\W*(thanks|thank you|thx|great|谢谢|多谢|太好了)[^?]{0,20}", re.I)
_IDENTITY: Final = re.compile(
    r"who are you|what are you\b|your name|which model|introduce yourself|about yourself|"
    r"你是谁|你叫什么|什么模型|介绍(一下)?(你|您)?自己|自我介绍",
    re.I,
)
_CODE: Final = re.compile(
    r"\bcode\b|\bfunction\b|\bscript\b|\bprogram\b|\bsnippet\b|\bimplement|\bregex\b|\bclass\b|\bquery\b|代码|函数|程序|脚本|实现",
    re.I,
)
_TABLE: Final = re.compile(r"\btables?\b|\bcompar|\bversus\b|\bvs\b|表格|对比|比较", re.I)
_LIST: Final = re.compile(
    r"\blist\b|\bbullet|\bideas\b|\btips\b|\breasons\b|\bexamples\b|列表|列出|清单|建议|理由", re.I
)
_STEPS: Final = re.compile(
    r"\bsteps?\b|\bplan\b|\bhow (do|can|to)\b|\bchecklist\b|\btodo\b|\bto-do\b|\brecipe\b|步骤|计划|"
    r"怎么|如何|待办",
    re.I,
)
_FORMULA: Final = re.compile(
    r"formula|equation|\bmaths?\b|latex|integral|derivative|theorem|proof|\bprove\b|probability|公式|方程|积分|导数|数学|定理|证明",
    re.I,
)
_POEM: Final = re.compile(r"\bpoem\b|\bhaiku\b|\bverse\b|\bpoetry\b|诗|俳句", re.I)
_SUMMARY: Final = re.compile(r"\bsummar|\btl;?dr\b|\bshorten\b|总结|摘要|概括", re.I)
_WORDS: Final = re.compile(r"(\d[\d,.]*)\s*(k)?[\s-]*(?:words?|字|汉字|个字|tokens?)", re.I)
_LONG: Final = re.compile(
    r"\bessay\b|\blong (story|text|answer|article)\b|\bin detail\b|作文|长文|文章", re.I
)
_LANGUAGES: Final = {
    "javascript": r"javascript|\bjs\b|node\.?js|typescript",
    "rust": r"\brust\b",
    "sql": r"\bsql\b|sqlite|postgres|\bquery\b|查询",
    "bash": r"\bbash\b|\bshell\b|command line|命令行",
    "go": r"\bgolang\b|\bgo (code|program|function)\b|\bin go\b",
    "html": r"\bhtml\b|web ?page|网页",
}


def _wanted_words(text: str) -> int | None:
    match = _WORDS.search(text)
    if match is None:
        return 900 if _LONG.search(text) else None
    digits = re.sub(r"[,.]", "", match.group(1))
    count = int(digits[:7]) * (1000 if match.group(2) else 1)
    return min(count, MOST_WORDS) if count >= 80 else None


def _language(text: str) -> str:
    for name, pattern in _LANGUAGES.items():
        if re.search(pattern, text, re.I):
            return name
    return "python"


def read_intent(prompt: str) -> Intent:
    """Returns what `prompt` wants; looks at its first 4,000 characters."""
    text = prompt[:LOOKED_AT]
    named = _language(text)
    return Intent(
        chinese=len(_CHINESE.findall(text)) * 4 > len(text.strip()),
        greeting=_GREETING.fullmatch(text.strip()) is not None,
        thanks=_THANKS.fullmatch(text.strip()) is not None,
        identity=_IDENTITY.search(text) is not None,
        code=named
        if _CODE.search(text) or named != "python" or re.search(r"\bpython\b", text, re.I)
        else None,
        table=_TABLE.search(text) is not None,
        list=_LIST.search(text) is not None,
        steps=_STEPS.search(text) is not None,
        formula=_FORMULA.search(text) is not None,
        poem=_POEM.search(text) is not None,
        summary=_SUMMARY.search(text) is not None,
        words=_wanted_words(text),
    )
