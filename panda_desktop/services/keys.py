"""The keys of the profiles, in the keyring and in memory.

Promise: a key is found only under the profile and the address it was entered for; one that was removed is in
neither place.
"""

import asyncio
from dataclasses import dataclass, replace

from panda_desktop.domain.account import KeyState
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.profiles import Profile
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.profiles import ProfileList
from panda_desktop.storage.secrets import Secrets

_NOT_HERE = (ErrorKind.NO_KEYRING,)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a key: the key, where it is, and what was in the way."""

    key: ApiKey | None
    state: KeyState
    problem: PandaError | None = None


class Keys:
    """Reads, keeps and removes keys."""

    def __init__(self, secrets: Secrets, profiles: ProfileList) -> None:
        """Nothing is read yet."""
        self._secrets = secrets
        self._profiles = profiles
        self._known: dict[tuple[str, str], Found] = {}
        self._reading: dict[tuple[str, str], object] = {}
        self._in_order = asyncio.Lock()  # the keyring does what it is asked for in no order

    def known(self, profile_id: str, base_url: str) -> Found | None:
        """Returns what is in memory; None for nothing."""
        return self._known.get((profile_id, base_url))

    def all_known(self) -> tuple[ApiKey, ...]:
        """Returns every key in memory: what must not be in anything that leaves the program."""
        return tuple(found.key for found in self._known.values() if found.key is not None)

    async def find(self, profile: Profile, base_url: str) -> Found:
        """Looks for a key in memory, then in the keyring."""
        if (known := self.known(profile.id, base_url)) is not None:
            return known
        place, me = (profile.id, base_url), object()
        self._reading[place] = me
        found = await self._read(profile, base_url)
        # Else it was removed, replaced or looked for again meanwhile.
        if self._reading.get(place) is me:
            del self._reading[place]
            if found.key is not None:
                self._known[place] = found
        return found

    async def _read(self, profile: Profile, base_url: str) -> Found:
        saved = profile.has_saved(base_url)
        try:
            key = await self._secrets.read(profile.keyring_account(base_url))
        except PandaError as error:
            if saved:
                return Found(None, KeyState.LOCKED)
            return Found(None, KeyState.MISSING, None if error.kind is ErrorKind.NO_KEYRING else error)
        if key is not None:
            return Found(key, KeyState.STORED)
        # A locked wallet answers "none": that is not "no key". Another keyring than the one it was put into
        # says it too: then it is asked for again, and the old one keeps what it has.
        if saved and not await self._moved_away(profile):
            return Found(None, KeyState.LOCKED)
        return Found(None, KeyState.MISSING)

    async def _moved_away(self, profile: Profile) -> bool:
        if not profile.store:
            return False
        try:
            return await self._secrets.store_name() != profile.store
        except PandaError:
            return False

    def serve(self, profile_id: str, base_url: str, found: Found) -> None:
        """Takes a key for this run only."""
        self._reading.pop((profile_id, base_url), None)
        self._known[profile_id, base_url] = found

    async def keep(self, profile: Profile, base_url: str, key: ApiKey) -> Found:
        """Takes a key into memory and puts it into the keyring; without a safe store it serves this run."""
        session = Found(key, KeyState.SESSION_ONLY)
        self.serve(profile.id, base_url, session)
        async with self._in_order:
            try:
                store = await self._secrets.write(profile.keyring_account(base_url), key)
            except PandaError as error:
                return replace(session, problem=error)
            await self._note_saved(profile.id, base_url, store)
        stored = Found(key, KeyState.STORED)
        if self._known.get((profile.id, base_url)) == session:  # else it was removed or replaced meanwhile
            self._known[profile.id, base_url] = stored
        return stored

    async def _note_saved(self, profile_id: str, base_url: str, store: str) -> None:
        def noted(profile: Profile) -> Profile:
            others = tuple(each for each in profile.saved_at if each != base_url)
            return replace(profile, saved_at=(*others, base_url), store=store)

        if self._profiles.book.find(profile_id) is not None:
            await self._profiles.update(profile_id, noted)

    def forget(self, profile_id: str, base_url: str | None = None) -> None:
        """Takes a key out of memory; without an address every key of the profile."""
        for places in (self._known, self._reading):
            for place in [each for each in places if each[0] == profile_id and base_url in (None, each[1])]:
                del places[place]

    async def remove(self, profile: Profile, base_url: str) -> None:
        """Takes a key out of memory and out of the keyring.

        Raises:
            PandaError: `KEYRING_LOCKED`, `KEYRING_NO_ANSWER`: it is out of memory, the keyring still has it.
        """
        self.forget(profile.id, base_url)

        def without(kept: Profile) -> Profile:
            return replace(kept, saved_at=tuple(each for each in kept.saved_at if each != base_url))

        async with self._in_order:
            try:
                await self._secrets.delete(profile.keyring_account(base_url))
            except PandaError as error:
                if error.kind not in _NOT_HERE:
                    raise
            if self._profiles.book.find(profile.id) is not None:
                await self._profiles.update(profile.id, without)

    async def take_out(self, profile: Profile) -> dict[str, ApiKey]:
        """Takes every key of a profile out of memory and keyring; returns them by address, for `put_back`.
        Raises `KEYRING_LOCKED`, `KEYRING_NO_ANSWER`: nothing was taken.
        """
        taken: dict[str, ApiKey] = {}
        addresses = dict.fromkeys((profile.endpoint.base_url, *profile.saved_at))
        for base_url in addresses:
            account = profile.keyring_account(base_url)
            try:
                async with self._in_order:
                    key = await self._secrets.read(account)
                    await self._secrets.delete(account)
            except PandaError as error:
                if error.kind not in _NOT_HERE:
                    await self.put_back(profile, taken)
                    raise
                key = None
            known = self.known(profile.id, base_url)
            if key is None and known is not None:
                key = known.key
            if key is not None:
                taken[base_url] = key
        self.forget(profile.id)
        return taken

    async def put_back(self, profile: Profile, keys: dict[str, ApiKey]) -> None:
        """Puts keys back that `take_out` gave; those that no store takes serve this run."""
        for base_url, key in keys.items():
            await self.keep(profile, base_url, key)
