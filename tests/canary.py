"""A key that is worn like a real one and then looked for everywhere it must not be.

Promise: it is found plain, reversed, by halves, in base64 at any offset, in hex, URL-encoded and in UTF-16.
"""

import base64
import contextlib
import gzip
import os
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

import psutil
from PySide6.QtWidgets import QApplication

CANARY = "sk-canary/7Hq+2vXw9Zt4Rk8Lm3Np6Bc5Yd1Fg"
"""Letters, digits, and signs that URL and base64 write in another way."""
_LARGEST = 64 * 1024 * 1024


def forms(key: str = CANARY) -> dict[str, bytes]:
    """Returns the key as it could lie somewhere: what form it is, and its bytes."""
    half = len(key) // 2
    found: dict[str, bytes] = {}
    for part, text in (
        ("whole", key),
        ("first half", key[:half]),
        ("second half", key[half:]),
        ("reversed", key[::-1]),
        ("first half reversed", key[:half][::-1]),
        ("second half reversed", key[half:][::-1]),
    ):
        plain = text.encode()
        found[f"{part}, plain"] = plain
        found[f"{part}, UTF-16"] = text.encode("utf-16-le")
        found[f"{part}, UTF-16 the other way"] = text.encode("utf-16-be")
        found[f"{part}, URL"] = quote(text, safe="").encode()
        found[f"{part}, hex"] = plain.hex().encode()
        found[f"{part}, HEX"] = plain.hex().upper().encode()
        for before in range(3):  # what stands beside the key decides over the characters at both ends
            coded = base64.b64encode(bytes(before) + plain)[4:-4]
            found[f"{part}, base64 at {before}"] = coded
            found[f"{part}, base64 for URLs at {before}"] = coded.replace(b"+", b"-").replace(b"/", b"_")
    return found


def in_bytes(data: bytes, where: str, key: str = CANARY) -> list[str]:
    """Returns where and in what form the key is in these bytes."""
    return [f"{where}: {form}" for form, looked_for in forms(key).items() if looked_for in data]


def in_text(text: str, where: str, key: str = CANARY) -> list[str]:
    """Returns where and in what form the key is in a text."""
    return in_bytes(text.encode("utf-8", "surrogatepass"), where, key)


def in_files(folders: Iterable[Path], key: str = CANARY) -> list[str]:
    """Returns what files of these folders have the key in name or contents, packed ones opened."""
    found: list[str] = []
    for folder in folders:
        for path in folder.rglob("*"):
            found += in_text(path.name, f"the name of {path}", key)
            found += in_file(path, key)
    return found


def in_file(path: Path, key: str = CANARY) -> list[str]:
    """Returns where the key is in the contents of a file; links, folders and huge files have none."""
    if not path.is_file() or path.is_symlink() or path.stat().st_size > _LARGEST:
        return []
    return [hit for name, data in _contents(path) for hit in in_bytes(data, name, key)]


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    data = path.read_bytes()
    yield str(path), data
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                try:
                    yield f"{path} > {name}", packed.read(name)
                except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error):
                    continue  # damaged or locked on purpose: nobody reads it
    elif data[:2] == b"\x1f\x8b":
        with contextlib.suppress(OSError, EOFError, zlib.error):  # damaged on purpose as well
            yield f"{path}, unpacked", gzip.decompress(data)
    elif data[:5] == b"%PDF-":
        yield f"{path}, unpacked", b"\n".join(_streams(data))


def _streams(pdf: bytes) -> Iterator[bytes]:
    for piece in pdf.split(b"stream\n")[1:]:
        try:
            yield zlib.decompressobj().decompress(piece)
        except zlib.error:
            continue


def in_processes(key: str = CANARY) -> list[str]:
    """Returns where the key is in arguments and environment of this process and all it has started."""
    found = in_text("\0".join(sys.argv), "argv", key) + in_text(str(dict(os.environ)), "environ", key)
    for child in psutil.Process().children(recursive=True):
        try:
            found += in_text("\0".join(child.cmdline()), f"argv of {child.pid}", key)
            found += in_text(str(child.environ()), f"environ of {child.pid}", key)
        except (psutil.NoSuchProcess, psutil.ZombieProcess):
            continue  # it has ended since it was listed
    return found


def on_screen(key: str = CANARY) -> list[str]:
    """Returns where the key is in the clipboard, in titles of windows, and in tooltips."""
    found: list[str] = []
    clipboard = QApplication.clipboard()
    data = clipboard.mimeData()
    for kind in data.formats() if data is not None else ():
        found += in_bytes(bytes(data.data(kind).data()), f"clipboard as {kind}", key)
    for widget in QApplication.allWidgets():
        facts = (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.objectName())
        found += in_text("\n".join(facts), f"the face of {type(widget).__name__}", key)
    return found
