"""What a person says of models."""

from panda_desktop.domain.model_marks import MOST_RECENT, ModelMarks
from panda_desktop.domain.models import DOCUMENTED_MODELS, SMART_ROUTES, ModelInfo, ModelKind, of_kind

LISTED = tuple(ModelInfo(name, ModelKind.CHAT) for name in ("a", "b", "c", "d"))


def chat(marks: ModelMarks) -> list[str]:
    return [model.id for model in of_kind(marks.applied(LISTED), ModelKind.CHAT)[len(SMART_ROUTES) :]]


def test_favourites_come_first_then_those_used_last() -> None:
    marks = ModelMarks().starred("d", True).using("b").using("c").hiding("a", True)
    assert chat(marks) == ["d", "c", "b"]
    assert chat(marks.starred("d", False).hiding("a", False)) == ["c", "b", "a", "d"]


def test_a_new_favourite_is_shown_again() -> None:
    assert chat(ModelMarks().hiding("a", True).starred("a", True))[0] == "a"


def test_nothing_said_changes_nothing() -> None:
    assert ModelMarks().applied(DOCUMENTED_MODELS) == DOCUMENTED_MODELS


def test_marks_of_models_that_are_not_listed_do_no_harm() -> None:
    marks = ModelMarks(favourites=("x",), hidden=("y",), recent=("z",), kinds={"w": ModelKind.VIDEO})
    assert marks.applied(LISTED) == LISTED


def test_an_own_model_that_is_listed_later_is_the_listed_one() -> None:
    (found,) = ModelMarks(added=("a",)).applied(LISTED[:1])
    assert not found.added


def test_an_own_model_has_the_kind_that_was_named() -> None:
    marks = ModelMarks().with_added("mine", ModelKind.VIDEO)
    assert [model.id for model in of_kind(marks.applied(LISTED), ModelKind.VIDEO)] == ["mine"]
    assert marks.without_added("mine") == ModelMarks()


def test_only_the_last_ones_are_remembered_and_no_route() -> None:
    marks = ModelMarks()
    for number in range(100):
        marks = marks.using(f"m{number}").using("auto")
    assert len(marks.recent) == MOST_RECENT and marks.recent[0] == "m99"
