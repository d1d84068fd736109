"""Identities are made here, never taken from a server.

Promise: two ids are never equal, on any machine, and an id says nothing about the person.
"""

import uuid


def new_id() -> str:
    """Returns a new identity: 32 lower-case hexadecimal digits of a random UUID (RFC 9562, version 4)."""
    return uuid.uuid4().hex
