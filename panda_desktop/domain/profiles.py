"""Profiles: names for accounts at gateways, one of which is in use.

Promise: there is always one in use; a key that belongs to one profile and address is never looked for under
another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from panda_desktop.domain.account import OFFICIAL, OFFICIAL_BASE_URL, Endpoint
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError

FIRST_PROFILE: Final = "first"
"""The id of the profile that was there before there were profiles."""
DEMO_PROFILE: Final = "demo"
"""What jobs of the demo gateway name as their profile; there is none of this id."""
NAME_LENGTH: Final = 60
MOST_PROFILES: Final = 50


@dataclass(frozen=True, slots=True)
class Profile:
    """One account at one gateway.

    Attributes:
        id: ours; never used again for another profile.
        name: the person's word for it, one line; may be empty for the first one.
        base_url: normalised address of the gateway; empty for Panda World's own two.
        saved_at: the addresses for which a key was put into the keyring: none there means a locked one.
        store: the kind of keyring it was put into; empty when it is not known.
    """

    id: str
    name: str = ""
    base_url: str = ""
    saved_at: tuple[str, ...] = ()
    store: str = ""

    @property
    def endpoint(self) -> Endpoint:
        """Where its gateway is."""
        return endpoint_of(self.base_url)

    @property
    def host(self) -> str:
        """Host and port of its gateway."""
        return urlsplit(self.endpoint.base_url).netloc

    @property
    def is_official(self) -> bool:
        """Its gateway is Panda World's."""
        return self.endpoint == OFFICIAL

    def has_saved(self, base_url: str) -> bool:
        """Tells whether a key for this address was put into the keyring."""
        return base_url in self.saved_at

    def keyring_account(self, base_url: str) -> str:
        """Returns the name of its key in the keyring; that of the first profile is as it always was."""
        return base_url if self.id == FIRST_PROFILE else f"{base_url}#{self.id}"


def endpoint_of(base_url: str) -> Endpoint:
    """Returns the endpoint of a normalised address; the official one for none."""
    return OFFICIAL if base_url in ("", OFFICIAL_BASE_URL) else Endpoint(base_url)


@dataclass(frozen=True, slots=True)
class ProfileBook:
    """All profiles in order, and which is in use."""

    profiles: tuple[Profile, ...] = (Profile(FIRST_PROFILE),)
    current_id: str = FIRST_PROFILE

    @property
    def current(self) -> Profile:
        """The profile in use."""
        return self.find(self.current_id) or self.profiles[0]

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.profiles)

    def find(self, profile_id: str) -> Profile | None:
        """Returns a profile, None when there is none of this id."""
        return next((each for each in self.profiles if each.id == profile_id), None)

    def get(self, profile_id: str) -> Profile:
        """Returns a profile. Raises `CANNOT_READ` (`profile`)."""
        found = self.find(profile_id)
        if found is None:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="profile"))
        return found

    def place(self, profile_id: str) -> int:
        """Returns its place among the others, 0 for the first. Raises as `get`."""
        return self.profiles.index(self.get(profile_id))

    def using(self, profile_id: str) -> "ProfileBook":
        """Returns the book with another profile in use. Raises as `get`."""
        return replace(self, current_id=self.get(profile_id).id)

    def with_profile(self, profile: Profile, place: int | None = None) -> "ProfileBook":
        """Returns the book with a new profile, the last one or at a place, or with a changed one where it is.

        Raises:
            PandaError: `INVALID_INPUT` (`profiles`): there are too many.
        """
        if self.find(profile.id) is not None:
            changed = tuple(profile if each.id == profile.id else each for each in self.profiles)
            return replace(self, profiles=changed)
        if len(self.profiles) >= MOST_PROFILES:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="profiles"))
        profiles = list(self.profiles)
        profiles.insert(len(profiles) if place is None else place, profile)
        return replace(self, profiles=tuple(profiles))

    def without(self, profile_id: str) -> "ProfileBook":
        """Returns the book without a profile; the first of the others is in use then, if that one was.

        Raises:
            PandaError: `CANNOT_READ` (`profile`); `INVALID_INPUT` (`last_profile`): it is the only one.
        """
        self.get(profile_id)
        left = tuple(each for each in self.profiles if each.id != profile_id)
        if not left:
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="last_profile"))
        current = left[0].id if profile_id == self.current_id else self.current_id
        return ProfileBook(left, current)

    def sane(self) -> "ProfileBook":
        """Returns the book as it can be used, whatever was stored."""
        seen = {each.id: each for each in self.profiles if each.id}
        if not seen:
            return ProfileBook()
        profiles = tuple(seen.values())[:MOST_PROFILES]
        return ProfileBook(profiles, self.current_id if self.current_id in seen else profiles[0].id)


def profile_name(text: str) -> str:
    """Returns a name as it is kept: one line, not too long. Raises `INVALID_INPUT` (`profile_name`)."""
    name = " ".join(text.split())[:NAME_LENGTH].rstrip()
    if not name:
        raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="profile_name"))
    return name
