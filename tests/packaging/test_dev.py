"""The commands do what they can, say what they cannot, and are quick when nothing has changed."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.packaging.scripts import load

dev = load("dev")
system = dev.system
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, ...]]]:
    """Starts nothing; keeps what the environment's Python would be given."""
    calls: list[tuple[str, ...]] = []

    def python(*arguments: str, **environment: str) -> int:
        calls.append((*arguments, *environment.values()))
        return 0

    monkeypatch.setattr(dev, "python", python)
    monkeypatch.setattr(dev, "set_up", lambda **_: None)
    yield calls


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_display")
def test_run_without_a_display_takes_pictures_and_says_where(
    started: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "PICTURES", tmp_path / "tour")
    assert dev.run([]) == 0
    assert started == [("-m", "panda_desktop", "--demo", "--tour", str(tmp_path / "tour"), "offscreen")]
    assert str(tmp_path / "tour") in capsys.readouterr().out
    assert (tmp_path / "tour").is_dir()


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("name", DISPLAYS)
def test_run_opens_the_program_where_a_window_can_be_shown(
    started: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "xcb")
    dev.run(["--demo"])
    assert started == [("-m", "panda_desktop", "--demo")]


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_run_opens_the_program_on_other_systems(
    started: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    dev.run([])
    assert started == [("-m", "panda_desktop")]


def test_arguments_go_on(started: list[tuple[str, ...]]) -> None:
    dev.test(["-k", "word"])
    dev.test(["-n0"])
    dev.bench(["--short", "--json", "out.json"])
    dev.torture(["--short", "--only", "kills"])
    assert started == [
        ("-m", "pytest", "-n", "3", "-k", "word", "offscreen"),
        ("-m", "pytest", "-n0", "offscreen"),
        ("-m", "tests.benchmarks", "--short", "--json", "out.json", "offscreen"),
        ("-m", "tests.torture", "--short", "--only", "kills", "offscreen"),
    ]


def test_every_command_is_described(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["dev.py", "--help"])
    assert dev.main() == 0
    described = re.findall(r"dev\.py ([\w-]+)", capsys.readouterr().out)
    measuring = ["bench", "torture", "guard"]
    assert described == ["run", "test", "check", *measuring, "tour", "desktop-file", "translate"]
    monkeypatch.setattr(sys, "argv", ["dev.py", "unknown"])
    assert dev.main() == 2


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """An environment that has never been set up; what set-up does to it is noted."""
    done: list[str] = []
    python = tmp_path / "python"

    def made(command: list[Any]) -> None:
        python.touch()
        done.append("environment")

    monkeypatch.setattr(dev, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", python)
    monkeypatch.setattr(dev, "has_pip", python.exists)
    monkeypatch.setattr(dev.subprocess, "check_call", made)
    monkeypatch.setattr(dev, "install", lambda *, testing: done.append("test" if testing else "run"))
    monkeypatch.setattr(dev.translations, "stale", list)
    monkeypatch.setattr(system, "provide", lambda **_: None)
    return done


def test_set_up_does_nothing_twice(environment: list[str]) -> None:
    for _ in range(2):
        dev.set_up()
    assert environment == ["environment", "run"]
    for _ in range(2):
        dev.set_up(testing=True)
    assert environment == ["environment", "run", "test"]


def test_what_serves_the_tests_serves_the_program(environment: list[str]) -> None:
    dev.set_up(testing=True)
    dev.set_up()
    assert environment == ["environment", "test"]


def test_another_python_or_other_dependencies_set_up_again(
    environment: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up()
    monkeypatch.setattr(sys, "version", "another")
    dev.set_up()
    assert environment == ["environment", "run", "run"]


def test_a_library_that_does_not_load_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "LIBRARIES", {"libno-such.so.1": "libno-such1"})
    found = system.missing(testing=False, pictures=False, environment=False)
    assert "libno-such1" in found


def test_without_rights_the_exact_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_prefix", lambda: None)
    with pytest.raises(SystemExit) as caught:
        system.install(["libgl1", "xvfb"])
    install = "sudo apt-get install -y -qq --no-install-recommends libgl1 xvfb"
    assert f"sudo apt-get update -qq && {install}" in str(caught.value)


def test_other_systems_need_no_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(system, "missing", lambda **_: pytest.fail("nothing to look for"))
    system.provide(testing=True, pictures=True, environment=True)


def test_a_linux_without_apt_is_told_the_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system.shutil, "which", lambda _name: None)
    monkeypatch.setattr(system, "missing", lambda **_: ["libgl1"])
    system.provide(testing=False, pictures=False, environment=False)
    assert "libgl1" in capsys.readouterr().out
