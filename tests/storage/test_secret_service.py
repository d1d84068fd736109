"""K01–K04, K06: the key goes into a real store of the system or nowhere, and no store stops the program."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from panda_desktop.domain.account import KeyState
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.client import Gateway
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.demo_process import DemoProcess
from panda_desktop.services.keys import Keys
from panda_desktop.services.profiles import ProfileList
from panda_desktop.services.settings import SettingsService
from panda_desktop.storage.secrets import Secrets
from panda_desktop.storage.storage import Storage

if sys.platform != "linux":
    pytest.skip("the Secret Service is Linux's", allow_module_level=True)

from tests.canary import CANARY
from tests.storage.secret_service import SecretService, missing

if missing():
    pytest.skip(f"not installed: {', '.join(missing())}", allow_module_level=True)

ADDRESS = "https://gateway.example/v1"
KEY, OTHER = CANARY, "sk-other-9876543210"
# A store in plain text, as keyrings.alt brings one: found by being installed.
PLAIN = """
import os, pathlib
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 9
    def get_password(self, service, user):
        file = pathlib.Path(os.environ["PLAIN_FILE"])
        return file.read_text() if file.exists() else None
    def set_password(self, service, user, password):
        pathlib.Path(os.environ["PLAIN_FILE"]).write_text(password)
    def delete_password(self, service, user):
        pathlib.Path(os.environ["PLAIN_FILE"]).unlink()
"""


class Answers(list[Any]):
    """What the steps said, and the longest time in which the loop stood still."""

    gap_s = 0.0


def ask(environment: dict[str, str], *steps: list[str], limit_s: float = 20.0) -> Answers:
    """Takes the steps in a process that sees nothing but this environment and its own home."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.keyring_probe"],
        input=json.dumps({"limit_s": limit_s, "steps": steps}),
        cwd=Path(__file__).parent.parent.parent,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    answers = Answers(said["answers"])
    answers.gap_s = said["gap_s"]
    return answers


@pytest.fixture
def service(home: Path) -> Iterator[SecretService]:
    folder = home / "secrets"
    folder.mkdir(0o700)
    made = SecretService(folder)
    made.start()
    processes = made.processes()
    yield made
    made.stop()
    assert not [process for process in processes if psutil.pid_exists(process)]


@pytest.fixture
def plain(tmp_path: Path) -> dict[str, str]:
    """An environment with a plain-text store among its packages."""
    site = tmp_path / "site"
    about = site / "plain-1.0.dist-info"
    about.mkdir(parents=True)
    (site / "plain.py").write_text(PLAIN)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: plain\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[keyring.backends]\nplain = plain\n")
    return {"PYTHONPATH": str(site), "PLAIN_FILE": str(tmp_path / "keys.txt")}


def test_write_read_replace_delete(service: SecretService) -> None:
    answers = ask(
        service.environment,
        ["read", ADDRESS],
        ["write", ADDRESS, KEY],
        ["read", ADDRESS],
        ["write", ADDRESS, OTHER],
        ["read", ADDRESS],
        ["read", "https://another.example/v1"],
        ["delete", ADDRESS],
        ["read", ADDRESS],
        ["delete", ADDRESS],
    )
    assert answers == [None, "done", KEY, "done", OTHER, None, "done", None, "done"]


def test_a_key_is_there_after_the_next_log_in(service: SecretService) -> None:
    assert ask(service.environment, ["write", ADDRESS, KEY]) == ["done"]
    service.stop()
    service.start()
    assert ask(service.environment, ["read", ADDRESS]) == [KEY]


def test_K01_no_service(home: Path) -> None:
    answers = ask({}, ["read", ADDRESS], ["write", ADDRESS, KEY], ["delete", ADDRESS])
    assert answers == ["NO_KEYRING"] * 3


def test_K01_fail_back_end(service: SecretService) -> None:
    chosen = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    answers = ask(service.environment | chosen, ["write", ADDRESS, KEY], ["read", ADDRESS])
    assert answers == ["NO_KEYRING"] * 2


@pytest.mark.parametrize(
    "back_end",
    ["keyring.backends.null.Keyring", "plain.PlaintextKeyring", "no.such.Keyring", "plain.NoSuch", ""],
)
def test_K02_back_end_of_the_environment(
    service: SecretService, plain: dict[str, str], back_end: str
) -> None:
    chosen = service.environment | plain | {"PYTHON_KEYRING_BACKEND": back_end}
    assert ask(chosen, ["write", ADDRESS, KEY], ["read", ADDRESS]) == ["NO_KEYRING"] * 2
    assert not Path(plain["PLAIN_FILE"]).exists()


