"""Saving, deleting, menus: the same for every page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.storage.names import safe_name
from panda_desktop.ui.kit import Notice, NoticeLevel
from panda_desktop.ui.media.dates import day_words, days_of
from panda_desktop.ui.media.item_actions import ItemActions, Wish
from panda_desktop.ui.media.raw_answer import LONGEST_LINE, MOST_BYTES, RawAnswerPanel, readable
from panda_desktop.ui.media.saving import SaveDialogs
from tests.ui.doubles import Stage


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    made = Stage(tmp_path)
    made.load()
    return made


class Page(QWidget):
    """A page with actions."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.acts = ItemActions(self, stage.library, (Wish.PROMPT, Wish.VIDEO), safe_name=safe_name)
        self.said: list[Notice] = []
        self.acts.notice_wanted.connect(self.said.append)


@pytest.fixture
def page(qtbot: QtBot, stage: Stage) -> Iterator[Page]:
    made = Page(stage)
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.acts.close()


@pytest.mark.parametrize(
    "prompt",
    [
        "../../x",
        "CON",
        "aux.png",
        "a" * 300,
        "a:b",
        "dot.",
        "🐼 panda",
        "abc\u202egnp.exe",
        "",
        "\n\t/",
        "猫" * 100,
    ],
)
def test_i18_the_suggested_name_is_safe(page: Page, stage: Stage, prompt: str) -> None:
    item = stage.library_service.image(prompt=prompt)
    for position in (0, 3):
        name = page.acts.saving.suggested_name(replace(item, position=position))
        assert Path(name).name == name
        assert name.endswith(".png")
        assert len(name.encode()) <= 120
        assert not set(name) & set('<>:"/\\|?*\u202e\n')
        assert name.split(".")[0].lower() not in ("con", "aux")
        if position:
            assert "4" in name


def test_without_a_maker_of_names_the_name_holds_no_prompt(page: Page, stage: Stage) -> None:
    item = stage.library_service.image(prompt="../../x")
    assert SaveDialogs(page).suggested_name(item) == "panda.png"


def test_a_copy_is_saved_where_the_person_says(
    qtbot: QtBot, page: Page, stage: Stage, tmp_path: Path
) -> None:
    item = stage.library_service.image(prompt="a cat")
    folder = tmp_path / "chosen"
    folder.mkdir()
    page.acts.save(item)
    dialog = page.acts.saving.dialog
    assert dialog is not None
    assert dialog.isVisible()
    page.acts.save(item)  # a second wish does not open a second dialog
    assert page.acts.saving.dialog is dialog
    assert dialog.acceptMode() == dialog.AcceptMode.AcceptSave
    assert not dialog.testOption(dialog.Option.DontConfirmOverwrite)
    target = folder / "mine.png"
    with qtbot.waitSignal(stage.library.saved):
        dialog.fileSelected.emit(str(target))
    assert target.read_bytes() == stage.library.path_of(item).read_bytes()
    assert page.said[-1].text == "Saved as mine.png"
    dialog.reject()
    assert page.acts.saving.dialog is None
    page.acts.save(item)  # the folder is remembered
    assert page.acts.saving.dialog is not None
    assert Path(page.acts.saving.dialog.directory().absolutePath()) == folder
    page.acts.saving.dialog.reject()


