"""What a bare Linux lacks for this program, by its name on Debian.

Promise: installs what is missing where it may; elsewhere says which command would, and changes nothing.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

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
FONTS = Path("/usr/share/fonts")
# Words in Chinese and emoji, for tests and pictures; a desktop brings fonts of its own: file -> package.
PICTURE_FONTS = {
    "opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
    "truetype/noto/NotoColorEmoji.ttf": "fonts-noto-color-emoji",
    "truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
}
# Only the tests start these: program -> package.
TEST_PROGRAMS = {
    "dbus-daemon": "dbus-daemon",
    "gnome-keyring-daemon": "gnome-keyring",
    "Xvfb": "xvfb",
    "xauth": "xauth",
}

# The tests start this one too, but it is on nobody's PATH: file -> package.
TEST_FILES = {Path("/usr/libexec/at-spi-bus-launcher"): "at-spi2-core"}


def provide(*, testing: bool, pictures: bool, environment: bool) -> None:
    """Makes what is missing available.

    Args:
        testing: the tests' programs too.
        pictures: fonts for every script too.
        environment: a virtual environment has to be made.

    Raises:
        SystemExit: packages are missing and this user may not install them.
    """
    if sys.platform != "linux":
        return
    packages = missing(testing=testing, pictures=pictures, environment=environment)
    if packages and shutil.which("apt-get"):
        install(packages)
    elif packages:
        print(f"These may be missing (names as on Debian): {' '.join(packages)}")


def missing(*, testing: bool, pictures: bool, environment: bool) -> list[str]:
    """Names the packages that are not found here."""
    found = [package for library, package in LIBRARIES.items() if not _loads(library)]
    if pictures and shutil.which("apt-get"):
        found += [package for file, package in PICTURE_FONTS.items() if not (FONTS / file).exists()]
    elif not any(FONTS.rglob("*.[ot]t[fc]")) and not pictures:
        found.append("fonts-dejavu-core")
    if testing:
        found += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
        found += [package for file, package in TEST_FILES.items() if not file.exists()]
    if environment and not _makes_environments():
        found.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return found


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _makes_environments() -> bool:
    probe = [sys.executable, "-c", "import venv, ensurepip"]
    return subprocess.call(probe, stderr=subprocess.DEVNULL) == 0


def install(packages: list[str]) -> None:
    """Installs Debian packages.

    Raises:
        SystemExit: this user may not, or a package cannot be had.
    """
    update = ["apt-get", "update", "-qq"]
    add = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    prefix = _prefix()
    if prefix is None:
        raise SystemExit(
            "Some system packages are missing. Run this, then try again:\n"
            f"  sudo {' '.join(update)} && sudo {' '.join(add)}"
        )
    print(f"installing: {' '.join(packages)}", flush=True)
    # A source that cannot be read is no reason to stop: the packages may come from another.
    _quietly([*prefix, *update])
    failure = _quietly([*prefix, *add])
    if failure:
        raise SystemExit(f"{failure}\nThis failed: {' '.join([*prefix, *add])}")


def _quietly(command: list[str]) -> str:
    """Returns what the command said when it failed; unpacking is long to read."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout if done.returncode else ""


def _prefix() -> list[str] | None:
    no_questions = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return no_questions
    if shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ["sudo", *no_questions]
    return None
