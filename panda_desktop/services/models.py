"""The models of the gateway in use: the list as read last, and what the person says of them.

Promise: there is always something to choose. The list is there before the gateway answers, with its age; a
reading that fails keeps what was known.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from panda_desktop.domain.account import Connection
from panda_desktop.domain.changes import (
    ConnectionChanged,
    JobChanged,
    KeyChanged,
    ModelsChanged,
    ModelsReading,
    ProfilesChanged,
    ProfileSwitched,
    ReplyFinished,
)
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.jobs import JobState
from panda_desktop.domain.model_listing import ModelDetails, ModelListing
from panda_desktop.domain.model_marks import ModelMarks
from panda_desktop.domain.models import DOCUMENTED_MODELS, ModelInfo, ModelKind
from panda_desktop.domain.profiles import DEMO_PROFILE
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.models import ModelStore


@dataclass(frozen=True, slots=True)
class _Place:
    """Whose list it is."""

    profile: str
    base_url: str


class ModelsService:
    """Knows the models.

    Attributes:
        models: as they are shown; those of the documentation while nobody has listed any.
        marks: what the person says.
        reading: the list is being read.
        error: why the last reading failed; None when it did not.
    """

    def __init__(self, bus: Bus, tasks: TaskSet, connection: ConnectionService, store: ModelStore) -> None:
        """Listens from now on; `start` reads what is kept, `refresh` asks the gateway."""
        self._bus = bus
        self._tasks = tasks
        self._connection = connection
        self._store = store
        self._known: dict[_Place, ModelListing] = {}
        self._at: _Place | None = None
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._profiles: frozenset[str] = frozenset()
        self._saving = asyncio.Lock()
        self.marks = ModelMarks()
        self.models: tuple[ModelInfo, ...] = DOCUMENTED_MODELS
        self.error: PandaError | None = None
        bus.subscribe(ProfilesChanged, self._heard_profiles)
        bus.subscribe(ProfileSwitched, lambda _: self._arrive())
        bus.subscribe(KeyChanged, lambda _: self._arrive())
        bus.subscribe(ConnectionChanged, self._heard_connection)
        bus.subscribe(ReplyFinished, lambda change: self._used(change.message.model))
        bus.subscribe(JobChanged, self._heard_job)

    @property
    def listing(self) -> ModelListing | None:
        """What the gateway in use listed last; None when it has not been asked yet."""
        return None if self._at is None else self._known.get(self._at)

    @property
    def reading(self) -> bool:
        """The list is being read."""
        return self._task is not None and not self._task.done()

    async def start(self) -> None:
        """Reads what the person said of models."""
        self.marks = await self._store.marks()
        self._tell()

    # The list

    def refresh(self) -> None:
        """Asks the gateway; a call during a reading leads to one more reading after it."""
        if self.reading:
            self._again = True
            return
        self._task = self._tasks.spawn(self._read(), name="models")

    async def details(self, model_id: str) -> ModelDetails:
        """Asks the gateway for everything it says of a model. Raises `PandaError`."""
        return await self._connection.gateway().model_details(model_id)

    async def _read(self) -> None:
        while True:
            self._again = False
            self._bus.publish(ModelsReading(True, self.error))
            try:
                await self._read_once()
            finally:
                if not self._again:
                    self._task = None
                    self._bus.publish(ModelsReading(False, self.error))
            if not self._again:
                return

    async def _read_once(self) -> None:
        account, place = self._connection.account, self._place()
        try:
            models = await self._connection.gateway().models()
        except PandaError as error:
            if account == self._connection.account:
                self.error = error
                self._connection.saw(error)
            return
        listing = ModelListing(models, datetime.now(UTC))
        self._known[place] = listing
        if account == self._connection.account:  # else another profile was chosen meanwhile
            self._at, self.error = place, None
            self._tell()
        if place.profile != DEMO_PROFILE:
            await self._store.save_listing(place.profile, place.base_url, listing)

    def _place(self) -> _Place:
        if self._connection.endpoint.is_demo:
            return _Place(DEMO_PROFILE, self._connection.endpoint.base_url)
        profile = self._connection.profile
        return _Place(profile.id, self._connection.endpoint_of(profile).base_url)

    def _arrive(self) -> None:
        """Shows what is known of the gateway in use, when that is another one."""
        try:
            place = self._place()
        except PandaError:  # its address is none: whoever goes there says so
            return
        if place == self._at:
            return
        self._at, self.error = place, None
        self._tell()
        if place not in self._known and place.profile != DEMO_PROFILE:
            self._tasks.spawn(self._recall(place), name="kept models")

    async def _recall(self, place: _Place) -> None:
        listing = await self._store.listing(place.profile, place.base_url)
        if listing is not None and place not in self._known:
            self._known[place] = listing
            if place == self._at:
                self._tell()

    def _heard_profiles(self, change: ProfilesChanged) -> None:
        profiles = frozenset(profile.id for profile in change.book)
        for gone in self._profiles - profiles:
            self._tasks.spawn(self._store.forget(gone), name="forget models", brief=True)
        self._profiles = profiles
        self._arrive()

    def _heard_connection(self, change: ConnectionChanged) -> None:
        if change.connection is Connection.ONLINE and self.error is not None:
            self.refresh()

    # What the person says

    async def star(self, model_id: str, starred: bool) -> None:
        """Puts a model first in every list, or no longer."""
        await self._mark(lambda marks: marks.starred(model_id, starred))

    async def hide(self, model_id: str, hidden: bool) -> None:
        """Takes a model out of every list, or puts it back."""
        await self._mark(lambda marks: marks.hiding(model_id, hidden))

    async def set_kind(self, model_id: str, kind: ModelKind | None) -> None:
        """Corrects what a model makes; None goes back to what was said or guessed."""
        await self._mark(lambda marks: marks.with_kind(model_id, kind))

    async def set_sees(self, model_id: str, sees: bool | None) -> None:
        """Corrects whether a model takes images; None goes back to what was said."""
        await self._mark(lambda marks: marks.with_sees(model_id, sees))

    async def add(self, model_id: str, kind: ModelKind | None = None) -> None:
        """Adds a model the gateway does not list. Raises `INVALID_INPUT` (`model`)."""
        await self._mark(lambda marks: marks.with_added(model_id, kind))

    async def remove(self, model_id: str) -> None:
        """Removes a model the person added."""
        await self._mark(lambda marks: marks.without_added(model_id))

    async def _mark(self, change: Callable[[ModelMarks], ModelMarks]) -> None:
        async with self._saving:
            marks = change(self.marks)
            if marks == self.marks:
                return
            await self._store.save_marks(marks)
            self.marks = marks
        self._tell()

    def _heard_job(self, change: JobChanged) -> None:
        if change.job.state is JobState.QUEUED:
            self._used(change.job.request.model)

    def _used(self, model_id: str) -> None:
        if self.marks.using(model_id) != self.marks:
            work = self._mark(lambda marks: marks.using(model_id))
            self._tasks.spawn(work, name="recent models", brief=True)

    def _tell(self) -> None:
        listing = self.listing
        listed = listing.models if listing is not None and listing.models else DOCUMENTED_MODELS
        self.models = self.marks.applied(listed)
        self._bus.publish(
            ModelsChanged(self.models, self.marks, listing.read_at if listing is not None else None)
        )
