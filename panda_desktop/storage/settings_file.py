"""Settings as a file of the person's, to be kept or taken to another computer.

Promise: no key and nothing about this computer is in it; whatever a file holds, what fits is found and the
rest is named. The functions on files block and are called in a thread.
"""

import contextlib
import json
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final, get_type_hints

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.settings import Settings
from panda_desktop.domain.settings_import import STAYS_HERE, SettingsImport
from panda_desktop.storage.files import open_plain, sync_folder, writing_failures
from panda_desktop.storage.replacing import put_in_place
from panda_desktop.storage.settings_text import fitting

_FORMAT: Final = "panda-desktop-settings"
_VERSION: Final = 1
_MOST_BYTES: Final = 1024 * 1024


def exported_text(settings: Settings) -> str:
    """Returns the settings as the text of a file."""
    values = {name: value for name, value in asdict(settings).items() if name not in STAYS_HERE}
    whole = {"format": _FORMAT, "version": _VERSION, "settings": dict(sorted(values.items()))}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def imported(text: str, current: Settings) -> tuple[Settings, SettingsImport]:
    """Returns the settings with those of a file's text in them, and what came of each.

    Raises:
        PandaError: `CANNOT_READ` (`settings`): the text is no export of settings.
    """
    values = _values_of(text)
    hints = get_type_hints(Settings)
    local = tuple(name for name in values if name in STAYS_HERE)
    unknown = tuple(name for name in values if name not in hints and name not in STAYS_HERE)
    offered = {name: fitting(value, hints[name]) for name, value in values.items() if name in hints}
    whole = replace(current, **{name: each for name, each in offered.items() if each is not None})
    sane = whole.sane()
    taken = tuple(
        name for name, each in offered.items() if name not in STAYS_HERE and each == getattr(sane, name)
    )
    unfit = tuple(name for name in offered if name not in taken and name not in STAYS_HERE)
    result = replace(current, **{name: offered[name] for name in taken}).sane()
    return result, SettingsImport(taken, unknown, unfit, local)


def write_settings(path: Path, settings: Settings) -> None:
    """Writes an export, whole or not at all. Raises `CANNOT_WRITE`, `DISK_FULL`."""
    part = path.with_name(f".{new_id()}.part")
    try:
        with writing_failures():
            with part.open("x", encoding="utf-8", newline="\n") as file:
                file.write(exported_text(settings))
                file.flush()
                os.fsync(file.fileno())
            put_in_place(part, path)
            sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def read_settings(path: Path) -> str:
    """Returns the text of an export. Raises `CANNOT_READ` also for a file that is too big to be one."""
    with open_plain(path) as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise _no_settings()
    return data.decode("utf-8-sig", errors="replace")


def _values_of(text: str) -> dict[str, Any]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _no_settings() from error
    values = whole.get("settings") if isinstance(whole, dict) and whole.get("format") == _FORMAT else None
    if not isinstance(values, dict):
        raise _no_settings()
    return values


def _no_settings() -> PandaError:
    return PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="settings"))
