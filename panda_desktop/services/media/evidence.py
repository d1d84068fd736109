"""Writes all that is known of a job that was charged and gave nothing into one file, for a refund.

Promise: the raw answer is inside as it came; no key is, in any form; the file is there whole or not at all.
"""

import asyncio
import hashlib
import json
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.evidence import EvidenceWords, Fact, may_be_claimed
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.jobs import ImageRequest, Job, JobMove, RawAnswer, VideoRequest
from panda_desktop.gateway.requests import image_body, video_body
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.media.redaction import Redactor
from panda_desktop.storage.files import MediaFiles, writing_failures
from panda_desktop.storage.jobs import JobStore
from panda_desktop.storage.names import safe_name

_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""Times are inside the files, in UTC; the archive's own would be local."""


class EvidenceService:
    """See `contract.EvidenceCommands`."""

    def __init__(self, jobs: JobStore, files: MediaFiles, connection: ConnectionService) -> None:
        """`connection` knows the key that must not be inside."""
        self._jobs = jobs
        self._files = files
        self._connection = connection

    def file_name(self, job: Job) -> str:
        """Returns a name for the bundle that every system takes."""
        when = job.sent_at or job.created_at
        identity = job.request_id or job.remote_id or job.id[:8]
        return safe_name(f"panda {when:%Y-%m-%d} {identity}", ".zip")

    async def write(self, job_id: str, target: Path, words: EvidenceWords) -> None:
        """Writes the bundle of a job."""
        job = await self._jobs.get(job_id)
        if job is None:
            raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param="job"))
        if not may_be_claimed(job):
            raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="job"))
        moves = await self._jobs.moves(job_id)
        answer = await self._jobs.answer(job_id)
        key = self._connection.key
        redactor = Redactor([key] if key is not None else [])
        await asyncio.to_thread(self._write, target, _Bundle(job, moves, answer, redactor, words))

    def _write(self, target: Path, bundle: "_Bundle") -> None:
        files = [*bundle.files(self._first_frame(bundle.job))]
        partial = target.with_name(f".{new_id()}.part")
        with writing_failures():
            try:
                with zipfile.ZipFile(partial, "x", zipfile.ZIP_DEFLATED) as archive:
                    for name, data in files:
                        about = zipfile.ZipInfo(name, _TIME)
                        about.compress_type = zipfile.ZIP_DEFLATED
                        archive.writestr(about, data)
                partial.replace(target)
            finally:
                partial.unlink(missing_ok=True)

    def _first_frame(self, job: Job) -> str:
        """Returns what stands for the picture in the request: what it was, not what it showed."""
        frame = job.request.first_frame if isinstance(job.request, VideoRequest) else None
        if frame is None or not frame.file:
            return ""
        try:
            data = self._files.path(frame.file).read_bytes()
        except (OSError, PandaError):
            return "[data URL left out; its file is gone]"
        return f"[data URL left out: {len(data)} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}]"


