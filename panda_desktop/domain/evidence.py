"""What goes into a bundle that asks for money back, and for which jobs there is one.

Promise: facts only; the sentences around them are the window's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from panda_desktop.domain.jobs import Job, JobState


class Fact(StrEnum):
    """A line of the summary; the value is the heading when the window names no other."""

    MODEL = "Model"
    PROMPT = "Prompt"
    STATE = "State"
    ERROR = "Error"
    MESSAGE = "Message"
    STATUS = "HTTP status"
    STATUS_WORD = "Last status"
    CREATED = "Asked for"
    SENT = "Sent"
    ANSWERED = "Answered"
    FINISHED = "Ended"
    GATEWAY = "Gateway"
    REQUEST_ID = "Request id"
    REMOTE_ID = "Job id of the gateway"
    JOB_ID = "Job id of this program"
    EXPECTED = "Results asked for"
    ARRIVED = "Results received"
    BALANCE_BEFORE = "Balance before"
    BALANCE_AFTER = "Balance after"
    COST = "Charged"
    SHARED = "Other paid requests at the same time"
    ANSWER = "Answer (bytes, SHA-256)"
    REDACTED = "Places hidden in the answer because they looked like a key"


@dataclass(frozen=True, slots=True)
class EvidenceWords:
    """The words of the window for the summary.

    Attributes:
        title: its first line.
        headings: of the facts.
        states: the states of a job.
        moves: heading of the list of states.
        yes: for a fact that is true.
        no_answer: said where the gateway answered nothing.
    """

    title: str
    headings: Mapping[Fact, str]
    states: Mapping[JobState, str]
    moves: str
    yes: str
    no_answer: str


def may_be_claimed(job: Job) -> bool:
    """Tells whether a job was, or may have been, charged without giving all it was to give."""
    if job.state.is_running or job.sent_at is None or job.is_demo:
        return False
    if job.state is JobState.DONE and job.arrived >= job.expected:
        return False
    if job.state is JobState.REJECTED and (job.cost is None or job.cost_is_shared):
        return False  # refused: what others cost at the same time is no charge of this one
    return job.cost is None or job.cost > 0
