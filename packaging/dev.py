"""The commands of this project; needs nothing but Python 3.11 or newer.

    python3 packaging/dev.py run [ARG ...]     opens the program; without a display, takes its pictures
    python3 packaging/dev.py test [ARG ...]    runs the tests, offscreen; arguments go to pytest
    python3 packaging/dev.py check             formatter, linter, types, import contracts, translations
    python3 packaging/dev.py bench [ARG ...]   measures; --short for 2 minutes, --json FILE for the figures
    python3 packaging/dev.py torture [ARG ...] tries to break it; --short for 2 minutes, --only NAME for one
    python3 packaging/dev.py guard             what holds on any machine: ratios, nones and alls; 3 minutes
    python3 packaging/dev.py tour [DIR]        pictures of every page with made-up answers, in two languages
    python3 packaging/dev.py desktop-file [--remove | --data-dir DIR]   puts it into the menu of this desktop
    python3 packaging/dev.py translate         writes new sentences of the source into the translations

Each sets up first: system packages, a virtual environment in .venv, the built translations.

Promise: on a bare machine each command makes everything it needs, or prints the exact command that would.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import desktop_entry
import system
import translations

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PICTURES = ROOT / "build" / "tour"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def run(arguments: list[str]) -> int:
    if headless():
        print(
            "There is no display here. A guided tour is run instead, and its pictures are kept.", flush=True
        )
        set_up(pictures=True)
        return take_pictures(PICTURES)
    set_up()
    return python("-m", "panda_desktop", *arguments)


def headless() -> bool:
    """Says whether a window cannot be shown; a person who names a platform knows what they do."""
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform == "linux" and not shown


def tour(arguments: list[str]) -> int:
    """Takes the pictures in English and, in a folder within theirs, in Chinese; both, also when one fails."""
    folder = Path(arguments[0]).absolute() if arguments else PICTURES
    set_up(pictures=True)
    return max(take_pictures(folder), take_pictures(folder / "zh", "--language", "zh_CN"))


def take_pictures(folder: Path, *arguments: str) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    status = python("-m", "panda_desktop", "--demo", "--tour", str(folder), *arguments, **OFFSCREEN)
    if status == 0:
        print(f"The pictures are in {folder}", flush=True)
    return status


def test(arguments: list[str]) -> int:
    set_up(testing=True)
    # One more than two cores: many tests wait for a process or a server.
    parallel = [] if any(argument.startswith("-n") for argument in arguments) else ["-n", "3"]
    return python("-m", "pytest", *parallel, *arguments, **OFFSCREEN)


def bench(arguments: list[str]) -> int:
    set_up(testing=True)
    return python("-m", "tests.benchmarks", *arguments, **OFFSCREEN)


def torture(arguments: list[str]) -> int:
    set_up(testing=True)
    return python("-m", "tests.torture", *arguments, **OFFSCREEN)


def guard(arguments: list[str]) -> int:
    """Runs what `bench` and `torture` have that no slow machine can fail; both, also when the first does."""
    set_up(testing=True)
    tables = ("tests.benchmarks", "tests.torture")
    statuses = [python("-m", table, "--short", "--laws", *arguments, **OFFSCREEN) for table in tables]
    return max(statuses)


def check(_arguments: list[str]) -> int:
    set_up(testing=True)
    contracts = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    steps = {
        "formatter": ["-m", "ruff", "format", "--check", "."],
        "linter": ["-m", "ruff", "check", "."],
        "types": ["-m", "mypy"],
        # What is only there on another system is found without having one.
        "types on Windows": elsewhere("win32"),
        "types on macOS": elsewhere("darwin"),
        "import contracts": ["-c", contracts],
        "translations": ["packaging/translations.py", "check"],
    }
    failed = []
    for name, step in steps.items():
        print(f"== {name}", flush=True)
        if python(*step):
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else f"{len(steps)} checks passed")
    return 1 if failed else 0


def elsewhere(platform: str) -> list[str]:
    """Returns how the types of the program, without its tests, are checked as on another system."""
    cache = f".mypy_cache/{platform}"
    return ["-m", "mypy", "--platform", platform, "--cache-dir", cache, "-p", "panda_desktop"]


def translate(_arguments: list[str]) -> int:
    set_up()
    status = python("packaging/translations.py", "update")
    return status or python("packaging/translations.py", "check")


def desktop_file(arguments: list[str]) -> int:
    if not sys.platform.startswith("linux"):
        print("Only desktops of Linux have such files.")
        return 2
    folder = desktop_entry.data_home()
    if arguments == ["--remove"]:
        removed = desktop_entry.remove(folder)
        print("\n".join(f"removed {path}" for path in removed) or "There was nothing to remove.")
        return 0
    own = len(arguments) == 2 and arguments[0] == "--data-dir"
    if arguments and not own:
        print(__doc__)
        return 2
    set_up()
    words = ["--data-dir", str(Path(arguments[1]).expanduser().absolute())] if own else []
    written = desktop_entry.install([str(PYTHON.parent / "panda-desktop"), *words], folder)
    print("\n".join(f"wrote {path}" for path in written))
    return 0


def python(*arguments: str, **environment: str) -> int:
    """Runs the environment's Python in the checkout."""
    return subprocess.call([PYTHON, *arguments], cwd=ROOT, env={**os.environ, **environment})


