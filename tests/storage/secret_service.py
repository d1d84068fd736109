"""A Secret Service for a test: a real bus and a real keyring, in a folder that is thrown away.

Promise: its processes end with the test, and with the process of the test however that ends.
"""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import secretstorage
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

START_LIMIT_S = 10.0
PROGRAMS = ("dbus-daemon", "gnome-keyring-daemon", "setpriv")
PASSWORD = b"throw-away"
_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
# Nothing is started by being asked for: no unlock dialog, no process this test does not know.
_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class SecretService:
    """Bus and keyring of one folder, whose path must be short: sockets lie in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "bus"
        self._bus: subprocess.Popen[bytes] | None = None
        self._keyring: subprocess.Popen[bytes] | None = None
        for name in ("run", "data"):
            (folder / name).mkdir(0o700)
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self._socket}",
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_DATA_HOME": str(folder / "data"),
        }

    def start(self) -> None:
        """Starts both and waits until the service answers; the keyring is unlocked, and made if need be."""
        configuration = self._folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(path=self._socket))
        self._bus = self._launch(
            "dbus-daemon", "--nofork", f"--config-file={configuration}", "--print-address"
        )
        assert self._bus.stdout is not None
        assert self._bus.stdout.readline(), "the bus did not start"
        run = self.environment["XDG_RUNTIME_DIR"]
        self._keyring = self._launch(
            "gnome-keyring-daemon",
            "--foreground",
            "--unlock",
            "--components=secrets",
            f"--control-directory={run}",
        )
        assert self._keyring.stdin is not None
        self._keyring.stdin.write(PASSWORD)
        self._keyring.stdin.close()
        with self._connection() as connection:
            owned = new_method_call(_BUS, "NameHasOwner", "s", ("org.freedesktop.secrets",))
            end = time.monotonic() + START_LIMIT_S
            while not connection.send_and_get_reply(owned).body[0]:
                assert time.monotonic() < end, "the keyring did not start"
                time.sleep(0.02)

    def _launch(self, *command: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *command],
            env={**os.environ, **self.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _connection(self) -> DBusConnection:
        return open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def lock(self) -> None:
        """Locks the keyring, as a person or a time-out does."""
        with self._connection() as connection:
            secretstorage.get_default_collection(connection).lock()

    def freeze(self) -> None:
        """From now on the keyring answers nothing, as with a dialog nobody answers."""
        assert self._keyring is not None
        self._keyring.send_signal(signal.SIGSTOP)

    def stop(self) -> None:
        """Ends both; the keys stay in the folder. Starting again unlocks them."""
        for process in (self._keyring, self._bus):
            if process is not None:
                process.kill()
                process.wait(START_LIMIT_S)
                for pipe in (process.stdin, process.stdout):
                    if pipe is not None:
                        pipe.close()
        self._keyring = self._bus = None
        self._socket.unlink(missing_ok=True)

    def processes(self) -> list[int]:
        """Returns the ids of the processes that run."""
        return [process.pid for process in (self._bus, self._keyring) if process is not None]


def missing() -> list[str]:
    """Names the programs that are not installed here."""
    return [program for program in PROGRAMS if not shutil.which(program)]
