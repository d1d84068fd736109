"""D20, U16: the log is small, holds no key and no words of a chat."""

import base64
import logging
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from panda_desktop.app.logs import MAX_BYTES, Log, log_to
from panda_desktop.domain.secret import ApiKey
from tests.guards.log import Expect

CANARY = "sk-canary-7Qx9Zp3Lm5Vt8Rw2"
PROMPT = "my grandmother's secret soup"
log = logging.getLogger("panda_desktop.sample")


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Log]:
    with log_to(tmp_path) as made:
        made.keys = lambda: (ApiKey(CANARY),)
        yield made


def text_of(folder: Path) -> str:
    files = (folder / "panda.log.1", folder / "panda.log")
    return "".join(file.read_text(encoding="utf-8") for file in files if file.exists())


def forms(key: str) -> list[str]:
    """The key in six encodings."""
    return [
        key,
        base64.b64encode(key.encode()).decode(),
        base64.urlsafe_b64encode(b"x" + key.encode()).decode(),
        key.encode().hex(),
        quote(key, safe=""),
        "".join(f"%{byte:02x}" for byte in key.encode()),
        key[::-1],
    ]


def test_u16_a_key_is_in_the_log_in_no_form(tmp_path: Path, written: Log, expected_log: Expect) -> None:
    expected_log("sample")
    for form in forms(CANARY):
        log.error("the server said %s", form)
        log.error(f"again {form}")
    text = text_of(tmp_path)
    assert text.count("the server said") >= 3
    for form in forms(CANARY):
        assert form.strip("=")[4:-4] not in text


def test_d20_a_million_times_the_same(tmp_path: Path, written: Log) -> None:
    record = logging.LogRecord("sample", logging.ERROR, "here", 1, "it broke at %s", (), None)
    record.args = ("nine",)
    (handler,) = [each for each in logging.getLogger().handlers if each.formatter is written]
    began = time.process_time()  # the machine of the tests is shared
    for _ in range(100_000):
        handler.handle(record)
    assert time.process_time() - began < 10
    lines = text_of(tmp_path).splitlines()
    assert len(lines) == 3 + 5
    assert lines[-1].endswith("it broke at nine (for the 100000th time)")


def test_d20_the_log_rotates(tmp_path: Path, written: Log, expected_log: Expect) -> None:
    expected_log("sample")
    for number in range(400):
        log.error(f"entry {number} " + "x" * 12_000)
    sizes = [(tmp_path / name).stat().st_size for name in ("panda.log", "panda.log.1")]
    assert max(sizes) <= MAX_BYTES
    assert sorted(each.name for each in tmp_path.iterdir()) == ["panda.log", "panda.log.1"]


def test_k10_what_an_address_asks_for_is_left_out(tmp_path: Path, written: Log, expected_log: Expect) -> None:
    expected_log("sample")
    written.set_details(True)
    log.info('GET "https://assets.example/v/1.mp4?X-Signature=abc&Expires=9" 200')
    log.warning("from https://assets.example/v/2.mp4?token=abc")
    written.set_details(False)
    text = text_of(tmp_path)
    assert 'GET "https://assets.example/v/1.mp4?…" 200' in text
    assert "https://assets.example/v/2.mp4?…" in text and "abc" not in text


def fail() -> None:
    try:
        raise KeyError(PROMPT)
    except KeyError as error:
        raise ValueError(f"cannot send {PROMPT}") from error


def test_no_words_of_a_chat_at_the_usual_level(tmp_path: Path, written: Log, expected_log: Expect) -> None:
    expected_log("sample")
    log.info("asked: %s", PROMPT)
    try:
        fail()
    except ValueError:
        log.exception("it failed")
    text = text_of(tmp_path)
    assert PROMPT not in text and "grandmother" not in text
    assert "ValueError (what it says is left out)" in text and "KeyError" in text and "in fail" in text
    written.set_details(True)
    log.info("asked: %s", PROMPT)
    written.set_details(False)
    assert PROMPT in text_of(tmp_path)


def test_d04_a_log_that_cannot_be_written_is_no_failure(
    tmp_path: Path, expected_log: Expect, capsys: pytest.CaptureFixture[str]
) -> None:
    expected_log("sample")
    (tmp_path / "file").touch()
    with log_to(tmp_path / "file" / "below"):
        log.error("nobody hears")
    assert capsys.readouterr().err == ""
    assert sys.excepthook is not None
