"""One demo gateway for the tests of a worker: what it answers depends on what it is asked."""

from collections.abc import Iterator

import pytest

from tests.e2e.gateway import DemoServer, demo_server


@pytest.fixture(scope="session")
def gateway() -> Iterator[DemoServer]:
    """A demo gateway whose waits are a fiftieth of the usual ones."""
    with demo_server(speed=50) as server:
        yield server
