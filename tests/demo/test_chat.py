"""Text, plain and streamed, through the official package."""

import itertools
import json
import re
from typing import Any

import httpx
import pytest

from tests.demo.running import Running

FLASH, REASONER = "deepseek-v4-flash", "deepseek-v4-reasoner"


def _say(demo: Running, prompt: str, model: str = FLASH, **more: Any) -> Any:
    return demo.sdk.chat.completions.create(
        model=model, messages=[{"role": "user", "content": prompt}], **more
    )


def _text(demo: Running, prompt: str, **more: Any) -> str:
    return str(_say(demo, prompt, **more).choices[0].message.content)


def test_the_example_of_the_documentation(demo: Running) -> None:
    answer = demo.sdk.chat.completions.create(
        model=FLASH,
        messages=[
            {"role": "system", "content": "You are a helpful assistant."},
            {"role": "user", "content": "What is the capital of France?"},
        ],
        temperature=0.7,
        max_tokens=200,
    )
    assert answer.object == "chat.completion"
    assert answer.model == FLASH
    assert "Paris" in str(answer.choices[0].message.content)
    assert answer.choices[0].finish_reason == "stop"
    assert answer.usage is not None
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens


def test_a_stream_holds_the_same_as_a_plain_answer(demo: Running) -> None:
    pieces = [
        chunk.choices[0].delta.content or ""
        for chunk in _say(demo, "Count to 5.", stream=True)
        if chunk.choices
    ]
    assert len(pieces) > 5
    assert "".join(pieces) == "1, 2, 3, 4, 5" == _text(demo, "Count to 5.")


def test_the_form_of_a_stream(demo: Running) -> None:
    body = {"model": FLASH, "messages": [{"role": "user", "content": "Count to 5."}], "stream": True}
    with demo.client.stream("POST", "/chat/completions", json=body) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in answer.iter_lines() if line]
    assert lines[0].startswith(":")
    assert lines[-1] == "data: [DONE]"
    chunks = [json.loads(line.removeprefix("data: ")) for line in lines[1:-1]]
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}
    assert chunks[0]["choices"][0]["delta"]["role"] == "assistant"
    assert chunks[-1]["choices"][0]["finish_reason"] == "stop"


def test_usage_in_a_stream_comes_last_when_asked_for(demo: Running) -> None:
    chunks = list(_say(demo, "Count to 5.", stream=True, stream_options={"include_usage": True}))
    assert chunks[-1].choices == []
    assert chunks[-1].usage.completion_tokens > 5
    assert all(chunk.usage is None for chunk in chunks[:-1])


def test_one_model_thinks_aloud_first(demo: Running) -> None:
    deltas = [
        chunk.choices[0].delta.model_dump(exclude_none=True)
        for chunk in _say(demo, "Why is the sky blue?", REASONER, stream=True)
        if chunk.choices
    ]
    kinds = [
        kind
        for kind, _ in itertools.groupby("reasoning_content" in delta for delta in deltas if len(delta) == 1)
    ]
    assert kinds == [True, False]
    whole = _say(demo, "Why is the sky blue?", REASONER)
    assert whole.choices[0].message.reasoning_content
    assert whole.usage.completion_tokens_details.reasoning_tokens > 0


@pytest.mark.parametrize("route", ["auto", "auto:cost", "auto:quality", "auto:speed"])
def test_a_smart_route_names_the_model_that_served(demo: Running, route: str) -> None:
    served = _say(demo, "Hello", route).model
    assert served not in ("", route)
    assert demo.sdk.models.retrieve(served).model_dump()["kind"] == "chat"


def test_an_answer_shows_what_markdown_can_do(demo: Running) -> None:
    text = _text(demo, "Compare three sorting algorithms with code, a table and a list, and a formula")
    assert "```python" in text
    assert re.search(r"^\|---\|", text, re.M)
    assert re.search(r"^- ", text, re.M)
    assert "$$" in text


def test_code_that_is_shown_runs(demo: Running) -> None:
    text = _text(demo, "Write a Python function that sorts numbers")
    code = re.search(r"```python\n(.*?)```", text, re.S)
    assert code is not None
    compile(code.group(1), "answer", "exec")


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("你好", "你好"),
        ("法国的首都是哪里？", "巴黎"),
        ("用表格比较三种编程语言", "|---|"),
        ("介绍一下大熊猫", "竹"),
    ],
)
def test_chinese_is_answered_in_chinese(demo: Running, prompt: str, expected: str) -> None:
    text = _text(demo, prompt)
    assert expected in text
    assert re.search(r"[\u4e00-\u9fff]", text)


def test_max_tokens_and_stop_are_kept(demo: Running) -> None:
    cut = _say(demo, "Count to 100", max_tokens=7)
    assert cut.choices[0].finish_reason == "length"
    assert cut.usage.completion_tokens == 7
    assert _text(demo, "Count to 100", stop=[", 5"]) == "1, 2, 3, 4"


def test_several_choices_come_plain_and_streamed(demo: Running) -> None:
    assert [choice.index for choice in _say(demo, "A poem about rain", n=3).choices] == [0, 1, 2]
    chunks = list(_say(demo, "A poem about rain", n=2, stream=True))
    assert {chunk.choices[0].index for chunk in chunks} == {0, 1}
    assert sum(chunk.choices[0].finish_reason == "stop" for chunk in chunks) == 2


def test_an_answer_that_was_cut_is_continued(demo: Running) -> None:
    question = {"role": "user", "content": "Count to 30"}
    first = demo.chat(FLASH, "Count to 30", max_tokens=20).json()["choices"][0]["message"]
    body = {"model": FLASH, "messages": [question, first]}
    rest = demo.client.post("/chat/completions", json=body).json()["choices"][0]["message"]["content"]
    assert first["content"] + rest == ", ".join(str(number) for number in range(1, 31))


def test_a_long_text_has_the_length_asked_for(demo: Running) -> None:
    text = _text(demo, "Write 2,000 words about the sea", model="kimi-k3-longform")
    assert 1_900 < len(text.split()) < 2_400


def test_pictures_in_a_message_are_counted(demo: Running) -> None:
    parts = [
        {"type": "text", "text": "What is this?"},
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}},
    ]
    assert "one picture" in demo.chat("qwen-3.7-vl", parts).json()["choices"][0]["message"]["content"]
    parts[0] = {"type": "text", "text": "这是什么？"}
    assert "收到 1 张图片" in demo.chat("qwen-3.7-vl", parts).json()["choices"][0]["message"]["content"]


def test_legacy_completions(demo: Running) -> None:
    answer = demo.sdk.completions.create(model=FLASH, prompt="Count to 3.")
    assert answer.choices[0].text == "1, 2, 3"
    pieces = demo.sdk.completions.create(model="auto:speed", prompt="Count to 3.", stream=True)
    assert "".join(piece.choices[0].text for piece in pieces if piece.choices) == "1, 2, 3"


def test_both_prefixes_answer_a_chat(demo: Running) -> None:
    body = {"model": FLASH, "messages": [{"role": "user", "content": "Count to 3."}]}
    url = demo.base_url.replace("/v1", "/api/v1")
    answer = httpx.post(f"{url}/chat/completions", json=body, headers=demo.client.headers)
    assert answer.json()["choices"][0]["message"]["content"] == "1, 2, 3"
