"""Row D17 of the fault catalogue: files that are no good, or mean harm."""

import errno
import io
import json
import os
import stat
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import Reason
from panda_desktop.services.exchange import own_format, source
from tests.services.exchange.rig import rig
from tests.services.exchange.samples import claude, saved, turn, two_versions, zipped

ABOUT = {"format": own_format.FORMAT, "version": 1}


async def refused(folder: Path, path: Path) -> PandaError:
    async with rig(folder) as here:
        with pytest.raises(PandaError) as failure:
            await here.take_in(path)
        assert await here.everything() == {}
        return failure.value


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.NOT_JSON),
        (b"\0" * 100, Reason.NOT_JSON),
        (b"<html><body>Sign in</body></html>", Reason.NOT_JSON),
        (b"title,text\n1,2\n", Reason.NOT_JSON),
        (b"\x89PNG\r\n\x1a\n", Reason.NOT_JSON),
        (json.dumps([two_versions()]).encode("utf-16"), Reason.NOT_JSON),
        (b"PK\x05\x06" + b"\0" * 18, Reason.NOT_JSON),
        (b"null", Reason.NOT_AN_EXPORT),
        (b'"text"', Reason.NOT_AN_EXPORT),
        (b"{}", Reason.NOT_AN_EXPORT),
        (b'{"mapping": {}}', Reason.NOT_AN_EXPORT),
        (b"[1, 2, 3]", Reason.NOT_AN_EXPORT),
        (b'[{"title": "x", "rating": 5}]', Reason.NOT_AN_EXPORT),
        (b'{"conversations": {"a": 1}}', Reason.NOT_AN_EXPORT),
        (json.dumps({"about": ABOUT}).encode(), Reason.NOT_AN_EXPORT),
        (b"PK\x03\x04 and no more", Reason.CUT_OFF),
    ],
)
async def test_d17_what_is_no_export_is_refused(tmp_path: Path, content: bytes, reason: Reason) -> None:
    error = await refused(tmp_path, saved(tmp_path, content))
    assert error.kind is ErrorKind.CANNOT_READ
    assert error.detail.param == reason


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "device"])
async def test_u03_what_is_no_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "path"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe" if hasattr(os, "mkfifo"):
            os.mkfifo(path)
        case "device":
            path = Path("/dev/zero")
    error = await refused(tmp_path, path)
    assert error.kind is ErrorKind.CANNOT_READ and not error.detail.param


async def test_a_disk_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 60_000:
                raise OSError(errno.EIO, "bad sector")
            return super().read(size)

    chats = [two_versions(conversation_id=f"c{number}") for number in range(100)]
    path = saved(tmp_path, chats)
    data = path.read_bytes()
    async with rig(tmp_path) as here:
        monkeypatch.setattr(Path, "open", lambda *_: Failing(data))  # the data folder is open by then
        with pytest.raises(PandaError) as failure:
            await here.take_in(path)
        assert failure.value.kind is ErrorKind.CANNOT_READ and not failure.value.detail.param
        assert all(len(messages) == 3 for _, messages in (await here.everything()).values())


@pytest.mark.parametrize("form", ["chatgpt", "claude", "ours"])
async def test_d17_a_file_that_breaks_off_gives_what_was_whole(tmp_path: Path, form: str) -> None:
    makers: dict[str, Any] = {
        "chatgpt": lambda number: two_versions(conversation_id=f"c{number}"),
        "claude": lambda number: claude(
            *(turn(f"m{at}", "human", "x") for at in range(3)), uuid=f"u{number}"
        ),
        "ours": lambda number: {
            "conversation": {"id": f"{number:032x}", "title": "t"},
            "messages": [{"id": f"{number:016x}{at:016x}", "role": "user", "text": "x"} for at in range(3)],
        },
    }
    chats: Any = [makers[form](number) for number in range(20)]
    text = json.dumps({"about": ABOUT, "conversations": chats} if form == "ours" else chats).encode()
    for end in range(len(text) // 2, len(text) - 2, len(text) // 17):
        async with rig(tmp_path / str(end)) as here:
            report = await here.take_in(saved(tmp_path, text[:end]))
            assert report.counts == {Reason.CUT_OFF: 1}
            found = await here.everything()
            assert 9 <= report.conversations == len(found) < 20
            assert all(len(messages) == 3 for _, messages in found.values())


async def test_d17_bytes_that_are_no_text_end_it_there(tmp_path: Path) -> None:
    chats = b"[" + json.dumps(two_versions()).encode() + b', {"title": "\xff'
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, chats))
        assert report.conversations == 1 and report.counts == {Reason.CUT_OFF: 1}


@pytest.mark.parametrize(
    "name", ["../conversations.json", "/conversations.json", "a\\conversations.json", "C:/conversations.json"]
)
async def test_d17_zip_slip(tmp_path: Path, name: str) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        member = zipfile.ZipInfo("x")
        member.filename = name
        archive.writestr(member, json.dumps([two_versions()]))
    inner = tmp_path / "inner"
    error = await refused(inner, path)
    assert error.detail.param in (Reason.UNSAFE_NAME, Reason.NOT_AN_EXPORT)
    assert {each.name for each in tmp_path.rglob("*")} == {"export.zip", "inner", "data", "panda.sqlite3"}


