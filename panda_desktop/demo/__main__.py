"""Starts the demo gateway from the command line.

Promise: prints exactly one line, with the addresses, and nothing else.
"""

import sys

from panda_desktop.demo.options import parse_options


def main() -> int:
    """Runs the demo gateway until it is told to end; returns the exit status."""
    options = parse_options(sys.argv[1:])
    from panda_desktop.demo.process import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
