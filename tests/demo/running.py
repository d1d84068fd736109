"""The demo gateway as a process of its own, and what the tests ask it."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx
import openai

from tests.canary import CANARY

KEY = CANARY
_PATIENCE_S = 30.0
_FILM_S = 90.0
"""A film is made in a process of its own, and made again when that one broke."""

Found = TypeVar("Found")


@dataclass(frozen=True)
class Running:
    """One process; `client` speaks plain HTTP with the key, `sdk` is the official package."""

    process: subprocess.Popen[bytes]
    base_url: str
    asset_url: str
    client: httpx.Client
    sdk: openai.OpenAI

    def chat(self, model: str, content: Any, **more: Any) -> httpx.Response:
        body = {"model": model, "messages": [{"role": "user", "content": content}], **more}
        return self.client.post("/chat/completions", json=body)

    def images(self, **body: Any) -> httpx.Response:
        return self.client.post("/images/generations", json=body)

    def balance(self) -> float:
        return float(self.client.get("/dashboard/billing").json()["balance"])

    def control(self, method: str, path: str, **more: Any) -> Any:
        """Asks the control interface, without a key."""
        answer = httpx.request(method, f"{self.base_url.removesuffix('/v1')}/demo/{path}", **more)
        assert answer.status_code == 200
        return answer.json()

    def entry(self, answer: httpx.Response) -> dict[str, Any]:
        """Returns what the ledger holds about an answered POST."""
        wanted = answer.headers["x-request-id"]
        entries = self.control("GET", "ledger")["requests"]
        return next(entry for entry in entries if entry["x-request-id"] == wanted)

    def video(self, job_id: str) -> dict[str, Any]:
        """Polls a video until it is finished; returns its last state."""

        def finished() -> dict[str, Any] | None:
            job = self.client.get(f"/videos/{job_id}").json()
            word = str(job.get("status") or job["output"]["task_status"]).lower()
            return job if word in ("completed", "failed", "succeeded", "done", "error") else None

        return eventually(finished, _FILM_S)


def eventually(look: Callable[[], Found | None], patience_s: float = _PATIENCE_S) -> Found:
    """Looks until something is found."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        if (found := look()) is not None and found is not False:
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


def command(*options: str) -> list[str]:
    return [sys.executable, "-m", "panda_desktop.demo", "--port", "0", *options]


@contextmanager
def running(*options: str) -> Iterator[Running]:
    """Starts the process and ends it by closing its standard input."""
    process = subprocess.Popen(
        command("--exit-with-stdin", *options), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        ready = json.loads(process.stdout.readline())
        base_url, asset_url = ready["base_url"], ready["asset_url"]
        headers = {"Authorization": f"Bearer {KEY}"}
        with (
            httpx.Client(base_url=base_url, headers=headers, timeout=60, trust_env=False) as client,
            openai.OpenAI(api_key=KEY, base_url=base_url, max_retries=0) as sdk,
        ):
            yield Running(process, base_url, asset_url, client, sdk)
    finally:
        process.stdin.close()
        try:
            process.wait(10)
        finally:
            process.kill()
            process.wait()
            process.stdout.close()