@pytest.mark.parametrize("back_end", ["plain.PlaintextKeyring", "keyring.backends.null.Keyring"])
def test_K02_back_end_of_a_configuration_file(
    service: SecretService, plain: dict[str, str], home: Path, back_end: str
) -> None:
    site = plain.pop("PYTHONPATH")
    file = home / ".config" / "python_keyring" / "keyringrc.cfg"
    file.parent.mkdir()
    file.write_text(f"[backend]\ndefault-keyring={back_end}\nkeyring-path={site}\n")
    answers = ask(service.environment | plain, ["write", ADDRESS, KEY], ["read", ADDRESS])
    assert answers == ["NO_KEYRING"] * 2
    assert not Path(plain["PLAIN_FILE"]).exists()


def test_K02_plain_text_beside_the_service_is_passed_over(
    service: SecretService, plain: dict[str, str]
) -> None:
    assert ask(service.environment | plain, ["write", ADDRESS, KEY]) == ["done"]
    assert not Path(plain["PLAIN_FILE"]).exists()
    assert ask(service.environment, ["read", ADDRESS]) == [KEY]


def test_K02_plain_text_without_the_service_is_refused(plain: dict[str, str]) -> None:
    assert ask(plain, ["write", ADDRESS, KEY], ["read", ADDRESS]) == ["NO_KEYRING"] * 2
    assert not Path(plain["PLAIN_FILE"]).exists()


def test_K03_locked_and_the_prompt_dismissed(service: SecretService) -> None:
    assert ask(service.environment, ["write", ADDRESS, KEY]) == ["done"]
    service.lock()
    answers = ask(service.environment, ["read", ADDRESS], ["write", ADDRESS, OTHER], ["delete", ADDRESS])
    assert answers == ["KEYRING_LOCKED"] * 3
    service.stop()
    service.start()
    assert ask(service.environment, ["read", ADDRESS]) == [KEY]


def test_K03_no_answer(service: SecretService) -> None:
    service.freeze()
    for _ in range(3):  # other programs may hold up the loop, too, but not every time
        answers = ask(service.environment, ["read", ADDRESS], ["write", ADDRESS, KEY], limit_s=0.5)
        assert answers == ["KEYRING_NO_ANSWER"] * 2
        if answers.gap_s < 0.3:
            break
    assert answers.gap_s < 0.3  # the loop went on turning while the store kept silent


def test_K03_bus_that_died(service: SecretService) -> None:
    service.stop()
    answers = ask(service.environment, ["read", ADDRESS], ["write", ADDRESS, KEY], ["delete", ADDRESS])
    assert answers == ["NO_KEYRING"] * 3


def store_of(name: str, **methods: Callable[..., Any]) -> object:
    """A store that is taken for the allowed class of this name, as a back end that misbehaves would be."""
    module, _, class_name = name.rpartition(".")
    members: dict[str, Any] = {"__module__": module, **methods}
    return type(class_name, (), members)()


def use(monkeypatch: pytest.MonkeyPatch, store: object) -> None:
    import keyring.core

    monkeypatch.setattr(keyring.core, "_keyring_backend", store)


async def test_K04_a_locked_wallet_that_says_none_is_not_no_key(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wallet = store_of("keyring.backends.kwallet.DBusKeyring", get_password=lambda *_: None)
    use(monkeypatch, wallet)
    assert await Secrets().read(ADDRESS) is None
    storage = await Storage.open(tmp_path)
    try:
        bus = Bus()
        settings = SettingsService(storage.settings, bus, await storage.settings.load())
        for saved, state in ((False, KeyState.MISSING), (True, KeyState.LOCKED)):
            await settings.change(key_saved=saved)
            profiles = ProfileList(storage.profiles, bus, settings)
            keys = Keys(Secrets(), profiles)
            connection = ConnectionService(bus, settings, profiles, keys, DemoProcess(), Gateway)
            await connection.start({})
            assert connection.key_state is state
            await connection.close()
    finally:
        await storage.close()


@pytest.mark.parametrize("kept", [None, "", OTHER, KEY + "\n"], ids=["none", "empty", "other", "changed"])
async def test_K06_written_and_not_read_back(monkeypatch: pytest.MonkeyPatch, kept: str | None) -> None:
    store = store_of(
        "keyring.backends.SecretService.Keyring",
        set_password=lambda *_: None,
        get_password=lambda *_: kept,
    )
    use(monkeypatch, store)
    with pytest.raises(PandaError) as caught:
        await Secrets().write(ADDRESS, ApiKey(KEY))
    assert caught.value.kind is ErrorKind.NO_KEYRING
    assert KEY not in repr(caught.value)
