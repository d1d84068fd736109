"""The tour ends with status 0 only when nothing was warned of."""

import logging
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from panda_desktop.app.options import Options, parse_options
from panda_desktop.app.touring import toured
from panda_desktop.storage.peeking import peek_settings


def in_thread() -> None:
    def fail() -> None:
        raise ValueError("planted")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_log() -> None:
    try:
        raise ValueError("planted")
    except ValueError:
        logging.getLogger("panda_desktop.test").warning("a warning", exc_info=True)


class Failing:
    def __del__(self) -> None:
        raise ValueError("planted")


def at_the_end_of_something() -> None:
    Failing()


PLANTED: dict[str, Callable[[], object]] = {
    "Qt": lambda: qWarning("planted"),
    "Python": lambda: warnings.warn("planted", stacklevel=1),
    "thread": in_thread,
    "finalizer": at_the_end_of_something,
}


def played(folder: Path, run: Callable[[], object], status: int = 0) -> int:
    def work(_options: Options) -> int:
        run()
        return status

    return toured(Options(data_dir=folder, tour=folder / "pictures"), work)


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_warning_is_told_and_fails_the_tour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert played(tmp_path, PLANTED[name]) == 1
    told = capsys.readouterr().out
    assert told.startswith("fault: ") and told.count("fault: ") == 1 and "planted" in told


def test_a_planted_warning_of_the_log_is_told_and_fails_the_tour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expected_log: Callable[[str], list[logging.LogRecord]]
) -> None:
    expected_log("a warning")
    assert played(tmp_path, in_log) == 1
    told = capsys.readouterr().out
    assert "fault: log: WARNING panda_desktop.test: a warning" in told and "ValueError: planted" in told


def test_a_clean_tour_passes_and_a_missing_step_fails_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def quiet() -> None:
        qWarning("This plugin does not support raise()")
        qWarning("PulseAudioService: pa_context_connect() failed")
        logging.getLogger("panda_desktop.test").info("nothing to tell")

    assert played(tmp_path, quiet) == 0
    assert capsys.readouterr().out == ""
    assert played(tmp_path, quiet, status=1) == 1


def test_nothing_is_heard_after_the_tour(tmp_path: Path) -> None:
    import sys

    before = sys.excepthook, threading.excepthook, sys.unraisablehook, list(logging.getLogger().handlers)
    played(tmp_path, lambda: None)
    assert before == (
        sys.excepthook,
        threading.excepthook,
        sys.unraisablehook,
        list(logging.getLogger().handlers),
    )


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_language_is_chosen_before_the_window_is_there(tmp_path: Path, language: str) -> None:
    options = parse_options(["--tour", "pictures", "--language", language])
    found: list[tuple[str, Path]] = []

    def run(started: Options) -> int:
        assert started.data_dir is not None
        found.append((peek_settings(started.data_dir).language, started.data_dir))
        return 0

    assert toured(options, run) == 0
    ((spoken, folder),) = found
    assert spoken == language and not folder.exists()
