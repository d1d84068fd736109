"""The network, observable, and the test of the connection.

Promise: a proxy's password goes in and never comes out again.
"""

from PySide6.QtCore import Signal

from panda_desktop.domain.network import ProxyMode
from panda_desktop.services.network import NetworkService
from panda_desktop.services.probing import Probing
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class NetworkModel(Commanding):
    """How requests leave; the other values are settings.

    Signals:
        proxy_used: the proxy that was asked for is in use; see `login_name`.
        probing: the connection is being tested.
        probed(object): the `Probe`.
        probe_failed(object): a `PandaError`: the test itself failed.
    """

    proxy_used = Signal()
    probing = Signal()
    probed = Signal(object)
    probe_failed = Signal(object)

    def __init__(self, tasks: TaskSet, network: NetworkService, probing: Probing) -> None:
        """Nothing is asked yet."""
        super().__init__(tasks)
        self._network = network
        self._probing = probing

    @property
    def login_name(self) -> str:
        """The name at the chosen proxy; empty without one."""
        return self._network.login_name

    def use_proxy(self, mode: ProxyMode, host: str, port: int, name: str, password: str) -> None:
        """Uses a proxy for every request that begins from now on; ends in `proxy_used`, and in `failed` too
        when name and password serve this run only.
        """
        self._do(self._use_proxy(mode, host, port, name, password), "proxy")

    def probe(self) -> None:
        """Tests the connection; ends in `probed` or `probe_failed`."""
        self.probing.emit()
        self._tasks.spawn(self._probe(), name="test connection", failed=self.probe_failed.emit)

    async def _use_proxy(self, mode: ProxyMode, host: str, port: int, name: str, password: str) -> None:
        try:
            await self._network.use_proxy(mode, host, port, name, password)
        finally:
            self.proxy_used.emit()

    async def _probe(self) -> None:
        self.probed.emit(await self._probing.probe())
