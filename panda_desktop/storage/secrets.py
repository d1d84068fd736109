"""The key in the OS keyring.

Promise: a key is written to a store of the operating system or not at all, and no prompt of that store can
stop the program.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Any, Final, TypeVar

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.secret import ApiKey

T = TypeVar("T")
LIMIT_S: Final = 20.0
# By class, because keyring picks a plain-text file silently when another package brings one.
ALLOWED: Final = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)


class Secrets:
    """Reads and writes keys, one for each address of a gateway."""

    def __init__(self, service: str = "Panda Desktop", *, limit_s: float = LIMIT_S) -> None:
        """`service` is the name a person sees in the keyring's own program."""
        self._service = service
        self._limit_s = limit_s

    async def read(self, account: str) -> ApiKey | None:
        """Returns the key, None when there is none (or a locked wallet says so).

        Raises:
            PandaError: `NO_KEYRING`, `KEYRING_LOCKED`, `KEYRING_NO_ANSWER`.
        """
        text = await self._ask(lambda store: store.get_password(self._service, account))
        return ApiKey(text) if text else None

    async def write(self, account: str, key: ApiKey) -> str:
        """Stores the key and reads it back; returns the name of the store. Raises as `read`; `NO_KEYRING`
        also when it did not keep it.
        """

        def work(store: Any) -> str:
            store.set_password(self._service, account, key.reveal())
            return _name(store) if store.get_password(self._service, account) == key.reveal() else ""

        if name := await self._ask(work):
            return name
        raise PandaError(ErrorKind.NO_KEYRING)

    async def store_name(self) -> str:
        """Returns the name of the store that is used now. Raises as `read`."""
        return await self._ask(_name)

    async def delete(self, account: str) -> None:
        """Removes the key if it is there. Raises as `read`."""

        def work(store: Any) -> None:
            if store.get_password(self._service, account) is not None:
                store.delete_password(self._service, account)

        await self._ask(work)

    async def _ask(self, work: Callable[[Any], T]) -> T:
        # A daemon thread: the unlock prompt may never be answered, and the program must still be able to end.
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def tell(result: T | None, error: BaseException | None) -> None:
            if answer.done():
                return
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(result)  # type: ignore[arg-type]

        def run() -> None:
            result: T | None = None
            failure: BaseException | None = None
            try:
                result = work(_store())
            except BaseException as error:
                failure = _translated(error)
            with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(tell, result, failure)

        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            # Not `wait_for`: it takes away a cancel that comes with the answer (Python 3.11).
            async with asyncio.timeout(self._limit_s):
                return await answer
        except TimeoutError as error:
            raise PandaError(ErrorKind.KEYRING_NO_ANSWER) from error


def _store() -> Any:
    import keyring
    from keyring.backends.chainer import ChainerBackend

    try:
        chosen = keyring.get_keyring()
    except (ImportError, AttributeError, ValueError) as error:
        # The environment or a configuration file names a back end that does not exist.
        raise PandaError(ErrorKind.NO_KEYRING, ErrorDetail(technical=type(error).__name__)) from error
    stores = list(chosen.backends) if isinstance(chosen, ChainerBackend) else [chosen]
    for store in stores:
        if _name(store) in ALLOWED:
            return store
    raise PandaError(ErrorKind.NO_KEYRING)


def _name(store: Any) -> str:
    return f"{type(store).__module__}.{type(store).__qualname__}"


def _translated(error: BaseException) -> BaseException:
    from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError

    if isinstance(error, PandaError):
        return error
    # Only the class is kept: the text of a back end's error may hold what it was given.
    detail = ErrorDetail(technical=type(error).__name__)
    if isinstance(error, KeyringLocked):
        return PandaError(ErrorKind.KEYRING_LOCKED, detail)
    if isinstance(error, NoKeyringError | InitError | KeyringError | OSError | RuntimeError):
        return PandaError(ErrorKind.NO_KEYRING, detail)
    return PandaError(ErrorKind.BUG, detail)
