"""Presets, prompts and the pad in the real program over the demo gateway: what really goes over the wire."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from panda_desktop.domain.chat import MessageState
from tests.e2e.gateway import DemoServer
from tests.e2e.program import Used, environment, used
from tests.e2e.relay import relayed


def write(form: Any, name: str, text: str) -> None:
    field = form.rows[name].field
    field.clear()
    QTest.keyClicks(field, text)


async def pad_of(program: Used) -> Any:
    """Opens the pad and returns what joins it."""
    page = program.chat()
    program.window.commands.run("chat.pad")
    return page._toolbox.pad


async def test_the_pad_asks_the_legacy_endpoint_with_what_is_set(tmp_path: Path, gateway: DemoServer) -> None:
    async with relayed(gateway.base_url) as relay:
        async with used(tmp_path, environment(relay.base_url)) as program:
            before = len(gateway.posts())
            place = await pad_of(program)
            place.open_parameters()
            write(place.panel.numbers, "max_tokens", "40")
            place.panel.close()
            QTest.keyClicks(place.page.editor, "Once upon a time")
            QTest.keyClick(place.page.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            pad = program.views.chat_parts.pad
            await program.until(lambda: pad.pad.continuation and not pad.pad.is_writing)
            assert pad.pad.state is MessageState.DONE
            (body,) = relay.bodies("/v1/completions")
            assert body["prompt"] == "Once upon a time"
            assert body["max_tokens"] == 40
            assert not {"temperature", "top_p"} & body.keys(), "what is not set is not sent"
            posts = gateway.posts()[before:]
            assert [post["path"] for post in posts] == ["/v1/completions"]
            written = place.page.editor.text()
            assert written == pad.pad.text and written.startswith("Once upon a time")
            assert "".join(place.page.editor.tinted()) == pad.pad.continuation.replace("\n", "")
            QTest.keyClick(place.page.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(place.page.editor, " Mine.")
        async with used(tmp_path, environment(relay.base_url)) as program:
            place = await pad_of(program)
            await program.until(lambda: place.page.editor.text())
            assert place.page.editor.text() == f"{written} Mine.", "it survives a restart"
            assert len(relay.bodies("/v1/completions")) == 1, "nothing is asked by itself"


async def test_a_preset_sends_what_it_sets_and_new_chats_begin_with_it(
    tmp_path: Path, gateway: DemoServer
) -> None:
    async with relayed(gateway.base_url) as relay, used(tmp_path, environment(relay.base_url)) as program:
        page = program.chat()
        presets = program.views.chat_parts.presets
        panel = page.pane.header.open_parameters()
        panel.prompt.setPlainText("Answer briefly.")
        write(panel, "top_p", "0.4")
        panel.close()
        await program.until(lambda: program.conversation().parameters.top_p == 0.4)
        page._toolbox.presets.save(page.pane.header.parameters)
        naming = page._toolbox.presets.naming
        QTest.keyClicks(naming.name, "Brief")
        QTest.keyClick(naming.name, Qt.Key.Key_Return)
        await program.until(lambda: presets.presets)
        presets.set_default(presets.presets[0].id)
        await program.until(lambda: presets.default_id)
        await program.ask("Hello")
        await program.answered()
        program.views.chat.start_new()
        await program.until(lambda: program.views.chat.rows.count() == 0)
        assert page.pane.header.parameters.accessibleName() == "Preset: Brief"
        await program.ask("Hello again")
        await program.answered()
        bodies = relay.bodies("/v1/chat/completions")
        asked = [body for body in bodies if body["messages"][-1]["content"] in ("Hello", "Hello again")]
        assert len(asked) == 2
        for body in asked:
            assert body["messages"][0] == {"role": "system", "content": "Answer briefly."}
            assert body["top_p"] == 0.4
            assert not {"temperature", "max_tokens"} & body.keys(), "the model's own stays the model's own"


async def test_a_prompt_is_filled_in_and_sent(tmp_path: Path, gateway: DemoServer) -> None:
    async with used(tmp_path, environment(gateway.base_url)) as program:
        page = program.chat()
        prompts = program.views.chat_parts.prompts
        await program.until(lambda: prompts.prompts)
        field = page.pane.composer.field
        field.setFocus()
        QTest.keyClicks(field, "/explain s")
        QTest.keyClick(field, Qt.Key.Key_Return)
        form = page._toolbox.prompts.form
        QTest.keyClicks(form.fields["topic"], "tides")
        QTest.keyClick(form.fields["topic"], Qt.Key.Key_Return)
        assert field.text().startswith("Explain tides to me")
        QTest.keyClick(field, Qt.Key.Key_Return)
        await program.answered()
        mine = program.views.chat.rows.row(0).message
        assert mine.text.startswith("Explain tides to me")
