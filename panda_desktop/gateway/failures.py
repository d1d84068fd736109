"""The one border where the HTTP library's failures and the gateway's refusals become `PandaError`.

Promise: no text that leaves here holds the key, and `reached` is never more hopeful than the truth.
"""

import contextlib
import json
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from math import isfinite
from typing import Any, Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError, Reached, TlsCause
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.proxies import shown

_BY_STATUS: Final = {
    401: ErrorKind.KEY_REFUSED,
    402: ErrorKind.NO_CREDIT,
    403: ErrorKind.FORBIDDEN,
    405: ErrorKind.ADDRESS_WRONG,
    408: ErrorKind.REQUEST_TIMEOUT,
    413: ErrorKind.TOO_LARGE,
    425: ErrorKind.REQUEST_TIMEOUT,
    429: ErrorKind.RATE_LIMITED,
    500: ErrorKind.SERVER_ERROR,
    502: ErrorKind.UPSTREAM_FAILED,
    503: ErrorKind.UNAVAILABLE,
    504: ErrorKind.GATEWAY_TIMEOUT,
    529: ErrorKind.UNAVAILABLE,
}
# X509_V_ERR_… of OpenSSL; other systems' verifiers are read by their words.
_TLS_BY_CODE: Final = {
    9: TlsCause.NOT_YET_VALID,
    10: TlsCause.EXPIRED,
    18: TlsCause.SELF_SIGNED,
    19: TlsCause.UNKNOWN_AUTHORITY,
    20: TlsCause.UNKNOWN_AUTHORITY,
    21: TlsCause.UNKNOWN_AUTHORITY,
    62: TlsCause.OTHER_HOST,
    64: TlsCause.OTHER_HOST,
}
_TLS_BY_WORDS: Final = (
    (re.compile(r"not yet valid"), TlsCause.NOT_YET_VALID),
    (re.compile(r"expired|validity period"), TlsCause.EXPIRED),
    (re.compile(r"mismatch|not match|does not cover"), TlsCause.OTHER_HOST),
    (re.compile(r"not trusted|untrusted|unable to get|self.signed|root"), TlsCause.UNKNOWN_AUTHORITY),
    (re.compile(r"unsupported.protocol|protocol.version|wrong.version.number"), TlsCause.OLD_PROTOCOL),
    (re.compile(r"eof|reset"), TlsCause.BROKEN_OFF),
)
_NOT_DEFINITE: Final = frozenset({408, 409, 425})
_NO_MONEY: Final = re.compile(r"insufficient_(user_)?(quota|funds|balance)|billing_hard_limit", re.IGNORECASE)
_TOO_LONG: Final = re.compile(r"context_length|string_above_max_length|too_large", re.IGNORECASE)


AboutToSend = Callable[[], None]
"""Called once, when the connection is there and before the first byte of the request leaves; what it raises
stops the request.
"""


@dataclass(slots=True)
class Progress:
    """How far one request has got, noted by the HTTP library's trace."""

    about_to_send: AboutToSend | None = None
    sent: bool = False
    is_securing: bool = False

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Hears the library's events; the first write of a header means that bytes may have left."""
        if event.endswith(("connect_tcp.started", "start_tls.started", "start_tls.complete")):
            self.is_securing = event.endswith("start_tls.started")
        # What asks a proxy for a tunnel is not the request.
        asks_proxy = getattr(info.get("request"), "method", b"") == b"CONNECT"
        if event == "http11.send_request_headers.started" and not asks_proxy and not self.sent:
            if self.about_to_send is not None:
                self.about_to_send()
            self.sent = True

    @property
    def reached(self) -> Reached:
        """What a failure at this moment may have done."""
        return Reached.MAYBE_SENT if self.sent else Reached.NOTHING_SENT


@contextlib.contextmanager
def gateway_failures(progress: Progress, host: str, key: ApiKey | None) -> Iterator[None]:
    """Translates what the HTTP library raises. `PandaError` passes, with the host filled in."""
    import httpx

    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError, UnicodeError) as error:
        kind = _kind(error, progress)
        technical = scrubbed(f"{type(error).__name__}: {error}", key)
        detail = ErrorDetail(host=host, technical=technical)
        if kind is ErrorKind.TLS_FAILED:
            detail = replace(detail, code=_tls_cause(causes_of(error)))
        elif kind is ErrorKind.PROXY_FAILED:
            refused = re.match(r"\d{3}\b", str(error))
            status = int(refused[0]) if refused else None
            detail = replace(detail, host=shown(_proxy_of(error)) or host, status=status)
        raise PandaError(kind, detail, reached=progress.reached) from None


def _kind(error: Exception, progress: Progress) -> ErrorKind:
    import httpx

    causes = causes_of(error)
    broken = isinstance(error, httpx.TransportError) and progress.is_securing
    if broken or any(isinstance(cause, ssl.SSLError) for cause in causes):
        return ErrorKind.TLS_FAILED
    if isinstance(error, httpx.ProxyError) or _is_of_proxy(error, progress):
        return ErrorKind.PROXY_FAILED
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return ErrorKind.NAME_NOT_FOUND
    if not progress.sent:
        return ErrorKind.CANNOT_CONNECT
    return ErrorKind.CONNECTION_LOST


def _is_of_proxy(error: Exception, progress: Progress) -> bool:
    """Tells whether what failed was the way to a proxy, or its own handshake."""
    import httpx

    proxy = _proxy_of(error)
    if not proxy or progress.sent:
        return False
    return isinstance(error, httpx.ConnectError | httpx.ConnectTimeout) or proxy.startswith("socks")


