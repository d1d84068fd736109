"""What a call that ended says of the way to the gateway.

Promise: pure; a failure that says nothing of the way leaves what is known.
"""

from typing import Final

from panda_desktop.domain.account import Connection
from panda_desktop.domain.errors import ErrorKind, PandaError

_OFFLINE: Final = frozenset(
    {
        ErrorKind.NAME_NOT_FOUND,
        ErrorKind.CANNOT_CONNECT,
        ErrorKind.TLS_FAILED,
        ErrorKind.PROXY_FAILED,
        ErrorKind.NO_FIRST_BYTE,
        ErrorKind.NOT_THE_GATEWAY,
    }
)


def shown_by(error: PandaError | None) -> Connection | None:
    """Returns what a call has shown, `error` None for one that went well; None when it has shown nothing."""
    if error is None:
        return Connection.ONLINE
    if error.kind is ErrorKind.KEY_REFUSED:
        return Connection.KEY_REFUSED
    return Connection.OFFLINE if error.kind in _OFFLINE else None
