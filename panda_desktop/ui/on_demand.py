"""Names of a package that are imported when they are first asked for, for a quick first paint.

Promise: a name is imported once; one that the package does not have is an `AttributeError`, as ever.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def on_demand(package: str, modules: Mapping[str, str]) -> Callable[[str], Any]:
    """Returns the package's `__getattr__` (PEP 562); `modules` says in which module below it each name is."""

    def find(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(f"{package}.{modules[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return find
