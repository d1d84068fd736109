"""View-models and the bus hold each other: what a test leaves is collected here, on the thread of Qt.

Else the collector may run on the thread of the database in a later test, which must not end a timer of Qt.
"""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    yield
    gc.collect()
