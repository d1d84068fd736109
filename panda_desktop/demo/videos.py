"""Videos: the held answer, the polled job, and its content.

Promise: a video is charged when it is accepted, and given back when it cannot be made.
"""

import base64
import math
import secrets
import time
import zlib
from dataclasses import dataclass
from decimal import Decimal

from starlette.requests import Request
from starlette.responses import Response

from panda_desktop.demo.catalogue import POLLED, Model
from panda_desktop.demo.conversation import Turn, last_words
from panda_desktop.demo.faults import ApiFault, malformed
from panda_desktop.demo.first_frame import first_frame
from panda_desktop.demo.forced import cut_answer
from panda_desktop.demo.ledger import Entry
from panda_desktop.demo.ranges import serve
from panda_desktop.demo.replies import encode, reply
from panda_desktop.demo.state import DemoState, demo_of, entry_of
from panda_desktop.demo.studio import FilmFailed, UnreadableFrame
from panda_desktop.demo.video_jobs import VideoJob
from panda_desktop.demo.video_shapes import shaped


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be filmed: the words, a number that makes it differ from the last time, the first frame."""

    prompt: str
    seed: int
    frame: bytes | None

    @property
    def usual_s(self) -> float:
        """How long a real gateway would take."""
        return 20 + zlib.crc32(self.prompt.encode("utf-8", "replace")) % 1000 / 100


async def answer_video(request: Request, model: Model, turns: list[Turn], word: str | None) -> Response:
    """Answers the chat request of a video model, at once with an id or later with the clip.

    Args:
        request: its prompt is the last user turn, a picture in the conversation the first frame.
        model: a video model.
        turns: the conversation.
        word: the error asked for: `cut`, `stream` or `failed`, or None.

    Raises:
        ApiFault: no money, no readable first frame, or the clip could not be made.
    """
    demo, entry = demo_of(request), entry_of(request)
    prompt = last_words(turns)
    frame = await first_frame(demo.assets, turns)
    price = model.price or Decimal(0)
    demo.account.require(price)
    entry.cost = demo.account.charge(price)
    seed = zlib.crc32(prompt.encode("utf-8", "replace")) + demo.repeat(f"video {model.id} {prompt}")
    order = _Order(prompt, seed, frame)
    if model.shape not in POLLED:
        return await _held(demo, entry, model, order, word)
    job = VideoJob(f"video_{secrets.token_hex(12)}", model.id, prompt, model.shape)
    job.poll_url = str(request.url).removesuffix("/chat/completions") + f"/videos/{job.id}"
    demo.jobs.start(job, _work(demo, entry, job, order, fails=word == "failed"))
    return reply(job.as_json(), 200 if model.shape == "task" else 202)


async def _held(demo: DemoState, entry: Entry, model: Model, order: _Order, word: str | None) -> Response:
    begun = time.monotonic()
    try:
        clip = await demo.studio.film(order.prompt, order.seed, order.frame)
    except UnreadableFrame as failure:
        _give_back(demo, entry)
        raise malformed(f"The video could not be made: {failure}.", "messages") from failure
    except FilmFailed as failure:
        _give_back(demo, entry)
        raise ApiFault(502, "upstream_error", f"The video could not be made: {failure}.") from failure
    await demo.wait(max(order.usual_s - (time.monotonic() - begun) * demo.options.speed, 0))
    url, preview = demo.assets.add(clip, "video/mp4", "mp4"), f"{demo.assets.origin}/previews/still.png"
    message, beside = shaped(model.shape, url, preview, base64.b64encode(clip).decode())
    answer = {
        "id": f"chatcmpl-{secrets.token_hex(12)}",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": model.id,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", **message},
                "logprobs": None,
                "finish_reason": "stop",
            }
        ],
        "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
        **beside,
    }
    if word in ("cut", "stream"):
        return cut_answer(encode(answer))
    if model.shape == "blank-lines":
        return Response(b"\n\n \n" + encode(answer), media_type="application/json")
    return reply(answer)


def _give_back(demo: DemoState, entry: Entry) -> None:
    demo.account.refund(entry.cost)
    entry.cost = Decimal(0)


async def _work(demo: DemoState, entry: Entry, job: VideoJob, order: _Order, *, fails: bool) -> None:
    await demo.wait(order.usual_s / 4)
    job.status = "processing"
    begun = time.monotonic()
    try:
        if fails:
            raise FilmFailed("the provider rejected the prompt")
        clip = await demo.studio.film(order.prompt, order.seed, order.frame)
    except FilmFailed as failure:
        job.status, job.error = "failed", f"The video could not be made: {failure}."
        _give_back(demo, entry)
        return
    await demo.wait(max(order.usual_s * 3 / 4 - (time.monotonic() - begun) * demo.options.speed, 0))
    job.url = demo.assets.add(clip, "video/mp4", "mp4")
    job.status = "completed"


def _find(request: Request) -> VideoJob:
    job_id = request.path_params["job_id"]
    job = demo_of(request).jobs.get(job_id)
    if job is None:
        raise ApiFault(404, "not_found", f"There is no video '{job_id}'.", "video_not_found", "id")
    return job


async def get_video(request: Request) -> Response:
    """Serves `GET /videos/{id}` and `GET /video/generations/{id}`. Raises a 404."""
    job = _find(request)
    headers = {}
    if job.is_running:
        pause_s = 3 / demo_of(request).options.speed
        headers = {
            "Retry-After": str(max(1, math.ceil(pause_s))),
            "Retry-After-Ms": str(max(50, int(pause_s * 1000))),
        }
    return reply(job.as_json(), 200, headers)


async def get_video_content(request: Request) -> Response:
    """Serves `GET /videos/{id}/content`: the clip, with the key. Raises a 404 while there is none."""
    job = _find(request)
    asset = demo_of(request).assets.get_by_url(job.url) if job.url else None
    if asset is None:
        sentence = f"The video '{job.id}' has no content: it is {job.status}."
        raise ApiFault(404, "not_found", sentence, "not_ready")
    return serve(asset, request.method, request.headers)
