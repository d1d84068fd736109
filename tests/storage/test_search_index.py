"""What is in the search index, and that it keeps in step with the messages."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.storage import search_index
from tests.storage.book import NOW, Book


def test_an_answer_is_indexed_when_it_ends_and_not_before(book: Book) -> None:
    answer = book.write("", state=MessageState.WAITING)
    store = book.storage.conversations
    for text in ("bamboo", "bamboo forest"):
        answer = replace(answer, text=text, state=MessageState.STREAMING)
        book.run(store.checkpoint(answer))
        assert book.ids("bamboo") == []
        assert book.sql("SELECT count(*) FROM search_words_docsize") == [(0,)]
    book.run(store.checkpoint(replace(answer, state=MessageState.DONE)))
    assert book.ids("forest ") == [answer.id]
    book.run(store.checkpoint(replace(answer, state=MessageState.DONE, served_model="x")))
    assert book.ids("forest ") == [answer.id]
    # continued: its text grows again
    book.run(store.checkpoint(replace(answer, state=MessageState.STREAMING)))
    assert book.ids("forest ") == []
    longer = replace(answer, text="bamboo forest at night", state=MessageState.STOPPED)
    book.run(store.checkpoint(longer))
    assert book.ids("forest night ") == [answer.id]
    book.check()


def test_an_answer_left_open_is_indexed_at_the_next_start(book: Book) -> None:
    answer = book.write("half an answer about bamboo", state=MessageState.STREAMING)
    book.reopen()
    assert book.ids("bamboo") == []
    book.run(book.storage.conversations.recover())
    assert book.ids("bamboo") == [answer.id]


def test_titles_follow_their_conversations(book: Book) -> None:
    chat = book.chat("t", "Baking bread")
    assert [hit.conversation_id for hit in book.page("bread").hits] == ["t"]
    book.run(book.storage.conversations.save(replace(chat, title="烤面包")))
    assert book.page("bread").hits == ()
    assert [hit.conversation_id for hit in book.page("面").hits] == ["t"]
    newer = book.chat("u", "面", updated_at=NOW + timedelta(days=1))
    assert [hit.conversation_id for hit in book.page("面").hits] == [newer.id, "t"]


def test_what_is_deleted_leaves_the_index(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "STEP_MESSAGES", 3)
    first, second = book.write("one panda"), book.write("two pandas")
    book.run(book.storage.conversations.delete_messages([first.id, "unknown"]))
    assert book.ids("panda") == [second.id]
    book.chat("d", "Pandas")
    for number in range(7):
        book.write(f"panda {number}", "d")
    book.write("panda coming", "d", MessageState.STREAMING)
    store = book.storage.conversations
    book.run(store.doom("d"))
    assert book.run(store.get("d")) is None
    assert book.run(store.clear_some("d"))
    book.reopen()  # a kill in between: the rest is expired
    assert book.run(book.storage.conversations.expired(NOW)) == ("d",)
    book.run(book.storage.conversations.delete("d"))
    assert book.sql("SELECT count(*) FROM messages WHERE conversation_id = 'd'") == [(0,)]
    assert book.ids("panda") == [second.id]
    assert book.run(book.storage.conversations.expired(NOW)) == ()


def test_an_answer_of_a_deleted_conversation_leaves_no_row(book: Book) -> None:
    answer = book.write("coming", state=MessageState.STREAMING)
    book.run(book.storage.conversations.delete("c"))
    book.run(book.storage.conversations.checkpoint(replace(answer, state=MessageState.DONE)))
    assert book.sql("SELECT count(*) FROM messages") == [(0,)]
    assert book.sql("SELECT count(*) FROM search_words_docsize") == [(0,)]


def test_d12_a_message_of_any_length(book: Book) -> None:
    long = book.write("intro panda " + "word " * 300_000 + "beyond")
    assert book.ids("panda") == [long.id]
    assert book.ids("beyond") == []  # only the first million characters are indexed
    book.run(book.storage.conversations.delete_messages([long.id]))
    one_word = book.write("x" * 2_000_000)
    assert book.ids("xx") == [one_word.id]


def test_many_at_once_are_indexed_later_the_newest_first(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "STEP_MESSAGES", 40)
    store = book.storage.conversations
    copies = [Message(f"n{n}", "c", None, 0, Role.USER, f"panda {n}", NOW) for n in range(100)]
    book.run(store.add(copies))
    page = book.page("panda")
    assert (page.hits, page.complete) == ((), False)
    book.check()
    book.run(store.delete_messages(["n99", "n0"]))
    book.run(store.checkpoint(replace(copies[98], text="other")))
    assert book.run(book.storage.search.take_in_some())
    assert book.ids("other") == ["n98"] and len(book.ids("panda", limit=200)) == 40
    book.check()
    book.reopen()
    while book.run(book.storage.search.take_in_some()):
        book.check()
    page = book.page("panda", limit=200)
    assert (len(page.hits), page.complete) == (97, True)


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["add", "stream", "finish", "continue", "edit", "delete", "bulk", "step", "title"]),
        st.integers(0, 5),
        st.text("panda 熊猫é", max_size=12),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(OPERATIONS)
def test_the_index_keeps_in_step(shared: Book, operations: list[tuple[str, int, str]]) -> None:
    store = shared.storage.conversations
    chat = shared.chat("s", "")
    messages: list[Message] = []
    try:
        for what, number, text in operations:
            picked = messages[number % len(messages)] if messages else None
            if what == "add":
                messages.append(shared.write(text, "s"))
            elif what == "stream":
                messages.append(shared.write(text, "s", MessageState.STREAMING))
            elif what == "bulk":
                shared._count += 70
                made = [
                    Message(f"b{shared._count + n}", "s", None, 0, Role.USER, text, NOW) for n in range(66)
                ]
                messages.extend(shared.run(store.add(made)))
            elif what == "step":
                shared.run(shared.storage.search.take_in_some())
            elif what == "title":
                shared.run(store.save(replace(chat, title=text)))
            elif picked is not None and what == "delete":
                messages.remove(picked)
                shared.run(store.delete_messages([picked.id]))
            elif picked is not None:
                state = {"finish": MessageState.DONE, "edit": MessageState.STOPPED}.get(what)
                changed = replace(picked, text=text, state=state or MessageState.STREAMING)
                messages[messages.index(picked)] = changed
                shared.run(store.checkpoint(changed))
        shared.check()
    finally:
        shared.run(store.delete("s"))
    shared.check()
