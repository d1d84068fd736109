"""Gets the picture a video starts from.

Promise: nothing leaves this computer: `data:` addresses and the own asset origin only.
"""

import base64
import binascii
import urllib.parse

from panda_desktop.demo.asset_store import AssetStore
from panda_desktop.demo.conversation import Turn
from panda_desktop.demo.faults import ApiFault, malformed

_PARAM = "messages"


async def first_frame(assets: AssetStore, turns: list[Turn]) -> bytes | None:
    """Returns the bytes of the last picture of the conversation, or None without one.

    Raises:
        ApiFault: 400 when the picture cannot be read or is not reachable for the demo.
    """
    url = next((turn.images[-1] for turn in reversed(turns) if turn.images), None)
    if url is None:
        return None
    if url.startswith("data:"):
        return _from_data_url(url)
    asset = assets.get_by_url(url)
    if asset is None:
        raise malformed(
            "The image cannot be fetched: the demo gateway reads its own images and data: URLs only.", _PARAM
        )
    return asset.data


def _from_data_url(url: str) -> bytes:
    head, comma, payload = url.partition(",")
    if not comma or not head.startswith("data:image/"):
        raise malformed("The image is not a data: URL of an image.", _PARAM)
    try:
        if head.endswith(";base64"):
            return base64.b64decode(payload, validate=True)
    except (binascii.Error, ValueError):
        raise _unreadable() from None
    return urllib.parse.unquote_to_bytes(payload)


def _unreadable() -> ApiFault:
    return malformed("The image data is not valid base64.", _PARAM)
