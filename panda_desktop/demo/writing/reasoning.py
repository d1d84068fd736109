"""What a reasoning model thinks aloud before it answers.

Promise: plain text about the question at hand, a few sentences.
"""

from panda_desktop.demo.writing.intent import Intent
from panda_desktop.demo.writing.subject import chinese_topic, topic


def thoughts(prompt: str, intent: Intent) -> str:
    """Returns the reasoning that leads to the answer."""
    if intent.chinese:
        name = chinese_topic(prompt)
        return (
            f"用户在问“{name}”。先弄清楚需要什么形式的回答，再确定重点。\n\n"
            "我会先给结论，再给例子，最后检查有没有遗漏。"
        )
    wanted = [
        name
        for name, is_wanted in (
            ("code", intent.code is not None),
            ("a table", intent.table),
            ("a list", intent.list),
            ("clear steps", intent.steps),
            ("a formula", intent.formula),
        )
        if is_wanted
    ]
    form = ", ".join(wanted) if wanted else "a short, direct text"
    return (
        f"The question is about {topic(prompt)}. What would help most here is {form}.\n\n"
        "Let me check the obvious reading first. Is anything ambiguous? A little, but the likely "
        "meaning is clear, and "
        "asking back would cost more time than it saves.\n\n"
        "Plan: say the main point first, give something concrete, and end with what to watch out for. "
        "I should keep it as short as it can be without leaving gaps."
    )
