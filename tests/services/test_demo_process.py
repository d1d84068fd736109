"""K09: what the process of the demo gateway can see."""

import psutil
import pytest

from panda_desktop.services.demo_process import DemoProcess
from tests.canary import CANARY, in_text


async def test_k09_the_demo_gateway_cannot_see_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANDA_API_KEY", CANARY)
    others = {child.pid for child in psutil.Process().children()}
    demo = DemoProcess()
    try:
        await demo.endpoint()
        (child,) = (each for each in psutil.Process().children() if each.pid not in others)
        assert "panda_desktop.demo" in child.cmdline()
        told = child.environ()
        assert "PATH" in told and "PANDA_API_KEY" not in told
        assert not in_text(str((told, child.cmdline())), "demo")
    finally:
        demo.close()
