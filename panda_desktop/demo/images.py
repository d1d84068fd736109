"""`POST /images/generations`: pictures painted from the prompt.

Promise: as many as asked for, each different, in the size asked for, charged when they exist.
"""

import base64
import time
import zlib
from decimal import Decimal
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from panda_desktop.demo.catalogue import Kind, Model, find
from panda_desktop.demo.faults import malformed
from panda_desktop.demo.forced import answer_forced, cut_answer, forced_by
from panda_desktop.demo.replies import encode, read_object, reply
from panda_desktop.demo.state import DemoState, demo_of, entry_of
from panda_desktop.demo.validation import required_text, whole
from panda_desktop.demo.writing.revised import revised_prompt

# for a model of another kind that was made to fail by a header
_USUAL_PRICE: Final = Decimal("0.04")


async def create_images(request: Request) -> Response:
    """Serves the endpoint. Raises `ApiFault`."""
    demo, entry = demo_of(request), entry_of(request)
    body = await read_object(request)
    entry.model = required_text(body, "model")
    model = find(entry.model)
    prompt = required_text(body, "prompt")
    count = whole(body, "n", 1, 10) or 1
    word = forced_by(request, model.id)
    if model.kind is not Kind.IMAGE and word is None:
        raise malformed(f"'{model.id}' makes no images: use POST /v1/chat/completions.", "model")
    spoiled = await answer_forced(request, demo, word, model.id) if word else None
    if spoiled is not None:
        return spoiled
    width, height = _size(body, model)
    as_base64 = _as_base64(body, model)
    price = (model.price or _USUAL_PRICE) * count
    demo.account.require(price)
    seed = zlib.crc32(prompt.encode("utf-8", "replace"))
    begun = time.monotonic()
    repeat = demo.repeat(f"image {model.id} {prompt}", count)
    data = [
        await _image(demo, prompt, (width, height), seed + repeat + index, as_base64=as_base64)
        for index in range(count)
    ]
    usual_s = 4 + seed % 400 / 100
    await demo.wait(max(usual_s - (time.monotonic() - begun) * demo.options.speed, 0))
    entry.cost = demo.account.charge(price)
    answer = {"created": int(time.time()), "model": model.id, "data": data}
    return cut_answer(encode(answer)) if word in ("cut", "stream") else reply(answer)


def _size(body: dict[str, Any], model: Model) -> tuple[int, int]:
    sizes = model.sizes or find("wan-2.7-image").sizes
    size = body.get("size", sizes[0]) or sizes[0]
    if size not in sizes:
        supported = ", ".join(sizes)
        raise malformed(f"Invalid size {size!r} for '{model.id}'. Supported sizes: {supported}.", "size")
    width, _, height = str(size).partition("x")
    return int(width), int(height)


def _as_base64(body: dict[str, Any], model: Model) -> bool:
    form = body.get("response_format")
    if form not in (None, "url", "b64_json"):
        raise malformed("Invalid 'response_format': expected 'url' or 'b64_json'.", "response_format")
    return model.as_base64 if form is None else form == "b64_json"


async def _image(
    demo: DemoState, prompt: str, size: tuple[int, int], seed: int, *, as_base64: bool
) -> dict[str, Any]:
    png = await demo.studio.paint(prompt, *size, seed)
    if as_base64:
        shown = {"b64_json": base64.b64encode(png).decode()}
    else:
        shown = {"url": demo.assets.add(png, "image/png", "png")}
    return {**shown, "revised_prompt": revised_prompt(prompt, seed)}
