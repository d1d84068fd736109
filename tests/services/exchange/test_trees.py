"""Sound trees out of anything."""

from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.services.exchange.branches import Place, every_branch, shown_branch
from panda_desktop.services.exchange.trees import plant

NAMES = st.sampled_from("abcdefgh")


@given(st.dictionaries(NAMES, st.none() | NAMES), st.dictionaries(NAMES, st.lists(NAMES, max_size=5)))
def test_any_names_make_a_sound_tree(parents: dict[str, str | None], siblings: dict[str, list[str]]) -> None:
    tree = plant(parents, siblings)
    assert sorted(tree.order) == sorted(parents)
    seen: set[str | None] = {None}
    for name in tree.order:
        assert tree.parents[name] in seen
        seen.add(name)
        if name not in tree.broken:
            assert tree.parents[name] == parents[name]
    assert tree.leaves == frozenset(parents) - set(tree.parents.values())


def test_only_one_name_of_a_circle_is_cut() -> None:
    tree = plant({"tail": "a", "a": "b", "b": "c", "c": "a", "root": None, "lost": "nowhere"})
    assert tree.broken == {"a", "lost"}
    assert tree.parents["tail"] == "a" and tree.parents["c"] == "a" and tree.parents["b"] == "c"
    assert plant({"x": "x"}).broken == {"x"}


def test_siblings_come_in_the_order_they_are_named() -> None:
    parents: dict[str, str | None] = {"q": None, "a2": "q", "a1": "q", "new": "q"}
    assert plant(parents, {"q": ["a1", "a2"]}).order == ("q", "a1", "a2", "new")


def test_branches() -> None:
    links = (("q", None), ("a1", "q"), ("a2", "q"), ("q2", "a2"))
    assert [place.message_id for place in shown_branch(links, "a1")] == ["q", "a1"]
    assert [place.message_id for place in shown_branch(links, "gone")] == ["q", "a2", "q2"]
    assert shown_branch((), None) == []
    assert every_branch(links) == [Place("q"), Place("a1", 1, 2), Place("a2", 2, 2), Place("q2")]
    circle = (("a", "b"), ("b", "a"))
    assert len(shown_branch(circle, "a")) == 2 and len(every_branch(circle)) == 2


def test_a_very_long_chat_needs_no_stack() -> None:
    links = [("0", None), *((str(number), str(number - 1)) for number in range(1, 100_000))]
    assert len(every_branch(links)) == len(shown_branch(links, "99999")) == 100_000
