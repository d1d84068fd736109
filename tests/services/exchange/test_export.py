"""Files that chats are written to."""

import asyncio
import errno
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import ExportRequest, FileFormat, Progress, Watch
from panda_desktop.services.exchange.forms import Placed
from panda_desktop.services.exchange.markdown_form import MarkdownForm, plain
from tests.services.exchange.rig import LABELS, Rig, rig

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def message(identity: str, parent: str | None, text: str, role: Role = Role.USER, **values: Any) -> Message:
    return Message(identity, "c1", parent, 0, role, text, NOW, **values)


def answer(identity: str, parent: str, text: str, **values: Any) -> Message:
    return message(identity, parent, text, Role.ASSISTANT, served_model="deepseek-v4-flash", **values)


MESSAGES = (
    message("q", None, "Which *one*?\n<b>this</b>"),
    answer("a1", "q", "The **first**.", reasoning="Hm.\n\nYes."),
    answer("a2", "q", "```python\nx = 1", state=MessageState.INTERRUPTED),
    message("q2", "a1", "Thanks"),
)
CHAT = Conversation("c1", "A # title\nwith *marks*", "auto", NOW, NOW, "Be brief.", leaf_id="q2")

MARKDOWN = r"""# A \# title with \*marks\*

> **System prompt**
>
> Be brief.

## You · 2026-11-24 12:00 UTC

Which *one*?
<b>this</b>

## Assistant · deepseek-v4-flash · 2026-11-24 12:00 UTC

> **Thoughts**
>
> Hm.
>
> Yes.

The **first**.

## You · 2026-11-24 12:00 UTC

Thanks
"""
BRANCHES = """
## Assistant · deepseek-v4-flash · 2026-11-24 12:00 UTC · 2/2

```python
x = 1
```

*Interrupted.*
"""
HTML = """<article>
<h1>A # title with *marks*</h1>
<section class="system">
<header><strong>System prompt</strong></header>
<div class="said plain">Be brief.</div>
</section>
<section class="user">
<header><strong>You</strong> · <time datetime="2026-11-24T12:00:00+00:00">2026-11-24 12:00 UTC</time></header>
<div class="said plain">Which *one*?
&lt;b&gt;this&lt;/b&gt;</div>
</section>
<section class="assistant">
<header><strong>Assistant</strong> · deepseek-v4-flash · \
<time datetime="2026-11-24T12:00:00+00:00">2026-11-24 12:00 UTC</time> · 1/2</header>
<div class="reasoning">
<p><strong>Thoughts</strong></p>
<p>Hm.</p>
<p>Yes.</p>
</div>
<div class="said">
<p>The <strong>first</strong>.</p>
</div>
</section>
<section class="user">
<header><strong>You</strong> · <time datetime="2026-11-24T12:00:00+00:00">2026-11-24 12:00 UTC</time></header>
<div class="said plain">Thanks</div>
</section>
<section class="assistant">
<header><strong>Assistant</strong> · deepseek-v4-flash · \
<time datetime="2026-11-24T12:00:00+00:00">2026-11-24 12:00 UTC</time> · 2/2</header>
<div class="said">
<pre><code class="language-python">x = <span class="number">1</span>
</code></pre>
</div>
<p class="ending">Interrupted.</p>
</section>
</article>
</main>
</body>
</html>
"""


async def filled(here: Rig) -> None:
    await here.storage.conversations.add(MESSAGES, CHAT)


