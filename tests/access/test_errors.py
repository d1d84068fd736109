"""U18: every error is read out and reached by keyboard, and what can be done about it is pressed there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.ui.kit import Button, NoticeBar, NoticeHost, TextField, announcing, enter_next_notice
from panda_desktop.ui.kit.notices import NoticeLevel
from panda_desktop.ui.media.refund import RefundEvidence
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.window import Place
from panda_desktop.ui.wiring.beginning import Beginning
from tests.access.walk import Role, named, tab_stops
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used, environment, used

# 401, 402, 403, 404, 429, 5xx, network, TLS, proxy, disk, keyring, budget, results.
GRAVE = (
    ErrorKind.KEY_REFUSED,
    ErrorKind.NO_CREDIT,
    ErrorKind.FORBIDDEN,
    ErrorKind.MODEL_NOT_FOUND,
    ErrorKind.RATE_LIMITED,
    ErrorKind.SERVER_ERROR,
    ErrorKind.UNAVAILABLE,
    ErrorKind.CANNOT_CONNECT,
    ErrorKind.TLS_FAILED,
    ErrorKind.PROXY_FAILED,
    ErrorKind.DISK_FULL,
    ErrorKind.CANNOT_WRITE,
    ErrorKind.KEYRING_LOCKED,
    ErrorKind.OVER_BUDGET,
    ErrorKind.JOB_FAILED,
    ErrorKind.CANNOT_ATTACH,
    ErrorKind.CANNOT_READ,
)
every_kind = pytest.mark.parametrize("kind", list(ErrorKind), ids=lambda kind: kind.value)


@dataclass
class Listener:
    """What a screen reader was told to say, newest last."""

    said: list[str]
    urgent: list[str]

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.said.append(event.message())
        if event.politeness() is QAccessible.AnnouncementPoliteness.Assertive:
            self.urgent.append(event.message())

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    found = Listener([], [])
    monkeypatch.setattr(announcing, "QAccessible", found)
    yield found


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    made.field, made.host = QLineEdit(), NoticeHost()  # type: ignore[attr-defined]
    column.addWidget(made.host)  # type: ignore[attr-defined]
    column.addWidget(made.field)  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()  # type: ignore[attr-defined]
    return made


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


@every_kind
def test_u18_each_error_is_read_out_reached_and_its_steps_are_pressed(
    window: Any, listener: Listener, kind: ErrorKind
) -> None:
    error = PandaError(kind, ErrorDetail(message="no"), reached=Reached.MAYBE_SENT)
    pressed: list[NextStep] = []
    steps: dict[NextStep, Callable[[], object]] = {
        step: lambda step=step: pressed.append(step)  # type: ignore[misc]
        for step in NextStep
    }
    book = Sentences()
    wanted = book.about(error).steps
    for number, step in enumerate(wanted or (None,)):
        bar = window.host.show_notice(book.notice(error, steps, key="one"))
        assert listener.said[-1] == bar.notice.text
        assert (bar.notice.text in listener.urgent) is (bar.notice.level is NoticeLevel.ERROR)
        enter_next_notice(window, window.host)
        heard = QAccessible.queryAccessibleInterface(focused())
        assert heard.role() is Role.Notification
        assert heard.text(QAccessible.Text.Name) == bar.notice.text
        if step is None:
            QTest.keyClick(focused(), Qt.Key.Key_Escape)
        else:
            assert named(window, Role.Button, book.step(step))
            for _ in range(number + 1):
                QTest.keyClick(focused(), Qt.Key.Key_Tab)
            assert focused().accessibleName() == book.step(step)
            QTest.keyClick(focused(), Qt.Key.Key_Return)
            assert pressed[-1] is step
        assert not window.host.notices()
        assert window.field.hasFocus(), "the keyboard is where it was"


def test_u18_a_notice_that_is_said_again_keeps_the_keyboard(window: Any, listener: Listener) -> None:
    book = Sentences()
    show = lambda: window.host.show_notice(book.notice(PandaError(ErrorKind.UNAVAILABLE), key="one"))  # noqa: E731
    show()
    enter_next_notice(window, window.host)
    again = show()
    assert again.hasFocus() and len(window.host.notices()) == 1
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert window.field.hasFocus()


def test_u18_the_key_goes_from_notice_to_notice_wherever_they_are(window: Any, listener: Listener) -> None:
    other = NoticeHost()
    window.layout().addWidget(other)
    book = Sentences()
    inner = other.show_notice(book.notice(PandaError(ErrorKind.DISK_FULL)))
    enter_next_notice(window, window.host)
    assert inner.hasFocus(), "one of a page, where the window has none"
    outer = window.host.show_notice(book.notice(PandaError(ErrorKind.TLS_FAILED)))
    enter_next_notice(window, window.host)
    assert outer.hasFocus()
    enter_next_notice(window, window.host)
    assert inner.hasFocus()
    QTest.keyClick(inner, Qt.Key.Key_Escape)
    assert window.field.hasFocus()


def test_u18_a_wrong_field_says_why_until_it_is_right(qtbot: QtBot) -> None:
    field = TextField("Address")
    qtbot.addWidget(field)
    field.setAccessibleDescription("Of the gateway")
    field.set_invalid(True, "This is no address.")
    field.set_invalid(True, "It has a space.")
    assert field.accessibleDescription() == "It has a space."
    field.set_invalid(False)
    assert field.accessibleDescription() == "Of the gateway"
    field.set_invalid(False)
    assert field.accessibleDescription() == "Of the gateway"


def sources(program: Used) -> dict[Place, dict[str, Any]]:
    """Returns what can fail, by the place where a person is then."""
    views, page = program.views, program.page(Place.LIBRARY)
    parts, library = views.chat_parts, page._parts
    chat = {
        "chat": views.chat,
        "organising": views.organisation,
        "search": views.search,
        "attachments": parts.attachments,
        "queue": parts.queue,
        "compare": parts.compare,
        "presets": parts.presets,
        "prompts": parts.prompts,
        "import and export": views.exchange,
    }
    settings = {
        "settings": views.settings,
        "profiles": views.profiles,
        "network": views.network,
        "backups": views.backups,
        "models": views.models,
        "account": views.account,
    }
    return {
        Place.CHAT: chat,
        Place.IMAGES: {"pictures": views.images, "library": views.library},
        Place.VIDEOS: {"videos": views.videos},
        Place.LIBRARY: {
            "library": views.library,
            "evidence": views.evidence,
            "boards and tags": page.marking,
            "trash": library.trash,
            "disk": library.disk,
            "lineage": library.lineage,
        },
        Place.SPENDING: {"money": views.money},
        Place.SETTINGS: settings,
    }


@pytest.mark.timeout(240)
async def test_u18_whatever_fails_is_read_out_and_reached(
    tmp_path: Path, gateway: DemoServer, listener: Listener
) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        program.window.activateWindow()
        program.window.resize(1280, 820)
        wrong: list[str] = []
        for place, models in sources(program).items():
            program.page(place)
            await program.until(lambda: QApplication.focusWidget() is not None)
            for name, model in models.items():
                for kind in GRAVE:
                    if fault := told(program, listener, model.failed, kind):
                        wrong.append(f"{place} > {name}: {kind}: {fault}")
        assert not wrong, "\n".join(wrong)


def told(program: Used, listener: Listener, failed: Any, kind: ErrorKind) -> str:
    """Lets something fail; returns what is wrong with how it is told."""
    close_all(program)
    listener.said.clear()
    sentence = Sentences().of_kind(kind).text
    for each in program.window.findChildren(RefundEvidence):
        each._asked.add("asked here")  # it answers only what was asked where it is
    failed.emit(PandaError(kind, ErrorDetail()))
    if not listener.said:
        return "nothing is said"
    program.window.commands.run("notices.focus")
    bar = focused()
    if not isinstance(bar, NoticeBar):
        return f"F6 does not lead to it but to {type(bar).__name__}; said was {listener.said}"
    if bar.accessibleName() not in listener.said and sentence not in listener.said:
        return f"said is {listener.said}, shown {bar.accessibleName()!r}"
    buttons = [each for each in bar.findChildren(Button) if each.isVisible()]
    if not all(each.accessibleName() and each.isEnabled() for each in buttons):
        return "a step without a name or that cannot be pressed"
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    return "" if not bar.isVisible() else "Escape does not close it"


def close_all(program: Used) -> None:
    for host in program.window.findChildren(NoticeHost):
        for bar in host.findChildren(NoticeBar):
            bar.closed.emit()


async def test_u18_what_fails_in_the_settings_is_heard_at_the_field(
    tmp_path: Path, gateway: DemoServer, listener: Listener
) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        views, page = program.views, program.page(Place.SETTINGS)
        for section in page.sections():
            page.show_section(section)
        page.show_section("account")
        for failed in (
            views.account.key_failed,
            views.account.endpoint_failed,
            views.profiles.add_failed,
            views.network.probe_failed,
        ):
            for kind in (ErrorKind.KEY_REFUSED, ErrorKind.CANNOT_CONNECT, ErrorKind.TLS_FAILED):
                listener.urgent.clear()
                failed.emit(PandaError(kind, ErrorDetail(param="base_url")))
                assert any(Sentences().of_kind(kind).text in each for each in listener.urgent), (failed, kind)


@pytest.mark.parametrize(
    "model", ["error-401", "error-402", "error-403", "error-404", "error-500", "error-cut"]
)
async def test_u18_an_answer_that_fails_is_read_out_and_its_steps_reached(
    tmp_path: Path, gateway: DemoServer, listener: Listener, model: str
) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        program.window.activateWindow()
        program.window.resize(1280, 820)
        program.chat()
        await program.until(lambda: QApplication.focusWidget() is not None)
        program.views.chat.choose_model(model)
        await program.ask("Hello")
        answer = await program.answered()
        why = program.chat().pane.transcript.spoken_text(1)
        await program.until(lambda: listener.said and any(each in why for each in listener.said))
        message = named(program.window, Role.Document, "Conversation").interface.child(1)
        parts = [message.child(index) for index in range(message.childCount())]
        buttons = [each.text(QAccessible.Text.Name) for each in parts if each.role() is Role.Button]
        assert answer.error is not None and "Regenerate" in buttons, (model, buttons)
        program.window.commands.run("notices.focus")
        assert isinstance(focused(), NoticeBar) and focused().accessibleName() in listener.said


@pytest.mark.parametrize(
    ("model", "said", "step"),
    [
        ("error-402-image", "Not accepted: ", "Add credit"),
        ("error-500-image", "Sent, no answer yet", "Look for the result"),
    ],
)
async def test_u18_pictures_that_fail_are_read_out_and_their_steps_reached(
    tmp_path: Path, gateway: DemoServer, listener: Listener, model: str, said: str, step: str
) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        program.window.activateWindow()
        page, jobs = program.page(Place.IMAGES), program.views.images
        page.form.use_prompt("A cat", model)
        page.form.generate.click()
        await program.until(lambda: jobs.count() == 1 and not jobs.row(0).job.state.is_running)
        await program.until(lambda: any(each.startswith(said) for each in listener.said))
        await program.until(lambda: step in names_of(tab_stops(program.window)))


@pytest.mark.parametrize(
    ("model", "said", "step"),
    [
        ("error-402-video", "The balance is too low", "Add credit"),
        ("error-524-video", "Outcome unknown", "Look for the result"),
        ("error-failed-video", "The gateway says that it failed", "Edit and try again"),
    ],
)
async def test_u18_a_video_that_fails_is_read_out_and_its_steps_reached(
    tmp_path: Path, gateway: DemoServer, listener: Listener, model: str, said: str, step: str
) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        program.window.activateWindow()
        page, jobs = program.page(Place.VIDEOS), program.views.videos
        page.form.model.set_value(model)
        page.form.prompt.set_text("A panda")
        await program.until(page.form.make.isEnabled)
        page.form.make.click()
        await program.until(lambda: jobs.count() == 1 and not jobs.row(0).job.state.is_running)
        await program.until(lambda: any(each.startswith(said) for each in listener.said))
        await program.until(lambda: step in names_of(tab_stops(program.window)))


def next_notice(program: Used) -> str:
    program.window.commands.run("notices.focus")
    return focused().accessibleName()


def names_of(widgets: list[QWidget]) -> list[str]:
    return [each.accessibleName() for each in widgets]


async def test_u18_what_cannot_be_attached_or_written_is_read_out_and_reached(
    tmp_path: Path, gateway: DemoServer, listener: Listener
) -> None:
    (tmp_path / "tool.exe").write_bytes(b"MZ\0\1")
    async with used(tmp_path / "data", environment(gateway.base_url)) as program:
        program.window.activateWindow()
        chat = program.chat()
        await program.until(lambda: program.views.chat.conversation is not None)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "tool.exe"))])
        close_all(program)
        chat.pane.composer.field.setFocus()
        chat.pane.composer.field.insertFromMimeData(mime)
        await program.until(lambda: any("tool.exe" in each for each in listener.said))
        await program.until(lambda: "tool.exe" in next_notice(program))
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert chat.pane.composer.field.hasFocus()
        beginning = Beginning(program.window, tmp_path)
        beginning.say_read_only()
        assert listener.said[-1].startswith("The data folder cannot be written")
        await program.until(lambda: next_notice(program) == listener.said[-1])
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused().accessibleName() == "Open the data folder"
