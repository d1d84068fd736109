"""What is asked before a step that may cost money or lose a trace.

Promise: the question says what happens, never just “Are you sure?”.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.videos.card_content import CardFacts
from panda_desktop.ui.videos.deeds import Deed
from panda_desktop.ui.wording import money

_TRACES = (JobState.UNKNOWN, JobState.REVIEW, JobState.EXPIRED)


class QuestionWords(QObject):
    """The questions; a QObject because `tr` finds translations by class."""

    def about(self, deed: Deed, facts: CardFacts) -> tuple[str, str, str] | None:
        """Returns the question, and the words for yes and no; None when the deed needs none."""
        job = facts.job
        if deed is Deed.STOP and job.sent_at is not None:
            words = self.tr(
                "The gateway is not told: the render may still be charged. You can look for the result later."
            )
            return words, self.tr("Stop waiting"), self.tr("Keep waiting")
        if deed is Deed.SEND_AGAIN:
            words = self.tr("This is a second request. The first one may be charged too.")
            yes = self.tr("Send again")
            if facts.price is not None:
                yes = self.tr("Send again · usually {price}").format(price=money(facts.price, facts.currency))
            return words, yes, self.tr("Do not send")
        if deed is Deed.REMOVE and job.state in _TRACES:
            words = self.tr("Its result can then no longer be looked for here.")
            return words, self.tr("Dismiss"), self.tr("Keep it")
        return None
