"""Parts of an English answer: table, list, steps, formula, poem, summary.

Promise: each part is valid Markdown and stands between blank lines.
"""

import random
import re
from collections.abc import Sequence
from typing import Final

from panda_desktop.demo.writing.subject import keywords, title, topic
from panda_desktop.demo.writing.topics import find_topic

_ASPECTS: Final = (
    ("Effort", ("low", "moderate", "a weekend", "higher at first")),
    ("Cost", ("none", "small", "depends on scale", "mostly time")),
    ("Risk", ("low", "easy to undo", "worth a rehearsal", "known and bounded")),
    ("Best for", ("a quick start", "steady work", "large groups", "careful people")),
)


def table(prompt: str, chance: random.Random) -> str:
    """Returns a table on the subject of the prompt."""
    known = find_topic(prompt)
    if known is not None:
        return as_table(known.table)
    words = [*keywords(prompt, 3), "the simple way", "the thorough way", "a mixture"][:3]
    rows = [(name, *(chance.choice(values) for _ in words)) for name, values in _ASPECTS]
    return as_table((("", *map(title, words)), *rows))


def as_table(rows: Sequence[tuple[str, ...]]) -> str:
    """Returns rows as a Markdown table; the first is the header."""
    header, *body = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([header, "|" + "---|" * len(rows[0]), *body])


def bullets(prompt: str, chance: random.Random) -> str:
    """Returns a list on the subject of the prompt."""
    known = find_topic(prompt)
    if known is not None:
        return "\n".join(f"- {point}" for point in known.points)
    name = topic(prompt)
    ideas = [
        f"**Start small.** One afternoon with {name} teaches more than a week of plans.",
        "**Write down what you expect** before you look: surprises are the useful part.",
        "**Ask somebody who disagrees.**\n  - What would change their mind?\n  - What would change yours?",
        f"**Keep one example of {name}** at hand and test every idea on it.",
        "**Stop on time.** The last tenth often costs more than it gives.",
        f"**Teach it.** If {name} cannot be explained in five minutes, something is still missing.",
    ]
    return "\n".join(f"- {idea}" for idea in chance.sample(ideas, 4))


def steps(prompt: str, chance: random.Random) -> str:
    """Returns numbered steps and a task list."""
    name = topic(prompt)
    days = chance.choice(("Monday", "Tuesday", "Thursday"))
    return (
        f"1. **Decide what done means** for {name}, in one sentence.\n"
        "2. **Find the smallest useful piece** and finish it first.\n"
        "3. **Show it to one person** and watch without explaining.\n"
        "4. **Repeat** with what you learnt.\n\n"
        "To tick off:\n\n"
        f"- [x] Ask the question\n- [ ] Reserve an hour on {days}\n- [ ] Collect what is there already\n"
        "- [ ] Look back after a week"
    )


_FORMULAS: Final = (
    (
        ("quadratic", "二次", "一元"),
        "A quadratic equation $ax^2 + bx + c = 0$ with $a \\neq 0$ is solved by completing the square:\n\n"
        "$$\nx_{1,2} = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}\n$$\n\n"
        "The discriminant $D = b^2 - 4ac$ tells how many real solutions there are: two for $D > 0$, one "
        "for $D = 0$, "
        "none for $D < 0$.",
    ),
    (
        ("integral", "gauss", "normal", "probability", "积分", "概率", "正态"),
        "The Gaussian integral looks impossible in one dimension and is easy in two:\n\n"
        "$$\n\\left(\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx\\right)^2 = \\int_0^{2\\pi}\\!\\int_0^{\\infty} "
        "e^{-r^2}\\, r \\,dr\\,d\\varphi = \\pi\n$$\n\n"
        "so $\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}$, which is why $\\sqrt{2\\pi}$ "
        "stands in the density "
        "of the normal distribution.",
    ),
    (
        ("euler", "complex", "欧拉", "复数"),
        "Euler's formula ties exponentials to circles:\n\n$$\ne^{i\\varphi} = \\cos\\varphi + "
        "i\\,\\sin\\varphi\n$$\n\n"
        "With $\\varphi = \\pi$ it becomes $e^{i\\pi} + 1 = 0$.",
    ),
    (
        ("pythag", "triangle", "theorem", "勾股", "三角"),
        "In a right triangle with legs $a$, $b$ and hypotenuse $c$:\n\n$$\na^2 + b^2 = c^2\n$$\n\n"
        "Four copies of the triangle inside a square of side $a + b$ leave a square of area $c^2$ free; "
        "moved, they leave "
        "$a^2 + b^2$ free.",
    ),
)
_ANY_FORMULA: Final = (
    "The sum of the first $n$ numbers needs no adding at all:\n\n$$\n\\sum_{k=1}^{n} k = "
    "\\frac{n(n+1)}{2}\n$$\n\n"
    "Write the sum once forwards and once backwards: every column adds up to $n + 1$, and there are $n$ "
    "columns. "
    "The same idea gives $\\sum_{k=1}^{n} k^2 = \\frac{n(n+1)(2n+1)}{6}$."
)


def formula(prompt: str) -> str:
    """Returns a piece of mathematics that fits the prompt."""
    words = prompt.lower()
    return next((text for hints, text in _FORMULAS if any(hint in words for hint in hints)), _ANY_FORMULA)


def poem(prompt: str, chance: random.Random) -> str:
    """Returns a poem; a haiku when one is named."""
    name = topic(prompt)
    if "haiku" in prompt.lower():
        return chance.choice(
            (
                "> Morning on the screen —  \n> a cursor waits, blinking slow,  \n> for the first warm word.",
                "> Rain taps on the glass,  \n> the small lamp hums to itself:  \n> one more page tonight.",
                "> Bamboo bends, not breaks;  \n> the panda looks up, chewing,  \n> unimpressed by wind.",
            )
        )
    return (
        f"> **{title(name)}**\n>\n"
        f"> I went to look for {name}  \n> one evening after rain,  \n"
        "> and found the street-lamps doubled  \n> in every window-pane.\n>\n"
        "> The answer, when it found me,  \n> was smaller than I thought:  \n"
        "> a cup, a chair, a question,  \n> and time that can't be bought."
    )


def summary(prompt: str) -> str:
    """Returns the first words of the first sentences of what follows the request."""
    _, _, text = prompt.partition("\n") if "\n" in prompt else prompt.partition(":")
    text = text.strip() or prompt
    sentences = [part.strip() for part in re.split(r"(?<=[.!?])\s+", text[:4_000]) if part.strip()]
    shown = "\n".join(f"- {_shortened(sentence)}" for sentence in sentences[:4])
    return f"In short, from {len(text.split())} words:\n\n{shown}"


def _shortened(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:18]) + (" …" if len(words) > 18 else "")
