"""A sentence without a translation is found, whatever hides it; a finished one arrives in the window."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from tests.packaging.scripts import load

translations = load("translations")
SOURCE = """
class Window(QObject):
    def words(self, count):
        {more}
        words = self.tr("Open"), self.tr("A long "
            "sentence")
        return words, QCoreApplication.translate("Other", "Open")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A source folder with three sentences, none translated, and an empty folder for translations."""
    (tmp_path / "source").mkdir()
    (tmp_path / "ts").mkdir()
    say(tmp_path)
    return tmp_path


def say(project: Path, more: str = "") -> None:
    (project / "source" / "window.py").write_text(SOURCE.replace("{more}", more), encoding="utf-8")


def update(project: Path) -> None:
    translations.update(project / "source", project / "ts")


def problems(project: Path) -> list[str]:
    found: list[str] = translations.problems(project / "source", project / "ts")
    return found


def fill(project: Path, name: str = "panda_zh_CN.ts") -> Path:
    """Translates every sentence of a file into its own words in brackets."""
    file = project / "ts" / name
    tree = ET.parse(file)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        for form in list(translation) or [translation]:
            form.text = f"[{message.findtext('source')}]"
    tree.write(file, encoding="utf-8", xml_declaration=True)
    return file


def test_the_three_sentences_are_missed_until_they_are_translated(project: Path) -> None:
    assert len(problems(project)) == 3
    assert all("missing" in line for line in problems(project))
    update(project)
    assert [line.split(": ")[1] for line in problems(project)] == ["not finished"] * 3
    fill(project)
    assert problems(project) == []


def test_checking_changes_nothing(project: Path) -> None:
    problems(project)
    assert list((project / "ts").iterdir()) == []


def test_a_new_sentence_is_missed_and_the_finished_ones_stay(project: Path) -> None:
    update(project)
    before = fill(project).read_text(encoding="utf-8")
    say(project, 'self.tr("New")')
    assert problems(project) == ["panda_zh_CN.ts: missing: Window: 'New'"]
    update(project)
    say(project)
    update(project)
    finished = [entry for entry in translations.entries(project / "ts" / "panda_zh_CN.ts") if entry.finished]
    assert len(finished) == 3 == before.count("<source>")


def test_a_file_names_no_place_in_the_source(project: Path) -> None:
    update(project)
    assert "location" not in (project / "ts" / "panda_zh_CN.ts").read_text(encoding="utf-8")


@pytest.mark.parametrize("call", ['self.tr(f"{count} files")', "self.tr(words)", 'self.tr("a" + count)'])
def test_a_sentence_that_is_no_plain_string_is_found(project: Path, call: str) -> None:
    update(project)
    fill(project)
    say(project, call)
    assert "a sentence must be a plain string" in problems(project)[-1]


@pytest.mark.parametrize(
    "misreading",
    [("<name>Window</name>", "<name></name>"), ('<message numerus="yes">', "<message>")],
    ids=["context", "plural"],
)
def test_a_sentence_that_lupdate_misreads_is_found(
    project: Path, monkeypatch: pytest.MonkeyPatch, misreading: tuple[str, str]
) -> None:
    say(project, 'self.tr("%n file(s)", "", count)')
    collect = translations._collect

    def misread(source: Path, ts: Path, *more: str) -> None:
        collect(source, ts, *more)
        ts.write_text(ts.read_text(encoding="utf-8").replace(*misreading), encoding="utf-8")

    monkeypatch.setattr(translations, "_collect", misread)
    found = [line for line in problems(project) if "lupdate does not see" in line]
    assert any("%n file(s)" in line for line in found)


def test_what_only_looks_like_a_sentence_is_left_alone(project: Path) -> None:
    update(project)
    fill(project)
    say(project, "painter.translate(1, 2), text.translate(table)")
    assert problems(project) == []


def test_plural_forms_need_english_ones_too(project: Path, qapp: QApplication) -> None:
    say(project, 'self.tr("%n file(s)", "", count)')
    update(project)
    fill(project)
    assert [line.split(":")[0] for line in problems(project)] == ["panda_en.ts"]
    fill(project, "panda_en.ts")
    assert problems(project) == []
    translations.build(project / "ts")
    english = QTranslator()
    assert english.load("panda_en", str(project / "ts"))
    assert english.translate("Window", "%n file(s)", "", 2) == "[%n file(s)]"
    say(project)
    update(project)
    assert not (project / "ts" / "panda_en.ts").exists()


def test_what_is_built_speaks_what_is_finished(project: Path, qapp: QApplication) -> None:
    update(project)
    file = fill(project)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("<translation>[A long", '<translation type="unfinished">[A long'))
    assert translations.stale(project / "ts") == [file]
    translations.build(project / "ts")
    assert translations.stale(project / "ts") == []
    chinese = QTranslator()
    assert chinese.load("panda_zh_CN", str(project / "ts"))
    qapp.installTranslator(chinese)
    try:
        assert QCoreApplication.translate("Window", "Open") == "[Open]"
        assert QCoreApplication.translate("Window", "A long sentence") == "A long sentence"
    finally:
        qapp.removeTranslator(chinese)


def test_a_changed_translation_is_built_again(project: Path) -> None:
    update(project)
    file = fill(project)
    translations.build(project / "ts")
    later = file.with_suffix(".qm").stat().st_mtime + 1
    os.utime(file, (later, later))
    assert translations.stale(project / "ts") == [file]


def test_without_pyside_it_says_what_is_missing(tmp_path: Path) -> None:
    assert translations.__file__ is not None
    script = Path(translations.__file__)
    command = [sys.executable, "-I", "-S", str(script), "update"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 1
    assert "part of PySide6" in done.stderr
