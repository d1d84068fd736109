"""Puts the built translations into a wheel.

Promise: a wheel speaks every language of the checkout it was built from, or is not built.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the .qm files, which are kept out of version control, before the wheel takes the folder in."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the files of the wheel are gathered."""
        script = Path(self.root) / "packaging" / "translations.py"
        subprocess.run([sys.executable, str(script), "build"], check=True)
