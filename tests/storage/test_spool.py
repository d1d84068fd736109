"""The spool of a held request: what each state of its folder means, after any kill."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.storage.spool import NoAnswer, Spool, Spools, Withdrawn

ANSWER = RawAnswer(200, {"x-request-id": "r"}, b"\x00line\nline\xff" * 1000, datetime.now(UTC))


def prepared(folder: Path) -> Spool:
    spool = Spools(folder).of("j")
    spool.prepare()
    return spool


def ended(spool: Spool) -> tuple[ErrorKind, Reached]:
    got = spool.settle()
    assert isinstance(got, NoAnswer)
    return got.error.kind, got.error.reached


def test_v10_nothing_is_known_without_a_folder(tmp_path: Path) -> None:
    spool = Spools(tmp_path).of("j")
    assert Spools(tmp_path).left() == ()
    assert ended(spool) == (ErrorKind.CRASHED, Reached.MAYBE_SENT)
    with spool.locked() as is_mine:
        assert not is_mine
    assert not spool.folder.exists()


def test_v10_what_has_not_begun_cannot_begin_any_more(tmp_path: Path) -> None:
    spool = prepared(tmp_path)
    assert Spools(tmp_path).left() == ("j",)
    assert ended(spool) == (ErrorKind.NOT_SENT, Reached.NOTHING_SENT)
    with pytest.raises(Withdrawn):
        spool.begin()
    assert not spool.has_begun


def test_v10_what_has_begun_may_have_been_sent_and_begins_once(tmp_path: Path) -> None:
    spool = prepared(tmp_path)
    spool.begin()
    with pytest.raises(Withdrawn):
        spool.begin()
    spool.prepare()  # another program that comes late changes nothing
    assert ended(spool) == (ErrorKind.CRASHED, Reached.MAYBE_SENT)


def test_i20_v10_an_answer_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    spool = prepared(tmp_path)
    spool.begin()
    (spool.folder / "answer.part").write_bytes(b'{"status": 200')
    assert ended(spool) == (ErrorKind.CRASHED, Reached.MAYBE_SENT)
    spool.keep_answer(ANSWER)
    assert spool.settle() == ANSWER
    whole = (spool.folder / "answer").read_bytes()
    for cut in (0, 10, whole.index(b"\n") + 1, len(whole) - 1):
        (spool.folder / "answer").write_bytes(whole[:cut])
        assert ended(spool) == (ErrorKind.CRASHED, Reached.MAYBE_SENT)
    spool.remove()
    assert Spools(tmp_path).left() == ()


def test_v08_a_failure_comes_back_as_it_was(tmp_path: Path) -> None:
    spool = prepared(tmp_path)
    detail = ErrorDetail(402, "no money", "insufficient_funds", "n", 1.5, "r", "host", "technical")
    spool.keep_failure(PandaError(ErrorKind.NO_CREDIT, detail, reached=Reached.ANSWERED))
    got = spool.settle()
    assert isinstance(got, NoAnswer)
    assert (got.error.kind, got.error.reached, got.error.detail) == (
        ErrorKind.NO_CREDIT,
        Reached.ANSWERED,
        detail,
    )
    with pytest.raises(Withdrawn):  # it was tried: never again
        spool.begin()


def test_v10_a_living_process_is_waited_for_and_a_killed_one_is_not(tmp_path: Path) -> None:
    spool = prepared(tmp_path)
    holding = (
        "import sys, pathlib\n"
        "from panda_desktop.storage.spool import Spool\n"
        "with Spool(pathlib.Path(sys.argv[1])).locked() as is_mine:\n"
        "    print(is_mine, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", holding, str(spool.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None and process.stdin is not None
    try:
        assert process.stdout.readline().strip() == b"True"
        with spool.locked() as is_mine:
            assert not is_mine
        assert spool.settle() is None
        assert spool.is_wanted
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
    assert ended(spool) == (ErrorKind.NOT_SENT, Reached.NOTHING_SENT)
