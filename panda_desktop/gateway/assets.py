"""Downloads results. The key goes nowhere but to the gateway's own origin.

Promise: what is reported is whole and is an image or a video by its first bytes; private addresses are not
touched.
"""

import asyncio
import base64
import binascii
import errno
import hashlib
import ipaddress
import os
import re
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached
from panda_desktop.domain.media import MediaKind
from panda_desktop.domain.network import Network
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.addresses import is_loopback, is_own, origin
from panda_desktop.gateway.clocks import Clocks, raw_bytes, ticking
from panda_desktop.gateway.failures import Progress, failure_of, gateway_failures
from panda_desktop.gateway.inflating import can_inflate, coding_of, inflated
from panda_desktop.gateway.transport import make_client
from panda_desktop.gateway.wholeness import is_cut_off

if TYPE_CHECKING:
    import httpx

Told = Callable[[int, int | None], None]
MAX_SIZE: Final = {MediaKind.IMAGE: 64 * 1024 * 1024, MediaKind.VIDEO: 4 * 1024**3}
MAX_HOPS: Final = 5
ATTEMPTS: Final = 3
"""Tries in a row that bring a file no further."""
LONGEST_S: Final = 6 * 3600.0
_PACKED: Final = 4 * 256 * 1024
"""Characters that are unpacked at once: the interpreter does nothing else meanwhile."""
_FOR_ADDRESSES: Final = str.maketrans("-_", "+/")
_STEP: Final = 64 * 1024
"""Bytes that bring a file further; of a small one, a hundredth."""
_NO_FILM: Final = frozenset(
    {b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
    | {b"M4A ", b"M4B ", b"M4P ", b"F4A ", b"F4B "}
)
"""Brands of pictures and sound in the box format of films (ISO/IEC 23008-12, MP4 registration authority)."""
_PASSING: Final = frozenset({407, 408, 416, 425, 429})
_FINAL: Final = frozenset(
    {
        ErrorKind.BLOCKED_ADDRESS,
        ErrorKind.DISK_FULL,
        ErrorKind.CANNOT_WRITE,
        ErrorKind.ANSWER_TOO_BIG,
    }
)


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A whole file: bytes, SHA-256 in hexadecimal, media type and suffix found in the bytes."""

    size: int
    sha256: str
    mime: str
    suffix: str


class AssetClient:
    """Downloads for one gateway."""

    def __init__(
        self, base_url: str, key: ApiKey | None, clocks: Clocks = Clocks(), network: Network = Network()
    ) -> None:
        """`key` is sent only to addresses with the same origin as `base_url`."""
        self._network = network
        self._base_url = base_url
        self._key = key
        self._clocks = clocks
        self._etags: dict[str, str] = {}
        self._not_packed: set[str] = set()

    async def download(self, url: str, part: Path, kind: MediaKind, progress: Told) -> Downloaded:
        """Fetches `url` into `part`, going on where an earlier try stopped.

        Raises:
            PandaError: `LINK_EXPIRED`, `NOT_MEDIA`, `BLOCKED_ADDRESS`, `ANSWER_TOO_BIG`, `DISK_FULL`, or why
                the server could not be reached.
        """
        if url[:5].lower() == "data:":
            await asyncio.to_thread(_decode, url, kind, part)
            return await asyncio.to_thread(_checked, part, kind, True)
        return await self._fetch(url, part, kind, progress)

    async def _fetch(self, url: str, part: Path, kind: MediaKind, progress: Told) -> Downloaded:
        client = make_client(self._clocks, self._network)
        ends, furthest, idle = time.monotonic() + LONGEST_S, 0, 0
        total: int | None = None

        def told(received: int, of: int | None) -> None:
            nonlocal total
            total = of
            progress(received, of)

        try:
            while True:
                try:
                    is_known = await self._attempt(client, url, part, kind, told)
                    return await asyncio.to_thread(_checked, part, kind, is_known)
                except PandaError as error:
                    got = _size_of(part)
                    idle = 0 if got >= furthest + _step(total) else idle + 1
                    furthest = max(furthest, got)
                    is_final = error.reached is Reached.ANSWERED or error.kind in _FINAL
                    if is_final or idle == ATTEMPTS or time.monotonic() > ends:
                        raise
                await asyncio.sleep(0.3 * max(idle, 1))
        finally:
            await client.aclose()

    async def _attempt(
        self, client: "httpx.AsyncClient", url: str, part: Path, kind: MediaKind, progress: Told
    ) -> bool:
        """Fetches once; tells whether the server had said how long the file is."""
        for _ in range(MAX_HOPS + 1):
            await check_address(url, self._base_url)
            have = _size_of(part) if url in self._etags else 0
            headers = {"Range": f"bytes={have}-", "If-Range": self._etags[url]} if have else {}
            if self._key is not None and is_own(url, self._base_url):
                headers["Authorization"] = f"Bearer {self._key.reveal()}"
            host = urlsplit(url).hostname or ""
            noted = Progress()
            with gateway_failures(noted, host, self._key):
                request = _request(client, url, headers, noted)
                async with asyncio.timeout(self._clocks.first_byte_s):
                    response = await client.send(request, stream=True)
                try:
                    if response.is_redirect:
                        url = _led_to(url, response.headers.get("location", ""))
                        continue
                    return await self._take(response, url, part, kind, progress, have)
                finally:
                    await response.aclose()
        raise PandaError(ErrorKind.BLOCKED_ADDRESS, ErrorDetail(message="too many redirects"))

    async def _take(
        self, response: "httpx.Response", url: str, part: Path, kind: MediaKind, progress: Told, have: int
    ) -> bool:
        status, headers = response.status_code, response.headers
        if status == 416:
            self._etags.pop(url, None)
            raise PandaError(ErrorKind.CONNECTION_LOST, reached=Reached.MAYBE_SENT)
        if 400 <= status < 500 and status not in _PASSING:
            detail = ErrorDetail(status=status, host=response.url.host)
            raise PandaError(ErrorKind.LINK_EXPIRED, detail, reached=Reached.ANSWERED)
        if status not in (200, 206):
            raise failure_of(status, headers, b"", response.url.host, self._key)
        coding = coding_of(headers)
        if not can_inflate(coding) or url in self._not_packed:  # what some stores call a coding is none
            coding = ""
        etag = headers.get("etag", "") if not coding else ""  # a part of what is packed is of no use
        resumes = status == 206 and have > 0
        if status == 206 and not _goes_on(headers.get("content-range", ""), have, etag, self._etags.get(url)):
            self._etags.pop(url, None)  # another part, or a part of something else: from the start
            raise PandaError(ErrorKind.CONNECTION_LOST, reached=Reached.MAYBE_SENT)
        received = have if resumes else 0
        length = headers.get("content-length", "")
        is_told = length.isascii() and length.isdigit() and not coding  # else it is the length of the packed
        total = received + int(length) if is_told else None
        if total is not None and total > MAX_SIZE[kind]:
            raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.ANSWERED)
        if etag:
            self._etags[url] = etag
        if not resumes:
            await _written(part, b"", "wb")
        ends = time.monotonic() + LONGEST_S
        async with (
            raw_bytes(response) as raw,
            aclosing(ticking(raw, self._clocks.bytes_idle_s, ends)) as packed,
            aclosing(inflated(packed, coding)) as chunks,
        ):
            received = await self._received(
                chunks, url, part, kind, received, lambda size: progress(size, total)
            )
        if total is not None and received != total:
            raise PandaError(ErrorKind.CONNECTION_LOST, reached=Reached.MAYBE_SENT)
        return total is not None

    async def _received(
        self,
        chunks: AsyncIterator[bytes],
        url: str,
        part: Path,
        kind: MediaKind,
        size: int,
        progress: Callable[[int], None],
    ) -> int:
        """Adds what comes to a file of `size` bytes; returns how long it is then."""
        try:
            async for chunk in chunks:
                await _written(part, chunk, "ab")
                size += len(chunk)
                if size > MAX_SIZE[kind]:
                    raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.ANSWERED)
                progress(size)
        except PandaError as error:
            if error.kind is ErrorKind.BAD_ANSWER:  # it is not packed as it says: the next try takes it
                self._not_packed.add(url)
            raise
        return size


async def check_address(url: str, base_url: str) -> None:
    """Raises `BLOCKED_ADDRESS` for what is not public https, unless the gateway at `base_url` is on this
    computer too.
    """
    scheme, host, port = _origin(url)
    blocked = PandaError(ErrorKind.BLOCKED_ADDRESS, ErrorDetail(host=host))
    _, own_host, _ = origin(base_url)
    if is_loopback(own_host) and is_loopback(host) and scheme in ("http", "https"):
        return
    if scheme != "https" or not host:
        raise blocked
    if host == own_host:
        return
    try:
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        # Behind a proxy names need not resolve here; the proxy decides then.
        return
    if any(not _is_public(str(address[4][0])) for address in found):
        raise blocked


def _is_public(address: str) -> bool:
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        nat64 = ipaddress.ip_network("64:ff9b::/96")
        inner = parsed.ipv4_mapped or (
            ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF) if parsed in nat64 else None
        )
        if inner is not None:
            return inner.is_global
    return parsed.is_global


def _origin(url: str) -> tuple[str, str, int | None]:
    try:
        found = origin(url)
    except ValueError:  # a port or an address that is none
        raise PandaError(ErrorKind.BLOCKED_ADDRESS) from None
    if any(character.isspace() for character in found[1]):
        raise PandaError(ErrorKind.BLOCKED_ADDRESS)
    return found


def _led_to(url: str, location: str) -> str:
    try:
        if not location.strip():
            raise ValueError("nowhere")
        return urljoin(url, location)
    except ValueError:
        raise PandaError(ErrorKind.BLOCKED_ADDRESS) from None


def _request(
    client: "httpx.AsyncClient", url: str, headers: dict[str, str], noted: Progress
) -> "httpx.Request":
    import httpx

    try:
        request = client.build_request("GET", url, headers=headers, extensions={"trace": noted.trace})
        # Built without the client's time-outs: they are kept, the trace is added.
        request.extensions.setdefault("timeout", client.timeout.as_dict())
        return request
    except (httpx.InvalidURL, ValueError):  # too long, or with characters that no address has
        raise PandaError(ErrorKind.BLOCKED_ADDRESS) from None


def _goes_on(content_range: str, have: int, etag: str, known: str | None) -> bool:
    """Tells whether a part begins where the file stops, and is of the same file."""
    begins = re.match(r"bytes (\d{1,15})-", content_range)
    return begins is not None and int(begins[1]) == have and (not etag or etag == known)


def _step(total: int | None) -> int:
    return _STEP if total is None else max(1, min(_STEP, total // 100))


def _decode(url: str, kind: MediaKind, part: Path) -> None:
    head, _, data = url.partition(",")
    if len(data) > MAX_SIZE[kind] * 4 // 3 + 4:
        raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.ANSWERED)
    try:
        if not head.lower().endswith(";base64"):
            raise ValueError(head[:50])
        # Also as addresses and file names write it.
        plain = (unquote(data) if "%" in data else data).translate(_FOR_ADDRESSES)
        packed = "".join(plain.split()).rstrip("=")
        _write(part, b"", "wb")
        for start in range(0, len(packed), _PACKED):
            piece = packed[start : start + _PACKED]
            _write(part, base64.b64decode(piece + "=" * (-len(piece) % 4)), "ab")
    except (ValueError, binascii.Error):
        raise PandaError(ErrorKind.NOT_MEDIA, reached=Reached.ANSWERED) from None


def _size_of(part: Path) -> int:
    try:
        return part.stat().st_size
    except OSError:
        return 0


async def _written(part: Path, data: bytes, mode: str) -> None:
    """Writes in a thread; a cancel waits for it, else it would write into the file of the next try."""
    writing = asyncio.ensure_future(asyncio.to_thread(_write, part, data, mode))
    try:
        await asyncio.shield(writing)
    except asyncio.CancelledError:
        await asyncio.gather(writing, return_exceptions=True)
        raise


def _write(part: Path, data: bytes, mode: str) -> None:
    try:
        with part.open(mode) as file:
            file.write(data)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        kind = ErrorKind.DISK_FULL if full else ErrorKind.CANNOT_WRITE
        raise PandaError(kind, ErrorDetail(technical=type(error).__name__)) from error


def _checked(part: Path, kind: MediaKind, is_known: bool) -> Downloaded:
    """Returns what a file is; `is_known`: it is as long as whoever sent it had said."""
    try:
        return _recognised(part, kind, is_known)
    except OSError as error:  # a virus scanner has taken it away, or holds it
        raise PandaError(ErrorKind.CANNOT_WRITE, ErrorDetail(technical=type(error).__name__)) from error


def _recognised(part: Path, kind: MediaKind, is_known: bool) -> Downloaded:
    with part.open("rb") as file:
        mime, suffix = media_type(file.read(64))
        if not mime.startswith(kind.value):
            raise PandaError(ErrorKind.NOT_MEDIA, reached=Reached.ANSWERED)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.seek(0, os.SEEK_END)
        if (kind is MediaKind.IMAGE or not is_known) and is_cut_off(file, size, mime):
            # The same again would be cut off again when it is as long as it was said to be.
            lost = ErrorKind.NOT_MEDIA if is_known else ErrorKind.CONNECTION_LOST
            raise PandaError(lost, reached=Reached.ANSWERED if is_known else Reached.MAYBE_SENT)
    return Downloaded(size, digest, mime, suffix)


def media_type(head: bytes) -> tuple[str, str]:
    """Returns media type and suffix by the first bytes (the formats' own specifications); empty for
    others.
    """
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png", ".png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg", ".jpg"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp", ".webp"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif", ".gif"
    if head[4:8] == b"ftyp" and head[8:12] not in _NO_FILM:
        return ("video/quicktime", ".mov") if head[8:12] == b"qt  " else ("video/mp4", ".mp4")
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "video/webm", ".webm"
    return "", ""
