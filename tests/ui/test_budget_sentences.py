"""H03: what is said when a budget holds a request back, and the ways on."""

from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse, OverBudget, Refusal
from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.domain.money import Purpose, SpendKind
from panda_desktop.ui.sentences import NextStep, Sentences
from tests.ui.doubles import Stage


def refused(
    *, may_pass: bool, predicted: str | None = "0.3", span: BudgetSpan = BudgetSpan.DAY
) -> OverBudget:
    use = BudgetUse(Budget("b", span, Decimal(5), may_pass=may_pass), Decimal("4.6"), Decimal("0.2"))
    cost = None if predicted is None else Decimal(predicted)
    return OverBudget(Refusal(use, Purpose(SpendKind.CHAT, "m", "c", predicted=cost, currency="usd")))


@pytest.mark.parametrize("span", list(BudgetSpan))
def test_h03_the_amounts_and_the_ways_on_are_named(qtbot: QtBot, span: BudgetSpan) -> None:
    found = Sentences().about(refused(may_pass=True, span=span))
    assert "$5.00" in found.text and "$4.80" in found.text and "$0.30" in found.text
    assert found.steps == (NextStep.RAISE_LIMIT, NextStep.SEND_ANYWAY)


def test_h03_without_leave_nothing_offers_to_send_anyway(qtbot: QtBot) -> None:
    found = Sentences().about(refused(may_pass=False, predicted=None))
    assert "—" not in found.text and "0.3" not in found.text
    assert found.steps == (NextStep.RAISE_LIMIT,)


def test_h03_a_refusal_that_was_kept_is_a_sentence_too(qtbot: QtBot) -> None:
    for span in (*BudgetSpan, "", "unknown"):
        found = Sentences().of_kind(ErrorKind.OVER_BUDGET, ErrorDetail(param=span))
        assert "Nothing was sent" in found.text and found.steps


def test_h03_a_chat_offers_the_budget_and_sends_anyway_once(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.load()
    page = stage.chat_page()
    qtbot.addWidget(page)
    page.show()
    allowed: list[Refusal] = []
    page.leave_wanted.connect(allowed.append)
    stage.chat_service.failure = error = refused(may_pass=True)
    page.pane.composer.replace_text("Hello")
    page.pane.composer.submitted.emit()
    (notice,) = page.pane.notices.notices()
    texts = [action.text for action in notice.actions]
    assert texts == ["Change the budget", "Send anyway"]
    with qtbot.waitSignal(page.budgets_wanted):
        notice.actions[0].run()
    assert not [call for call in stage.chat_service.calls if call[0] == "send"]
    notice.actions[1].run()
    assert allowed == [error.refusal]
    assert [call[2] for call in stage.chat_service.calls if call[0] == "send"] == ["Hello"]
    (conversation_id,) = stage.chat_service.answering
    stage.chat_service.finish(conversation_id, state=MessageState.DONE)
    page.shut_down()
