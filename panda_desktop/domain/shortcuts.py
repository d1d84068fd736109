"""Keys a person gave to commands, as they stand in the settings.

Promise: whatever the settings hold, reading gives a mapping; one command has one entry.
"""

from collections.abc import Iterable, Mapping


def bindings_of(pairs: Iterable[str]) -> dict[str, str]:
    """Reads `command=keys` pairs; the last one of a command counts, and one without `=` is left out.

    Returns the keys by command, empty keys for a command that shall have none.
    """
    found = {}
    for pair in pairs:
        command, equals, keys = pair.partition("=")
        if command and equals:
            found[command] = keys
    return found


def pairs_of(bindings: Mapping[str, str]) -> tuple[str, ...]:
    """Returns the pairs of a mapping, sorted by command."""
    return tuple(f"{command}={keys}" for command, keys in sorted(bindings.items()))
