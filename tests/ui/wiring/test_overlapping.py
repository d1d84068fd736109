"""A word of warning is about what was under way when it was said."""

from panda_desktop.domain.jobs import JobState
from tests.ui.wiring.test_leaving import Closing, closing

__all__ = ["closing"]


def test_u08_what_began_after_the_warning_is_warned_of_too(closing: Closing) -> None:
    closing.put(JobState.SUBMITTING)
    assert not closing.window.close()
    for job in closing.jobs.held():  # its answer came, and the person went on
        closing.jobs.move(job, JobState.DONE)
    closing.put(JobState.SUBMITTING, is_demo=True)
    assert not closing.window.close()
    assert "ends with the program" in closing.notice().text
    assert closing.left == 0
    assert closing.window.close()


def test_u08_what_ended_after_the_warning_needs_no_other(closing: Closing) -> None:
    closing.put(JobState.SUBMITTING)
    closing.put(JobState.SUBMITTING)
    assert not closing.window.close()
    closing.jobs.move(closing.jobs.held()[0], JobState.DONE)
    assert closing.window.close()
