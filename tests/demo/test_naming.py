"""The demo answers what this program itself asks: a title, and the rest of an answer that was cut."""

import pytest

from panda_desktop.demo.conversation import Turn
from panda_desktop.demo.writing.compose import Style, compose
from panda_desktop.services.chat.request import CONTINUE
from panda_desktop.services.chat.titles import WISH, clean_title

STYLE = Style("auto:cost")


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("How do pandas digest bamboo?", "Pandas digest bamboo"),
        ("写一首关于熊猫的诗", "一首关于熊猫的诗"),
        ("Hi", "Hi"),
    ],
)
def test_a_title_is_a_few_words_about_the_question(question: str, title: str) -> None:
    asked = f"{WISH}\n\n# Question\n{question}\n\n# Answer\nWith patience."
    _, said = compose([Turn("user", asked)], STYLE, 0)
    assert said == clean_title(said) == title


@pytest.mark.parametrize("question", ["Write a title", "Write a title for my poem\nabout bamboo"])
def test_a_person_who_asks_for_a_title_gets_an_answer(question: str) -> None:
    _, said = compose([Turn("user", question)], STYLE, 0)
    assert len(said) > 60


def test_an_answer_that_was_cut_is_taken_up_where_it_stopped() -> None:
    question = Turn("user", "How do pandas digest bamboo?")
    _, whole = compose([question], STYLE, 0)
    begun = whole[: len(whole) // 2]
    _, rest = compose([question, Turn("assistant", begun), Turn("user", CONTINUE)], STYLE, 0)
    assert begun + rest == whole