def _proxy_of(error: Exception) -> str:
    import httpx

    from panda_desktop.gateway.ways import PROXY

    if not isinstance(error, httpx.TransportError):
        return ""
    try:
        return str(error.request.extensions.get(PROXY, ""))
    except RuntimeError:  # not known for which request
        return ""


def _tls_cause(causes: list[BaseException]) -> TlsCause:
    found = next((cause for cause in causes if isinstance(cause, ssl.SSLError)), None)
    if found is None:
        return TlsCause.BROKEN_OFF
    known = _TLS_BY_CODE.get(getattr(found, "verify_code", 0) or 0)
    if known is not None:
        return known
    said = f"{found.reason or ''} {found}".lower()
    return next((cause for words, cause in _TLS_BY_WORDS if words.search(said)), TlsCause.OTHER)


def causes_of(error: BaseException) -> list[BaseException]:
    """Returns the exception and all that led to it."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        current = waiting.pop()
        if current is None or current in found:
            continue
        found.append(current)
        waiting.extend((current.__cause__, current.__context__))
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)
    return found


def scrubbed(text: str, key: ApiKey | None) -> str:
    """Returns text for "Details": without the key, at most 500 characters, one line."""
    if key is not None:
        text = text.replace(key.reveal(), "…")
    text = re.sub(r"sk-[A-Za-z0-9_\-]{3,}", "sk-…", text)
    return " ".join(text.split())[:500]


def failure_of(
    status: int, headers: Mapping[str, str], body: bytes, host: str, key: ApiKey | None = None
) -> PandaError:
    """Returns the failure that an answer other than 2xx means (the error table of the gateway)."""
    message, code, param = _said(body)
    detail = ErrorDetail(
        status=status,
        message=scrubbed_long(message, key),
        code=scrubbed_long(code, key)[:100],
        param=scrubbed_long(param, key)[:100],
        retry_after=retry_after(headers),
        request_id=scrubbed_long(headers.get("x-request-id", ""), key)[:200],
        host=_target(headers) if 300 <= status < 400 else host,
    )
    definite = status < 500 and status not in _NOT_DEFINITE
    return PandaError(
        _kind_of(status, code, message), detail, reached=Reached.ANSWERED if definite else Reached.MAYBE_SENT
    )


def failure_in_stream(error: Any) -> PandaError:
    """Returns the failure that an error object inside a stream means; the text so far stays."""
    body = json.dumps({"error": error}, default=str).encode()
    message, code, param = _said(body)
    status = 0
    if isinstance(error, dict) and type(error.get("code")) is int and 100 <= error["code"] < 1000:
        status = error["code"]
    kind = _kind_of(status, code, message) if status or code else ErrorKind.SERVER_ERROR
    detail = ErrorDetail(
        status=status or None,
        message=scrubbed_long(message, None),
        code=scrubbed_long(code, None)[:100],
        param=scrubbed_long(param, None)[:100],
    )
    return PandaError(kind, detail, reached=Reached.ANSWERED)


def _kind_of(status: int, code: str, message: str) -> ErrorKind:
    if _NO_MONEY.search(code):
        return ErrorKind.NO_CREDIT
    if "model_not_found" in code:
        return ErrorKind.MODEL_NOT_FOUND
    if code == "invalid_api_key":
        return ErrorKind.KEY_REFUSED
    if _TOO_LONG.search(code):
        return ErrorKind.TOO_LARGE
    if status == 404:
        return ErrorKind.MODEL_NOT_FOUND if "model" in message.lower() else ErrorKind.ADDRESS_WRONG
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 300 <= status < 400:
        return ErrorKind.REDIRECTED
    if 520 <= status <= 526:
        return ErrorKind.GATEWAY_TIMEOUT
    return ErrorKind.SERVER_ERROR if status >= 500 else ErrorKind.BAD_REQUEST


def _said(body: bytes) -> tuple[str, str, str]:
    text = body.decode("utf-8", "replace").strip()
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return (plain(text) if text.isprintable() or "<" in text else ""), "", ""
    if not isinstance(value, dict):
        return "", "", ""
    error = value.get("error", value)
    if isinstance(error, str):
        return error, "", ""
    if not isinstance(error, dict):
        return "", "", ""
    message = error.get("message") or error.get("detail") or error.get("msg") or ""
    code = error.get("code") or error.get("type") or ""
    shown = message if isinstance(message, str) else json.dumps(message)
    return shown, str(code), str(error.get("param") or "")


def plain(page: str) -> str:
    """Returns the first 200 characters of an HTML page's text."""
    code = r"(?is)<(script|style)\b.*?(</\1\s*>|\Z)|<head\b.*?</head\s*>|<[^<>]*>"
    text = re.sub(code, " ", page[:20000])
    return " ".join(text.split())[:200]


def scrubbed_long(text: str, key: ApiKey | None) -> str:
    """Returns a server's sentence: without the key, at most 2,000 characters."""
    if key is not None:
        text = text.replace(key.reveal(), "…")
    return text.encode("utf-8", "replace").decode()[:2000]


def _target(headers: Mapping[str, str]) -> str:
    from urllib.parse import urlsplit

    try:
        return (urlsplit(headers.get("location", "")).hostname or "")[:200]
    except ValueError:
        return ""


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Returns the seconds to wait of `retry-after-ms` or `Retry-After` (RFC 9110, 10.2.3); None if
    unusable.
    """
    with contextlib.suppress(ValueError, OverflowError):
        if milliseconds := headers.get("retry-after-ms"):
            return _bounded(float(milliseconds) / 1000)
    said = headers.get("retry-after", "").strip()
    if not said:
        return None
    try:
        return _bounded(float(said))
    except ValueError:
        pass
    try:
        return _bounded(parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _bounded(seconds: float) -> float | None:
    return seconds if isfinite(seconds) and 0 <= seconds <= 365 * 86400 else None
