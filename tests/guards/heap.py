"""Collections look through what a test has made, not through every module and test there is.

Promise: no collection is left out, and nothing that a test has made is kept from one; only what was there
before the test is. A test that runs the whole program thaws it, and it is kept again before the next one.
"""

import gc
from collections.abc import Iterator

import pytest

_KEPT = pytest.StashKey[bool]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_KEPT] = False


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if not item.config.stash[_KEPT]:
        gc.collect()
        gc.freeze()
        item.config.stash[_KEPT] = True


@pytest.fixture(autouse=True, scope="session")
def thaw_is_noticed(pytestconfig: pytest.Config) -> Iterator[None]:
    """Asking `gc` itself counts everything, 40 ms each time."""
    thaw = gc.unfreeze

    def noticed() -> None:
        pytestconfig.stash[_KEPT] = False
        thaw()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "unfreeze", noticed)
        yield
