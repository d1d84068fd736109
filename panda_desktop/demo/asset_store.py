"""The files the asset origin serves, and who asked for them.

Promise: files stay in memory up to a limit, the oldest leave first; no name is ever given twice.
"""

import hashlib
import secrets
from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from panda_desktop.demo.ledger import KEPT

LIMIT_BYTES: Final = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Asset:
    """One file.

    Attributes:
        data: its bytes.
        media_type: as in `Content-Type`.
        etag: strong, in its quotes.
    """

    data: bytes
    media_type: str
    etag: str


@dataclass(frozen=True, slots=True)
class AssetRequest:
    """One request to the asset origin; the header values themselves are not kept."""

    time: datetime
    method: str
    path: str
    status: int
    range: str
    has_authorization: bool
    has_cookie: bool
    has_referer: bool

    def as_json(self) -> dict[str, Any]:
        """Returns the request as the control interface shows it."""
        return {
            "time": self.time.isoformat(),
            "method": self.method,
            "path": self.path,
            "status": self.status,
            "range": self.range,
            "authorization": self.has_authorization,
            "cookie": self.has_cookie,
            "referer": self.has_referer,
        }


class AssetStore:
    """Files by path."""

    def __init__(self, origin: str) -> None:
        """`origin` is the address of the asset origin without a slash at its end."""
        self.origin = origin
        self.requests: deque[AssetRequest] = deque(maxlen=KEPT)
        self._files: OrderedDict[str, Asset] = OrderedDict()
        self._bytes = 0

    def add(self, data: bytes, media_type: str, ending: str) -> str:
        """Keeps a file; returns its address."""
        path = f"/files/{datetime.now(UTC):%Y%m%d}/{secrets.token_hex(16)}.{ending}"
        self._files[path] = Asset(data, media_type, f'"{hashlib.sha256(data).hexdigest()[:32]}"')
        self._bytes += len(data)
        while self._bytes > LIMIT_BYTES and len(self._files) > 1:
            _, oldest = self._files.popitem(last=False)
            self._bytes -= len(oldest.data)
        return self.origin + path

    def get(self, path: str) -> Asset | None:
        """Returns the file at `path` of the origin, or None."""
        return self._files.get(path)

    def get_by_url(self, url: str) -> Asset | None:
        """Returns the file at an address of this origin, or None for any other address."""
        if not url.startswith(self.origin + "/"):
            return None
        return self._files.get(url.removeprefix(self.origin).partition("?")[0])

    def note(self, request: AssetRequest) -> None:
        """Remembers a request to the origin."""
        self.requests.append(request)

    def clear(self) -> None:
        """Forgets files and requests."""
        self._files.clear()
        self.requests.clear()
        self._bytes = 0
