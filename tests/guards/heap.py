"""The collector looks through what a test has made, between two tests and in the main thread only.

Promise: nothing that a test has made is kept from a collection, and no object of Qt is destroyed by another
thread that happens to allocate. What was there before the test is kept out; a test that runs the whole
program thaws it, and it is kept again before the next one.
"""

import gc
from collections.abc import Iterator

import pytest

_KEPT = pytest.StashKey[bool]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_KEPT] = False
    gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if not item.config.stash[_KEPT]:
        gc.collect()
        gc.freeze()
        item.config.stash[_KEPT] = True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    try:
        yield
    finally:
        gc.disable()  # a test may have switched it on
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect()


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
