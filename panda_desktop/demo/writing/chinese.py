"""Answers to Chinese questions.

Promise: the same parts as in English, in Chinese.
"""

import random
from typing import Final

from panda_desktop.demo.writing.chinese_topics import CHINESE_CAPITALS, CHINESE_TOPICS
from panda_desktop.demo.writing.code_samples import sample_for
from panda_desktop.demo.writing.intent import Intent
from panda_desktop.demo.writing.sections import as_table, formula
from panda_desktop.demo.writing.subject import chinese_topic
from panda_desktop.demo.writing.topics import find_topic

_SENTENCES: Final = (
    "说到{a}，人们往往先想到结果，却忽略了过程。",
    "真正困难的地方，并不在书本里，而在每天的细节中。",
    "如果慢下来观察，就会发现{a}一直在悄悄变化。",
    "一个好的例子，胜过十条抽象的道理。",
    "有人认为这只是习惯问题，其实背后有更深的原因。",
    "把想法写下来，再给别人看，常常能发现新的角度。",
    "时间会带走多余的东西，留下值得保留的部分。",
    "从小处开始，坚持下去，{a}自然会有结果。",
    "数字并不惊人，影响却很长远。",
    "与其等待完美的时机，不如先完成最小的一步。",
)


_POEM: Final = "> 竹影摇窗月半明，  \n> 一灯如豆照书声。  \n> 熊猫不问人间事，  \n> 自抱青枝到五更。"
_PLANS: Final = (
    ("方案", "成本", "难度", "适合"),
    ("先做最小的一步", "低", "容易", "刚开始的时候"),
    ("完整的计划", "中", "一般", "多人合作"),
    ("两者结合", "中", "需要经验", "长期项目"),
)
_STEPS: Final = (
    "### 步骤\n\n1. 明确目标\n2. 收集已有的材料\n3. 完成最小的一步\n4. 请别人看看，再改进\n\n"
    "- [x] 提出问题\n- [ ] 留出一个小时"
)


def chinese_answer(prompt: str, intent: Intent, model: str, chance: random.Random) -> str:
    """Returns the whole answer to a Chinese prompt, Markdown."""
    name = chinese_topic(prompt)
    if intent.greeting:
        return (
            "你好！我是**演示网关**里的模型，答案都在这台电脑上生成，不会产生任何费用。\n\n你可以试试：\n\n"
            "- 写一段 *Python* 代码\n- 用表格比较三种方案\n- 写一首关于熊猫的诗"
        )
    if intent.thanks:
        return "不客气！还有什么想试的，随时告诉我。🐼"
    if intent.identity:
        return f"我是 `{model}`，由演示网关在本机扮演。这里没有真正的模型，所有文字都由程序组合而成。"
    if "首都" in prompt:
        country = next((known for known in CHINESE_CAPITALS if known in prompt), None)
        if country is not None:
            return f"{country}的首都是**{CHINESE_CAPITALS[country]}**。"
    if intent.words is not None:
        return _essay(name, intent.words, chance)
    return "\n\n".join(_parts(prompt, name, intent, chance))


def _parts(prompt: str, name: str, intent: Intent, chance: random.Random) -> list[str]:
    if intent.poem:
        return [_POEM]
    known = find_topic(prompt, CHINESE_TOPICS)
    parts = [known.short] if known else _opening(name, intent, chance)
    if intent.code:
        sample = sample_for(intent.code, prompt)
        after = "这段代码可以直接运行，不需要安装任何依赖。"
        parts.append(f"### 代码\n\n```{sample.language}\n{sample.text.strip()}\n```\n\n{after}")
    if intent.table:
        parts.append("### 对比\n\n" + as_table(known.table if known else _PLANS))
    if intent.list or not (intent.code or intent.table or intent.formula or intent.steps):
        ideas = known.points if known else [one.format(a=name) for one in chance.sample(_SENTENCES, 4)]
        parts.append("### 要点\n\n" + "\n".join(f"- {idea}" for idea in ideas))
    if intent.steps:
        parts.append(_STEPS)
    if intent.formula:
        block = formula(prompt).split("$$")
        parts.append(f"### 公式\n\n$${block[1]}$$\n\n把等式两边各写一遍，就能看出它为什么成立。")
    return parts


def _opening(name: str, intent: Intent, chance: random.Random) -> list[str]:
    first = (
        f"关于**{name}**，可以这样理解：",
        f"先说结论：**{name}**值得分几步来看。",
        f"好的，我们来看**{name}**。",
    )
    if intent.code or intent.formula:
        return ["好的，写法如下。"]
    return [chance.choice(first), "".join(chance.sample(_SENTENCES, 3)).format(a=name)]


def _essay(name: str, characters: int, chance: random.Random) -> str:
    parts, written = [f"# {name}"], 0
    while written < characters:
        if len(parts) % 5 == 0:
            parts.append(f"## {name}（{len(parts) // 5}）")
        paragraph = "".join(chance.sample(_SENTENCES, 6)).format(a=name)
        parts.append(paragraph)
        written += len(paragraph)
    return "\n\n".join(parts)
