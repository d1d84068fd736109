"""What a person has set, with the limits of each value.

Promise: any stored or imported value that is out of its range becomes the default, never an error.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

ZOOM_MIN: Final = 80
ZOOM_MAX: Final = 200
WAIT_CAP_MIN: Final = 5
WAIT_CAP_MAX: Final = 24 * 60
CONNECT_S: Final = range(3, 121)
"""How long a connection may take to be made, in seconds."""
WAIT_S: Final = range(10, 901)
"""How long the first byte of an answer, or the next one, may take to come, in seconds."""
PORTS: Final = range(1, 65536)
ACCENTS: Final = ("green", "teal", "blue", "violet", "pink", "red", "orange", "grey")
"""The colours to choose from; `system` is the one of the desktop."""
RECENT_COMMANDS: Final = 6
RECENT_FILES: Final = 12
_MOST_SHORTCUTS: Final = 300
_AMOUNT: Final = re.compile(r"[0-9]{1,7}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; none of them is secret.

    Attributes:
        theme: `system`, `light` or `dark`.
        zoom: text size in percent, 80 to 200.
        language: `system`, `en` or `zh_CN`.
        accent: the colour of what is chosen and done first, one of `ACCENTS` or `system`.
        density: `comfortable` or `compact`: how much air there is between things.
        motion: `system`, `reduced` or `full`: whether things move.
        shortcuts: keys that differ from the program's own, each `command=keys`; without keys it has none.
        recent_commands: what was taken from the command palette, the last one first.
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
        send_key: what sends a message: `enter`, or `ctrl+enter` where Enter begins a new line.
        auto_titles: a model names new chats, once, for a small fee (see `services/chat/titles.py`).
        remote_images: images of answers may be loaded from other servers: `ask` each time, or `never`.
        preset_id: the preset new chats begin with; empty for none.
        prompts_seeded: the prompt library has had its first contents.
        compare_models: the models that were compared last, at most four; empty for none.
        auto_backups: a backup is made on each day the program is used.
        log_details: the log notes more than warnings, and parts of chats may be in it.
        proxy: `system`, `none`, `http` or `socks5`.
        proxy_host, proxy_port: where a proxy of the last two is.
        proxy_login: name and password for it were put into the keyring.
        ca_file: a PEM file with more trusted authorities; empty for none.
        connect_s: longest wait for a connection, in seconds.
        first_byte_s: longest wait for the beginning of an answer, in seconds.
        idle_s: longest wait for the next byte, in seconds.
        low_balance: the balance below which a warning is due, a decimal; 0 for never.
        tray: closing the window keeps the program in the tray, where there is one.
        notify_images, notify_videos, notify_answers: what is told by the desktop when it has ended and the
            window is not active.
        notify_words: what the desktop tells may hold words of prompts and titles.
        quick_key: the desktop lets a global shortcut open the quick prompt.
        quick_model: model of the quick prompt; empty for that of new conversations.
        recent_files: absolute paths of files that were attached, the last one first; none unless they are
            remembered.
        remember_files: paths of attached files are kept, to offer them again.
    """

    theme: str = "system"
    zoom: int = 100
    language: str = "system"
    accent: str = "green"
    density: str = "comfortable"
    motion: str = "system"
    shortcuts: tuple[str, ...] = ()
    recent_commands: tuple[str, ...] = ()
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
    send_key: str = "enter"
    auto_titles: bool = True
    remote_images: str = "ask"
    preset_id: str = ""
    prompts_seeded: bool = False
    compare_models: tuple[str, ...] = ()
    auto_backups: bool = True
    log_details: bool = False
    proxy: str = "system"
    proxy_host: str = ""
    proxy_port: int = 0
    proxy_login: bool = False
    ca_file: str = ""
    connect_s: int = 15
    first_byte_s: int = 120
    idle_s: int = 120
    low_balance: str = "1"
    tray: bool = False
    notify_images: bool = True
    notify_videos: bool = True
    notify_answers: bool = True
    notify_words: bool = True
    quick_key: bool = False
    quick_model: str = ""
    recent_files: tuple[str, ...] = ()
    remember_files: bool = True

    def sane(self) -> "Settings":
        """Returns the settings with every value out of its range set to the default."""
        fresh = Settings()
        return replace(
            self,
            theme=self.theme if self.theme in ("system", "light", "dark") else fresh.theme,
            zoom=self.zoom if ZOOM_MIN <= self.zoom <= ZOOM_MAX else fresh.zoom,
            language=self.language if self.language in ("system", "en", "zh_CN") else fresh.language,
            accent=self.accent if self.accent in (*ACCENTS, "system") else fresh.accent,
            density=self.density if self.density in ("comfortable", "compact") else fresh.density,
            motion=self.motion if self.motion in ("system", "reduced", "full") else fresh.motion,
            shortcuts=tuple(each for each in self.shortcuts if "=" in each[1:])[:_MOST_SHORTCUTS],
            recent_commands=self.recent_commands[:RECENT_COMMANDS],
            recent_files=self.recent_files[:RECENT_FILES] if self.remember_files else (),
            wait_cap_minutes=self.wait_cap_minutes
            if WAIT_CAP_MIN <= self.wait_cap_minutes <= WAIT_CAP_MAX
            else fresh.wait_cap_minutes,
            send_key=self.send_key if self.send_key in ("enter", "ctrl+enter") else fresh.send_key,
            remote_images=self.remote_images
            if self.remote_images in ("ask", "never")
            else fresh.remote_images,
            chat_model=self.chat_model or fresh.chat_model,
            image_n=self.image_n if 1 <= self.image_n <= 10 else fresh.image_n,
            compare_models=self.compare_models
            if len(self.compare_models) <= 4 and all(self.compare_models)
            else fresh.compare_models,
            sidebar_width=self.sidebar_width if 180 <= self.sidebar_width <= 600 else fresh.sidebar_width,
            proxy=self.proxy if self._proxy_is_whole() else fresh.proxy,
            proxy_port=self.proxy_port if self.proxy_port in PORTS else fresh.proxy_port,
            connect_s=self.connect_s if self.connect_s in CONNECT_S else fresh.connect_s,
            first_byte_s=self.first_byte_s if self.first_byte_s in WAIT_S else fresh.first_byte_s,
            idle_s=self.idle_s if self.idle_s in WAIT_S else fresh.idle_s,
            low_balance=self.low_balance if _AMOUNT.fullmatch(self.low_balance) else fresh.low_balance,
        )

    def _proxy_is_whole(self) -> bool:
        if self.proxy in ("http", "socks5"):
            return bool(self.proxy_host) and self.proxy_port in PORTS
        return self.proxy in ("system", "none")
