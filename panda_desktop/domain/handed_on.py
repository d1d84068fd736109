"""What of the environment a program that this one starts may see.

Promise: the key is not in it, and neither is the file that secrets of connections are written to.
"""

from collections.abc import Mapping
from typing import Final

KEY_VARIABLE: Final = "PANDA_API_KEY"
"""Where a person may set the key for one run."""
_KEPT_BACK: Final = (KEY_VARIABLE, "SSLKEYLOGFILE")


def handed_on(environment: Mapping[str, str]) -> dict[str, str]:
    """Returns a copy of the environment for a process that this program starts."""
    return {name: value for name, value in environment.items() if name not in _KEPT_BACK}
