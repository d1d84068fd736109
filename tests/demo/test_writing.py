"""What the chat models say."""

import re

import pytest

from panda_desktop.demo import tokens
from panda_desktop.demo.conversation import Turn
from panda_desktop.demo.writing.code_samples import SAMPLES, Sample, sample_for
from panda_desktop.demo.writing.compose import Style, compose
from panda_desktop.demo.writing.subject import topic

PROMPTS = [
    "Hello",
    "Thanks!",
    "Who are you?",
    "Count to 12",
    "What is 7 * 6?",
    "Explain the quadratic formula",
    "How do I plan a trip to Japan?",
    "Compare tea and coffee in a table",
    "Write 300 words about rivers",
    "Write a haiku about rain",
    "Summarize the following text for me please:\nThe cat sat down. The dog ran off. Nobody knew why.",
    "写一段 Python 代码实现快速排序",
    "写一篇 300 字的作文",
    "证明勾股定理",
    "继续",
    "\ud800 😀 <script>",
    "{a} {b} %s",
]


def _said(prompt: str, variant: int = 0) -> str:
    return compose([Turn("user", prompt)], Style("m"), variant)[1]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_every_prompt_is_answered_and_the_same_one_the_same(prompt: str) -> None:
    assert _said(prompt).strip()
    assert _said(prompt) == _said(prompt)


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Count to 3", "1, 2, 3"),
        ("What is 12*7+3", "$12\\times 7+3 = 87$"),
        ("Say exactly: blue", "blue"),
        ("What is the capital of Japan?", "The capital of Japan is **Tokyo**."),
    ],
)
def test_a_question_with_one_answer_gets_it(prompt: str, answer: str) -> None:
    assert re.sub(r"\s+", " ", _said(prompt)) == answer


@pytest.mark.parametrize("prompt", ["Hello", "Write an essay about rivers", "Tell me about owls", "讲讲春天"])
def test_asking_again_gives_other_words(prompt: str) -> None:
    assert len({_said(prompt, variant) for variant in range(6)}) > 1


@pytest.mark.parametrize(
    "sample", [one for one in SAMPLES if one.language == "python"], ids=lambda one: one.hints[0]
)
def test_a_sample_in_python_compiles(sample: Sample) -> None:
    compile(sample.text, "sample", "exec")


def test_a_sample_is_made_for_an_unknown_subject() -> None:
    compile(sample_for("python", "a script about whales and don't").text, "sample", "exec")


def test_formulas_and_fences_are_balanced() -> None:
    for prompt in PROMPTS:
        said = _said(prompt)
        assert said.count("```") % 2 == 0
        assert said.count("$$") % 2 == 0


@pytest.mark.parametrize("text", ["", "Hello  world,\n\n2024 熊猫 \ud800!", "a" * 1000])
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(tokens.split(text)) == text
    assert tokens.count(text) == len(tokens.split(text))


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("Explain how transformers work in machine learning", "transformers in machine learning"),
        ("How do I plan a trip to Japan?", "planning a trip to Japan"),
        ("What is the theory of relativity?", "theory of relativity"),
        ("...", "your question"),
    ],
)
def test_the_subject_of_a_prompt_is_named(prompt: str, name: str) -> None:
    assert topic(prompt) == name
