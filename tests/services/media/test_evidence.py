"""K09, K11, V17: one file with all that is known of a job charged for nothing, and no key in any form."""

import base64
import json
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.evidence import EvidenceWords, Fact, may_be_claimed
from panda_desktop.domain.jobs import FirstFrame, ImageRequest, Job, JobState, VideoRequest
from panda_desktop.domain.secret import ApiKey
from panda_desktop.services.media.redaction import Redactor
from tests.services.media.rig import KEY, NOW, Rig, rig, run

WORDS = EvidenceWords(
    "Bitte um Erstattung",
    {Fact.MODEL: "Modell", Fact.COST: "Berechnet"},
    {JobState.FAILED: "fehlgeschlagen"},
    "Verlauf",
    "ja",
    "Es kam keine Antwort.",
)
PICTURE = b"\x89PNG secret picture"


def forms(key: str, *, ends: int = 0) -> list[bytes]:
    """The key as a server, a log or a picture could hold it (K09); `ends` characters of base64, which also
    depend on what stands beside the key, are left out at both ends.
    """
    half = len(key) // 2
    found = []
    for text in (key, key[:half], key[half:], key[::-1], key[:half][::-1], key[half:][::-1]):
        plain = text.encode()
        found += [plain, text.encode("utf-16-le"), text.encode("utf-16-be"), quote(text, safe="").encode()]
        found += [plain.hex().encode(), plain.hex().upper().encode()]
        found.append("".join(f"%{byte:02X}" for byte in plain).encode())
        coded = (base64.b64encode(bytes(before) + plain) for before in range(3))
        found += [each[ends : len(each) - ends] for each in coded]
    return found


