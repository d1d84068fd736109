"""The prompts of earlier jobs, to be used again.

Promise: each prompt is there once, the latest first, shown as plain text however long it is.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.kit import Choice
from panda_desktop.ui.wording import ago
from panda_desktop.viewmodels.jobs import JobList

MOST: Final = 200
_TITLE_LETTERS: Final = 160


def past_prompts(jobs: JobList, seconds_since: Callable[[datetime], float]) -> list[Choice]:
    """Returns the prompts of `jobs` as choices; `seconds_since` tells the age of a moment."""
    found: dict[str, Choice] = {}
    for place in range(jobs.count()):
        job = jobs.row(place).job
        prompt = job.request.prompt
        if prompt in found or job.state is JobState.QUEUED:
            continue
        title = " ".join(prompt[: 2 * _TITLE_LETTERS].split())
        cut = title if len(title) <= _TITLE_LETTERS else title[:_TITLE_LETTERS] + "…"
        found[prompt] = Choice(prompt, cut, ago(seconds_since(job.created_at)))
        if len(found) == MOST:
            break
    return list(found.values())
