"""M03, M09: images in the text itself are long, and everything around them is parsed all the same."""

import time

import pytest

from panda_desktop.markdown.blocks import Paragraph, Span, SpanKind
from panda_desktop.markdown.links import data_image
from panda_desktop.markdown.stream import MarkdownStream, parse

ADDRESS = "data:image/png;base64," + "iVBORw0KGgo" * 20_000


def spans(text: str) -> tuple[Span, ...]:
    block = parse(text)[0]
    assert isinstance(block, Paragraph)
    return block.spans


def test_m03_a_long_image_is_an_image_and_what_is_beside_it_is_parsed() -> None:
    found = spans(f'See **this**: ![a *b*]({ADDRESS}) and ![c]({ADDRESS}x "title") `end`')
    images = [span for span in found if span.kind is SpanKind.IMAGE]
    assert [(image.text, image.target) for image in images] == [("a b", ADDRESS), ("c", f"{ADDRESS}x")]
    assert any(span.bold and span.text == "this" for span in found)
    assert found[-1] == Span("end", SpanKind.CODE)
    assert data_image(ADDRESS)


@pytest.mark.parametrize(
    "text",
    [
        f"`![x]({ADDRESS})` end",
        f"[x]({ADDRESS}) end",
        f"\\![x]\\({ADDRESS}) ![x]({ADDRESS} end",
        "data:image/x-kept;base64,0 data:image/x-kept;base64,7 ![x](data:image/x-kept;base64,3)",
        f"data:image/x-kept;base64,9 ![x]({ADDRESS})",
    ],
)
def test_m03_nothing_is_lost_where_it_is_no_image(text: str) -> None:
    shown = "".join(span.text + (span.target if span.kind is SpanKind.IMAGE else "") for span in spans(text))
    assert shown.count("iVBORw0KGgo") == text.count("iVBORw0KGgo") and "data:image" in shown


def test_m03_streamed_it_is_the_same_as_whole() -> None:
    text = f"Before ![x]({ADDRESS}) after\n\nNext"
    stream = MarkdownStream()
    for at in range(0, len(text), 7_001):
        stream.feed(text[at : at + 7_001])
    stream.finish()
    assert tuple(stream.blocks) == tuple(parse(text))


@pytest.mark.parametrize(
    "piece", ["![x](data:image/png;base64,", "![x](data:image/png;base64," + "A" * 300, "](data:image/"]
)
def test_m09_many_that_never_end_take_no_time(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    began = time.thread_time()
    assert parse(text)
    assert time.thread_time() - began < 1.0
