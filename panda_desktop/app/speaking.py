"""Another language while the program runs.

Promise: after it every word a person sees is of the new language, and nothing was lost: answers and jobs go
on in the services, what was typed was saved, and the same chat, place and section are shown.

The window, its pages and their view-models are made anew, over the same services: so no sentence can be
forgotten, as each `retranslate` of a widget's own could forget one.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from panda_desktop.domain.changes import SettingsChanged
from panda_desktop.domain.errors import PandaError
from panda_desktop.ui.translation import Language
from panda_desktop.ui.window import Place

if TYPE_CHECKING:
    from panda_desktop.app.services import Services
    from panda_desktop.app.views import Views
    from panda_desktop.ui.images import ImagesPage
    from panda_desktop.ui.images.form import ImagesForm
    from panda_desktop.ui.settings import SettingsPage
    from panda_desktop.ui.videos import VideosPage
    from panda_desktop.ui.videos.form import VideoForm


@dataclass(frozen=True, slots=True)
class Where:
    """What a person looks at.

    Attributes:
        place: None while the first start is shown.
        section: of the settings, where those are shown.
        conversation_id: the open chat, temporary ones too.
        prompts: what is written for pictures and videos and not sent, by place.
    """

    place: Place | None
    section: str
    conversation_id: str
    prompts: Mapping[Place, str]

    @classmethod
    def of(cls, views: "Views") -> "Where":
        """Returns what is shown now."""
        place, chat = views.window.place(), views.chat.conversation
        section = ""
        if place is Place.SETTINGS:
            section = cast("SettingsPage", views.window.page(place)).section()
        made = {Place.IMAGES, Place.VIDEOS}.difference(views.window.missing_pages())
        prompts = {each: _form(views, each).prompt.text() for each in made}
        return cls(place, section, chat.id if chat is not None else "", prompts)

    def show(self, views: "Views") -> None:
        """Shows the same again."""
        if self.conversation_id:
            views.chat.open(self.conversation_id)
        for place, prompt in self.prompts.items():
            if prompt.strip():
                _form(views, place).prompt.set_text(prompt)
        if self.place is None:
            views.first_start.show()
            return
        page = views.window.go(self.place)
        if self.section:
            cast("SettingsPage", page).show_section(self.section)


def _form(views: "Views", place: Place) -> "ImagesForm | VideoForm":
    return cast("ImagesPage | VideosPage", views.window.page(place)).form


class Speaking:
    """Speaks the language of the settings."""

    def __init__(
        self,
        services: "Services",
        spoken: Language,
        turn: Callable[[Language], Coroutine[Any, Any, None]],
        failed: Callable[[PandaError], None],
    ) -> None:
        """Listens to the settings from now on.

        Args:
            services: the services of this run.
            spoken: the language of the window.
            turn: makes everything that is seen anew in a language.
            failed: hears why that failed.
        """
        self._services = services
        self._spoken = spoken
        self._turn = turn
        self._tell = failed
        self._turning: asyncio.Task[None] | None = None
        services.bus.subscribe(SettingsChanged, lambda change: self._heard(change.settings.language))

    def _heard(self, language: str) -> None:
        if language != self._spoken and self._turning is None:
            work = self._follow()
            self._turning = self._services.tasks.spawn(work, name="language", failed=self._failed)

    def _failed(self, error: PandaError) -> None:
        self._turning = None
        self._tell(error)

    async def _follow(self) -> None:
        settings = self._services.settings
        while settings.current.language != self._spoken:  # somebody may choose again meanwhile
            self._spoken = Language(settings.current.language)
            await self._turn(self._spoken)
        self._turning = None
