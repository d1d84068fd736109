"""Files that were attached are offered again, as long as that is wanted and they are there."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from panda_desktop.domain.settings import Settings
from panda_desktop.storage.settings_file import exported_text, imported
from panda_desktop.ui.attach.offers import Offer
from panda_desktop.ui.window.commands import Command
from panda_desktop.ui.wiring.recent_files import file_commands
from tests.ui.attach.conftest import AttachBench, of_files, picture

Put = Callable[[str, bytes], Path]


def kept(bench: AttachBench) -> list[str]:
    return [Path(each).name for each in bench.stage.settings.current.recent_files]


def drop(bench: AttachBench, *paths: Path) -> None:
    mime = of_files(*paths)
    bench.drag(bench.page.pane, mime)
    bench.drop(bench.page.pane, mime)
    bench.settle()


def menu_of(bench: AttachBench) -> Any:
    """Opens the menu as a right click does."""
    button = bench.composer.attach
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), button.mapToGlobal(QPoint(2, 2))
    )
    QApplication.sendEvent(button, event)
    return bench.attaching.menu


def take(bench: AttachBench, words: str) -> None:
    menu = menu_of(bench)
    menu.setActiveAction(next(each for each in menu.actions() if each.text().startswith(words)))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    bench.settle()


def entries(bench: AttachBench) -> list[str]:
    menu = menu_of(bench)
    words = [each.text() for each in menu.actions() if not each.isSeparator()]
    menu.close()
    return words


def test_what_is_dropped_or_chosen_is_remembered_newest_first_without_doubles(
    bench: AttachBench, put: Put
) -> None:
    bench.show()
    first, second, third = (put(name, b"text") for name in ("a.txt", "b.txt", "c.txt"))
    drop(bench, first)
    bench.attaching.choice.chosen.emit((second, third))
    bench.settle()
    assert kept(bench) == ["b.txt", "c.txt", "a.txt"]
    drop(bench, first)
    assert kept(bench) == ["a.txt", "b.txt", "c.txt"]
    assert bench.stage.settings.current.recent_files[0] == str(first)


def test_at_most_twelve_are_kept_and_eight_shown(bench: AttachBench, put: Put) -> None:
    bench.show()
    paths = [put(f"{number:02}.txt", b"text") for number in range(14)]
    drop(bench, *paths[:7])
    bench.type("Read")
    bench.enter()
    drop(bench, *paths[7:])
    assert kept(bench) == [path.name for path in (*paths[7:], *paths[:5])]
    shown = [each for each in entries(bench) if ".txt" in each]
    assert [each.split("\t")[0] for each in shown] == [path.name for path in (*paths[7:], paths[0])]
    assert all(each.endswith("given") for each in shown)


def test_what_is_refused_pasted_or_from_the_library_is_not_remembered(bench: AttachBench, put: Put) -> None:
    bench.show()
    drop(bench, put("paper.pdf", b"%PDF-1.7"), put("empty.txt", b""))
    bench.paste(of_files(put("pasted.txt", b"text")))
    bench.settle()
    bench.attaching.zone.pasted.emit(Offer((put("beside.txt", b"text"),)))
    bench.settle()
    bench.attaching.intake.take(Offer(image=QImage.fromData(picture(4, 4))))
    bench.settle()
    bench.page.ask_about(put("panda.png", picture(4, 4)))
    bench.settle()
    assert len(bench.names()) == 4
    assert kept(bench) == []
    assert entries(bench) == ["Attach files…\tCtrl+Shift+A", "No recent files"]


def test_a_temporary_chat_leaves_no_names(bench: AttachBench, put: Put) -> None:
    bench.show()
    bench.chat.start_new(temporary=True)
    drop(bench, put("a.txt", b"text"))
    assert bench.names() == ["a.txt"]
    assert kept(bench) == []


def test_a_recent_file_is_attached_again_and_comes_first(bench: AttachBench, put: Put) -> None:
    bench.show()
    drop(bench, put("a & b.txt", b"text"), put("c.txt", b"text"))
    bench.type("Read")
    bench.enter()
    assert bench.names() == []
    take(bench, "c.txt")
    assert bench.names() == ["c.txt"]
    assert bench.page.focusWidget() is bench.field
    assert kept(bench) == ["c.txt", "a & b.txt"]
    take(bench, "a && b.txt")
    assert bench.names() == ["c.txt", "a & b.txt"]


def test_u03_a_recent_file_that_is_gone_is_told_and_drops_out(bench: AttachBench, put: Put) -> None:
    bench.show()
    path = put("a.txt", b"text")
    drop(bench, path, put("b.txt", b"text"))
    path.unlink()
    take(bench, "a.txt")
    assert "no longer there" in bench.said() and "a.txt" in bench.said()
    assert kept(bench) == ["b.txt"]


def test_u03_a_recent_file_that_became_a_folder_is_refused_and_stays(bench: AttachBench, put: Put) -> None:
    bench.show()
    path = put("a.txt", b"text")
    drop(bench, path)
    path.unlink()
    path.mkdir()
    take(bench, "a.txt")
    assert "A folder cannot be attached" in bench.said()
    assert kept(bench) == ["a.txt"]


def test_off_nothing_is_kept(bench: AttachBench, put: Put) -> None:
    bench.show()
    drop(bench, put("a.txt", b"text"))
    bench.stage.settings.change(remember_files=False)
    assert kept(bench) == []
    drop(bench, put("b.txt", b"text"))
    assert bench.names() == ["a.txt", "b.txt"]
    assert kept(bench) == []


def test_the_menu_clears_the_list(bench: AttachBench, put: Put) -> None:
    bench.show()
    drop(bench, put("a.txt", b"text"))
    take(bench, "Clear recent files")
    assert kept(bench) == []


def test_two_wishes_at_once_lose_neither(bench: AttachBench, tmp_path: Path) -> None:
    recent = bench.stage.chat_parts.recent_files
    bench.tasks.held = True
    recent.remember([tmp_path / "a.txt"])
    recent.remember([tmp_path / "b.txt"])
    bench.tasks.release()
    assert kept(bench) == ["b.txt", "a.txt"]


def test_a_name_that_is_no_text_is_not_kept(bench: AttachBench, tmp_path: Path) -> None:
    bench.stage.chat_parts.recent_files.remember([tmp_path / "caf\udce9.txt", tmp_path / "a.txt"])
    assert kept(bench) == ["a.txt"]


def test_an_export_holds_none_and_an_import_brings_none() -> None:
    text = exported_text(Settings(recent_files=("/home/me/secret.txt",), remember_files=True))
    assert "secret" not in text
    assert not {"recent_files", "remember_files"} & set(json.loads(text)["settings"])
    whole = json.loads(text)
    whole["settings"] |= {"recent_files": ["/etc/passwd"], "remember_files": True}
    result, report = imported(json.dumps(whole), Settings(remember_files=False))
    assert (result.recent_files, result.remember_files) == ((), False)
    assert set(report.local) == {"recent_files", "remember_files"}


def test_the_palette_attaches_and_clears(bench: AttachBench, put: Put) -> None:
    bench.show()
    drop(bench, put("a.txt", b"text"))
    bench.type("Read")
    bench.enter()
    recent = bench.stage.chat_parts.recent_files
    bench.page._toolbox.open_pad()
    attach, clear = file_commands(recent.paths, recent.attach, recent.clear)
    assert (attach.text, clear.text) == ("Attach a.txt again", "Clear recent files")
    attach.run()
    bench.settle()
    assert bench.names() == ["a.txt"]
    assert bench.page._toolbox.is_closed()
    clear.run()
    assert file_commands(recent.paths, recent.attach, recent.clear) == []


@pytest.mark.parametrize("name", ["a.txt", "evil\u202etxt.exe", "two\nlines.txt"])
def test_of_equal_names_the_palette_says_the_folder(name: str) -> None:
    def run(_path: Path) -> None:
        raise AssertionError

    paths = [Path("/one") / name, Path("/two") / name]
    commands: list[Command] = file_commands(paths, run, lambda: None)
    words = [each.text for each in commands[:2]]
    assert words[0].endswith("one") and words[1].endswith("two")
    assert all(each.isprintable() for each in words)
