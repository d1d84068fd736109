"""The sentences of the window: collected from the source, completed by people, built for the program.

    python packaging/translations.py update    writes new sentences of the source into the .ts files
    python packaging/translations.py build     makes a .qm beside every .ts that has none or a newer one
    python packaging/translations.py check     names every sentence that has no finished translation

Runs with the Python that has PySide6; only `stale` serves any other.

Promise: `check` fails exactly when a person could meet an English sentence in a Chinese window, or "1 files".
"""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "panda_desktop"
FOLDER = ROOT / "resources" / "translations"
CHINESE = "panda_zh_CN.ts"
# English needs a file only for its plural forms; it exists when the source has any.
PLURALS = "panda_en.ts"


class Sentence(NamedTuple):
    """A sentence as the source names it: the same words may be another sentence in another context."""

    context: str
    text: str
    plural: bool


class Entry(NamedTuple):
    """A sentence in a .ts file."""

    sentence: Sentence
    finished: bool


def stale(folder: Path = FOLDER) -> list[Path]:
    """Returns the .ts files that were changed after their .qm was built."""
    return [ts for ts in sorted(folder.glob("*.ts")) if _changed(ts) > _changed(ts.with_suffix(".qm"))]


def _changed(file: Path) -> int:
    return file.stat().st_mtime_ns if file.exists() else -1


def build(folder: Path = FOLDER) -> None:
    """Builds what is stale; a translation that is not finished leaves the English words."""
    for ts in stale(folder):
        built = ts.with_suffix(".qm")
        part = built.with_suffix(f".{os.getpid()}")
        _tool("lrelease", "-silent", "-nounfinished", str(ts), "-qm", str(part))
        part.replace(built)


def update(source: Path = SOURCE, folder: Path = FOLDER) -> None:
    """Brings the .ts files in step with the source; finished translations of sentences still used stay."""
    _collect(source, folder / CHINESE)
    plurals = folder / PLURALS
    _collect(source, plurals, "-pluralonly")
    if not list(entries(plurals)):
        plurals.unlink()


def _collect(source: Path, ts: Path, *more: str) -> None:
    options = ("-silent", "-locations", "none", "-no-obsolete", "-source-language", "en", *more)
    _tool("lupdate", *options, "-extensions", "py", str(source), "-ts", str(ts))


def problems(source: Path = SOURCE, folder: Path = FOLDER) -> list[str]:
    """Returns a line for each sentence of the source that is not translated, and for each hidden from it."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        copies = Path(name)
        for ts in folder.glob("*.ts"):
            (copies / ts.name).write_bytes(ts.read_bytes())
        update(source, copies)
        collected: set[Sentence] = set()
        for copy in sorted(copies.glob("*.ts")):
            original = folder / copy.name
            known = {entry.sentence for entry in entries(original)} if original.exists() else set()
            for entry in entries(copy):
                collected.add(entry.sentence)
                if not entry.finished:
                    why = "not finished" if entry.sentence in known else "missing"
                    found.append(f"{copy.name}: {why}: {entry.sentence.context}: {entry.sentence.text!r}")
    for place, sentence in spoken(source):
        if sentence is None:
            found.append(f"{place}: a sentence must be a plain string, or it is never translated")
        elif sentence not in collected:
            # It misreads some lines, two calls on one among them: the spelling has to change.
            found.append(f"{place}: lupdate does not see {sentence}")
    return found


def entries(ts: Path) -> Iterator[Entry]:
    """Yields what a .ts file of ours says."""
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            forms: list[str] = []
            if translation is not None:
                forms = [form.text or "" for form in translation.iter("numerusform")]
                forms = forms if plural else [translation.text or ""]
            finished = translation is not None and translation.get("type") is None
            sentence = Sentence(context.findtext("name", ""), message.findtext("source", ""), plural)
            yield Entry(sentence, finished and bool(forms) and all(forms))


def spoken(source: Path) -> Iterator[tuple[str, Sentence | None]]:
    """Yields place and sentence of each `tr` and `translate` call; None where it is not a plain string."""
    for file in sorted(source.rglob("*.py")):
        for context, call in _calls(ast.parse(file.read_text(encoding="utf-8")), ""):
            place = f"{file.relative_to(source.parent).as_posix()}:{call.lineno}"
            given = [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args]
            strings = [value if isinstance(value, str) else None for value in given]
            words = [context, *strings] if _name(call) == "tr" else strings
            plural = len(words) > 3 or any(keyword.arg == "n" for keyword in call.keywords)
            if len(words) >= 2 and words[0] is not None and words[1] is not None:
                yield place, Sentence(words[0], words[1], plural)
            else:
                yield place, None


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    if isinstance(node, ast.ClassDef):
        context = node.name
    # Strings and painters have a `translate` too; none of those takes a string literal.
    literal = isinstance(node, ast.Call) and any(
        isinstance(each, ast.Constant) and isinstance(each.value, str) for each in node.args
    )
    if isinstance(node, ast.Call) and (_name(node) == "tr" or (_name(node) == "translate" and literal)):
        yield context, node
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, context)


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _tool(name: str, *arguments: str) -> None:
    # Found, not imported: the package itself opens libraries that a build machine may not have.
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is part of PySide6, which this Python does not have: {sys.executable}")
    program = Path(spec.submodule_search_locations[0]) / (f"{name}.exe" if os.name == "nt" else name)
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode or done.stderr.strip():
        raise SystemExit(f"{name} failed: {done.stdout}{done.stderr}")


def main() -> int:
    command = sys.argv[1] if len(sys.argv) == 2 else ""
    if command == "check":
        found = problems()
        print("\n".join(found) if found else "every sentence is translated")
        return 1 if found else 0
    if command not in ("update", "build"):
        print(__doc__)
        return 2
    if command == "update":
        update()
    build()
    return 0


if __name__ == "__main__":
    sys.exit(main())