async def failed_video(here: Rig, body: bytes, **values: Any) -> Job:
    file = here.storage.files.keep_bytes(PICTURE, ".png", NOW)
    request = VideoRequest("wan-2.7-video", f"a panda, {KEY}\nCharged: 0", FirstFrame(file=file))
    job = await here.job(request, JobState.QUEUED)
    sent = replace(
        job,
        state=JobState.SUBMITTING,
        sent_at=NOW,
        base_url="https://user:pw@api.example.com/v1",
        balance_before=Decimal("42.50"),
        cost_is_shared=True,
    )
    assert await here.storage.jobs.move(JobState.QUEUED, sent)
    headers = {
        "x-request-id": "req-1",
        "authorization": f"Bearer {KEY}",
        "x-api-key": KEY,
        "x-echo": f"got {KEY}",
        "set-cookie": "s=1",
        "date": "Fri, 20 Nov 2026 12:00:00 GMT",
    }
    answered = await here.answered(sent, body, headers=headers, request_id="req-1")
    failed = replace(
        answered,
        state=JobState.FAILED,
        error=ErrorKind.JOB_FAILED,
        error_detail=ErrorDetail(message=f"no GPU for {KEY}", status=200),
        finished_at=NOW,
        poll_url=f"https://api.example.com/v1/videos/7?token={KEY}",
        **values,
    )
    assert await here.storage.jobs.move(JobState.ANSWERED, failed)
    settled = replace(failed, balance_after=Decimal("41.50"))
    assert await here.storage.jobs.move(JobState.FAILED, settled)
    return settled


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_v17_everything_that_is_known_is_inside(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            body = b'{"status":"failed","error":"no GPU"}\xff\x00'
            job = await failed_video(here, body)
            target = tmp_path / here.media.evidence.file_name(job)
            assert target.name == "panda 2026-11-20 req-1.zip"
            target.write_bytes(b"an older one")
            await here.media.evidence.write(job.id, target, WORDS)
            files = contents(target)
            assert set(files) == {"summary.txt", "job.json", "request.json", "headers.json", "answer.bin"}
            assert files["answer.bin"] == body
            facts = json.loads(files["job.json"])
            assert [each["state"] for each in facts["states"]] == [
                "queued",
                "submitting",
                "answered",
                "failed",
            ]
            assert all(each["at"].endswith("+00:00") for each in facts["states"])
            assert (facts["balance_before"], facts["balance_after"]) == ("42.50", "41.50")
            assert (facts["cost"], facts["cost_is_shared"], facts["request_id"]) == ("1.00", True, "req-1")
            assert facts["sent_at"] == "2026-11-20T12:00:00.000+00:00"
            assert facts["gateway"] == "https://api.example.com/v1"
            assert facts["poll_url"] == "https://api.example.com/v1/videos/7?…"
            request = json.loads(files["request.json"])
            (text, picture) = request["body"]["messages"][0]["content"]
            assert text["text"].startswith("a panda") and "SHA-256" in picture["image_url"]["url"]
            assert base64.b64encode(PICTURE) not in files["request.json"]
            headers = json.loads(files["headers.json"])
            assert set(headers) == {"x-request-id", "x-echo", "date"}
            summary = files["summary.txt"].decode()
            assert summary.startswith("Bitte um Erstattung\n") and "Berechnet: 1.00" in summary
            assert "fehlgeschlagen" in summary and "Verlauf:" in summary
            # A line of the prompt does not pass for a line of the summary.
            assert "\nCharged: 0" not in summary and "\n    Charged: 0" in summary
            assert list(tmp_path.glob(".*.part")) == []

    run(main)


def test_k09_k11_no_key_in_any_form(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            body = b"\n".join([b"before", *forms(KEY), f"Bearer {KEY[::-1]}".encode(), b"after"])
            job = await failed_video(here, body)
            target = tmp_path / "bundle.zip"
            await here.media.evidence.write(job.id, target, WORDS)
            files = contents(target)
            for name, data in {**files, "the archive": target.read_bytes()}.items():
                assert [form for form in forms(KEY, ends=4) if form in data] == [], name
            assert len(files["answer.bin"]) == len(body)
            assert files["answer.bin"].startswith(b"before\n*")
            assert files["answer.bin"].endswith(b"*\nafter")
            assert json.loads(files["job.json"])["answer"]["hidden_places"] > 0

    run(main)


def test_k09_a_key_that_is_no_longer_in_use_is_hidden_too() -> None:
    old = "sk-another-0123456789"
    text = f'{{"auth": "Bearer abc.def-0123456789==", "key": "{old}", "task": "task-0123456789"}}'
    hidden = Redactor(()).text(text)
    assert old not in hidden and "abc.def" not in hidden and "task-0123456789" in hidden


@settings(max_examples=30)
@given(st.binary(max_size=300), st.binary(max_size=300), st.integers(262_144 - 400, 262_144 + 400))
def test_k09_wherever_it_stands(before: bytes, after: bytes, padding: int) -> None:
    redactor = Redactor([ApiKey(KEY)])
    data = before + b"." * padding + KEY.encode() + after
    hidden, places = redactor.raw(data)
    assert KEY.encode() not in hidden and len(hidden) == len(data) and places >= 1


def test_without_an_answer_or_a_frame(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            request = ImageRequest("kolors", "x", 2, "64x64")
            job = await here.job(request, JobState.UNKNOWN, sent_at=NOW, error=ErrorKind.GATEWAY_TIMEOUT)
            await here.media.evidence.write(job.id, tmp_path / "a.zip", WORDS)
            files = contents(tmp_path / "a.zip")
            assert set(files) == {"summary.txt", "job.json", "request.json"}
            assert "Es kam keine Antwort." in files["summary.txt"].decode()
            body = json.loads(files["request.json"])["body"]
            assert body == {"model": "kolors", "prompt": "x", "n": 2, "size": "64x64"}

            lost = VideoRequest("wan", "x", FirstFrame(file="media/none.png"))
            job = await here.job(lost, JobState.UNKNOWN, sent_at=NOW)
            await here.media.evidence.write(job.id, tmp_path / "b.zip", WORDS)
            assert "its file is gone" in contents(tmp_path / "b.zip")["request.json"].decode()
            signed = VideoRequest("wan", "x", FirstFrame(url="https://x.example/a.png?sig=1"))
            job = await here.job(signed, JobState.UNKNOWN, sent_at=NOW)
            await here.media.evidence.write(job.id, tmp_path / "c.zip", WORDS)
            assert "sig=1" not in contents(tmp_path / "c.zip")["request.json"].decode()

    run(main)


def test_i19_nothing_half_is_left_where_it_cannot_be_written(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            job = await here.job(ImageRequest("kolors", "x"), JobState.UNKNOWN, sent_at=NOW)
            with pytest.raises(PandaError) as caught:
                await here.media.evidence.write(job.id, tmp_path / "none" / "a.zip", WORDS)
            assert caught.value.kind is ErrorKind.CANNOT_WRITE
            (tmp_path / "folder.zip").mkdir()
            with pytest.raises(PandaError):
                await here.media.evidence.write(job.id, tmp_path / "folder.zip", WORDS)
            assert {path.name for path in tmp_path.iterdir()} == {"data", "folder.zip"}

    run(main)


@pytest.mark.parametrize(
    ("state", "values", "claimed"),
    [
        (JobState.FAILED, {"balance_after": Decimal(9)}, True),
        (JobState.FAILED, {"balance_after": Decimal(10)}, False),
        (JobState.FAILED, {}, True),
        (JobState.REVIEW, {}, True),
        (JobState.REJECTED, {}, False),
        (JobState.REJECTED, {"balance_after": Decimal(9)}, True),
        (JobState.REJECTED, {"balance_after": Decimal(9), "cost_is_shared": True}, False),
        (JobState.FAILED, {"balance_after": Decimal(9), "cost_is_shared": True}, True),
        (JobState.FAILED, {"balance_after": Decimal(10), "cost_is_shared": True}, False),
        (JobState.DONE, {"balance_after": Decimal(9), "arrived": 2}, False),
        (JobState.DONE, {"balance_after": Decimal(9), "arrived": 1}, True),
        (JobState.POLLING, {"balance_after": Decimal(9)}, False),
        (JobState.UNKNOWN, {"sent_at": None}, False),
    ],
)
def test_which_jobs_there_is_evidence_for(
    tmp_path: Path, state: JobState, values: dict[str, Any], claimed: bool
) -> None:
    given = {"sent_at": NOW, "balance_before": Decimal(10), "expected": 2} | values
    job = Job("j", "image", ImageRequest("m", "p", 2), state, NOW, **given)  # type: ignore[arg-type]
    assert may_be_claimed(job) is claimed

    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            stored = await here.job(job.request, state, **given)
            if not claimed:
                with pytest.raises(PandaError) as caught:
                    await here.media.evidence.write(stored.id, tmp_path / "a.zip", WORDS)
                assert caught.value.kind is ErrorKind.INVALID_INPUT
            else:
                await here.media.evidence.write(stored.id, tmp_path / "a.zip", WORDS)

    run(main)
