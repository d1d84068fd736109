"""What importing costs beside the import itself.

Promise: nothing that this program uses of Python or of Qt's binding behaves otherwise; where a version of the
binding does not do the dear thing, nothing is changed.

At every import PySide reads the source of the module to see whether it could switch a feature on
(`from __feature__ import …`), and Python keeps the lines that were read. For the 700 modules of this program
that was 200 ms and 15 MiB. Nobody switches a feature on here, so the answer is known.
"""

import gc
import linecache
import sys
from types import ModuleType


def import_cheaply() -> None:
    """Makes the imports from here on cheap; call it when Qt is imported, before the program's own modules.

    Python's collector rests too: what is imported is never garbage. `Collecting` looks through it later.
    """
    gc.disable()
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _uses_no_feature
    linecache.clearcache()  # what was read before; a traceback reads again what it shows


def _uses_no_feature(_module: ModuleType) -> bool:
    return False
