"""A certification authority of the tests' own, made when it is asked for.

Promise: nothing on this computer trusts it but who is given its file; no private key outlives the test.
"""

import functools
import ssl
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
import trustme

LOCAL: Final = ("localhost", "127.0.0.1", "::1")


class Authority:
    """Issues certificates for server contexts."""

    def __init__(self) -> None:
        self._authority = trustme.CA(organization_name="Fault tests")

    def server(self, *names: str, days: int = 1, begins_in_days: int = -1) -> ssl.SSLContext:
        """Returns a server's context for these names (this computer's without any).

        Args:
            names: host names and addresses of the certificate.
            days: until when it is valid from now on; a negative number gives one that has expired.
            begins_in_days: from when it is valid.
        """
        now = datetime.now(UTC)
        begins = now + timedelta(days=min(begins_in_days, days - 1))
        issued = self._authority.issue_cert(
            *(names or LOCAL), not_before=begins, not_after=now + timedelta(days=days)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        issued.configure_cert(context)
        return context

    def file(self, folder: Path) -> Path:
        """Writes its certificate, for who is to trust it."""
        path = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(path))
        return path


def trust(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Puts the authority into what this process takes for the system's own store, as a company's is."""
    if sys.platform != "linux":
        pytest.skip("the store of this system cannot be replaced for one process")
    patch.setenv("SSL_CERT_FILE", str(authority().file(folder)))


@functools.cache
def authority() -> Authority:
    """Returns the one authority of this test run."""
    return Authority()
