"""Answers as timelines: whole, streamed, chunked, compressed, refused, in ranges.

Promise: what is not asked to be wrong is right, so that a test breaks one thing at a time.
"""

import gzip
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from tests.faults.ledger import Request
from tests.faults.steps import Close, Next, Send, Step, Timeline

DONE: Final = b"data: [DONE]\n\n"
Headers = Mapping[str, str]
NONE: Final[Headers] = MappingProxyType({})


def head(status: int = 200, headers: Headers = NONE) -> bytes:
    """Returns status line and headers with the empty line after them."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Unknown"
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {phrase}\r\n{lines}\r\n".encode("latin-1")


def answer(
    body: bytes | str = b"",
    status: int = 200,
    *,
    content_type: str = "application/json",
    headers: Headers = NONE,
    keep: bool = False,
) -> Timeline:
    """A whole answer with its length; `keep` keeps the connection, `headers` go over the usual ones."""
    data = body.encode() if isinstance(body, str) else body
    usual = {"content-type": content_type, "content-length": str(len(data))}
    usual |= {} if keep else {"connection": "close"}
    shown = {name: value for name, value in (usual | dict(headers)).items() if value}
    return (Send(head(status, shown) + data), Next() if keep else Close())


def json_answer(value: Any, status: int = 200, *, keep: bool = False) -> Timeline:
    """A JSON answer."""
    return answer(json.dumps(value), status, keep=keep)


def refusal(
    status: int,
    message: str = "no",
    *,
    code: str = "",
    param: str = "",
    headers: Headers = NONE,
) -> Timeline:
    """A refusal in the gateway's envelope."""
    error = {"message": message, "type": code or "error", "code": code or None, "param": param or None}
    return answer(json.dumps({"error": error}), status, headers=headers)


def page(text: str, status: int = 200) -> Timeline:
    """An HTML page, as proxies and captive portals send them."""
    return answer(f"<!doctype html><html><body>{text}</body></html>", status, content_type="text/html")


# Streams


def event(value: Any, *, name: str = "") -> bytes:
    """Returns one server-sent event."""
    named = f"event: {name}\n" if name else ""
    return f"{named}data: {json.dumps(value)}\n\n".encode()


def delta(text: str = "", finish: str | None = None, **more: Any) -> bytes:
    """Returns a chunk with text, or with `finish` as its finish reason; `more` goes into the delta."""
    said = ({"content": text} if text else {}) | more
    return event({"choices": [{"index": 0, "delta": said, "finish_reason": finish}]})


def chat(*texts: str, model: str = "") -> bytes:
    """Returns the events of a whole streamed answer."""
    named = event({"model": model, "choices": []}) if model else b""
    return named + b"".join(map(delta, texts)) + delta(finish="stop") + DONE


def stream(
    *parts: bytes | Step,
    status: int = 200,
    headers: Headers = NONE,
) -> Timeline:
    """A stream of server-sent events ended by closing; parts are bytes, each in its packet, or steps."""
    usual = {"content-type": "text/event-stream", "cache-control": "no-cache", "connection": "close"}
    steps = tuple(Send(part) if isinstance(part, bytes) else part for part in parts)
    return (Send(head(status, usual | dict(headers))), *steps)


def chunked(*parts: bytes, end: bytes = b"0\r\n\r\n", sizes: Mapping[int, str] | None = None) -> bytes:
    """Returns a chunked body; `end` is its last chunk, `sizes` what is said instead of a part's true size."""
    body = b""
    for number, part in enumerate(parts):
        said = (sizes or {}).get(number, f"{len(part):x}")
        body += said.encode() + b"\r\n" + part + b"\r\n"
    return body + end


CHUNKED: Final = {"transfer-encoding": "chunked"}


def compressed(*parts: bytes, coding: str = "gzip") -> list[bytes]:
    """Returns the parts compressed in one go and flushed after each, so that each can be read at once."""
    bits = {"gzip": 31, "deflate": 15, "raw-deflate": -15}[coding]
    packer = zlib.compressobj(9, zlib.DEFLATED, bits)
    found = [packer.compress(part) + packer.flush(zlib.Z_SYNC_FLUSH) for part in parts]
    return [*found, packer.flush()]


def gzipped(value: Any) -> bytes:
    """Returns JSON as one gzip member."""
    return gzip.compress(json.dumps(value).encode())


# Files


@dataclass(frozen=True, slots=True)
class Serve:
    """Serves a file, as asset hosts do.

    Attributes:
        data: the whole file.
        ranges: `Range` is honoured when `If-Range` names the ETag; else the whole file is sent.
        etag: empty for none.
        cut_at: at most that many bytes leave per request, then the connection ends.
        end: how it ends; by a FIN without it.
        length: what is announced instead of the true length.
    """

    data: bytes
    content_type: str = "application/octet-stream"
    ranges: bool = True
    etag: str = '"1"'
    cut_at: int | None = None
    end: Step | None = None
    length: int | None = None

    def __call__(self, request: Request) -> Timeline:
        """Returns the answer to one request."""
        asked = re.fullmatch(r"bytes=(\d+)-", request.headers.get("range", ""))
        same = request.headers.get("if-range", self.etag) == self.etag
        start = int(asked[1]) if asked and self.ranges and same else 0
        if start >= len(self.data) and asked and self.ranges and same:
            return answer(b"", 416, headers={"content-range": f"bytes */{len(self.data)}"})
        rest = self.data[start:]
        headers = {
            "content-type": self.content_type,
            "content-length": str(len(rest) if self.length is None else self.length),
            "connection": "close",
        }
        headers |= {"etag": self.etag} if self.etag else {}
        headers |= {"accept-ranges": "bytes"} if self.ranges else {}
        if start:
            headers["content-range"] = f"bytes {start}-{len(self.data) - 1}/{len(self.data)}"
        sent = rest if self.cut_at is None else rest[: self.cut_at]
        return (Send(head(206 if start else 200, headers)), Send(sent, piece=1 << 18), self.end or Close())
