"""Jobs among the pictures: each state in words, with the next step."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, RawAnswer
from panda_desktop.ui.images import ImagesPage
from panda_desktop.ui.images.attention_card import AttentionCard, card_height, soft_broken
from panda_desktop.ui.images.job_tiles import Attention
from panda_desktop.ui.images.job_words import CardAction, JobWords
from panda_desktop.ui.images.waiting_card import WaitingCard
from panda_desktop.ui.media.tiles import Tile
from tests.ui.doubles import Stage

A = CardAction
HOSTILE = "<img src='file:///etc/passwd'>" + "x" * 5_000


def put(stage: Stage, state: JobState, n: int = 1, **values: object) -> Job:
    seq = len(stage.jobs_service.all) + 1
    request = ImageRequest("wan-2.7-image", values.pop("prompt", "A cat"), n, "1024x1024")  # type: ignore
    job = Job(f"job{seq}", JobKind.IMAGE, request, state, datetime.now(UTC), seq, expected=n)
    return stage.jobs_service.put(replace(job, **values))  # type: ignore[arg-type]


def shown(qtbot: QtBot, page: ImagesPage, key: str) -> QWidget:
    grid = page.board.grid
    qtbot.waitUntil(lambda: grid.tiles.row_of(key) >= 0)
    grid.executeDelayedItemsLayout()
    qtbot.waitUntil(lambda: grid.cards.card(key) is not None)
    card = grid.cards.card(key)
    assert card is not None
    return card


def waiting(qtbot: QtBot, page: ImagesPage, key: str) -> WaitingCard:
    card = shown(qtbot, page, key)
    assert isinstance(card, WaitingCard)
    return card


def note(qtbot: QtBot, page: ImagesPage, job: Job) -> AttentionCard:
    card = shown(qtbot, page, f"{job.id}/note")
    assert isinstance(card, AttentionCard)
    return card


def keys(page: ImagesPage) -> list[str]:
    return [tile.key for tile in page.board.tiles.tiles()]


def calls(stage: Stage) -> list[str]:
    return [call[0] for call in stage.jobs_service.calls]


def test_v27_a_key_that_was_refused_while_it_was_asked_has_a_way_out() -> None:
    request = ImageRequest("wan-2.7-image", "A dog")
    job = Job("j", JobKind.IMAGE, request, JobState.EXPIRED, datetime.now(UTC), error=ErrorKind.KEY_REFUSED)
    words = JobWords(lambda: "usd").of(job)
    assert "Enter a working key of the same account" in words.text
    assert CardAction.LOOK in words.actions


def words_of(card: QWidget) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_a_running_job_has_a_tile_for_each_expected_picture(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    stage.jobs_service.usual["wan-2.7-image"] = 18.0
    put(stage, JobState.SUBMITTING, 3, sent_at=datetime.now(UTC) - timedelta(seconds=14))
    assert keys(page) == ["job1/0", "job1/1", "job1/2"]
    first = waiting(qtbot, page, "job1/0")
    assert "Waiting for the gateway" in words_of(first)
    assert "14 s · usually 18 s" in words_of(first)
    assert first.line.isVisible()
    second = waiting(qtbot, page, "job1/1")
    assert "2 of 3" in words_of(second)
    assert second.stop.isHidden()


@pytest.mark.parametrize(
    ("state", "values", "said"),
    [
        (JobState.ANSWERED, {}, "Reading the answer"),
        (JobState.POLLING, {"status_word": "<b>WIP</b>" + "x" * 900}, "The gateway says “<b>WIP</b>xx"),
        (JobState.DOWNLOADING, {"received_bytes": 1_200_000, "total_bytes": 3_400_000}, "1.2 MB of 3.4 MB"),
        (JobState.DOWNLOADING, {"received_bytes": 900}, "900 B"),
        (JobState.DOWNLOADING, {"error": ErrorKind.CONNECTION_LOST}, "is tried again"),
    ],
)
def test_what_a_running_job_does_is_said(
    qtbot: QtBot, page: ImagesPage, stage: Stage, state: JobState, values: dict[str, object], said: str
) -> None:
    put(stage, state, 1, sent_at=datetime.now(UTC), **values)
    assert said in words_of(waiting(qtbot, page, "job1/0"))


def test_a_download_grows_on_the_same_card(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    job = put(stage, JobState.DOWNLOADING, sent_at=datetime.now(UTC), total_bytes=1_000_000)
    card = waiting(qtbot, page, "job1/0")
    stage.jobs_service.put(replace(job, received_bytes=500_000))
    qtbot.waitUntil(lambda: "500 KB of 1.0 MB" in words_of(card))
    assert card.line._share == 0.5
    assert shown(qtbot, page, "job1/0") is card


def test_v24_stopping_is_asked_twice_and_says_what_it_may_cost(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    job = put(stage, JobState.SUBMITTING, sent_at=datetime.now(UTC))
    card = waiting(qtbot, page, "job1/0")
    card.stop.click()
    assert "may still be charged" in card.question.text()
    assert QApplication.focusWidget() is card.keep
    assert calls(stage) == []
    card.keep.click()
    assert card.question.isHidden()
    card.stop.click()
    card.really.click()
    assert calls(stage) == ["abandon"]
    after = note(qtbot, page, job)
    assert after.title.text() == "You stopped waiting"
    assert "may still be charged" in after.text.text()
    assert list(after.buttons) == [A.LOOK, A.SEND_AGAIN, A.EVIDENCE, A.DISMISS]


def test_a_job_that_waits_for_its_turn_is_stopped_at_once(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    job = put(stage, JobState.QUEUED)
    card = waiting(qtbot, page, "job1/0")
    assert "Waiting for its turn" in words_of(card)
    assert card.line.isHidden()
    card.stop.click()
    assert "nothing was charged" in note(qtbot, page, job).text.text()


def test_v10_what_was_queued_when_the_program_ended_asks(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    job = put(stage, JobState.QUEUED)
    stage.images.load()
    card = note(qtbot, page, job)
    assert card.title.text() == "Not sent yet"
    assert list(card.buttons) == [A.SEND, A.EDIT, A.REMOVE]
    card.buttons[A.SEND].click()
    card.buttons[A.SEND].click()
    assert calls(stage) == ["start"]
    assert "Waiting for its turn" in words_of(waiting(qtbot, page, "job1/0"))
    stage.jobs_service.all.clear()
    other = put(stage, JobState.QUEUED)
    stage.images.load()
    note(qtbot, page, other).buttons[A.REMOVE].click()
    assert stage.images.count() == 0


def test_a_refused_job_is_edited_and_replaced(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    detail = ErrorDetail(status=400, message=HOSTILE, param="size")
    job = put(stage, JobState.REJECTED, 4, error=ErrorKind.BAD_REQUEST, error_detail=detail, prompt="A dog")
    card = note(qtbot, page, job)
    assert "did not accept the request" in card.text.text()
    assert card.said.textFormat() == Qt.TextFormat.PlainText
    assert len(card.said.accessibleName()) < 300
    card.buttons[A.EDIT].click()
    form = page.form
    assert (form.prompt.text(), form.count_choice.count()) == ("A dog", 4)
    assert form.size_choice.chosen_size() == "1024x1024"
    form.submit()
    assert [row.job.state for row in map(stage.images.row, range(stage.images.count()))] == [JobState.QUEUED]


@pytest.mark.parametrize(
    ("kind", "action", "signal"),
    [
        (ErrorKind.KEY_REFUSED, A.KEY, "key_wanted"),
        (ErrorKind.NO_CREDIT, A.TOP_UP, "top_up_wanted"),
        (ErrorKind.ADDRESS_WRONG, A.SETTINGS, "settings_wanted"),
    ],
)
def test_h02_h03_a_refusal_offers_the_way_to_mend_it(
    qtbot: QtBot, page: ImagesPage, stage: Stage, kind: ErrorKind, action: CardAction, signal: str
) -> None:
    card = note(qtbot, page, put(stage, JobState.REJECTED, error=kind))
    with qtbot.waitSignal(getattr(page, signal)):
        card.buttons[action].click()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ErrorKind.GATEWAY_TIMEOUT, "No answer came in time"),
        (ErrorKind.CONNECTION_LOST, "connection was lost"),
        (ErrorKind.UPSTREAM_FAILED, "does not tell what became of it"),
        (ErrorKind.CRASHED, "The program ended"),
    ],
)
def test_h11_h34_an_unknown_outcome_never_says_try_again(
    qtbot: QtBot, page: ImagesPage, stage: Stage, kind: ErrorKind, said: str
) -> None:
    sent = datetime.now(UTC)
    card = note(qtbot, page, put(stage, JobState.UNKNOWN, error=kind, sent_at=sent))
    assert card.title.text() == "Sent, no answer yet — may have been charged"
    assert said in card.text.text()
    assert "try again" not in card.text.text().lower()
    assert [button.text() for button in card.buttons.values()] == [
        "Look for the result",
        "Send again (may be charged again)",
        "Save evidence for a refund…",
        "Dismiss",
    ]


def test_an_unknown_outcome_shows_what_the_balance_shows(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    money = {"balance_before": Decimal("42.50"), "balance_after": Decimal("42.12")}
    one = put(stage, JobState.UNKNOWN, 1, error=ErrorKind.GATEWAY_TIMEOUT, **money)
    assert "Your balance fell by $0.38 since it was sent." in note(qtbot, page, one).text.text()
    two = put(stage, JobState.FAILED, 1, error=ErrorKind.JOB_FAILED, cost_is_shared=True, **money)
    assert "Other requests ran" in note(qtbot, page, two).text.text()
    money["balance_after"] = Decimal("42.50")
    three = put(stage, JobState.UNKNOWN, 1, error=ErrorKind.GATEWAY_TIMEOUT, **money)
    assert "has not fallen" in note(qtbot, page, three).text.text()
    money["balance_after"] = Decimal("52.00")  # credit was added: nothing is said of the charge
    four = note(qtbot, page, put(stage, JobState.UNKNOWN, 1, error=ErrorKind.GATEWAY_TIMEOUT, **money))
    assert "has not fallen" not in four.text.text() and "after: $52.00" in four.text.text()


def test_looking_when_there_is_nothing_to_ask_says_so(
    qtbot: QtBot, page: ImagesPage, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = put(stage, JobState.UNKNOWN, error=ErrorKind.GATEWAY_TIMEOUT)
    card = note(qtbot, page, job)
    card.buttons[A.LOOK].click()
    assert calls(stage) == ["look"]

    async def nothing(job_id: str) -> None:
        raise PandaError(ErrorKind.NO_RESULT, reached=Reached.MAYBE_SENT)

    monkeypatch.setattr(stage.jobs_service, "look_again", nothing)
    card.buttons[A.LOOK].click()
    assert "There is nothing to ask" in page.notices.notices()[0].text


def test_v13_send_again_makes_one_job_however_often_it_is_hit(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    card = note(qtbot, page, put(stage, JobState.UNKNOWN, error=ErrorKind.GATEWAY_TIMEOUT))
    button = card.buttons[A.SEND_AGAIN]
    for _ in range(3):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert calls(stage) == ["make"]
    assert stage.images.count() == 2


def test_i01_an_answer_without_a_picture_can_be_read(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    job = put(stage, JobState.REVIEW, error=ErrorKind.NO_RESULT, sent_at=datetime.now(UTC))
    card = note(qtbot, page, job)
    assert card.title.text() == "Answered without a picture"
    card.buttons[A.ANSWER].click()
    assert "No answer of the gateway was kept" in page.notices.notices()[0].text
    body = b'{"data": []} <script>'
    stage.jobs_service.answers[job.id] = RawAnswer(200, {}, body, datetime.now(UTC))
    card.buttons[A.ANSWER].click()
    assert page.answer.isVisible()
    assert page.answer.text.text() == body.decode()
    qtbot.keyClick(page.answer.text, Qt.Key.Key_Escape)
    assert page.answer.isHidden()


def test_i09_what_was_downloaded_is_no_picture(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    card = note(qtbot, page, put(stage, JobState.REVIEW, error=ErrorKind.NOT_MEDIA))
    assert card.title.text() == "The picture could not be fetched"
    assert "no picture or video" in card.text.text()


def test_i03_an_expired_link_is_said_and_the_prompt_kept(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    job = put(stage, JobState.EXPIRED, error=ErrorKind.LINK_EXPIRED, prompt="A dog")
    card = note(qtbot, page, job)
    assert "no longer works" in card.text.text()
    assert "A dog" in words_of(card)
    assert card.buttons[A.LOOK].isEnabled()
    card.buttons[A.DISMISS].click()
    assert stage.images.count() == 0


def test_i02_three_of_four_arrived_and_the_rest_can_be_asked_for(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    now = datetime.now(UTC)
    job = put(stage, JobState.DONE, 4, arrived=3, finished_at=now, error=ErrorKind.LINK_EXPIRED)
    for position in range(3):
        stage.library_service.image(job, position=position)
    card = note(qtbot, page, job)
    assert card.title.text() == "3 of 4 arrived"
    assert "no longer works" in card.text.text()
    assert len(keys(page)) == 4
    card.buttons[A.MISSING].click()
    assert page.form.count_choice.count() == 1
    card.buttons[A.HIDE].click()
    qtbot.waitUntil(lambda: len(keys(page)) == 3)
    fewer = put(stage, JobState.DONE, 2, arrived=1, finished_at=now)
    assert "fewer pictures" in note(qtbot, page, fewer).text.text()
    old = put(stage, JobState.DONE, 2, arrived=1, finished_at=now - timedelta(days=2))
    assert f"{old.id}/note" not in keys(page)
    more = put(stage, JobState.DONE, 1, arrived=2, finished_at=now)
    assert f"{more.id}/note" not in keys(page)


def test_running_jobs_come_first_and_pictures_take_their_place(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    first = put(stage, JobState.SUBMITTING, sent_at=datetime.now(UTC))
    done = put(stage, JobState.DONE, arrived=1)
    item = stage.library_service.image(done)
    assert keys(page) == [f"{first.id}/0", item.id]
    ended = stage.jobs_service.move(first, JobState.DONE, arrived=1)
    made = stage.library_service.image(ended)
    assert keys(page) == [item.id, made.id]
    stage.library.trash((item.id,))
    assert keys(page) == [made.id]
    stage.jobs_service.put(replace(ended, request=replace(ended.request, prompt="x")))
    stage.tasks.spawn(stage.jobs_service.remove(first.id), name="remove")
    qtbot.waitUntil(lambda: page.board.grid.tiles.count() == 0)
    assert page.board._stack.currentWidget() is page.board.invitation


def test_every_state_has_words_and_a_next_step(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    ended = [state for state in JobState if not state.is_running and state is not JobState.DONE]
    for state in ended:
        for error in (None, *ErrorKind):
            words = page.board._words.of(
                replace(put(stage, JobState.QUEUED), state=state, error=error, sent_at=datetime.now(UTC))
            )
            assert words.title
            assert words.actions
            assert "{" not in words.title + words.text
    for action in CardAction:
        text, tip = page.board._words.action(action)
        assert text
        assert tip


@pytest.mark.parametrize("width", [230, 412, 600])
def test_nothing_on_a_card_is_cut_off(qtbot: QtBot, page: ImagesPage, stage: Stage, width: int) -> None:
    detail = ErrorDetail(message=HOSTILE)
    job = put(stage, JobState.FAILED, error=ErrorKind.JOB_FAILED, error_detail=detail)
    words = page.board._words
    content = Attention(job, words.of(job))
    card = AttentionCard(words)
    qtbot.addWidget(card)
    card.show_attention(content)
    card.resize(width, card_height(content, words, width))
    card.show()
    for child in card.findChildren(QLabel):
        if child.wordWrap() and child.isVisible():
            assert child.height() >= child.heightForWidth(child.width()) - 1
    for button in card.buttons.values():
        assert button.height() >= 28
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(card, button.rect().bottomRight()).x() <= width
        assert card.prompt.y() >= button.mapTo(card, button.rect().bottomLeft()).y()
    assert card.prompt.geometry().bottom() <= card.height()
    assert soft_broken("x" * 30).replace("\u200b", "") == "x" * 30


def test_the_menu_of_a_card_offers_what_its_buttons_do(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    job = put(stage, JobState.UNKNOWN, error=ErrorKind.GATEWAY_TIMEOUT)
    note(qtbot, page, job)
    tile: Tile = page.board.grid.tiles.tile(0)
    from panda_desktop.ui.kit import Menu

    menu = Menu(page)
    page.board._fill_for_card(menu, tile)
    menu.actions()[2].trigger()
    assert stage.images.count() == 0
    put(stage, JobState.SUBMITTING, sent_at=datetime.now(UTC))
    waiting(qtbot, page, "job1/0")
    menu = Menu(page)
    page.board._fill_for_card(menu, page.board.grid.tiles.tile(0))
    menu.actions()[0].trigger()
    assert calls(stage) == ["abandon"]


def test_h05_an_unknown_model_leads_to_the_list_of_models(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    card = note(qtbot, page, put(stage, JobState.REJECTED, error=ErrorKind.MODEL_NOT_FOUND, prompt="A dog"))
    card.buttons[A.MODEL].click()
    assert page.form.prompt.text() == "A dog"
    popover = page.form.model.popover()
    assert popover is not None
    popover.close()


def test_the_end_of_a_job_is_read_out(
    qtbot: QtBot, page: ImagesPage, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("panda_desktop.ui.images.board.announce", lambda _widget, text: said.append(text))
    job = put(stage, JobState.SUBMITTING, 2, sent_at=datetime.now(UTC))
    job = stage.jobs_service.move(job, JobState.DONE, arrived=2)
    stage.jobs_service.put(replace(job, balance_after=Decimal(1)))  # settled later: not told again
    other = put(stage, JobState.SUBMITTING, sent_at=datetime.now(UTC))
    stage.jobs_service.move(other, JobState.UNKNOWN, error=ErrorKind.GATEWAY_TIMEOUT)
    unknown = "Sent, no answer yet — may have been charged: No answer came in time. "
    assert said == ["Pictures have arrived: 2", f"{unknown}The picture may still be in the making."]


@pytest.mark.parametrize(
    "state", [JobState.UNKNOWN, JobState.FAILED, JobState.EXPIRED, JobState.REVIEW, JobState.ABANDONED]
)
def test_v08_nothing_is_charged_in_the_demo(qtbot: QtBot, state: JobState) -> None:
    request = ImageRequest("kolors", "A cat")
    now = datetime.now(UTC)
    job = Job("j", JobKind.IMAGE, request, state, now, expected=1, sent_at=now, is_demo=True)
    for each in (job, replace(job, balance_before=Decimal(3), balance_after=Decimal(2))):
        words = JobWords(lambda: "usd").of(each)
        said = f"{words.title} {words.text}"
        assert "Nothing is charged in the demo." in said
        assert "may " not in said and "balance" not in said.lower()
        assert CardAction.EVIDENCE not in words.actions
