"""The profiles, observable.

Promise: what is shown is what is stored; a key is never among what is shown.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from panda_desktop.domain.account import KeyState
from panda_desktop.domain.changes import KeyChanged, ProfilesChanged, ProfileSwitched
from panda_desktop.domain.profiles import Profile, ProfileBook
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.profiles import ProfileList
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


@dataclass(frozen=True, slots=True)
class RemovedProfile:
    """What brings a removed profile back, for as long as somebody holds it."""

    profile: Profile
    place: int
    keys: dict[str, ApiKey] = field(repr=False)


class ProfilesModel(Commanding):
    """All profiles, and which is in use.

    Signals:
        changed: `book`, or where a key is, differs.
        switched: another profile is in use.
        added(object): a `Profile` is new and in use, by a command of this one.
        add_failed(object): a `PandaError`: it was not made.
        removed(object): a `RemovedProfile`, for `restore`.
    """

    changed = Signal()
    switched = Signal()
    added = Signal(object)
    add_failed = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        bus: Bus,
        tasks: TaskSet,
        profiles: ProfileList,
        connection: ConnectionService,
        account: AccountService,
    ) -> None:
        """Listens from now on."""
        super().__init__(tasks)
        self._profiles = profiles
        self._connection = connection
        self._account = account
        bus.subscribe(ProfilesChanged, lambda _: self.changed.emit())
        bus.subscribe(KeyChanged, lambda _: self.changed.emit())
        bus.subscribe(ProfileSwitched, lambda _: self.switched.emit())

    @property
    def book(self) -> ProfileBook:
        """All profiles in order, and which is in use."""
        return self._profiles.book

    def key_state(self, profile: Profile) -> KeyState:
        """Returns where the key of a profile is, as far as it is known without asking the keyring."""
        return self._connection.key_state_of(profile)

    def use(self, profile_id: str) -> None:
        """Uses a profile from now on."""
        self._do(self._use(profile_id), "use profile")

    def add(self, name: str, address: str) -> None:
        """Makes a profile and uses it, empty address for Panda World's own; ends in `added` or
        `add_failed`.
        """
        self._tasks.spawn(self._add(name, address), name="add profile", failed=self.add_failed.emit)

    def rename(self, profile_id: str, name: str) -> None:
        """Gives a profile another name."""
        self._do(self._profiles.rename(profile_id, name), "rename profile")

    def remove(self, profile_id: str) -> None:
        """Removes a profile and its key; ends in `removed` or `failed`."""
        self._do(self._remove(profile_id), "remove profile")

    def restore(self, removed: RemovedProfile) -> None:
        """Puts a removed profile back where it was, with its key."""
        back = self._connection.put_back_profile(removed.profile, removed.place, removed.keys)
        self._do(back, "restore profile")

    async def _use(self, profile_id: str) -> None:
        await self._connection.switch(profile_id)
        self._ask()

    async def _add(self, name: str, address: str) -> None:
        profile = await self._profiles.add(name, address)
        await self._connection.switch(profile.id)
        self._ask()
        self.added.emit(profile)

    async def _remove(self, profile_id: str) -> None:
        was_in_use = profile_id == self.book.current.id
        self.removed.emit(RemovedProfile(*await self._connection.remove_profile(profile_id)))
        if was_in_use:
            self._ask()

    def _ask(self) -> None:
        if self._connection.has_access:
            self._account.reload()
