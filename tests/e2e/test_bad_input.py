"""Whatever goes wrong: one plain sentence where it happened, the text kept, and a window that lives."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer
from tests.e2e.program import environment, used, words_of

NOWHERE = "http://127.0.0.1:1/v1"


@pytest.mark.parametrize(
    ("model", "state", "kind"),
    [
        ("nobody-knows-this", MessageState.FAILED, ErrorKind.MODEL_NOT_FOUND),
        ("kolors", MessageState.FAILED, ErrorKind.BAD_REQUEST),
        ("error-402", MessageState.FAILED, ErrorKind.NO_CREDIT),
        # It waits the twenty seconds the gateway asks for; in short: `tests/faults`, H09.
        pytest.param("error-429", MessageState.FAILED, ErrorKind.RATE_LIMITED, marks=pytest.mark.slow),
        ("error-500", MessageState.FAILED, ErrorKind.SERVER_ERROR),
        ("error-html", MessageState.FAILED, ErrorKind.NOT_THE_GATEWAY),
        ("error-cut", MessageState.INTERRUPTED, ErrorKind.CONNECTION_LOST),
    ],
)
async def test_a_chat_that_goes_wrong(
    tmp_path: Path, gateway: DemoServer, model: str, state: MessageState, kind: ErrorKind
) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        program.views.chat.choose_model(model)
        await program.until(lambda: program.conversation().model == model)
        await program.ask("Tell me about rivers")
        answer = await program.answered()
        assert (answer.state, answer.error) == (state, kind)
        assert bool(answer.text) is (state is MessageState.INTERRUPTED)
        page = program.chat()
        shown = page.pane.transcript.spoken_text(1) + words_of(page.pane.notices.notices())
        assert "Traceback" not in shown and len(shown) > 30
        # The next message goes through.
        program.views.chat.choose_model("deepseek-v4-flash")
        await program.until(lambda: program.conversation().model == "deepseek-v4-flash")
        await program.ask("And again")
        rows = program.views.chat.rows
        await program.until(lambda: rows.count() == 4 and program.last().state is MessageState.DONE)


async def test_no_network_and_a_refused_key(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path / "a", environment(NOWHERE)) as program:
        await program.ask("Hello")
        answer = await program.answered()
        assert (answer.state, answer.error) == (MessageState.FAILED, ErrorKind.CANNOT_CONNECT)
        assert program.views.account.balance is None
    async with used(tmp_path / "b", environment(gateway.base_url, "sk-bad")) as program:
        await program.ask("Hello")
        answer = await program.answered()
        assert answer.error is ErrorKind.KEY_REFUSED
        await program.until(lambda: "refused the key" in words_of(program.window.notices.notices()))


async def test_without_a_key_nothing_is_lost(tmp_path: Path) -> None:
    async with used(tmp_path, {"PANDA_BASE_URL": "https://127.0.0.1:1/v1"}) as program:
        await program.until(lambda: program.views.first_start.panel() is not None)
        page = program.chat()
        await program.ask("Hello")
        await program.until(lambda: page.pane.notices.notices())
        assert "no key" in words_of(page.pane.notices.notices())
        assert page.pane.composer.text() == "Hello"
        assert program.views.chat.rows.count() == 0


async def test_an_empty_prompt_and_a_temperature_of_three(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        page = program.chat()
        page.pane.composer.field.set_text("   ")
        assert not page.pane.composer.button.isEnabled()
        page.pane.composer.submitted.emit()
        panel = page.pane.header.open_parameters()
        field = panel.rows["temperature"].field
        field.setFocus()
        QTest.keyClicks(field, "3")
        assert field.text() == "3"
        assert program.conversation().parameters.temperature is None
        assert any("from 0 to 2" in label.text() for label in _labels(panel))
        assert gateway.posts("auto") == [each for each in gateway.posts("auto") if each["status"] == 200]
        panel.close()


def _labels(widget: Any) -> list[Any]:
    from panda_desktop.ui.kit import Label

    return [label for label in widget.findChildren(Label) if label.isVisible()]


@pytest.mark.parametrize("count", ["0", "11"])
async def test_a_number_of_images_out_of_range(tmp_path: Path, gateway: DemoServer, count: str) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        page = program.page(Place.IMAGES)
        page.form.prompt.set_text("A cat")
        page.form.count_choice.set_count(int(count))
        page.form.generate.click()
        await program.until(lambda: any("from 1 to 10" in label.text() for label in _labels(page)))
        assert page.form.prompt.text() == "A cat" and program.views.images.count() == 0


@pytest.mark.parametrize(
    ("model", "state", "kind"),
    [
        ("deepseek-v4-flash", JobState.REJECTED, ErrorKind.BAD_REQUEST),
        ("nobody-knows-this", JobState.REJECTED, ErrorKind.MODEL_NOT_FOUND),
        ("error-402-image", JobState.REJECTED, ErrorKind.NO_CREDIT),
        ("error-500-image", JobState.UNKNOWN, ErrorKind.SERVER_ERROR),
        ("error-html-image", JobState.UNKNOWN, ErrorKind.NOT_THE_GATEWAY),
        ("error-cut-image", JobState.UNKNOWN, ErrorKind.CONNECTION_LOST),
    ],
)
async def test_images_that_go_wrong(
    tmp_path: Path, gateway: DemoServer, model: str, state: JobState, kind: ErrorKind
) -> None:
    before = len(gateway.posts(model))
    async with used(tmp_path, environment(gateway.base_url)) as program:
        page = program.page(Place.IMAGES)
        page.form.use_prompt("A cat", model)
        page.form.generate.click()
        images = program.views.images
        await program.until(lambda: images.count() == 1 and not images.row(0).job.state.is_running)
        assert (images.row(0).job.state, images.row(0).job.error) == (state, kind)
        assert page.form.prompt.text() == "A cat"
    assert len(gateway.posts(model)) == before + 1


@pytest.mark.parametrize(
    ("model", "state"),
    [
        ("error-402-video", JobState.REJECTED),
        ("error-524-video", JobState.UNKNOWN),
        ("error-failed-video", JobState.FAILED),
    ],
)
async def test_videos_that_go_wrong(tmp_path: Path, gateway: DemoServer, model: str, state: JobState) -> None:
    before = len(gateway.posts(model))
    async with used(tmp_path, environment(gateway.base_url)) as program:
        page = program.page(Place.VIDEOS)
        page.form.model.set_value(model)
        page.form.prompt.set_text("A panda")
        await program.until(page.form.make.isEnabled)
        page.form.make.click()
        videos = program.views.videos
        await program.until(lambda: videos.count() == 1 and not videos.row(0).job.state.is_running)
        assert videos.row(0).job.state is state
    assert len(gateway.posts(model)) == before + 1
