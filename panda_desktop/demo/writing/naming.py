"""Names a conversation when a program asks for a title.

Promise: a few words about the question; None for every other prompt.
"""

import re
from typing import Final

from panda_desktop.demo.writing.subject import chinese_topic, title, topic

# As this program asks (`services/chat/titles.py`), and others like it.
_WISH: Final = re.compile(r"\s*(?:write|generate|create|make)\b[^\n]{0,40}\btitle\b[^\n]*\n", re.I)
_QUESTION: Final = re.compile(r"# Question\n(.*?)(?:\n\n# Answer\n|\Z)", re.S)
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_WORDS: Final = 6


def title_answer(prompt: str) -> str | None:
    """Returns a title for what is quoted under `# Question`."""
    wish = _WISH.match(prompt)
    asked = _QUESTION.search(prompt, wish.end()) if wish is not None else None
    if asked is None or not asked[1].strip():
        return None
    question = asked[1].strip()
    if _CHINESE.search(question):
        return chinese_topic(question)
    about = topic(question)
    words = " ".join((question if about == "your question" else about).split()[:_WORDS])
    return title(words.rstrip(" ,;:"))
