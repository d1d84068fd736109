"""Makes jobs again of held requests that the ledger does not know: a backup older than they are was restored,
or the database is a new one.

Promise: what may have been sent becomes a job that is under way and is never sent again, whatever the spool
knows of it; only what was never sent is left to be swept.
"""

from dataclasses import replace
from datetime import UTC, datetime

from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, VideoRequest
from panda_desktop.gateway.result_addresses import is_film
from panda_desktop.gateway.results import read_images
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.media.holding import Holding, LeftBehind
from panda_desktop.services.media.ledger import Ledger


class Adopting:
    """Adopts held requests."""

    def __init__(self, ledger: Ledger, holding: Holding, connection: ConnectionService) -> None:
        """Nothing is read yet."""
        self._ledger = ledger
        self._holding = holding
        self._connection = connection

    async def adopt(self, job_id: str) -> bool:
        """Puts the job of a spool into the ledger as `SUBMITTING`, to be taken up like one of an earlier run;
        returns False when nothing of it was ever sent, nor can be any more. Raises `CANNOT_READ`.
        """
        left = await self._holding.left_behind(job_id)
        if left is None:
            return False
        job = left.job or self._guessed(job_id, left)
        await self._ledger.adopt(replace(job, state=JobState.SUBMITTING))
        return True

    def _guessed(self, job_id: str, left: LeftBehind) -> Job:
        """Returns the job of a spool that says nothing of it, as versions before this one wrote them.

        What it was asked nobody knows any more, so prompt and model are empty. It is taken for one of the
        account in use: most people have one, and a key goes to no other gateway than its own.
        """
        endpoint = self._connection.endpoint
        images = read_images(left.answer, endpoint.base_url) if left.answer is not None else ()
        is_image = bool(images) and not any(is_film(image.url) for image in images)
        sent_at = left.begun_at or datetime.now(UTC)
        return Job(
            job_id,
            JobKind.IMAGE if is_image else JobKind.VIDEO,
            ImageRequest("", "") if is_image else VideoRequest("", ""),
            JobState.SUBMITTING,
            sent_at,
            profile_id=self._connection.profile_id,
            base_url=endpoint.base_url,
            is_demo=endpoint.is_demo,
            sent_at=sent_at,
            expected=max(1, len(images)) if is_image else 1,
        )
