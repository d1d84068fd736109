"""Jobs as paid calls: open from before their POST until they have ended.

Promise: every job that was begun comes to its end here, however it ends, so that none is counted for ever.
"""

from panda_desktop.domain.account import Balance
from panda_desktop.domain.jobs import Job, JobKind
from panda_desktop.domain.money import Purpose, SpendKind
from panda_desktop.services.account import AccountService
from panda_desktop.services.money.contract import NoTill
from panda_desktop.services.spending import PaidCall


class PaidJobs:
    """The paid calls of the jobs that are under way."""

    def __init__(self, account: AccountService) -> None:
        """Begins without any."""
        self._account = account
        self._calls: dict[str, PaidCall] = {}

    async def admit(self, job: Job) -> str:
        """Enters a job that is about to be made; returns its entry's id. Raises `OverBudget`."""
        kind = SpendKind.IMAGE if job.kind is JobKind.IMAGE else SpendKind.VIDEO
        purpose = Purpose(kind, job.request.model, job_id=job.id, count=job.expected)
        (entry_id,) = await self._account.spending.till.admit(purpose)
        return entry_id

    def is_entered(self, job_id: str) -> bool:
        """Tells whether the job has an entry that is not over, or no books are kept."""
        till = self._account.spending.till
        return isinstance(till, NoTill) or bool(till.of_job(job_id))

    def withdraw(self, entry_id: str) -> None:
        """Takes out the entry of a job that could not be made."""
        self._account.spending.till.withdraw((entry_id,))

    def begin(self, job_id: str) -> bool:
        """The job may cost money from now on; returns whether other calls are open."""
        if job_id not in self._calls:
            self._calls[job_id] = self._account.spending.open(self._account.spending.till.of_job(job_id))
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
