"""What the demo gateway knows during one run.

Promise: everything is in memory and bounded; `reset` makes it as it was at the start.
"""

import asyncio
from collections import Counter
from typing import cast

from starlette.requests import HTTPConnection

from panda_desktop.demo.account import Account
from panda_desktop.demo.asset_store import AssetStore
from panda_desktop.demo.ledger import KEPT, Entry, Ledger
from panda_desktop.demo.options import Options
from panda_desktop.demo.studio import Studio
from panda_desktop.demo.video_jobs import VideoJobs


class DemoState:
    """Account, ledgers, assets, video jobs and the studio that makes the media."""

    def __init__(self, options: Options, asset_url: str) -> None:
        """`asset_url` is the address of the asset origin without a slash at its end."""
        self.options = options
        self.account = Account(options.balance)
        self.ledger = Ledger()
        self.assets = AssetStore(asset_url)
        self.studio = Studio()
        self.jobs = VideoJobs()
        self.repeats: Counter[str] = Counter()

    def repeat(self, asked: str, count: int = 1) -> int:
        """Returns how often the same was asked before, and notes that it is asked `count` times more."""
        if len(self.repeats) > KEPT:
            self.repeats.clear()
        before = self.repeats[asked]
        self.repeats[asked] += count
        return before

    async def wait(self, seconds: float) -> None:
        """Waits as long as a real gateway would, divided by the speed."""
        await asyncio.sleep(seconds / self.options.speed)

    def reset(self) -> None:
        """Forgets what happened: balance, ledgers, assets and jobs are as at the start."""
        self.account = Account(self.options.balance)
        self.ledger.entries.clear()
        self.assets.clear()
        self.jobs.cancel_all()
        self.repeats.clear()

    async def close(self) -> None:
        """Ends the jobs and what makes the media; nothing of it runs afterwards."""
        self.jobs.cancel_all()
        await self.studio.close()


def demo_of(request: HTTPConnection) -> DemoState:
    """Returns the state of the application that serves `request`."""
    return cast(DemoState, request.app.state.demo)


def entry_of(request: HTTPConnection) -> Entry:
    """Returns the ledger entry of a POST."""
    return cast(Entry, request.scope["demo.entry"])
