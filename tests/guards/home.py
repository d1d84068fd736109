"""A home of its own for every test.

Promise: no test reads or writes the files, the keyring or the settings of the person who runs it.

The fixture `home` is that folder, for a test that wants to look into it. Key and address of a gateway,
proxies and the keyring of the person's environment are gone too; a test sets what it wants itself.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    # Qt wants this one private; short, because sockets lie in it.
    "XDG_RUNTIME_DIR": "run",
}
_SET = {
    # No safe store: a test that wants one brings its own.
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
}
_GONE = ("PANDA_", "PYTHON_KEYRING_PROPERTY_", "SSLKEYLOGFILE")
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
_BASE = pytest.StashKey[tuple[Path, pytest.MonkeyPatch]]()


def _move_into(folder: Path, patch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(_GONE) or name.upper() in _PROXIES:
            patch.delenv(name)
    for name in ("HOME", "USERPROFILE"):
        patch.setenv(name, str(folder))
    for name, place in _FOLDERS.items():
        (folder / place).mkdir(0o700, parents=True)
        patch.setenv(name, str(folder / place))
    for name, value in _SET.items():
        patch.setenv(name, value)


def pytest_configure(config: pytest.Config) -> None:
    """What is imported before the first test gets a home too."""
    base = Path(tempfile.mkdtemp(prefix="panda-"))
    patch = pytest.MonkeyPatch()
    _move_into(base / "start", patch)
    if "QT_QPA_PLATFORM" not in os.environ:
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
    config.stash[_BASE] = base, patch


def pytest_unconfigure(config: pytest.Config) -> None:
    base, patch = config.stash[_BASE]
    patch.undo()
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(pytestconfig: pytest.Config) -> Iterator[Path]:
    base, _patch = pytestconfig.stash[_BASE]
    folder = Path(tempfile.mkdtemp(dir=base))
    # Not the test's own `monkeypatch`: a test may undo that.
    with pytest.MonkeyPatch.context() as patch:
        _move_into(folder, patch)
        yield folder
    shutil.rmtree(folder, ignore_errors=True)
