"""What is searched and found in the real database file."""

import asyncio
import sqlite3
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panda_desktop.domain.chat import Message, Role
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.folders import Shelf
from panda_desktop.domain.search import QUERY_WORDS, parse
from panda_desktop.storage import search
from tests.storage.book import NOW, Book
from tests.storage.hostile import HOSTILE

TEXTS = (
    "The quick brown fox jumps over the lazy dog",
    "Crème brûlée, and an Ångström; naïve STRASSE (Straße)",
    "我的iPhone手机壳，今天到了。",
    "熊猫主要吃竹子",
    "def snake_case(foo.bar): return 'don\\'t' # 100 % €5",
    "東京タワーは赤い。한국어도 찾는다",
    "ＡＰＩ ﬁle ½ 👩‍💻 ❤️",
    "שָׁלוֹם हिन्दी Привет Ёлка ΣΊΣΥΦΟΣ",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("fox", [0]),
        ("FOX", [0]),
        ("fox lazy", [0]),
        ("lazy fox", [0]),
        ("fox cat", []),
        ('"quick brown"', [0]),
        ('"brown quick"', []),
        ("“lazy dog”", [0]),
        ("qui", [0]),
        ("qui ", []),
        ("q", [0]),
        ("uick", []),
        ('"the qui', [0]),
        ("creme brulee", [1]),
        ("CRÈME", [1]),
        ("angstrom naive", [1]),
        ("strasse ", [1]),
        ("straße ", [1]),
        ("手", [2]),
        ("机壳", [2]),
        ("iphone手", [2]),
        ("的iP", [2]),
        ("壳，今", [2]),
        ("猫主要吃竹", [3]),
        ("猫 竹", [3]),
        ("竹猫", []),
        ("snake", [4]),
        ("snake_case", [4]),
        ("foo.bar", [4]),
        ("don't ", [4]),
        ("€", [4]),
        ("€5", [4]),
        ("タワ", [5]),
        ("赤", [5]),
        ("국어", [5]),
        ("찾는", [5]),
        ("api", [6]),
        ("file ", [6]),
        ("👩‍💻", [6]),
        ("❤", [6]),
        ("שלום", [7]),
        ("हिन्दी", [7]),
        ("ПРИВЕТ", [7]),
        ("елка", [7]),
        ("σισυφος ", [7]),
        ("", []),
        ("   ", []),
        ('"', []),
        ("***", []),
        ("。", []),
        ("\0", []),
        ("\ud83d", []),
        ("NEAR(fox dog)", []),
        ("fox OR cat", []),
        ("text:fox", []),
        ("fox*", [0]),
        ("-fox", [0]),
        ("^the", [0, 1]),
    ],
)
def test_what_is_found(book: Book, query: str, found: list[int]) -> None:
    written = [book.write(text).id for text in TEXTS]
    if query == "^the":  # operators are no operators: this is the beginning of a word
        book.write("theatre", "c")
        assert len(book.ids("the")) == 2
        return
    assert book.ids(query) == [written[place] for place in found]


def test_a_hit_says_where_it_is(book: Book) -> None:
    book.chat("old", "Pandas", archived=True)
    message = book.write("Do pandas eat **bamboo**\nall day?", "old", role=Role.ASSISTANT)
    title, hit = book.page("panda").hits
    assert (title.message_id, title.role, title.snippet.text) == (None, None, "Pandas")
    assert (title.conversation_id, title.archived, title.time) == ("old", True, NOW)
    assert title.snippet.ranges == ((0, 5),)
    assert (hit.conversation_id, hit.message_id, hit.role) == ("old", message.id, Role.ASSISTANT)
    assert (hit.title, hit.archived, hit.trashed, hit.time) == ("Pandas", True, False, message.created_at)
    assert hit.snippet.text == "Do pandas eat **bamboo** all day?"
    assert hit.snippet.ranges == ((3, 8),)


def test_the_trash_is_searched_on_request_only(book: Book) -> None:
    book.chat("gone", "Secret pandas", deleted_at=NOW)
    message = book.write("a panda", "gone")
    assert book.page("panda").hits == ()
    title, hit = book.page("panda", trashed=True).hits
    assert (title.message_id, hit.message_id, hit.trashed) == (None, message.id, True)
    book.run(book.storage.conversations.doom("gone"))
    assert book.page("panda", trashed=True).hits == book.page("panda").hits == ()
    assert book.run(book.storage.conversations.shelf(Shelf.TRASH)) == ()


