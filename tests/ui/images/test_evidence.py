"""What a job that went wrong offers among the pictures: a free download, evidence, the changed prompt."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.images import ImagesPage
from panda_desktop.ui.images.job_words import CardAction
from tests.ui.doubles import Stage
from tests.ui.images.test_cards import calls, keys, note, put, waiting, words_of

A = CardAction
PAID = {"balance_before": Decimal("42.54"), "balance_after": Decimal("42.50")}


def test_i02_i03_the_missing_picture_is_downloaded_again_for_free(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    now = datetime.now(UTC)
    newer = stage.library_service.image(put(stage, JobState.DONE, arrived=1, finished_at=now))
    job = put(stage, JobState.DONE, 4, arrived=2, finished_at=now, error=ErrorKind.LINK_EXPIRED)
    there = [stage.library_service.image(job, position=position) for position in (0, 2)]
    card = note(qtbot, page, job)
    assert list(card.buttons)[:2] == [A.FETCH, A.MISSING]  # what is free comes first
    card.buttons[A.FETCH].click()
    assert calls(stage) == ["look"]
    asked = stage.jobs_service.move(stage.jobs_service.all[job.id], JobState.DOWNLOADING, finished_at=None)
    order = [*(item.id for item in there), f"{job.id}/0", f"{job.id}/1", newer.id]
    assert keys(page) == order  # nothing that is looked at moves
    assert "Downloading" in words_of(waiting(qtbot, page, f"{job.id}/0"))
    assert "2 of 2" in words_of(waiting(qtbot, page, f"{job.id}/1"))
    late = [stage.library_service.image(asked, position=position) for position in (1, 3)]
    stage.jobs_service.move(asked, JobState.DONE, arrived=4, error=None)
    assert keys(page) == [there[0].id, late[0].id, there[1].id, late[1].id, newer.id]


def test_i02_fewer_than_asked_for_is_no_failed_download(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    job = put(stage, JobState.DONE, 2, arrived=1, finished_at=datetime.now(UTC))
    stage.library_service.image(job)
    assert A.FETCH not in note(qtbot, page, job).buttons


def test_v17_evidence_is_saved_with_one_question(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    job = put(stage, JobState.REVIEW, 1, error=ErrorKind.NO_RESULT, sent_at=datetime.now(UTC), **PAID)
    card = note(qtbot, page, job)
    assert "Balance before: $42.54, after: $42.50." in card.text.text()
    card.buttons[A.EVIDENCE].click()
    dialog = page.refund.dialog
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(f"{job.id}.zip")
    card.buttons[A.EVIDENCE].click()
    assert page.refund.dialog is dialog
    target = stage.folder / "refund.zip"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert page.refund.dialog is None
    assert target.read_text() == "Evidence for a refund"
    (notice,) = page.notices.notices()
    assert "refund.zip" in notice.text and "without your key" in notice.text
    assert [action.text for action in notice.actions] == ["Show in folder"]


def test_i19_evidence_that_cannot_be_written_is_said_here_only(
    qtbot: QtBot, page: ImagesPage, stage: Stage
) -> None:
    job = put(stage, JobState.UNKNOWN, error=ErrorKind.CRASHED, sent_at=datetime.now(UTC))
    stage.evidence.failed.emit(PandaError(ErrorKind.CANNOT_WRITE))  # another page's
    assert page.notices.notices() == ()
    page.refund.ask(job)
    assert page.refund.dialog is not None
    page.refund.dialog.fileSelected.emit(str(stage.folder / "no-zip.txt"))
    page.refund.dialog.reject()
    (notice,) = page.notices.notices()
    assert "written" in notice.text or "save" in notice.text.lower()


def test_v17_a_job_that_cost_nothing_offers_no_evidence(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    same = {"balance_before": Decimal("42.54"), "balance_after": Decimal("42.54")}
    sent = datetime.now(UTC)
    job = put(stage, JobState.FAILED, 1, error=ErrorKind.JOB_FAILED, sent_at=sent, **same)
    assert A.EVIDENCE not in note(qtbot, page, job).buttons


def test_h03_no_credit_leads_to_adding_some(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    job = put(stage, JobState.REJECTED, error=ErrorKind.NO_CREDIT, sent_at=datetime.now(UTC))
    with qtbot.waitSignal(page.top_up_wanted):
        note(qtbot, page, job).buttons[A.TOP_UP].click()


def test_the_prompt_as_the_model_changed_it_can_be_used(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    item = stage.library_service.image(prompt="A cat", revised_prompt="A ginger cat at noon", model="kolors")
    box = page.board.lightbox
    box.open([item], item)
    assert box.panel.use_revised.isVisible()
    assert box.panel.revised.area.text() == "A ginger cat at noon"
    qtbot.mouseClick(box.panel.use_revised, Qt.MouseButton.LeftButton)
    assert box.isHidden()
    assert (page.form.prompt.text(), page.form.model.value()) == ("A ginger cat at noon", "kolors")
    same = stage.library_service.put(replace(item, revised_prompt="A cat"))
    box.open([same], same)
    assert box.panel.use_revised.isHidden()


def test_up_in_an_empty_prompt_brings_the_last_one(qtbot: QtBot, page: ImagesPage, stage: Stage) -> None:
    put(stage, JobState.SUBMITTING, prompt="A cat in the rain", sent_at=datetime.now(UTC))
    page.form.prompt.setFocus()
    qtbot.keyClick(page.form.prompt, Qt.Key.Key_Up)
    assert page.form.prompt.text() == "A cat in the rain"
