"""One demo gateway for all tests of a worker: fast, with the models that fail listed too."""

from collections.abc import Iterator

import pytest

from tests.demo.running import Running, running


@pytest.fixture(scope="session")
def demo() -> Iterator[Running]:
    with running("--speed", "200", "--balance", "1000", "--all-models") as found:
        yield found
