"""What the command palette opens by name: chats, models, pictures and videos.

Promise: nothing is read for it; it finds what is in memory, the newest first.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.window.commands import Command
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.organisation import OrganisationModel

if TYPE_CHECKING:
    from panda_desktop.ui.library import LibraryPage

_MOST_CHATS: Final = 500
_MOST_ITEMS: Final = 300
_LONGEST: Final = 120


def join_names(
    window: MainWindow,
    chat: ChatModel,
    organisation: OrganisationModel,
    models: ModelList,
    library: LibraryList,
) -> None:
    """Has the palette of the window find what there is by name."""

    def open_chat(conversation_id: str) -> None:
        window.go(Place.CHAT)
        chat.open(conversation_id)

    def use_model(model: str) -> None:
        window.go(Place.CHAT)
        chat.choose_model(model)

    def show_item(item: MediaItem) -> None:
        cast("LibraryPage", window.go(Place.LIBRARY)).show_item(item)

    add = window.commands.add_source
    add(lambda: chat_commands(organisation.held, open_chat))
    add(lambda: model_commands(models.of_kind(ModelKind.CHAT), use_model))
    add(lambda: item_commands(library.items(), show_item))


def chat_commands(chats: Iterable[Conversation], open_chat: Callable[[str], object]) -> list[Command]:
    """Returns a command for each of the newest chats with a title."""
    section = QCoreApplication.translate("Palette", "Open a chat")
    titled = sorted((chat for chat in chats if chat.title), key=lambda chat: chat.updated_at, reverse=True)
    return [
        Command(f"open.chat.{chat.id}", chat.title, _with(open_chat, chat.id), "", "chat", section)
        for chat in titled[:_MOST_CHATS]
    ]


def model_commands(models: Iterable[ModelInfo], use: Callable[[str], object]) -> list[Command]:
    """Returns a command for each model of the chat."""
    section = QCoreApplication.translate("Palette", "Use a model in the chat")
    return [
        Command(f"open.model.{each.id}", each.name or each.id, _with(use, each.id), "", "sparkle", section)
        for each in models
    ]


def item_commands(items: Sequence[MediaItem], show: Callable[[MediaItem], object]) -> list[Command]:
    """Returns a command for each of the newest pictures and videos that have a prompt or a name."""
    section = QCoreApplication.translate("Palette", "Show in the library")
    named = (item for item in items if item.prompt or item.name)
    return [
        Command(
            f"open.item.{item.id}",
            " ".join((item.name or item.prompt)[:_LONGEST].split()),
            _with(show, item),
            "",
            "video" if item.kind is MediaKind.VIDEO else "image",
            section,
        )
        for item in islice(named, _MOST_ITEMS)
    ]


def _with(run: Callable[[Any], object], value: object) -> Callable[[], object]:
    return lambda: run(value)
