"""The search for the canary finds it in every form, or its silence would mean nothing."""

import base64
import gzip
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.canary import CANARY, in_bytes, in_files, in_processes

HALF = len(CANARY) // 2
WORN = {
    "plain": CANARY.encode(),
    "base64": base64.b64encode(CANARY.encode()),
    "base64 inside": base64.b64encode(f"Bearer {CANARY} and more".encode()),
    "hex": CANARY.encode().hex().encode(),
    "url": quote(CANARY, safe="").encode(),
    "utf-16": CANARY.encode("utf-16"),
    "reversed halves": (CANARY[HALF:][::-1] + "--" + CANARY[:HALF][::-1]).encode(),
}


@pytest.mark.parametrize("form", WORN)
def test_k09_the_canary_is_found_in_every_form(tmp_path: Path, form: str) -> None:
    assert in_bytes(b"before" + WORN[form] + b"after", "here")
    (tmp_path / "file").write_bytes(b"x" * 100 + WORN[form])
    with zipfile.ZipFile(tmp_path / "packed.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("inside", WORN[form])
    found = in_files([tmp_path])
    assert any("file:" in each for each in found) and any("> inside" in each for each in found)


def test_k09_the_canary_is_found_beside_what_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "packed.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("damaged", b"nothing " * 50)
        packed.writestr("whole", CANARY[::-1])
    path.write_bytes(path.read_bytes().replace(b"nothing ", b"changed ", 1))
    (tmp_path / "cut.gz").write_bytes(gzip.compress(b"words " * 50)[:-9])
    assert any("> whole" in each for each in in_files([tmp_path]))


def test_k09_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(bytes(range(256)) * 50)
    assert not in_files([tmp_path])


def test_k09_the_canary_is_found_in_a_child() -> None:
    waits = "import sys; print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", waits, CANARY], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdin is not None and child.stdout is not None
        child.stdout.readline()
        found = in_processes()
        child.stdin.close()
    assert any(str(child.pid) in each for each in found)