def test_the_better_hit_first_then_the_newer(book: Book) -> None:
    filler = " ".join(f"word{number}" for number in range(300))
    weak = book.write(f"panda {filler}")
    same = [book.write("a panda and bamboo") for _ in range(3)]
    book.write(filler)
    strong = book.write("panda panda panda")
    for number in range(20):
        book.write(f"nothing {number}")
    found = book.ids("panda ")
    assert found[0] == strong.id and found[-1] == weak.id
    assert found[1:-1] == [message.id for message in reversed(same)]


def test_more_hits_than_wanted(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "WINDOW", 4)
    monkeypatch.setattr(search, "_BATCH", 2)
    book.chat("gone", "", deleted_at=NOW)
    kept = [book.write("panda") for _ in range(10)]
    for _ in range(11):  # the newest windows hold nothing that is shown
        book.write("panda", "gone")
    newest_first = [message.id for message in reversed(kept)]
    page = book.page("panda", limit=3)
    assert [hit.message_id for hit in page.hits] == newest_first[:3] and page.more
    page = book.page("panda", limit=10)
    assert [hit.message_id for hit in page.hits] == newest_first and not page.more
    book.chat("t", "panda")
    page = book.page("panda", limit=1)
    assert [hit.message_id for hit in page.hits] == [None] and page.more


def test_a_superseded_search_ends_and_cuts_no_write(book: Book) -> None:
    for number in range(300):
        book.write(f"panda {number} " + "bamboo " * 20)
    asked = threading.Event()
    looks = 0

    def superseded() -> bool:
        nonlocal looks
        looks += 1
        asked.set()
        return looks > 1

    async def main() -> None:
        store = book.storage.conversations
        search = asyncio.ensure_future(book.storage.search.search(parse("p b"), superseded=superseded))
        written = [
            store.add((Message(f"w{number}", "c", None, 0, Role.USER, "panda", NOW),)) for number in range(20)
        ]
        await asyncio.gather(*written)
        assert await search is None

    book.run(main())
    assert asked.is_set()
    assert book.page("panda", limit=1000).hits[0].message_id == "w19"
    assert book.run(book.storage.search.search(parse("panda"), superseded=lambda: True)) is None


def test_a_failure_while_searching_is_told(book: Book) -> None:
    book.sql("DROP TABLE search_titles")
    with pytest.raises((PandaError, sqlite3.OperationalError)):
        book.page("panda")
    book.sql(
        "CREATE TABLE search_titles (number INTEGER PRIMARY KEY AUTOINCREMENT, conversation_id TEXT, title)"
    )
    book.sql("INSERT INTO search_titles VALUES (1, 'c', 'A chat')")


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_any_text_is_a_query(shared: Book, text: str) -> None:
    page = shared.page(text)
    assert page is not None
    for query in (text * 3, f'"{text}', f'{text}"', f"{text} "):
        shared.page(query)


@pytest.mark.parametrize(
    "text", ["x" * 2**20, '"' * 2**20, "中" * 2**20, "a " * 2**19, "\0" * 2**20, "*" * 2**20]
)
def test_a_huge_paste_is_a_query(shared: Book, text: str) -> None:
    shared.page(text)
    assert sum(len(term.words) for term in parse(text)) <= QUERY_WORDS


CHINESE = st.text(
    st.one_of(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.characters(min_codepoint=0x3041, max_codepoint=0x30FA),
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
        st.characters(min_codepoint=0x20000, max_codepoint=0x2A6DF),
        st.sampled_from("的一是了我不，。！？ abcé5€\n"),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=200, deadline=None)
@given(CHINESE, st.data())
def test_every_part_of_chinese_text_is_found(shared: Book, text: str, data: st.DataObject) -> None:
    message = shared.write(text)
    try:
        for _ in range(4):
            start = data.draw(st.integers(0, len(text) - 1))
            end = data.draw(st.integers(start + 1, len(text)))
            part = text[start:end]
            # A part that begins inside a word of letters begins in its middle: that is not found.
            if part[0] in "abcé5" and start and text[start - 1] in "abcé5":
                continue
            if not parse(part) or '"' in part:
                continue
            found = shared.page(part.rstrip(), limit=5000).hits
            assert message.id in [hit.message_id for hit in found], part
    finally:
        shared.run(shared.storage.conversations.delete_messages([message.id]))
