"""Jobs as paid calls: open from before their POST until they have ended.

Promise: every job that was begun comes to its end here, however it ends, so that none is counted for ever.
"""

from panda_desktop.domain.account import Balance
from panda_desktop.services.account import AccountService
from panda_desktop.services.spending import PaidCall


class PaidJobs:
    """The paid calls of the jobs that are under way."""

    def __init__(self, account: AccountService) -> None:
        """Begins without any."""
        self._account = account
        self._calls: dict[str, PaidCall] = {}

    def begin(self, job_id: str) -> bool:
        """The job may cost money from now on; returns whether other calls are open."""
        if job_id not in self._calls:
            self._calls[job_id] = self._account.spending.open()
        return self._calls[job_id].is_shared

    def end(self, job_id: str) -> None:
        """Nobody works on the job any more; nothing happens when it was settled."""
        if (call := self._calls.pop(job_id, None)) is not None:
            self._account.spending.close(call)

    async def settle(self, job_id: str) -> tuple[Balance | None, bool]:
        """The job has ended: returns the balance now (None: it cannot be read), and whether other paid calls
        overlapped.
        """
        call = self._calls.pop(job_id, None)
        if call is not None:
            # Watched until the balance is read.
            self._account.spending.close(call, lambda *_: None)
        balance = await self._account.settled()
        return balance, call is not None and call.is_shared
