"""Every state of a job in words: what is known, nothing that is not."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.account import Balance
from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.domain.jobs import Job, JobKind, JobState, UsualTime, VideoRequest
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.videos.card_content import CardContent, CardFacts
from panda_desktop.ui.videos.deeds import ICONS, Deed, DeedWords
from panda_desktop.ui.videos.elapsed import Elapsed
from panda_desktop.ui.videos.job_words import JobWords
from panda_desktop.ui.videos.questions import QuestionWords
from panda_desktop.ui.videos.refund_facts import facts_of

S, K = JobState, ErrorKind
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def job(state: JobState, seconds: float = 225, **values: Any) -> Job:
    ended = None if state.is_running else NOW + timedelta(seconds=seconds)
    sent = None if state is S.QUEUED else NOW
    given = {"sent_at": sent, "finished_at": ended, **values}
    return Job("job", JobKind.VIDEO, VideoRequest("wan-2.7-video", "A panda"), state, NOW, **given)


def say(qtbot: QtBot, one: Job, **facts: Any) -> CardContent:
    return JobWords().content(CardFacts(one, **facts))


@pytest.mark.parametrize("state", list(JobState))
def test_every_state_with_every_error_has_words_and_deeds(qtbot: QtBot, state: JobState) -> None:
    words = JobWords()
    for error in (None, *ErrorKind):
        content = words.content(CardFacts(job(state, error=error), elapsed=1000.0))
        assert content.status
        assert content.deeds
        text = content.status + content.extra
        assert "{" not in text
        assert "%" not in text  # never an invented percentage


@pytest.mark.parametrize("deed", list(Deed))
def test_every_deed_has_words_a_tip_and_an_icon(qtbot: QtBot, deed: Deed) -> None:
    words = DeedWords()
    assert words.text(deed) and words.tip(deed) and words.short(deed) and ICONS[deed]


@pytest.mark.parametrize(
    ("usual", "said"),
    [
        (UsualTime(125, 110, 160, 8), "usually 1:50–2:40"),
        (UsualTime(125, 110, 160, 3), "usually 2:05"),  # too few to speak of a range
        (UsualTime(125, 121, 129, 8), "usually 2:05"),  # hardly any difference
        (UsualTime(1200, 1150, 1260, 8), "usually 20:00"),
    ],
)
def test_v06_the_usual_time_is_a_range_when_past_jobs_differ(
    qtbot: QtBot, usual: UsualTime, said: str
) -> None:
    waiting = say(qtbot, job(S.SUBMITTING), elapsed=72.4, usual=usual)
    assert waiting.status == f"Waiting for the gateway · 1:12 elapsed · {said}"


def test_v06_waiting_says_elapsed_and_usual_time(qtbot: QtBot) -> None:
    waiting = say(qtbot, job(S.SUBMITTING), elapsed=72.4, usual=UsualTime(125.0, 125.0, 125.0, 1))
    assert waiting.status == "Waiting for the gateway · 1:12 elapsed · usually 2:05"
    assert waiting.extra == ""
    assert waiting.spinning
    assert say(qtbot, job(S.SUBMITTING), elapsed=9.0).status == "Waiting for the gateway · 0:09 elapsed"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(4.9, ""), (5, "5 minutes"), (9.9, "5 minutes"), (10, "10 minutes"), (50, "15 minutes")],
)
def test_v06_after_five_ten_and_fifteen_minutes_it_is_safe_to_keep_open(
    qtbot: QtBot, minutes: float, words: str
) -> None:
    extra = say(qtbot, job(S.SUBMITTING), elapsed=minutes * 60, wait_cap_minutes=60).extra
    assert words in extra
    assert bool(extra) == bool(words)
    if words:
        assert "safe to keep open" in extra
    assert ("60 minutes" in extra) == (minutes >= 15)


def test_v12_a_clock_that_jumps_moves_no_time(qtbot: QtBot) -> None:
    steady, wall = [100.0], [NOW + timedelta(seconds=30)]
    elapsed = Elapsed(lambda: steady[0], lambda: wall[0])
    one = job(S.SUBMITTING)
    assert elapsed.seconds(one) == 30
    steady[0] += 5
    wall[0] += timedelta(days=365)
    assert elapsed.seconds(one) == 35
    early = Elapsed(lambda: steady[0], lambda: NOW - timedelta(days=365))
    assert early.seconds(one) == 0
    assert elapsed.seconds(job(S.QUEUED)) is None
    elapsed.forget("job")
    assert (elapsed.seconds(one) or 0) > 3600


def test_polling_shows_the_gateway_s_own_word_as_it_is(qtbot: QtBot) -> None:
    content = say(
        qtbot,
        job(S.POLLING, status_word="Umlauf<b>!</b>"),
        elapsed=65.0,
        usual=UsualTime(125.0, 125.0, 125.0, 1),
    )
    assert content.status == "The gateway says “Umlauf<b>!</b>” · 1:05 elapsed · usually 2:05"
    assert "“" + "x" * 60 + "”" in say(qtbot, job(S.POLLING, status_word="x" * 900)).status


def test_queued_in_this_run_and_left_by_the_last_one_are_told_apart(qtbot: QtBot) -> None:
    here = say(qtbot, job(S.QUEUED), queued_here=True)
    assert "Waits for its turn" in here.status
    assert Deed.SEND not in here.deeds
    left = say(qtbot, job(S.QUEUED), queued_here=False)
    assert left.status.startswith("Not sent yet")
    assert left.deeds[0] is Deed.SEND


def test_downloading_says_bytes(qtbot: QtBot) -> None:
    content = say(qtbot, job(S.DOWNLOADING, received_bytes=3_400_000, total_bytes=12_000_000))
    assert content.status == "Downloading · 3.4 MB of 12 MB"
    assert (content.received, content.total) == (3_400_000, 12_000_000)
    unknown = say(qtbot, job(S.DOWNLOADING, received_bytes=3_400_000))
    assert unknown.status == "Downloading · 3.4 MB"
    assert unknown.received is None
    assert unknown.spinning
    broken = say(qtbot, job(S.DOWNLOADING, error=K.CONNECTION_LOST))
    assert "tried again by itself" in broken.status


def test_v08_unknown_says_the_reason_the_balance_and_both_ways_on(qtbot: QtBot) -> None:
    one = job(
        S.UNKNOWN,
        100,
        error=K.GATEWAY_TIMEOUT,
        balance_before=Decimal("42.88"),
        balance_after=Decimal("42.50"),
    )
    content = say(qtbot, one)
    assert content.status == (
        "Outcome unknown: the gateway cut the call after 1:40. Your balance fell by $0.38 since it was sent."
    )
    assert content.tone == "warning"
    assert content.extra == "Balance before: $42.88, after: $42.50."
    assert content.deeds == (Deed.LOOK, Deed.SEND_AGAIN, Deed.EVIDENCE, Deed.REMOVE)
    shared = say(qtbot, replace(one, cost_is_shared=True))
    assert "other requests included" in shared.status
    same = say(qtbot, replace(one, balance_after=Decimal("42.88")))
    assert "has not changed" in same.status
    topped_up = say(qtbot, replace(one, balance_after=Decimal("90")))
    assert topped_up.status.endswith("It may have been charged.")
    assert topped_up.extra == ""


def test_v17_evidence_is_offered_for_what_was_or_may_have_been_charged(qtbot: QtBot) -> None:
    paid = {"balance_before": Decimal("42.88"), "balance_after": Decimal("42.50")}
    free = {"balance_before": Decimal("42.88"), "balance_after": Decimal("42.88")}
    for state in (S.UNKNOWN, S.FAILED, S.REVIEW, S.EXPIRED, S.ABANDONED):
        assert Deed.EVIDENCE in say(qtbot, job(state, 225, **paid)).deeds
        assert Deed.EVIDENCE not in say(qtbot, job(state, 225, **free)).deeds
    for state in (S.SUBMITTING, S.REJECTED, S.DONE):
        assert Deed.EVIDENCE not in say(qtbot, job(state, arrived=1)).deeds


def test_v15_v27_what_ended_the_asking_is_said_with_the_way_out(qtbot: QtBot) -> None:
    refused = say(qtbot, job(S.EXPIRED, error=K.KEY_REFUSED))
    assert "Enter a working key of the same account, then look again." in refused.status
    assert Deed.LOOK in refused.deeds
    led_away = say(qtbot, job(S.REVIEW, error=K.REDIRECTED))
    assert "Check the address in the settings, then look again." in led_away.status
    assert Deed.LOOK in led_away.deeds


def test_a_balance_in_another_currency_says_nothing_of_the_charge(qtbot: QtBot) -> None:
    known: dict[str, Any] = {"balance_before": Decimal("42.88"), "currency_before": "usd"}
    other = Balance(Decimal("3"), "cny", None, NOW + timedelta(hours=1))
    cut_off = job(S.UNKNOWN, error=K.CRASHED, **known)
    assert "It may have been charged." in say(qtbot, cut_off, balance=other).status
    settled = job(S.UNKNOWN, error=K.CRASHED, balance_after=Decimal("3"), currency_after="cny", **known)
    back = replace(other, amount=Decimal("42.50"), currency="usd")
    assert "It may have been charged." in say(qtbot, settled, balance=back).status


def test_v10_a_job_the_end_of_the_program_cut_off_is_measured_by_the_balance_of_now(qtbot: QtBot) -> None:
    one = job(S.UNKNOWN, error=K.CRASHED, balance_before=Decimal("42.88"))
    later = Balance(Decimal("42.50"), "usd", None, NOW + timedelta(hours=1))
    assert "the program ended" in say(qtbot, one).status
    assert "It may have been charged." in say(qtbot, one).status
    assert "fell by $0.38" in say(qtbot, one, balance=later).status
    assert say(qtbot, one, balance=later).extra == "Balance before: $42.88, now: $42.50."
    assert "other requests included" in say(qtbot, one, balance=later).status
    earlier = replace(later, fetched_at=NOW)
    assert "It may have been charged." in say(qtbot, one, balance=earlier).status


def test_v05_answered_without_a_video_shows_the_words(qtbot: QtBot) -> None:
    detail = ErrorDetail(message="All tokens are used up.\nTry later.")
    one = job(S.REVIEW, error=K.NO_RESULT, error_detail=detail)
    content = say(qtbot, one)
    assert content.status.startswith("Answered without a video.")
    assert content.excerpt == "All tokens are used up.\nTry later."
    poem = say(qtbot, replace(one, error_detail=ErrorDetail(message="\n\n".join("abcdefgh"))))
    assert poem.excerpt == "a\nb\nc\nd …"
    long = say(qtbot, replace(one, error_detail=ErrorDetail(message="x" * 5_000)))
    assert long.excerpt == "x" * 400 + " …"
    assert content.deeds[0] is Deed.SHOW_ANSWER
    assert Deed.SEND_AGAIN not in content.deeds


def test_v21_what_is_no_video_is_said(qtbot: QtBot) -> None:
    assert "not a video" in say(qtbot, job(S.REVIEW, error=K.NOT_MEDIA)).status


def test_v17_failed_says_reason_and_charge(qtbot: QtBot) -> None:
    content = say(
        qtbot,
        job(
            S.FAILED,
            error_detail=ErrorDetail(message="no faces\nplease"),
            balance_before=Decimal("2"),
            balance_after=Decimal("1.5"),
        ),
    )
    assert content.status == "The gateway says that it failed: no faces please"
    assert content.extra == "Your balance fell by $0.50 since it was sent."


def test_v24_abandoned_may_still_be_charged_and_can_be_looked_for(qtbot: QtBot) -> None:
    content = say(qtbot, job(S.ABANDONED))
    assert content.status == "You stopped waiting. The render may still be charged."
    assert content.deeds[0] is Deed.LOOK
    unsent = say(qtbot, job(S.ABANDONED, sent_at=None))
    assert "Nothing was charged" in unsent.status
    assert Deed.LOOK not in unsent.deeds


def test_rejected_says_the_sentence_what_the_server_said_and_the_step(qtbot: QtBot) -> None:
    detail = ErrorDetail(status=402, message="Your account balance ($0.50) is insufficient")
    content = say(qtbot, job(S.REJECTED, error=K.NO_CREDIT, error_detail=detail))
    assert content.tone == "danger"
    assert content.extra == "Your account balance ($0.50) is insufficient"
    assert content.deeds == (Deed.EDIT, Deed.TOP_UP, Deed.REMOVE)
    assert "402" in content.details


def test_done_says_model_size_time_and_cost(qtbot: QtBot) -> None:
    item = MediaItem("i", MediaKind.VIDEO, "a.mp4", "video/mp4", 2_400_000, "", NOW, width=1280, height=720)
    one = job(S.DONE, 125, balance_before=Decimal("1"), balance_after=Decimal("0.62"))
    content = say(qtbot, one, items=(item,))
    assert content.status.startswith("wan-2.7-video · 1280 × 720 · 2.4 MB · took 2:05 · $0.38 · ")
    assert content.deeds == (Deed.PLAY, Deed.SAVE, Deed.STAR)
    assert Deed.UNSTAR in say(qtbot, one, items=(replace(item, starred=True),)).deeds
    assert Deed.DELETE in content.more


def test_v24_stopping_is_asked_about_with_what_it_means(qtbot: QtBot) -> None:
    questions = QuestionWords()
    words = questions.about(Deed.STOP, CardFacts(job(S.SUBMITTING)))
    assert words is not None and "may still be charged" in words[0]
    again = questions.about(Deed.SEND_AGAIN, CardFacts(job(S.UNKNOWN), price=Decimal("0.38")))
    assert again is not None and "$0.38" in again[1]
    assert questions.about(Deed.REMOVE, CardFacts(job(S.UNKNOWN))) is not None
    assert questions.about(Deed.REMOVE, CardFacts(job(S.REJECTED))) is None
    assert questions.about(Deed.PLAY, CardFacts(job(S.DONE))) is None


def test_the_facts_for_a_refund_hold_times_numbers_and_balances(qtbot: QtBot) -> None:
    one = job(
        S.UNKNOWN,
        base_url="https://api.pandaworld.space/v1",
        request_id="req_1",
        error=K.GATEWAY_TIMEOUT,
        error_detail=ErrorDetail(status=524),
        balance_before=Decimal("42.88"),
        balance_after=Decimal("42.50"),
        cost_is_shared=True,
    )
    text = facts_of(one, "usd")
    for fact in (
        "A panda",
        "req_1",
        "524",
        "$42.88",
        "$42.50",
        "2026-11-24T12:00:00+00:00",
        "api.pandaworld",
    ):
        assert fact in text
    assert not re.search(r"sk-", text)


@pytest.mark.parametrize("state", [S.UNKNOWN, S.FAILED, S.EXPIRED, S.REVIEW, S.ABANDONED])
def test_v08_nothing_is_charged_in_the_demo(qtbot: QtBot, state: JobState) -> None:
    balances = {"balance_before": Decimal("42.88"), "balance_after": Decimal("42.50")}
    for values in ({}, balances):
        one = replace(job(state, 100, error=K.LINK_EXPIRED, **values), is_demo=True)
        content = say(qtbot, one)
        said = f"{content.status} {content.extra}"
        assert "Nothing is charged in the demo." in said
        assert "may " not in said and "balance" not in said.lower()
        assert Deed.EVIDENCE not in content.deeds
