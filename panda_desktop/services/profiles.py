"""The profiles as the running program uses them.

Promise: a change is on disk before anyone hears of it, and no key passes through here.
"""

from collections.abc import Callable
from dataclasses import replace

from panda_desktop.domain.changes import ProfilesChanged
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.profiles import FIRST_PROFILE, Profile, ProfileBook, profile_name
from panda_desktop.domain.settings import Settings
from panda_desktop.gateway.addresses import parse_endpoint
from panda_desktop.services.bus import Bus
from panda_desktop.services.settings import SettingsService
from panda_desktop.storage.profiles import ProfileStore


class ProfileList:
    """Holds the book.

    Attributes:
        book: all profiles, and which is in use.
    """

    def __init__(self, store: ProfileStore, bus: Bus, settings: SettingsService) -> None:
        """`settings` hold the one gateway of the time before profiles. Nothing is read before `load`."""
        self._store = store
        self._bus = bus
        self._settings = settings
        self.book = ProfileBook()

    async def load(self) -> None:
        """Reads the book; what was set before there were profiles is the first of them."""
        stored = await self._store.load()
        self.book = stored if stored is not None else _before_profiles(self._settings.current)
        self._bus.publish(ProfilesChanged(self.book))

    async def add(self, name: str, address: str = "") -> Profile:
        """Makes a profile, the last one, not in use. Raises `INVALID_INPUT` (`profile_name`, `base_url`,
        `profiles`).
        """
        profile = Profile(new_id(), profile_name(name), normalised(address))
        await self._change(lambda book: book.with_profile(profile))
        return profile

    async def rename(self, profile_id: str, name: str) -> None:
        """Gives a profile another name. Raises `INVALID_INPUT` (`profile_name`)."""
        kept = profile_name(name)
        await self.update(profile_id, lambda profile: replace(profile, name=kept))

    async def update(self, profile_id: str, changed: Callable[[Profile], Profile]) -> Profile:
        """Changes a profile; returns it. One that is gone meanwhile raises `CANNOT_READ`."""
        await self._change(lambda book: book.with_profile(changed(book.get(profile_id))))
        return self.book.get(profile_id)

    async def use(self, profile_id: str) -> None:
        """Notes which profile is in use. Raises `CANNOT_READ`."""
        await self._change(lambda book: book.using(profile_id))

    async def remove(self, profile_id: str) -> None:
        """Takes a profile out of the book. Raises `CANNOT_READ`, `INVALID_INPUT` (`last_profile`)."""
        await self._change(lambda book: book.without(profile_id))

    async def put_back(self, profile: Profile, place: int) -> None:
        """Puts a removed profile where it was. Raises `INVALID_INPUT` (`profiles`)."""
        await self._change(lambda book: book.with_profile(profile, place))

    async def _change(self, change: Callable[[ProfileBook], ProfileBook]) -> None:
        book = change(self.book)
        if book == self.book:
            return
        self.book = book  # at once: a second change that begins meanwhile must not lose this one
        await self._store.save(book)
        self._bus.publish(ProfilesChanged(book))


def normalised(address: str) -> str:
    """Returns an address as a profile keeps it: empty for Panda World's own. Raises `INVALID_INPUT`."""
    if not address.strip():
        return ""
    endpoint = parse_endpoint(address)
    return "" if endpoint.alternative is not None else endpoint.base_url


def _before_profiles(settings: Settings) -> ProfileBook:
    profile = Profile(FIRST_PROFILE, "", settings.base_url)
    if settings.key_saved:
        profile = replace(profile, saved_at=(profile.endpoint.base_url,))
    return ProfileBook((profile,))
