"""Asks `Secrets` in a process of its own: which store is used is decided once, by the environment.

Reads {"limit_s": …, "steps": [[verb, account, key?], …]} and writes {"answers": […], "gap_s": …}: an answer
is the key read, or the kind of failure; the gap is the longest time in which the loop did not turn.
"""

import asyncio
import json
import sys
import time

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.secret import ApiKey
from panda_desktop.storage.secrets import Secrets


async def answer(secrets: Secrets, verb: str, account: str, key: str = "") -> str | None:
    try:
        match verb:
            case "read":
                found = await secrets.read(account)
                return found.reveal() if found else None
            case "write":
                await secrets.write(account, ApiKey(key))
            case "delete":
                await secrets.delete(account)
    except PandaError as error:
        return error.kind.name
    return "done"


async def main() -> None:
    asked = json.load(sys.stdin)
    gap = 0.0

    async def watch() -> None:
        nonlocal gap
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.01)
            gap = max(gap, time.monotonic() - before)

    watching = asyncio.create_task(watch())
    secrets = Secrets(limit_s=asked["limit_s"])
    answers = [await answer(secrets, *step) for step in asked["steps"]]
    watching.cancel()
    json.dump({"answers": answers, "gap_s": gap}, sys.stdout)


if __name__ == "__main__":
    asyncio.run(main())
