"""What a started program may see of the environment."""

from panda_desktop.domain.handed_on import handed_on
from tests.canary import CANARY


def test_k09_neither_key_nor_key_log_is_handed_on() -> None:
    environment = {"PANDA_API_KEY": CANARY, "SSLKEYLOGFILE": "/tmp/log", "PATH": "/bin"}
    assert handed_on(environment) == {"PATH": "/bin"}
    assert len(environment) == 3
