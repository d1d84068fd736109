"""The scripts of packaging/, which is no package."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parent.parent.parent / "packaging"


def load(name: str) -> ModuleType:
    """Returns the script as a module; scripts that import each other find each other."""
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    found = importlib.util.spec_from_file_location(f"packaging_{name}", FOLDER / f"{name}.py")
    assert found is not None and found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[found.name] = module
    found.loader.exec_module(module)
    return module
