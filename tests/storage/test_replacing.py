"""D19: a file that another program holds for a moment, for long, or that may not be written at all."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.settings import Settings
from panda_desktop.storage import replacing
from panda_desktop.storage.files import MediaFiles
from panda_desktop.storage.settings_file import write_settings

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class SharingViolation(PermissionError):
    """What Windows raises for a file that is held."""

    winerror = 32


class Clock:
    """Time that passes only by waiting."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(replacing, "time", made)
    return made


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Callable[[float, OSError], list[float]]:
    """Returns what has files held until a time; the times of the attempts are noted."""
    really = os.replace

    def hold(until: float, error: OSError) -> list[float]:
        attempts: list[float] = []

        def replace(source: Any, target: Any) -> None:
            attempts.append(clock.now)
            if clock.now < until:
                raise error
            really(source, target)

        monkeypatch.setattr(os, "replace", replace)
        return attempts

    return hold


Hold = Callable[[float, OSError], list[float]]


def test_d19_a_file_that_is_held_for_a_moment_is_written(tmp_path: Path, clock: Clock, hold: Hold) -> None:
    attempts = hold(3.0, SharingViolation(13, "held"))
    files = MediaFiles(tmp_path)
    kept = files.keep_bytes(b"whole", ".png", NOW)
    assert files.path(kept).read_bytes() == b"whole"
    assert len(attempts) > 2 and 3.0 <= clock.now < 3.5


def test_d19_after_five_seconds_it_is_said(tmp_path: Path, clock: Clock, hold: Hold) -> None:
    hold(60.0, SharingViolation(13, "held"))
    target = tmp_path / "settings.json"
    target.write_text("old")
    with pytest.raises(PandaError) as failed:
        write_settings(target, Settings())
    assert failed.value.kind is ErrorKind.CANNOT_WRITE
    assert 5.0 <= clock.now < 5.5
    assert target.read_text() == "old" and list(tmp_path.iterdir()) == [target]


def test_d19_a_copy_waits_too(tmp_path: Path, clock: Clock, hold: Hold) -> None:
    files = MediaFiles(tmp_path / "data")
    kept = files.keep_bytes(b"whole", ".jpg", NOW)
    hold(1.0, SharingViolation(13, "held"))
    files.copy(kept, tmp_path / "copy.jpg")
    assert (tmp_path / "copy.jpg").read_bytes() == b"whole" and clock.now >= 1.0


def test_d19_what_will_not_pass_is_said_at_once(tmp_path: Path, clock: Clock, hold: Hold) -> None:
    attempts = hold(60.0, PermissionError(13, "not yours"))
    with pytest.raises(PandaError) as failed:
        MediaFiles(tmp_path).keep_bytes(b"whole", ".png", NOW)
    assert failed.value.kind is ErrorKind.CANNOT_WRITE and attempts == [0.0] and clock.now == 0.0


def test_d04_a_copy_is_on_the_disk_before_it_replaces_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append("on the disk")
        sync(handle)

    def replaced(part: Path, target: Path) -> Path:
        done.append("replaced")
        return replace(part, target)

    media = MediaFiles(tmp_path / "data")
    kept = media.keep_bytes(b"a picture", ".jpg", datetime.now(UTC))
    (tmp_path / "copy.jpg").write_bytes(b"what was there")
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    media.copy(kept, tmp_path / "copy.jpg")
    assert done[:2] == ["on the disk", "replaced"]  # else a power loss may leave neither the old nor the new
