"""What a person has set, with the limits of each value.

Promise: any stored or imported value that is out of its range becomes the default, never an error.
"""

from dataclasses import dataclass, replace
from typing import Final

ZOOM_MIN: Final = 80
ZOOM_MAX: Final = 200
WAIT_CAP_MIN: Final = 5
WAIT_CAP_MAX: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; none of them is secret.

    Attributes:
        theme: `system`, `light` or `dark`.
        zoom: text size in percent, 80 to 200.
        language: `system`, `en` or `zh_CN`.
        base_url: address of the gateway; empty for the official one.
        demo: the demo gateway is used.
        key_saved: a key was put into the keyring, so its absence means a locked keyring.
        wait_cap_minutes: longest wait for one held video request.
        chat_model: model of new conversations.
        image_model: last image model; empty for the first of the list.
        image_n: last number of images.
        image_size: last size; empty for the model's own.
        video_model: last video model; empty for the first of the list.
        place: the tab that was shown last.
        geometry: the window's place, as the window wrote it.
        sidebar_width: pixels of the list of conversations.
        conversation_id: the conversation that was open; empty for a new one.
        auto_titles: a model names new chats, once, for a small fee (see `services/chat/titles.py`).
        preset_id: the preset new chats begin with; empty for none.
        prompts_seeded: the prompt library has had its first contents.
    """

    theme: str = "system"
    zoom: int = 100
    language: str = "system"
    base_url: str = ""
    demo: bool = False
    key_saved: bool = False
    wait_cap_minutes: int = 60
    chat_model: str = "auto"
    image_model: str = ""
    image_n: int = 1
    image_size: str = ""
    video_model: str = ""
    place: str = "chat"
    geometry: str = ""
    sidebar_width: int = 260
    conversation_id: str = ""
    auto_titles: bool = True
    preset_id: str = ""
    prompts_seeded: bool = False

    def sane(self) -> "Settings":
        """Returns the settings with every value out of its range set to the default."""
        fresh = Settings()
        return replace(
            self,
            theme=self.theme if self.theme in ("system", "light", "dark") else fresh.theme,
            zoom=self.zoom if ZOOM_MIN <= self.zoom <= ZOOM_MAX else fresh.zoom,
            language=self.language if self.language in ("system", "en", "zh_CN") else fresh.language,
            wait_cap_minutes=self.wait_cap_minutes
            if WAIT_CAP_MIN <= self.wait_cap_minutes <= WAIT_CAP_MAX
            else fresh.wait_cap_minutes,
            chat_model=self.chat_model or fresh.chat_model,
            image_n=self.image_n if 1 <= self.image_n <= 10 else fresh.image_n,
            sidebar_width=self.sidebar_width if 180 <= self.sidebar_width <= 600 else fresh.sidebar_width,
        )
