"""What is known of a job that cost money and gave nothing, as text for a request to the gateway's support.

Promise: facts only, and no key among them.
"""

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.errors import ErrorDetail
from panda_desktop.domain.jobs import Job
from panda_desktop.ui.wording import labelled, money


def facts_of(job: Job, currency: str) -> str:
    """Returns one fact a line, in the language of the window, times in UTC."""
    translate = QCoreApplication.translate
    detail = job.error_detail or ErrorDetail()
    times = (
        (translate("RefundFacts", "Sent"), job.sent_at),
        (translate("RefundFacts", "Ended"), job.finished_at),
    )
    facts = [
        (translate("RefundFacts", "Model"), job.request.model),
        (translate("RefundFacts", "Prompt"), job.request.prompt),
        *((name, when.isoformat(timespec="seconds") if when else "") for name, when in times),
        (translate("RefundFacts", "Gateway"), job.base_url),
        (translate("RefundFacts", "Request id"), job.request_id or detail.request_id),
        (translate("RefundFacts", "Job id of the gateway"), job.remote_id),
        (translate("RefundFacts", "State"), job.state.value),
        (translate("RefundFacts", "Status"), "" if detail.status is None else str(detail.status)),
        (translate("RefundFacts", "Message"), detail.message),
        (translate("RefundFacts", "Error"), job.error.value if job.error else ""),
    ]
    for name, amount in (
        (translate("RefundFacts", "Balance before"), job.balance_before),
        (translate("RefundFacts", "Balance after"), job.balance_after),
    ):
        facts.append((name, "" if amount is None else money(amount, currency, exact=True)))
    if job.cost_is_shared:
        facts.append(
            (translate("RefundFacts", "Other requests at the same time"), translate("RefundFacts", "yes"))
        )
    return "\n".join(labelled(name, value) for name, value in facts if value)
