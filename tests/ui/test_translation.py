"""The language is the person's choice, and a missing file is not a missing window."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from panda_desktop.ui.resources import resource_path
from panda_desktop.ui.translation import Language, Translation, resolve


@pytest.fixture
def translation(qapp: QApplication) -> Iterator[Translation]:
    before = QLocale()
    made = Translation(qapp)
    yield made
    made.use(Language.ENGLISH)
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        (Language.SYSTEM, "zh_CN", "zh_CN"),
        (Language.SYSTEM, "zh_TW", "zh_CN"),
        (Language.SYSTEM, "tr_TR", "en"),
        (Language.SYSTEM, "C", "en"),
        (Language.ENGLISH, "zh_CN", "en"),
        (Language.CHINESE, "de_DE", "zh_CN"),
    ],
)
def test_the_language_a_choice_means(choice: Language, system: str, language: str) -> None:
    assert resolve(choice, QLocale(system)) == language


def test_english_needs_no_file(translation: Translation) -> None:
    assert translation.use(Language.ENGLISH)
    assert translation.language == "en"


def test_chinese_brings_qt_s_own_words_too(translation: Translation, qapp: QApplication) -> None:
    assert translation.use(Language.CHINESE), "the .qm files are built by packaging/dev.py"
    assert translation.language == "zh_CN"
    assert QLocale().language() == QLocale.Language.Chinese
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"
    assert qapp.translate("AccountSettings", "Gateway") == "网关"
    translation.use(Language.ENGLISH)
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


_PLACE = re.compile(r"(?<!{){\w*}(?!})")
_ASKED = re.compile(r"{{\w+}}")
FILES = sorted(resource_path("translations").glob("*.ts"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_translation_keeps_what_is_filled_in(file: Path) -> None:
    # Our own files; a translation that lost or invented a name in braces would raise when shown.
    for message in ET.parse(file).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for form in filter(None, forms):
            assert sorted(_PLACE.findall(form)) == sorted(_PLACE.findall(source)), source
            # What a prompt asks for has names in the reader's own language.
            assert len(_ASKED.findall(form)) == len(_ASKED.findall(source)), source
