"""What the data folder lies on.

Promise: an answer that cannot be had is “no share”; SQLite then still refuses what it cannot lock.
"""

import os
import sys
from pathlib import Path
from typing import Final

_MOUNTS: Final = Path("/proc/mounts")
_SHARES: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "afs", "ncpfs", "vboxsf", "vmhgfs", "prl_fs"}
    | {"ceph", "glusterfs", "davfs", "lustre"}
)
_SHARED_BY_FUSE: Final = ("sshfs", "rclone", "gvfsd-fuse", "s3fs", "glusterfs", "vmhgfs-fuse", "davfs")
_DRIVE_REMOTE: Final = 4


def is_share(folder: Path) -> bool:
    """Tells whether a folder lies on another computer: SQLite's log needs memory shared on one."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return is_share_in(mounts, Path(os.path.realpath(folder)))


def is_share_in(mounts: str, folder: Path) -> bool:
    """Looks a folder up in the text of `/proc/mounts`."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        place = Path(words[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if folder.is_relative_to(place) and len(place.parts) >= best:
            best, kind = len(place.parts), words[2]
    fuse, _, name = kind.partition(".")
    return kind in _SHARES or (fuse == "fuse" and name.startswith(_SHARED_BY_FUSE))


def _is_remote_drive(folder: Path) -> bool:
    drive = os.path.splitdrive(folder.absolute())[0]
    if drive.startswith("\\\\"):
        return True
    import ctypes

    found: int = getattr(ctypes, "windll").kernel32.GetDriveTypeW(f"{drive}\\")  # noqa: B009
    return found == _DRIVE_REMOTE
