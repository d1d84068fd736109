"""The search over all conversations.

Promise: only the newest search runs; one that is superseded ends within milliseconds and its result is
dropped. Messages that are not in the index yet are taken in beside it, without holding anything up.
"""

import asyncio
from typing import Any, Final

from panda_desktop.domain.changes import SearchCompleted
from panda_desktop.domain.search import PAGE_SIZE, SearchPage, parse
from panda_desktop.services.bus import Bus
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.search import SearchStore

PAUSE_S: Final = 0.02
"""Between two steps of taking messages in: as long as a step, so half of the database's time stays free."""


class SearchService:
    """See `contract.SearchCommands`."""

    def __init__(self, bus: Bus, tasks: TaskSet, store: SearchStore) -> None:
        """Nothing is read before `start` or the first search."""
        self._bus = bus
        self._tasks = tasks
        self._store = store
        self._newest = 0
        self._one = asyncio.Lock()
        self._completing: asyncio.Task[Any] | None = None

    def start(self) -> None:
        """Begins to take in what is missing in the index: after a migration, an import, a kill."""
        if self._completing is None or self._completing.done():
            self._completing = self._tasks.spawn(self._complete(), name="search index")

    async def search(self, text: str, *, limit: int = PAGE_SIZE, trashed: bool = False) -> SearchPage | None:
        """Returns the best hits; None when a newer search was begun meanwhile."""
        self._newest += 1
        number = self._newest

        def superseded() -> bool:
            return number != self._newest

        async with self._one:
            page = await self._store.search(parse(text), limit=limit, trashed=trashed, superseded=superseded)
        if page is None or superseded():
            return None
        if not page.complete:
            self.start()
        return page

    async def _complete(self) -> None:
        was_complete = await self._store.is_complete()
        while await self._store.take_in_some():
            await asyncio.sleep(PAUSE_S)
        if not was_complete:
            self._bus.publish(SearchCompleted())
