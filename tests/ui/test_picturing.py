"""A gallery writes where it was told to, in the language it was told, or says that it cannot."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from tests.ui.picturing import prepare, speak


def test_the_folder_of_the_pictures_is_made(qapp: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    prepare(qapp, folder)
    prepare(qapp, folder)
    assert folder.is_dir()


def test_a_gallery_speaks_what_was_named(qapp: QApplication, tmp_path: Path) -> None:
    before = QLocale()
    prepare(qapp, tmp_path, "zh_CN")
    chinese = QCoreApplication.translate("Wording", "just now")
    speak(qapp, "en")
    QLocale.setDefault(before)
    assert chinese != "just now" == QCoreApplication.translate("Wording", "just now")


def test_a_language_nobody_has_is_not_taken_for_english(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="tlh"):
        prepare(qapp, tmp_path, "tlh")


def test_every_gallery_makes_its_folder() -> None:
    galleries = sorted(Path(__file__).parent.glob("*_gallery.py"))
    assert galleries
    for gallery in galleries:
        assert "prepare(app, folder" in gallery.read_text(encoding="utf-8"), gallery.name