@pytest.mark.parametrize("kind", [ErrorKind.DISK_FULL, ErrorKind.CANNOT_WRITE])
def test_i19_a_copy_that_cannot_be_written_is_said_and_the_original_stays(
    page: Page, stage: Stage, tmp_path: Path, kind: ErrorKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = stage.library_service.image(prompt="a cat")

    async def fails(item: object, target: object) -> None:
        raise PandaError(kind)

    monkeypatch.setattr(stage.library_service, "save_copy", fails)
    page.acts.saving.chosen.emit(item, tmp_path / "x.png")
    assert page.said[-1].level is NoticeLevel.ERROR
    assert stage.library.path_of(item).is_file()
    page.hide()
    page.acts.saving.chosen.emit(item, tmp_path / "x.png")
    assert len(page.said) == 1  # another page is shown: it will say it


def test_deleting_is_taken_back_by_one_press(page: Page, stage: Stage) -> None:
    items = tuple(stage.library_service.image(prompt=str(at)) for at in range(3))
    page.acts.trash(items[:2])
    assert stage.library.count() == 1
    assert page.said[-1].text == "2 moved to the trash."
    page.said[-1].actions[0].run()
    assert stage.library.count() == 3
    stage.library.trash((items[0].id,))  # asked for by another page
    assert len(page.said) == 1
    page.acts.trash(())
    assert len(page.said) == 1


def test_the_menu_fits_the_item(page: Page, stage: Stage) -> None:
    picture = stage.library_service.image(prompt="a", starred=True)
    video = stage.library_service.video(b"x", prompt="b")

    def words(*items: object) -> list[str]:
        menu = page.acts.menu(items, page)  # type: ignore[arg-type]
        return [action.text().split("\t")[0] for action in menu.actions() if action.text()]

    assert words(picture) == [
        "Save a copy…",
        "Copy",
        "Copy prompt",
        "Use as prompt",
        "Make a video of this",
        "Remove the star",
        "Show in folder",
        "Delete",
    ]
    assert words(video) == ["Save a copy…", "Copy prompt", "Star", "Show in folder", "Delete"]
    assert words(picture, video) == ["Star all", "Remove the stars", "Save copies…", "Delete 2"]


def test_a_menu_entry_does_what_it_says(qtbot: QtBot, page: Page, stage: Stage) -> None:
    picture = stage.library_service.image(prompt="a")
    menu = page.acts.menu((picture,), page)
    entry = next(action for action in menu.actions() if action.text().startswith("Make a video"))
    with qtbot.waitSignal(page.acts.wished) as caught:
        entry.trigger()
    assert caught.args == [Wish.VIDEO, picture]
    next(action for action in menu.actions() if action.text().startswith("Star")).trigger()
    known = stage.library.find(picture.id)
    assert known is not None
    assert known.starred
    many = page.acts.menu((picture, picture), page)
    next(action for action in many.actions() if action.text() == "Remove the stars").trigger()
    known = stage.library.find(picture.id)
    assert known is not None
    assert not known.starred


def test_a_raw_answer_is_plain_capped_and_broken_into_lines(qtbot: QtBot, page: Page, stage: Stage) -> None:
    from datetime import UTC, datetime

    body = b"<b>no</b>\x1b[31m\xff\n" + b"x" * 3_000_000
    text = readable(body)
    assert text.startswith("<b>no</b>\ufffd[31m\ufffd\n")
    assert max(map(len, text.split("\n"))) == LONGEST_LINE
    assert len(text) < MOST_BYTES + MOST_BYTES // LONGEST_LINE + 10
    panel = RawAnswerPanel(page)
    panel.show_answer(RawAnswer(200, {"content-type": "text/html"}, body, datetime.now(UTC)))
    assert panel.text.text() == text
    assert panel.text.isReadOnly()
    assert "HTTP 200" in panel.facts.text()
    assert "3.0 MB" in panel.facts.text()
    assert panel.note.isVisible()
    panel.copy.click()
    assert QApplication.clipboard().text() == text
    panel.close_button.click()
    assert panel.isHidden()


def test_days_are_the_persons_own(stage: Stage) -> None:
    from datetime import UTC, date, datetime, timedelta

    now = datetime.now(UTC)
    items = [
        replace(stage.library_service.image(), created_at=now - timedelta(hours=hours))
        for hours in (0, 1, 20, 30, 31, 55, 400)
    ]
    expected = [item.created_at.astimezone().date().isoformat() for item in items]
    assert days_of(items) == expected
    today = date(2026, 11, 24)
    assert day_words("2026-11-24", today) == "Today"
    assert day_words("2026-11-23", today) == "Yesterday"
    assert "2026" in day_words("2026-11-22", today)
