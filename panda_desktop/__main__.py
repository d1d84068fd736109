"""`python -m panda_desktop`, and the command `panda-desktop`.

Promise: holds nothing but the call; a process that holds a paid request never sees Qt.
"""

import sys
from pathlib import Path


def main() -> int:
    """Runs the program, or holds a paid request for it; returns the exit status."""
    words = sys.argv[1:]
    if len(words) == 2 and words[0] == "--hold":
        from panda_desktop.services.media.holder import hold

        return hold(Path(words[1]))
    from panda_desktop.app.main import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
