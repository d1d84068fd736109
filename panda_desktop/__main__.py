"""`python -m panda_desktop`, and the command `panda-desktop`.

Promise: holds nothing but the call.
"""

import sys


def main() -> int:
    """Runs the program; returns the exit status."""
    from panda_desktop.app.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
