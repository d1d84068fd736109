"""Settings as a file: without keys, and read with words for what was left out."""

import json
import os
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.settings import Settings
from panda_desktop.domain.settings_import import STAYS_HERE
from panda_desktop.storage.settings_file import exported_text, imported, read_settings, write_settings

CHANGED = Settings(
    theme="dark",
    zoom=125,
    accent="blue",
    shortcuts=("chat.new=Ctrl+Alt+N",),
    key_saved=True,
    geometry="AdnQyw",
    proxy_login=True,
    conversation_id="c1",
)


def test_an_export_comes_back_and_leaves_this_computer_alone() -> None:
    here = Settings(geometry="here", conversation_id="mine", zoom=90)
    result, report = imported(exported_text(CHANGED), here)
    assert (result.theme, result.zoom, result.accent) == ("dark", 125, "blue")
    assert result.shortcuts == CHANGED.shortcuts
    assert (result.geometry, result.conversation_id, result.key_saved) == ("here", "mine", False)
    assert report.left_out == ()
    assert set(report.taken) == set(asdict(Settings())) - STAYS_HERE


def test_k09_an_export_holds_nothing_about_keys_or_this_computer() -> None:
    names = set(json.loads(exported_text(CHANGED))["settings"])
    assert set(asdict(Settings())) >= STAYS_HERE  # no name is misspelt
    assert not names & STAYS_HERE
    assert not any("key_saved" in name or "login" in name or "secret" in name for name in names)


def test_k14_a_file_of_settings_leads_no_key_to_another_gateway() -> None:
    whole = json.loads(exported_text(CHANGED))
    whole["settings"] |= {"base_url": "https://evil.example/v1"}
    result, report = imported(json.dumps(whole), Settings())
    assert (result.base_url, report.local) == ("", ("base_url",))


def test_what_does_not_fit_is_named_and_the_old_value_stays() -> None:
    whole = json.loads(exported_text(CHANGED))
    whole["settings"] |= {"zoom": 900, "theme": 7, "accent": "mauve", "colour": "red", "geometry": "there"}
    result, report = imported(json.dumps(whole), Settings(zoom=110, accent="pink"))
    assert (result.zoom, result.theme, result.accent) == (110, "system", "pink")
    assert (report.unknown, report.local) == (("colour",), ("geometry",))
    assert set(report.unfit) == {"zoom", "theme", "accent"}
    assert report.left_out == ("accent", "colour", "geometry", "theme", "zoom")
    assert "shortcuts" in report.taken and result == result.sane()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", "[" * 200_000, '{"format": "panda-desktop-settings", "settings": []}']
)
def test_what_is_no_export_is_refused(text: str) -> None:
    with pytest.raises(PandaError) as caught:
        imported(text, Settings())
    assert (caught.value.kind, caught.value.detail.param) == (ErrorKind.CANNOT_READ, "settings")


def test_a_file_is_written_whole_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "panda-settings.json"
    path.write_text("older", encoding="utf-8")
    write_settings(path, CHANGED)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert imported(read_settings(path), Settings())[0] == replace(
        CHANGED, **{name: getattr(Settings(), name) for name in STAYS_HERE}
    )
    with pytest.raises(PandaError) as caught:
        write_settings(tmp_path / "nowhere" / "x.json", CHANGED)
    assert caught.value.kind is ErrorKind.CANNOT_WRITE


@pytest.mark.skipif(os.name != "posix", reason="pipes are a matter of POSIX")
def test_u03_a_pipe_or_a_giant_is_no_export(tmp_path: Path) -> None:
    pipe, giant = tmp_path / "pipe", tmp_path / "giant.json"
    os.mkfifo(pipe)
    giant.write_bytes(b" " * (1024 * 1024 + 1))
    for path in (pipe, giant, tmp_path):
        with pytest.raises(PandaError) as caught:
            read_settings(path)
        assert caught.value.kind is ErrorKind.CANNOT_READ
