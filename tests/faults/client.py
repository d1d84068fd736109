"""The real client against a fault server, and what came of it.

Promise: every client is closed, and an answer that failed is told as such together with what had come.
"""

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.chat import Conversation, Message, Role
from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.events import ChatEvent, Finished, ReasoningDelta, StillWaiting, TextDelta
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, RawAnswer, VideoRequest
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.clocks import Clocks
from panda_desktop.gateway.paid import send
from panda_desktop.gateway.requests import ChatRequest, ChatTurn
from tests.canary import CANARY
from tests.faults.process import FaultProcess
from tests.faults.server import FaultServer, Reply
from tests.services.chats import shown
from tests.services.world import World, world

KEY: Final = ApiKey(CANARY)
ASK: Final = ChatRequest("auto", (ChatTurn(Role.USER, "Hi"),))
CHAT: Final = "POST /v1/chat/completions"
IMAGES: Final = "POST /v1/images/generations"
MODELS: Final = "GET /v1/models"
BALANCE: Final = "GET /v1/dashboard/billing"
IMAGE: Final = ImageRequest("kolors", "a panda")
VIDEO: Final = VideoRequest("wan-2.7-video", "a panda")


@dataclass
class Told:
    """What the client told of one answer."""

    events: list[ChatEvent] = field(default_factory=list)
    error: PandaError | None = None

    @property
    def text(self) -> str:
        return "".join(event.text for event in self.events if isinstance(event, TextDelta))

    @property
    def thoughts(self) -> str:
        return "".join(event.text for event in self.events if isinstance(event, ReasoningDelta))

    @property
    def waits(self) -> int:
        return sum(isinstance(event, StillWaiting) for event in self.events)

    @property
    def reason(self) -> str | None:
        return next((event.reason for event in self.events if isinstance(event, Finished)), None)

    @property
    def kind(self) -> ErrorKind | None:
        return self.error.kind if self.error is not None else None

    @property
    def reached(self) -> Reached | None:
        return self.error.reached if self.error is not None else None

    @property
    def is_whole(self) -> bool:
        return self.error is None and self.reason is not None


@asynccontextmanager
async def client(
    base_url: str, clocks: Clocks = Clocks(), *, alternative: str | None = None, wait_cap_s: float = 60.0
) -> AsyncIterator[Gateway]:
    gateway = Gateway(Endpoint(base_url, alternative), KEY, clocks, wait_cap_s=lambda: wait_cap_s)
    try:
        yield gateway
    finally:
        await gateway.aclose()


async def asked(gateway: Gateway) -> Told:
    """Asks in a chat and takes all that comes."""
    told = Told()
    try:
        async with aclosing(gateway.stream_chat(ASK)) as stream:
            async for event in stream:
                told.events.append(event)
    except PandaError as error:
        told.error = error
    return told


async def chatted(base_url: str, clocks: Clocks = Clocks()) -> Told:
    """Asks once with a client of its own."""
    async with client(base_url, clocks) as gateway:
        return await asked(gateway)


async def answered(reply: Reply, clocks: Clocks = Clocks()) -> Told:
    """Asks a server that gives this answer; fails when it was asked more than once."""
    async with FaultServer() as server:
        server.api.on(CHAT, reply)
        told = await chatted(server.base_url, clocks)
        assert len(server.ledger) == 1
        return told


async def paid(gateway: Gateway, request: ImageRequest | VideoRequest) -> RawAnswer | PandaError:
    """Sends a paid request the way the program does."""
    if isinstance(request, VideoRequest):
        post = await gateway.paid_video(request)
    else:
        post = await gateway.paid_images(request)
    try:
        return await send(post)
    except PandaError as error:
        return error


@asynccontextmanager
async def services(
    server: FaultServer | FaultProcess, folder: Path, clocks: Clocks = Clocks()
) -> AsyncIterator[tuple[World, Conversation]]:
    """The services over a real database, and one conversation."""
    environment = {"PANDA_BASE_URL": server.base_url, "PANDA_API_KEY": KEY.reveal()}

    def make(endpoint: Endpoint, key: ApiKey | None) -> Gateway:
        return Gateway(endpoint, key, clocks)

    async with world(folder, environment=environment, make_gateway=make) as here:
        yield here, await here.chat.create("auto")


async def reply(here: World, conversation: Conversation) -> Message:
    """Returns the last answer as it is stored and shown."""
    message = (await shown(here, conversation.id))[-1]
    assert message.role is Role.ASSISTANT
    return message


def only_job(here: World, kind: JobKind) -> Job:
    (job,) = here.jobs.jobs(kind)
    return job


def short(**limits: float) -> Clocks:
    """Returns the usual clocks with some of them short."""
    return replace(Clocks(), **limits)