class _Bundle:
    """The files of one bundle."""

    def __init__(
        self,
        job: Job,
        moves: Sequence[JobMove],
        answer: RawAnswer | None,
        redactor: Redactor,
        words: EvidenceWords,
    ) -> None:
        self.job = job
        self._moves = moves
        self._answer = answer
        self._redactor = redactor
        self._words = words
        self._body, self._hidden = redactor.raw(answer.body) if answer is not None else (b"", 0)

    def files(self, first_frame: str) -> Iterator[tuple[str, bytes]]:
        yield "summary.txt", self._redactor.text(self._summary()).encode("utf-8", "replace")
        yield "job.json", self._json(self._job_facts())
        yield "request.json", self._json(self._request(first_frame))
        if self._answer is not None:
            yield "headers.json", self._json(self._redactor.headers(self._answer.headers))
            yield "answer.bin", self._body

    def _json(self, value: Any) -> bytes:
        text = json.dumps(value, ensure_ascii=False, indent=2)
        return self._redactor.text(text).encode("utf-8", "replace")

    def _request(self, first_frame: str) -> dict[str, Any]:
        request = self.job.request
        if isinstance(request, ImageRequest):
            return {"path": "/images/generations", "body": image_body(request)}
        url = first_frame
        if request.first_frame is not None and request.first_frame.url:
            url = self._redactor.address(request.first_frame.url)
        return {"path": "/chat/completions", "body": video_body(request, url)}

    def _job_facts(self) -> dict[str, Any]:
        job, detail = self.job, self.job.error_detail or ErrorDetail()
        return {
            "job_id": job.id,
            "kind": job.kind.value,
            "model": job.request.model,
            "state": job.state.value,
            "states": [{"state": each.state.value, "at": _utc(each.at)} for each in self._moves],
            "created_at": _utc(job.created_at),
            "sent_at": _utc(job.sent_at),
            "answered_at": _utc(job.answered_at),
            "finished_at": _utc(job.finished_at),
            "gateway": self._redactor.address(job.base_url),
            "is_demo": job.is_demo,
            "request_id": job.request_id or detail.request_id,
            "remote_id": job.remote_id,
            "poll_url": self._redactor.address(job.poll_url),
            "status_word": job.status_word,
            "error": job.error.value if job.error is not None else None,
            "error_message": detail.message,
            "error_code": detail.code,
            "http_status": self._answer.status if self._answer is not None else detail.status,
            "balance_before": _money(job.balance_before),
            "balance_after": _money(job.balance_after),
            "cost": _money(job.cost),
            "cost_is_shared": job.cost_is_shared,
            "expected": job.expected,
            "arrived": job.arrived,
            "answer": self._answer_facts(),
        }

    def _answer_facts(self) -> dict[str, Any] | None:
        if self._answer is None:
            return None
        return {
            "received_at": _utc(self._answer.received_at),
            "bytes": len(self._body),
            "sha256": hashlib.sha256(self._body).hexdigest(),
            "hidden_places": self._hidden,
        }

    def _summary(self) -> str:
        words = self._words
        lines = [words.title, ""]
        for fact, said in self._facts():
            if said:
                # No line of a foreign text can pass for one of ours.
                whole = "\n    ".join(said.splitlines())
                lines.append(f"{words.headings.get(fact, fact.value)}: {whole}")
        if self._moves:
            lines += ["", f"{words.moves}:"]
            lines += [f"  {_utc(each.at)}  {self._state(each)}" for each in self._moves]
        if self._answer is None:
            lines += ["", words.no_answer]
        return "\n".join(lines) + "\n"

    def _state(self, move: JobMove) -> str:
        return self._words.states.get(move.state, move.state.value)

    def _facts(self) -> Iterator[tuple[Fact, str]]:
        job, facts = self.job, self._job_facts()
        yield Fact.MODEL, job.request.model
        yield Fact.PROMPT, job.request.prompt
        yield Fact.STATE, self._words.states.get(job.state, job.state.value)
        yield Fact.ERROR, facts["error"] or ""
        yield Fact.MESSAGE, facts["error_message"]
        yield Fact.STATUS, str(facts["http_status"] or "")
        yield Fact.STATUS_WORD, job.status_word
        yield Fact.CREATED, facts["created_at"] or ""
        yield Fact.SENT, facts["sent_at"] or ""
        yield Fact.ANSWERED, facts["answered_at"] or ""
        yield Fact.FINISHED, facts["finished_at"] or ""
        yield Fact.GATEWAY, facts["gateway"]
        yield Fact.REQUEST_ID, facts["request_id"]
        yield Fact.REMOTE_ID, job.remote_id
        yield Fact.JOB_ID, job.id
        yield Fact.EXPECTED, str(job.expected)
        yield Fact.ARRIVED, str(job.arrived)
        yield Fact.BALANCE_BEFORE, facts["balance_before"] or ""
        yield Fact.BALANCE_AFTER, facts["balance_after"] or ""
        yield Fact.COST, facts["cost"] or ""
        yield Fact.SHARED, self._words.yes if job.cost_is_shared else ""
        if (answer := facts["answer"]) is not None:
            yield Fact.ANSWER, f"{answer['bytes']}, {answer['sha256']}"
        yield Fact.REDACTED, str(self._hidden) if self._hidden else ""


def _utc(when: datetime | None) -> str | None:
    return None if when is None else when.astimezone(UTC).isoformat(timespec="milliseconds")


def _money(amount: Any) -> str | None:
    return None if amount is None else str(amount)