def set_up(*, testing: bool = False, pictures: bool = False) -> None:
    """Makes the environment and installs the project into it; quick when nothing has changed.

    Raises:
        SystemExit: something is missing that this user may not install.
    """
    described = f"{(ROOT / 'pyproject.toml').read_text(encoding='utf-8')}{sys.version}{ROOT}"
    state = hashlib.sha256(described.encode()).hexdigest()
    ready = state in (stamps(testing=True) if testing else stamps(testing=True) + stamps(testing=False))
    usable = ready or has_pip()
    system.provide(testing=testing, pictures=testing or pictures, environment=not usable)
    if not usable:
        print(f"making {ENVIRONMENT}", flush=True)
        subprocess.check_call([sys.executable, "-m", "venv", "--clear", ENVIRONMENT])
    if not ready:
        install(testing=testing)
        stamp(testing).write_text(state)
    if translations.stale() and python("packaging/translations.py", "build"):
        raise SystemExit("The translations could not be built.")


def stamps(*, testing: bool) -> list[str]:
    """Returns the state the environment was last set up for, if it is still there."""
    return [stamp(testing).read_text()] if PYTHON.exists() and stamp(testing).exists() else []


def stamp(testing: bool) -> Path:
    return ENVIRONMENT / ("tests.stamp" if testing else "run.stamp")


def has_pip() -> bool:
    """Says whether there is an environment and its Python still works."""
    probe = [str(PYTHON), "-m", "pip", "--version"]
    return PYTHON.exists() and subprocess.run(probe, capture_output=True).returncode == 0


def install(*, testing: bool) -> None:
    """Installs the project, editable, and what it needs."""
    quiet = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
        # The translations are built by `set_up`, with the PySide6 of this environment.
        "HATCH_BUILD_NO_HOOKS": "true",
    }
    print("installing the project and what it depends on", flush=True)
    target = ".[test,dev]" if testing else "."
    if python("-m", "pip", "install", "--quiet", "--editable", target, **quiet):
        raise SystemExit("The Python packages could not be installed; what pip said is above.")


def newer_python() -> str | None:
    """Finds a Python that is new enough beside one that is not."""
    names = [f"python3.{minor}" for minor in range(14, 10, -1)]
    return next(filter(None, map(shutil.which, names)), None)


def main() -> int:
    if sys.version_info < (3, 11):
        other = newer_python()
        if other:
            return subprocess.call([other, *sys.argv])
        print(f"Panda Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 2
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "torture": torture,
        "guard": guard,
        "tour": tour,
        "translate": translate,
        "desktop-file": desktop_file,
    }
    command = commands.get(sys.argv[1]) if len(sys.argv) > 1 else None
    if command is None:
        print(__doc__)
        return 0 if sys.argv[1:] in ([], ["help"], ["--help"], ["-h"]) else 2
    try:
        return command(sys.argv[2:])
    except KeyboardInterrupt:
        return 130
    except subprocess.CalledProcessError as error:
        print(f"This failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return error.returncode


if __name__ == "__main__":
    sys.exit(main())