async def test_markdown_of_the_branch_that_is_shown(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        await filled(here)
        assert await here.read_out(FileFormat.MARKDOWN, "c1") == MARKDOWN


async def test_markdown_of_every_branch(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        await filled(here)
        text = await here.read_out(FileFormat.MARKDOWN, "c1", all_branches=True)
        assert text.endswith(BRANCHES) and "· 1/2\n" in text


async def test_html_of_every_branch(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        await filled(here)
        text = await here.read_out(FileFormat.HTML, "c1", all_branches=True)
        assert text[text.index("<article>") :] == HTML
        assert '<html lang="en">' in text and "<title>A # title with *marks*</title>" in text
        assert "prefers-color-scheme: dark" in text and "default-src 'none'" in text


async def test_the_page_to_be_printed_is_the_same(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        await filled(here)
        pieces = [piece async for piece in here.exchange.html("c1", LABELS, all_branches=True)]
        assert "".join(pieces) == await here.read_out(FileFormat.HTML, "c1", all_branches=True)
        assert len(pieces) > 3


async def test_all_but_the_trash_and_what_is_only_in_memory(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        store = here.storage.conversations
        for number, values in enumerate(({}, {"archived": True}, {"deleted_at": NOW}, {"temporary": True})):
            await store.save(Conversation(f"c{number}", f"Title {number}", "auto", NOW, NOW, **values))  # type: ignore[arg-type]
        report = await here.put_out(FileFormat.MARKDOWN)
        assert report.conversations == 2
        assert report.files[0].read_text() == "# Title 0\n\n---\n\n# Title 1\n"
        # What a person names is written, wherever it is.
        assert await here.read_out(FileFormat.MARKDOWN, "c3", "c2") == "# Title 3\n\n---\n\n# Title 2\n"
        with pytest.raises(PandaError) as failure:
            await here.put_out(FileFormat.MARKDOWN, "gone")
        assert failure.value.kind is ErrorKind.CANNOT_READ


async def test_i18_each_in_a_file_of_its_own_with_a_safe_name(tmp_path: Path) -> None:
    titles = ["../../etc/passwd", "CON", "same", "same", "", "a:b\\c\u202e" + "长" * 100, "<script>"]
    async with rig(tmp_path) as here:
        for number, title in enumerate(titles):
            await here.storage.conversations.save(Conversation(f"c{number}", title, "auto", NOW, NOW))
        folder = tmp_path / "new" / "folder"
        request = ExportRequest(
            folder,
            FileFormat.HTML,
            LABELS,
            tuple(f"c{number}" for number in range(len(titles))),
            separate=True,
        )
        report = await here.exchange.export(request, here.watch())
        names = [path.name for path in report.files]
        assert sorted(path.name for path in folder.iterdir()) == sorted(names)
        assert names[:5] == ["etc passwd.html", "_CON.html", "same.html", "same (2).html", "Untitled.html"]
        assert all(path.parent == folder and len(path.name.encode()) <= 124 for path in report.files)
        again = await here.exchange.export(request, here.watch())
        assert len(list(folder.iterdir())) == 2 * len(titles) and not set(again.files) & set(report.files)


async def test_i20_a_full_disk_leaves_the_old_file_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with rig(tmp_path) as here:
        await filled(here)
        target = tmp_path / "out.md"
        target.write_text("old")

        def full(file: int) -> None:
            raise OSError(errno.ENOSPC, "full")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(PandaError) as failure:
            await here.put_out(FileFormat.MARKDOWN)
        assert failure.value.kind is ErrorKind.DISK_FULL
        assert target.read_text() == "old" and not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("target", ["missing/out.md", "file/out.md", "folder"])
async def test_i19_where_nothing_can_be_written(tmp_path: Path, target: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    async with rig(tmp_path) as here:
        await filled(here)
        request = ExportRequest(tmp_path / target, FileFormat.MARKDOWN, LABELS)
        with pytest.raises(PandaError) as failure:
            await here.exchange.export(request, here.watch())
        assert failure.value.kind is ErrorKind.CANNOT_WRITE
        assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "file", "folder"]


async def many(here: Rig, count: int, text: str = "word " * 200) -> None:
    messages = [
        Message(f"m{number}", "c1", f"m{number - 1}" if number else None, 0, Role.ASSISTANT, text, NOW)
        for number in range(count)
    ]
    await here.storage.conversations.add(messages, replace(CHAT, leaf_id=messages[-1].id))


@pytest.mark.parametrize("file_format", FileFormat)
async def test_stopped_in_the_middle_nothing_is_left(tmp_path: Path, file_format: FileFormat) -> None:
    async with rig(tmp_path) as here:
        await many(here, 3000)
        told: list[Progress] = []

        def hear(progress: Progress) -> None:
            told.append(progress)
            watch.stopped = progress.done > 1000

        watch = Watch(hear)
        request = ExportRequest(tmp_path / "out", file_format, LABELS)
        report = await here.exchange.export(request, watch)
        assert report.stopped and report.files == () and report.messages == 0
        assert [path.name for path in tmp_path.iterdir()] == ["data"]
        assert told[-1].total == 3000 and [each.done for each in told] == sorted(each.done for each in told)


async def test_cancelled_in_the_middle_nothing_is_left(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        await many(here, 3000)
        begun = asyncio.Event()
        request = ExportRequest(tmp_path / "out", FileFormat.HTML, LABELS)
        watch = Watch(lambda progress: begun.set() if progress.done else None)
        task = asyncio.ensure_future(here.exchange.export(request, watch))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert [path.name for path in tmp_path.iterdir()] == ["data"]


async def test_messages_that_are_deleted_meanwhile_are_passed_over(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        await many(here, 1000, "text")
        store, links = here.storage.conversations, here.storage.conversations.links

        async def deleting(conversation_id: str) -> tuple[tuple[str, str | None], ...]:
            found = await links(conversation_id)
            await store.delete_messages([f"m{number}" for number in range(150, 450)] + ["m999"])
            return found

        store.links = deleting  # type: ignore[method-assign]
        report = await here.put_out(FileFormat.JSON, "c1")
        assert report.messages == 699


def test_titles_and_names_cannot_become_markup() -> None:
    assert plain("![x](https://evil) <img> `a` \x1b[0m\n# b") == (
        r"!\[x\](https://evil) \<img\> \`a\` \[0m \# b"
    )


def test_open_code_is_closed_and_closed_code_is_not() -> None:
    form = MarkdownForm(LABELS)
    for text, end in (
        ("````py\n```\nx", "\nx\n````\n"),
        ("~~~\nx", "\nx\n~~~\n"),
        ("```\nx\n```", "```\nx\n```\n"),
        ("    indented", "    indented\n"),
        ("- a\n  ```\n  x", "  x\n"),
    ):
        assert form.message(Placed(answer("a", "q", text))).endswith(end)
