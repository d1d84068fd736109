"""The open data folders of the tests of the search."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.book import Book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = Book(tmp_path)
    made.chat("c", "A chat")
    try:
        yield made
        made.check()
    finally:
        made.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = Book(tmp_path_factory.mktemp("book"))
    made.chat("c", "")
    yield made
    made.close()
