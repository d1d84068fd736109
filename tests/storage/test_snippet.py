"""The piece of a text that shows why it was found."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from panda_desktop.domain.search import SearchHit, Term, parse
from panda_desktop.domain.snippet import WIDTH, snippet_of
from tests.storage.book import NOW
from tests.storage.hostile import HOSTILE


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), HOSTILE)
def test_a_snippet_is_one_line_and_its_ranges_are_inside(before: str, after: str, query: str) -> None:
    terms = parse(query)
    snippet = snippet_of(f"{before} {query} {after}", terms)
    assert len(snippet.text) <= WIDTH + 2
    assert not set(snippet.text) & set("\n\r\t\0\u2028\u202e")
    last = 0
    for start, end in snippet.ranges:
        assert last <= start < end <= len(snippet.text)
        last = end


def test_a_snippet_shows_the_place() -> None:
    text = f"{'filler ' * 200}the **Crème**  brûlée\tis good{' tail' * 100}"
    snippet = snippet_of(text, parse("creme brul"))
    assert [snippet.text[start:end] for start, end in snippet.ranges] == ["Crème", "brûl"]
    assert snippet.text.startswith("…filler") and snippet.text.endswith("…")
    snippet = snippet_of("填充" * 5_000 + "这是中文字符", parse("中文字"))
    assert [snippet.text[start:end] for start, end in snippet.ranges] == ["中文字"]
    assert snippet_of("e\u0301te\u0301 again", parse("ete")).ranges == ((0, 5),)


def test_a_snippet_prefers_where_most_words_are() -> None:
    text = "panda " + "filler " * 60 + "a panda eats bamboo"
    snippet = snippet_of(text, (Term(("panda",)), Term(("bamboo",))))
    assert "eats bamboo" in snippet.text and len(snippet.ranges) == 2


def test_hits_are_plain_values() -> None:
    hit = SearchHit("c", None, None, NOW, "", snippet_of("", ()))
    assert hash(hit) == hash(replace(hit))
