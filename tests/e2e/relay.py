"""Stands between the program and a gateway and notes what the program sends.

Promise: bytes go through as they are, in both directions.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit


class Relay:
    """A running relay."""

    def __init__(self, upstream: str) -> None:
        parts = urlsplit(upstream)
        self._host, self._port, self._path = parts.hostname, parts.port, parts.path
        self._sent: list[bytearray] = []
        self.base_url = ""

    def bodies(self, path: str) -> list[dict[str, Any]]:
        """Returns the body of each POST to `path`, such as `/v1/completions`, in order."""
        found = []
        for sent in self._sent:
            for part in bytes(sent).split(f"POST {path} HTTP/1.1\r\n".encode())[1:]:
                head, _, rest = part.partition(b"\r\n\r\n")
                lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
                length = next(int(value) for name, _, value in lines if name == b"content-length")
                found.append(json.loads(rest[:length]))
        return found

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Hands one connection on."""
        sent = bytearray()
        self._sent.append(sent)
        up_reader, up_writer = await asyncio.open_connection(self._host, self._port)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_pass_on(reader, up_writer, sent))
                group.create_task(_pass_on(up_reader, writer, bytearray()))
        except* OSError:
            pass  # one side has gone: so does the other
        finally:
            up_writer.close()
            writer.close()

    def at(self, port: int) -> None:
        """Notes where it listens."""
        self.base_url = f"http://127.0.0.1:{port}{self._path}"


@asynccontextmanager
async def relayed(upstream: str) -> AsyncIterator[Relay]:
    """Runs a relay to the gateway at `upstream`."""
    relay = Relay(upstream)
    server = await asyncio.start_server(relay.serve, "127.0.0.1", 0)
    relay.at(server.sockets[0].getsockname()[1])
    try:
        yield relay
    finally:
        server.close()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, kept: bytearray) -> None:
    while data := await reader.read(65_536):
        kept += data
        writer.write(data)
        await writer.drain()
    writer.close()
