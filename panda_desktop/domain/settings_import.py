"""What came of settings that were read from a file.

Promise: whoever imports settings can say what was left out, and why.
"""

from dataclasses import dataclass
from typing import Final

STAYS_HERE: Final = frozenset(
    {
        "base_url",
        "demo",
        "key_saved",
        "proxy_login",
        "ca_file",
        "place",
        "geometry",
        "conversation_id",
        "preset_id",
    }
    | {"prompts_seeded", "recent_commands", "recent_files", "remember_files"}
)
"""Names of `Settings` that say something about this computer or this run: neither exported nor imported.
The address of the gateway belongs to a profile: a file of settings is not to lead a key elsewhere.
"""


@dataclass(frozen=True, slots=True)
class SettingsImport:
    """What an import did.

    Attributes:
        taken: names of the settings that were in the file and are in force now.
        unknown: names this version does not know.
        unfit: names whose value is of the wrong type or out of its range; what was set before stays.
        local: names of settings that stay as they are on this computer.
    """

    taken: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
    local: tuple[str, ...] = ()

    @property
    def left_out(self) -> tuple[str, ...]:
        """All names that were not taken, sorted."""
        return tuple(sorted((*self.unknown, *self.unfit, *self.local)))
