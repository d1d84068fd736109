"""Builds the services of chat.

Promise: they share one lock, one set of running answers and one count of paid calls; nothing is read or sent.
"""

import asyncio
from dataclasses import dataclass

from panda_desktop.services.account import AccountService
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.asking import Asking
from panda_desktop.services.chat.attaching import Attaching
from panda_desktop.services.chat.comparing import Comparing
from panda_desktop.services.chat.completing import Completing
from panda_desktop.services.chat.presets import PresetService
from panda_desktop.services.chat.prompts import PromptService
from panda_desktop.services.chat.queueing import MessageQueues
from panda_desktop.services.chat.running import RunningAnswers
from panda_desktop.services.chat.service import ChatService
from panda_desktop.services.chat.titles import Titles
from panda_desktop.services.chat.tree import MessageTree
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.settings import SettingsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.storage import Storage


@dataclass(frozen=True, slots=True)
class ChatServices:
    """What the view-models of chat speak to."""

    chat: ChatService
    comparing: Comparing
    presets: PresetService
    prompts: PromptService
    completing: Completing
    titles: Titles
    attaching: Attaching


def build_chat(
    bus: Bus,
    tasks: TaskSet,
    storage: Storage,
    connection: ConnectionService,
    account: AccountService,
    settings: SettingsService,
) -> ChatServices:
    """Builds them over an open data folder."""
    store = storage.conversations
    writing = asyncio.Lock()
    running = RunningAnswers(bus, tasks, store, connection, account, writing)
    attaching = Attaching(storage.attachments)
    asking = Asking(bus, store, connection, account, running, attaching, writing)
    tree = MessageTree(bus, store, asking)
    queues = MessageQueues(bus, tasks, storage.queue, asking, account)
    presets = PresetService(bus, storage.presets, settings)
    return ChatServices(
        ChatService(bus, store, asking, tree, queues, presets),
        Comparing(asking, tree),
        presets,
        PromptService(bus, storage.prompts, settings),
        Completing(bus, tasks, storage.pad, connection, account),
        Titles(bus, tasks, store, connection, account, settings, asking),
        attaching,
    )
