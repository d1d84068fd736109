"""The whole window over the demo gateway: what a person does all day, from the field to the wire and back."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.account import KeyState
from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.window import Place
from tests.e2e.gateway import DemoServer
from tests.e2e.program import FILM_S, environment, used

# What the media library says of a machine without sound, camera and video hardware.
MULTIMEDIA = ("^Couldn't (load|resolve)", "^PulseAudioService", "No RHI backend")


async def test_a_chat_streams_and_is_there_after_a_restart(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        await program.until(lambda: program.views.account.balance is not None)
        await program.ask("Show Python code, a table and a list")
        answer = await program.answered()
        assert answer.state is MessageState.DONE and "```python" in answer.text
        assert answer.served_model and answer.usage is not None
        page = program.chat()
        assert page.pane.composer.text() == ""
        page.pane.composer.field.set_text("half a thought")
    async with used(tmp_path, environment(gateway.base_url)) as program:
        assert program.last().text == answer.text
        assert program.chat().pane.composer.text() == "half a thought"
        title = program.views.chat.conversations.conversation(answer.conversation_id)
        assert title is not None and title.title.startswith("Show Python code")


async def test_regenerate_and_switch_back(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        await program.ask("Say something about rivers")
        first = await program.answered()
        program.window.commands.run("chat.regenerate")
        await program.until(lambda: program.last().id != first.id and program.last().state.is_final)
        row = program.views.chat.rows.row(1)
        assert (row.sibling_index, row.sibling_count) == (2, 2)
        program.chat().pane.transcript.sibling_requested.emit(row.message.id, -1)
        await program.until(lambda: program.last().id == first.id)


async def test_stop_keeps_what_came(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        page = program.chat()
        program.views.chat.choose_model("kimi-k3-longform")
        await program.ask("Write a long essay about bridges")
        await program.until(lambda: program.views.chat.rows.count() == 2 and len(program.last().text) > 50)
        page.pane.composer.button.click()
        answer = await program.answered()
        assert answer.state is MessageState.STOPPED and len(answer.text) > 50


async def test_images_are_made_and_stored(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        page, before = program.page(Place.IMAGES), len(gateway.posts("wan-2.7-image"))  # of other tests
        page.form.prompt.set_text("A cat on a window sill")
        page.form.count_choice.set_count(3)
        page.form.generate.click()
        page.form.generate.click()
        images = program.views.images
        await program.until(lambda: images.count() == 1 and images.row(0).job.state is JobState.DONE)
        items = images.row(0).items
        assert [images.path_of(item).read_bytes()[:4] for item in items] == [b"\x89PNG"] * 3
        assert len(gateway.posts("wan-2.7-image")) == before + 1
    async with used(tmp_path, environment(gateway.base_url)) as program:
        assert len(program.views.images.row(0).items) == 3
        assert program.views.library.count() == 3


@pytest.mark.timeout(240)
@pytest.mark.qt_log_ignore(*MULTIMEDIA, extend=True)
async def test_a_video_is_made_and_plays_in_both_dialects(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        page = program.page(Place.VIDEOS)
        videos = program.views.videos
        for count, model in enumerate(("wan-2.7-video", "seedance-2-lite"), start=1):
            page.form.model.set_value(model)
            page.form.prompt.set_text("A boat leaves the harbour")
            await program.until(page.form.make.isEnabled)
            page.form.make.click()

            def is_listed(count: int = count) -> bool:
                return videos.count() == count

            await program.until(is_listed)
            await program.until(lambda: not videos.row(0).job.state.is_running, FILM_S)
            assert videos.row(0).job.state is JobState.DONE
            page.show_video(videos.row(0).items[0])
            page.player.play()
            await program.until(lambda: page.player.image() is not None, FILM_S)


async def test_the_first_start_leads_into_the_demo(tmp_path: Path) -> None:
    async with used(tmp_path, demo_speed=50) as program:
        await program.until(lambda: program.views.first_start.panel() is not None)
        panel = program.views.first_start.panel()
        assert panel is not None
        panel.demo.click()
        await program.until(lambda: program.window.place() is Place.CHAT)
        await program.until(lambda: program.views.account.balance is not None)
        assert program.views.account.endpoint.is_demo
        await program.ask("Hello")
        assert (await program.answered()).state is MessageState.DONE
    # The next start is in the demo again, as it was left.
    async with used(tmp_path, demo_speed=50) as program:
        await program.until(lambda: program.views.account.has_access)
        assert program.views.account.endpoint.is_demo and program.views.first_start.panel() is None


async def test_a_key_without_a_safe_store_serves_this_run(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, {"PANDA_BASE_URL": gateway.base_url}) as program:
        await program.until(lambda: program.views.account.balance is not None or program.window.place())
        page = program.page(Place.SETTINGS)
        page.account.form.field.field.setText("Bearer sk-pasted-0123456789")
        page.account.form.button.click()
        await program.until(lambda: program.views.account.key_state is KeyState.SESSION_ONLY)
        await program.until(lambda: "works" in page.account.form.result())
        notices = program.window.notices.notices()
        assert any("memory until you quit" in notice.text for notice in notices)
        files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
        assert not any(b"sk-pasted" in data for data in files)


async def test_every_control_has_a_name(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        await program.ask("Hello")
        await program.answered()
        nameless = []
        for place in Place:
            program.page(place)
            await asyncio.sleep(0)
            nameless += [
                f"{type(widget).__name__} in {type(widget.parent()).__name__} of {place}"
                for widget in program.window.findChildren(QWidget)
                if widget.focusPolicy() and widget.isVisible() and not _name(widget)
            ]
        assert not nameless, nameless


def _name(widget: QWidget) -> str:
    if widget.objectName().startswith("qt_") or type(widget).__module__.startswith("PySide6"):
        return "Qt's own part of a control"
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "")