async def test_d17_a_good_part_beside_a_bad_name(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        path = zipped(
            tmp_path, ("../conversations.json", [claude()]), ("conversations.json", [two_versions()])
        )
        report = await here.take_in(path)
        assert report.conversations == 1 and report.counts == {Reason.UNSAFE_NAME: 1}
        assert report.misfits[0].what == "../conversations.json"


async def test_a_bad_part_beside_good_ones(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        parts = ("conversations-1.json", b"<html>"), ("conversations-2.json", [two_versions()])
        report = await here.take_in(zipped(tmp_path, *parts, ("conversations-3.json", {"x": 1})))
        assert report.conversations == 1
        assert report.counts == {Reason.NOT_JSON: 1, Reason.NOT_AN_EXPORT: 1}


async def test_d17_zip_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("conversations.json", "w") as member,
    ):
        for _ in range(32):
            member.write(b" " * 1024 * 1024)
    assert path.stat().st_size < 100_000
    error = await refused(tmp_path, path)
    assert error.detail.param == Reason.TOO_BIG


async def test_d17_a_zip_that_lies_about_its_size(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("conversations.json", b"[" + b" " * 5_000_000 + b"]"))
    data = bytearray(path.read_bytes())
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 100)
    path.write_bytes(bytes(data))
    async with rig(tmp_path) as here:
        with pytest.raises(PandaError) as failure:
            await here.take_in(path)
        assert failure.value.detail.param == Reason.CUT_OFF and not here.told


async def test_d17_nothing_but_brackets(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, b"[" * 5_000_000))
        assert report.conversations == 0 and report.counts == {Reason.CUT_OFF: 1}


async def test_d17_too_many_or_too_big_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_UNPACKED", 1000)
    error = await refused(tmp_path, zipped(tmp_path, ("conversations.json", [two_versions()])))
    assert error.detail.param == Reason.TOO_BIG
    monkeypatch.setattr(source, "MAX_UNPACKED", 10**9)
    monkeypatch.setattr(source, "MAX_PARTS", 3)
    parts: list[tuple[str, list[object]]] = [(f"conversations-{number}.json", []) for number in range(4)]
    assert (await refused(tmp_path / "two", zipped(tmp_path, *parts))).detail.param == Reason.TOO_BIG


async def test_d17_a_zip_with_a_password(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("conversations.json", [two_versions()]))
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(bytes(data))
    assert (await refused(tmp_path, path)).detail.param == Reason.ENCRYPTED


async def test_a_zip_damaged_inside_gives_what_was_whole(tmp_path: Path) -> None:
    chats = [two_versions(conversation_id=os.urandom(400).hex()) for _ in range(200)]
    path = zipped(tmp_path, ("conversations.json", chats))
    data = bytearray(path.read_bytes())
    middle = len(data) * 3 // 4
    data[middle : middle + 50] = os.urandom(50)
    path.write_bytes(bytes(data))
    async with rig(tmp_path) as here:
        report = await here.take_in(path)
        assert report.counts[Reason.CUT_OFF] == 1 and 50 < report.conversations < 200


async def test_other_archives_and_other_files_in_them(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        with pytest.raises(PandaError) as failure:
            await here.take_in(zipped(tmp_path, ("a.json", []), ("b.json", []), ("c.txt", b"x")))
        assert failure.value.detail.param == Reason.NOT_AN_EXPORT
        ours = {"about": ABOUT, "conversations": [{"conversation": {"id": "x"}, "messages": []}]}
        assert (await here.take_in(zipped(tmp_path, ("chats.json", ours)))).conversations == 1
        link = zipfile.ZipInfo("conversations.json")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        path = tmp_path / "link.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(link, "/etc/passwd")
        with pytest.raises(PandaError):
            await here.take_in(path)


async def test_d17_deep_and_heavy_chats_are_told_and_the_others_come(tmp_path: Path) -> None:
    deep = two_versions(conversation_id="deep")
    deep["mapping"]["q"]["message"]["metadata"] = json.loads("[" * 400 + "]" * 400)
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, [deep, two_versions()]))
        assert report.conversations == 1 and report.counts == {Reason.TOO_DEEP: 1}


async def test_d17_a_part_without_a_name_is_none(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("~~~~", b"x"), ("conversations.json", [two_versions()]))
    path.write_bytes(path.read_bytes().replace(b"~~~~", b"\0~~~"))
    async with rig(tmp_path) as here:
        assert (await here.take_in(path)).conversations == 1


async def test_d17_lone_surrogates(tmp_path: Path) -> None:
    text = json.dumps([two_versions(title="half \ud83d emoji \ude00")]).encode()
    async with rig(tmp_path) as here:
        await here.take_in(saved(tmp_path, text))
        chat, _ = await here.only()
        assert chat.title == "half \ufffd emoji \ufffd"


async def test_d12_a_message_of_50_mb(tmp_path: Path) -> None:
    big = "line of text\n" * 4_000_000
    chat = two_versions()
    chat["mapping"]["a1"]["message"]["content"]["parts"] = [big]
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, [chat, two_versions(conversation_id="after")]))
        assert report.conversations == 2 and report.misfits == ()
        chats = (await here.everything()).values()
        assert max(len(message.text) for _, messages in chats for message in messages) == len(big)


async def test_at_most_200_things_are_told_one_by_one(tmp_path: Path) -> None:
    chats: list[Any] = [{"strange": number} for number in range(500)]
    async with rig(tmp_path) as here:
        report = await here.take_in(saved(tmp_path, [*chats, two_versions()]))
        assert len(report.misfits) == 200 and report.counts == {Reason.NOT_AN_EXPORT: 500}
