"""The gateway of a schedule: it answers each order as planned, and its ledger tells what it was asked.

Promise: it never answers better than planned, and every file it sends whole is the planned one.
"""

import base64
from typing import Any

from tests.faults.answers import Serve, answer, json_answer, refusal
from tests.faults.client import CHAT, IMAGES
from tests.faults.ledger import Request
from tests.faults.schedules.plan import Dialect, End, Fault, Order
from tests.faults.server import FaultServer, Reply
from tests.faults.steps import Close, Pause, Reset, Send, Step, Timeline

STALL_S = 0.4


def prepare(server: FaultServer, orders: tuple[Order, ...]) -> None:
    """Sets the answers to everything the services may ask."""
    server.api.usual()
    by_name = {order.name: _paid(server, order) for order in orders}

    def paid(request: Request) -> Timeline:
        return by_name[name_in(request)]

    server.api.on(CHAT, paid)
    server.api.on(IMAGES, paid)
    for order in orders:
        _prepare_polls(server, order)
        for number, file in enumerate(order.files):
            replies = [_download(order, file, fault) for fault in order.downloads]
            whole = _download(order, file, None)
            if order.dialect is Dialect.POLLED_CONTENT:
                server.api.on(f"GET /v1/videos/{_id(order)}/content", *replies, whole)
            else:
                server.assets.on(f"GET {_path(order, number)}", *replies, whole)


def name_in(request: Request) -> str:
    """Returns which order a paid request is for."""
    asked = request.json
    found: str = asked["prompt"] if "prompt" in asked else asked["messages"][-1]["content"]
    return found


def posts_of(server: FaultServer, order: Order) -> int:
    """Returns how often an order was paid for."""
    return sum(name_in(request) == order.name for request in server.ledger.of("POST"))


def _paid(server: FaultServer, order: Order) -> Timeline:
    return (Pause(order.delay_s), *_broken(_result(server, order), order.post))


def _result(server: FaultServer, order: Order) -> Timeline:
    links = [f"{server.assets.url}{_path(order, number)}" for number in range(order.count)]
    packed = [base64.b64encode(file).decode() for file in order.files]
    match order.dialect:
        case Dialect.IMAGE_LINKS:
            return json_answer({"created": 1, "data": [{"url": link} for link in links]})
        case Dialect.IMAGE_BYTES:
            return json_answer({"created": 1, "data": [{"b64_json": each} for each in packed]})
        case Dialect.HELD_LINK:
            return json_answer(_said(f"Here it is: [video]({links[0]})"))
        case Dialect.HELD_BYTES:
            return json_answer(_said(f"data:video/mp4;base64,{packed[0]}"))
        case Dialect.POLLED_LINK | Dialect.POLLED_CONTENT:
            return json_answer({"id": _id(order), "status": "queued"}, 202)


def _prepare_polls(server: FaultServer, order: Order) -> None:
    if not order.dialect.is_polled:
        return
    ready: dict[str, Any] = {"id": _id(order), "status": "completed"}
    if order.dialect is Dialect.POLLED_LINK:
        ready["video_url"] = f"{server.assets.url}{_path(order, 0)}"
    working = json_answer({"id": _id(order), "status": "in_progress"})
    replies = [_broken(json_answer(ready), fault) for fault in order.polls]
    server.api.on(f"GET /v1/videos/{_id(order)}", working, *replies, json_answer(ready))


def _download(order: Order, file: bytes, fault: Fault | None) -> Reply:
    tag = '"1"' if order.has_ranges else ""
    if fault is None:
        return Serve(file, ranges=order.has_ranges, etag=tag)
    if fault.end is End.REFUSAL:
        return refusal(503)
    end: Step = Reset() if fault.end is End.RESET else Close()
    return Serve(file, ranges=order.has_ranges, etag=tag, cut_at=int(fault.part * len(file)), end=end)


def _broken(whole: Timeline, fault: Fault | None) -> Timeline:
    if fault is None:
        return whole
    if fault.end is End.REFUSAL:
        return answer("<html>bad gateway</html>", 502, content_type="text/html")
    data = b"".join(step.data for step in whole if isinstance(step, Send))
    begin = Send(data[: int(fault.part * (len(data) - 1))])
    match fault.end:
        case End.RESET:
            return (begin, Reset())
        case End.CUT:
            return (begin, Close())
        case _:
            return (begin, Pause(STALL_S), Reset())


def _said(text: str) -> dict[str, Any]:
    return {"id": "c", "choices": [{"message": {"role": "assistant", "content": text}}]}


def _id(order: Order) -> str:
    return f"v-{order.seed}"


def _path(order: Order, number: int) -> str:
    return f"/{order.seed}-{number}.{'png' if order.dialect.is_image else 'mp4'}"
