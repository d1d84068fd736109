"""Places in prompts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.prompts import Prompt, fill, missing, variables_of


def test_places_are_found_once_in_order() -> None:
    prompt = Prompt("p", "Translate", "To {{ language }}: {{text}} ({{language}}, {{目标 语言}})")
    assert prompt.variables == ("language", "text", "目标 语言")


@pytest.mark.parametrize("text", ["", "{}", "{{}}", "{{ }}", "{{a\nb}}", "{{{a}", "{{" + "x" * 61 + "}}"])
def test_what_is_no_place(text: str) -> None:
    assert variables_of(text) == ()
    assert fill(text, {"": "!", "a": "!", "a\nb": "!", "x" * 61: "!"}) == text


def test_filling() -> None:
    text = "Dear {{name}}, {{what}}"
    assert missing(text, {"name": " "}) == ("name", "what")
    assert fill(text, {"name": "Bo"}) == "Dear Bo, {{what}}"
    assert fill(text, {"name": "{{what}}", "what": r"\1 {{name}}"}) == r"Dear {{what}}, \1 {{name}}"
    assert missing(text, {"name": "Bo", "what": "hi"}) == ()


@given(st.text(), st.text())
def test_any_text_can_be_filled(text: str, value: str) -> None:
    names = variables_of(text)
    assert missing(fill(text, dict.fromkeys(names, "x" + value.replace("{", ""))), {}) == ()
