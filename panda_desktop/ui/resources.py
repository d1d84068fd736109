"""The files that ship with the program: icons, translations, the app mark.

Promise: the same relative name works from a checkout, an installed wheel and a frozen app, and nothing
outside the resource folder is ever opened.
"""

import sys
from functools import cache
from pathlib import Path, PurePosixPath


@cache
def resource_root() -> Path:
    """Returns the folder that holds `icons/`, `app/` and `translations/`.

    Looked for in this order: a frozen app's unpacked folder, `_resources` inside the installed package,
    `resources` beside the package in a checkout.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    candidates = [package / "_resources", package.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)  # PyInstaller manual, "Run-time Information"
    if frozen is not None:
        candidates = [Path(frozen) / "panda_desktop" / "_resources", Path(frozen) / "resources", *candidates]
    for candidate in candidates:
        if (candidate / "icons").is_dir():
            return candidate
    raise FileNotFoundError("the resource folder of Panda Desktop is missing: install it again")


def resource_path(name: str) -> Path:
    """Returns the path of a resource.

    Args:
        name: relative POSIX name such as `icons/chat.svg`; our own constant, never foreign text.

    Raises:
        ValueError: the name leaves the resource folder.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts:
        raise ValueError(f"not a resource name: {name!r}")
    return resource_root().joinpath(*relative.parts)


def resource_text(name: str) -> str:
    """Returns a UTF-8 resource as text; raises `FileNotFoundError` for an unknown name."""
    return resource_path(name).read_text(encoding="utf-8")
