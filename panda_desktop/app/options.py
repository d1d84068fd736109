"""The words of the command line as values.

Promise: a word that is not understood ends the program with a sentence, never with a traceback.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from panda_desktop import __version__

TOUR_SPEED: Final = 5.0
"""Nobody watches a guided tour wait, but there must be something to see while it does."""


@dataclass(frozen=True, slots=True)
class Options:
    """What this run was asked for.

    Attributes:
        data_dir: where everything is kept; None for the system's place.
        demo: start with the demo gateway.
        demo_speed: divides every wait of the demo gateway.
        quick: open the quick prompt, in the program that runs already if there is one.
        tour: drive the window through the guided tour, leave its pictures in this folder, and end.
        language: what is spoken in the tour, `en` or `zh_CN`.
    """

    data_dir: Path | None = None
    demo: bool = False
    demo_speed: float = 1.0
    quick: bool = False
    tour: Path | None = None
    language: str = "en"


def parse_options(words: Sequence[str]) -> Options:
    """Reads the words after the program's name. Raises `SystemExit` for `--help` and wrong words."""
    if not words:
        return Options()
    import argparse  # a person starts the program without a word, and waits

    parser = argparse.ArgumentParser(
        prog="panda-desktop",
        description="Chat with models, make images and make videos over one Panda World account.",
        epilog="PANDA_API_KEY and PANDA_BASE_URL serve one run and are stored nowhere.",
    )
    parser.add_argument("--version", action="version", version=f"Panda Desktop {__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything in this folder")
    parser.add_argument("--demo", action="store_true", help="try it without a key: answers made here")
    parser.add_argument(
        "--demo-speed", type=_speed, default=1.0, metavar="X", help="divide every wait of the demo by X"
    )
    parser.add_argument(
        "--quick", action="store_true", help="open the quick prompt; bind this to a key of your system"
    )
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help="show every screen by itself and keep pictures in DIR"
    )
    parser.add_argument("--language", choices=("en", "zh_CN"), default="en", help="of the pictures of --tour")
    found = parser.parse_args(words)
    if found.tour is not None and found.demo_speed == 1.0:
        found.demo_speed = TOUR_SPEED
    return Options(found.data_dir, found.demo, found.demo_speed, found.quick, found.tour, found.language)


def _speed(word: str) -> float:
    from argparse import ArgumentTypeError

    speed = float(word)
    if not 0.1 <= speed <= 1000:
        raise ArgumentTypeError("from 0.1 to 1000")
    return speed


def data_folder(options: Options) -> Path:
    """Returns where this run keeps everything."""
    if options.data_dir is not None:
        return options.data_dir.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("panda-desktop", appauthor=False)
