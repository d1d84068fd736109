"""What a job has cost, and what one usually costs.

Promise: an amount is named only when two balances or a price say it; what others may share in is said so.
"""

from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from PySide6.QtCore import QObject

from panda_desktop.domain.account import Balance
from panda_desktop.domain.jobs import Job, JobState
from panda_desktop.ui.wording import money
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.jobs import JobList


@dataclass(frozen=True, slots=True)
class Charge:
    """Fall of the balance since a job was sent.

    Attributes:
        amount: money; 0 when the balance is the same.
        shared: other requests are, or may be, in it.
    """

    amount: Decimal
    shared: bool


def charge_of(job: Job, now: Balance | None) -> Charge | None:
    """Returns what the balances say of a job; None when they say nothing.

    A job that the end of the program cut off has no balance after it: the balance of now stands in.
    """
    amount, shared = job.cost, job.cost_is_shared
    is_cut_off = job.balance_before is not None and job.balance_after is None
    if is_cut_off and now is not None and now.amount is not None:
        ended, same_currency = job.finished_at, job.currency_before in ("", now.currency)
        if ended is not None and now.fetched_at > ended and same_currency:
            assert job.balance_before is not None
            amount, shared = job.balance_before - now.amount, True
    if amount is None or amount < 0:  # credit was added meanwhile
        return None
    return Charge(amount, shared)


def usual_cost(model: str, jobs: JobList, account: AccountModel) -> Decimal | None:
    """Returns the price the gateway names, else the median of what this model's videos have cost."""
    price = account.price_of(model)
    if price is not None:
        return price
    costs = []
    for place in range(jobs.count()):
        job = jobs.row(place).job
        known = job.state is JobState.DONE and not job.cost_is_shared and not job.is_demo
        if known and job.request.model == model and job.cost is not None and job.cost > 0:
            costs.append(job.cost)
    return median(costs) if costs else None


def committed(jobs: JobList, account: AccountModel) -> Decimal:
    """Returns what the videos under way will cost, as far as anybody knows."""
    total = Decimal(0)
    for place in range(jobs.count()):
        job = jobs.row(place).job
        if job.state.may_be_charged:
            total += usual_cost(job.request.model, jobs, account) or Decimal(0)
    return total


class ChargeWords(QObject):
    """The sentences about charges; a QObject because `tr` finds translations by class."""

    def of_job(self, job: Job, now: Balance | None, currency: str) -> str:
        """Returns what is known of the charge of a job that gave no video."""
        if job.is_demo:
            return self.tr("Nothing is charged in the demo.")
        return self.sentence(charge_of(job, now), currency)

    def sentence(self, charge: Charge | None, currency: str) -> str:
        """Returns what is known of a charge."""
        if charge is None:
            return self.tr("It may have been charged.")
        if charge.amount == 0:
            return self.tr("Your balance has not changed since it was sent.")
        amount = money(charge.amount, currency, exact=True)
        if charge.shared:
            return self.tr(
                "Your balance fell by {amount} since it was sent, other requests included."
            ).format(amount=amount)
        return self.tr("Your balance fell by {amount} since it was sent.").format(amount=amount)

    def balances(self, job: Job, now: Balance | None, currency: str) -> str:
        """Returns the two numbers by which a charge can be checked; empty when one is not known."""
        charge = charge_of(job, now) if not job.is_demo else None
        if job.balance_before is None or charge is None or not charge.amount:
            return ""
        before = money(job.balance_before, currency, exact=True)
        if job.balance_after is not None:
            after = money(job.balance_after, currency, exact=True)
            return self.tr("Balance before: {before}, after: {after}.").format(before=before, after=after)
        assert now is not None and now.amount is not None  # else there were no charge
        return self.tr("Balance before: {before}, now: {now}.").format(
            before=before, now=money(now.amount, currency, exact=True)
        )

    def short(self, charge: Charge | None, currency: str) -> str:
        """Returns the charge of a finished video in a few words; empty when nothing is known."""
        if charge is None or charge.amount == 0:
            return ""
        amount = money(charge.amount, currency, exact=True)
        return self.tr("{amount} with others").format(amount=amount) if charge.shared else amount
