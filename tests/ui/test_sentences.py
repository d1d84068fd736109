"""Every failure has its sentence with a next step."""

import pytest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.ui.kit import NoticeLevel
from panda_desktop.ui.sentences import NextStep, Sentences


@pytest.fixture
def book(qapp: QApplication) -> Sentences:
    return Sentences()


@pytest.mark.parametrize("kind", list(ErrorKind))
def test_every_kind_has_one_plain_sentence(book: Sentences, kind: ErrorKind) -> None:
    sentence = book.of_kind(kind)
    assert sentence.text.endswith((".", "s.")) and len(sentence.text) > 20
    assert "{" not in sentence.text
    assert kind.value not in sentence.text


def test_no_kind_is_told_twice_and_all_sentences_differ(book: Sentences) -> None:
    tables = [group.table(ErrorDetail()) for group in book._groups]
    kinds = [kind for table in tables for kind in table]
    assert sorted(kinds) == sorted(ErrorKind)
    assert len({book.of_kind(kind).text for kind in ErrorKind}) == len(ErrorKind)


@pytest.mark.parametrize("step", list(NextStep))
def test_every_step_has_words(book: Sentences, step: NextStep) -> None:
    assert book.step(step)


@pytest.mark.parametrize("field", ["n", "temperature", "top_p", "max_tokens", "size", "base_url", "other"])
def test_each_wrong_field_is_named(book: Sentences, field: str) -> None:
    text = book.of_kind(ErrorKind.INVALID_INPUT, ErrorDetail(param=field)).text
    assert text.endswith(".")
    assert "{" not in text


def test_names_and_times_are_filled_in(book: Sentences) -> None:
    assert "api.example" in book.of_kind(ErrorKind.NAME_NOT_FOUND, ErrorDetail(host="api.example")).text
    assert "14 s" in book.of_kind(ErrorKind.RATE_LIMITED, ErrorDetail(retry_after=14)).text
    assert "Wait a minute" in book.of_kind(ErrorKind.RATE_LIMITED).text


def test_a_paid_request_that_may_have_arrived_may_have_been_charged(book: Sentences) -> None:
    lost = PandaError(ErrorKind.CONNECTION_LOST, reached=Reached.MAYBE_SENT)
    assert "may have been charged" in book.about(lost, paid=True).text
    assert "charged" not in book.about(lost).text
    refused = PandaError(ErrorKind.NO_CREDIT, reached=Reached.ANSWERED)
    assert "charged" not in book.about(refused, paid=True).text


def test_a_notice_offers_only_what_can_be_done_here(book: Sentences) -> None:
    done: list[str] = []
    detail = ErrorDetail(status=402, message="Your account balance ($0.50) is insufficient", request_id="r-1")
    error = PandaError(ErrorKind.NO_CREDIT, detail, reached=Reached.ANSWERED)
    notice = book.notice(error, {NextStep.CHOOSE_MODEL: lambda: done.append("model")}, key="send")
    assert [action.text for action in notice.actions] == ["Choose another model"]
    notice.actions[0].run()
    assert done == ["model"]
    assert notice.level is NoticeLevel.ERROR
    assert notice.key == "send"
    assert "Status: 402" in notice.details
    assert "insufficient" in notice.details
    assert "Request id: r-1" in notice.details
    assert book.notice(PandaError(ErrorKind.BUG)).details == ""
