"""The commands of this project; needs nothing but Python 3.11 or newer.

    python3 packaging/dev.py run [ARG ...]     set up, then open the program
    python3 packaging/dev.py test [ARG ...]    set up, then run the tests offscreen
    python3 packaging/dev.py check             set up, then formatter, linter, types, import contracts

Promise: on a bare machine each command makes everything it needs, or prints the exact command that would.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What Qt opens at run time and a bare Debian does not have: library file -> package.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
    "libXext.so.6": "libxext6",
    "libdrm.so.2": "libdrm2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# Fonts have no library file to look for: a folder that exists -> package.
FOLDERS = {
    "/usr/share/fonts/truetype/dejavu": "fonts-dejavu-core",
    "/usr/share/fonts/opentype/noto": "fonts-noto-cjk",
}
# Only the tests start these: program -> package.
TEST_PROGRAMS = {"dbus-daemon": "dbus-daemon", "gnome-keyring-daemon": "gnome-keyring", "Xvfb": "xvfb"}


def main() -> int:
    if sys.version_info < (3, 11):
        print(f"Panda Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 2
    arguments = sys.argv[1:] or ["help"]
    commands = {"run": run, "test": test, "check": check}
    command = commands.get(arguments[0])
    if command is None:
        print(__doc__)
        return 2
    os.chdir(ROOT)
    return command(arguments[1:])


def run(arguments: list[str]) -> int:
    set_up(testing=False)
    return subprocess.call([PYTHON, "-m", "panda_desktop", *arguments])


def test(arguments: list[str]) -> int:
    set_up(testing=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    parallel = [] if any(argument.startswith("-n") for argument in arguments) else ["-n", "2"]
    return subprocess.call([PYTHON, "-m", "pytest", *parallel, *arguments], env=environment)


def check(_arguments: list[str]) -> int:
    set_up(testing=True)
    steps = {
        "formatter": ["-m", "ruff", "format", "--check", "."],
        "linter": ["-m", "ruff", "check", "."],
        "types": ["-m", "mypy"],
        "import contracts": [
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
        ],
    }
    failed = []
    for name, step in steps.items():
        print(f"== {name}", flush=True)
        if subprocess.call([PYTHON, *step]):
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else f"{len(steps)} checks passed")
    return 1 if failed else 0


def set_up(*, testing: bool) -> None:
    """Makes the environment and installs the project into it; quick when nothing has changed."""
    if sys.platform == "linux":
        install_packages(missing_packages(testing=testing))
    described = (ROOT / "pyproject.toml").read_bytes() + f"{sys.version}{testing}{ROOT}".encode()
    stamp, state = (
        ENVIRONMENT / ("tests.stamp" if testing else "run.stamp"),
        hashlib.sha256(described).hexdigest(),
    )
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == state:
        return
    if not PYTHON.exists() or subprocess.call([PYTHON, "-m", "pip", "--version"], stdout=subprocess.DEVNULL):
        subprocess.check_call([sys.executable, "-m", "venv", "--clear", ENVIRONMENT])
    target = "." + ("[test,dev]" if testing else "")
    subprocess.check_call([PYTHON, "-m", "pip", "install", "--quiet", "--editable", target])
    stamp.write_text(state)


def missing_packages(*, testing: bool) -> list[str]:
    """Names the Debian packages that the program, and with `testing` its tests, do not find here."""
    missing = [package for library, package in LIBRARIES.items() if not loads(library)]
    missing += [package for folder, package in FOLDERS.items() if not Path(folder).is_dir()]
    if testing:
        missing += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    if not PYTHON.exists() and not has_venv():
        missing.append("python3-venv")
    return missing


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_venv() -> bool:
    probe = [sys.executable, "-c", "import venv, ensurepip"]
    return subprocess.call(probe, stderr=subprocess.DEVNULL) == 0


def install_packages(packages: list[str]) -> None:
    """Installs Debian packages when it may; else says which command would.

    Raises:
        SystemExit: packages are missing and this user may not install them.
    """
    if not packages:
        return
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        print(f"These may be missing (names as on Debian): {' '.join(packages)}")
        return
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        prefix = ["sudo"]
    else:
        raise SystemExit(
            f"Some system packages are missing. Run this, then try again:\n  sudo {' '.join(install)}"
        )
    print(f"installing: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.check_call([*prefix, "apt-get", "update", "-qq"], env=quiet)
    subprocess.check_call([*prefix, *install], env=quiet, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
