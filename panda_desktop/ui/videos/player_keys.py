"""The keys of the player.

Promise: each key is in a tooltip or in the menu of the bar; letters work in the player only.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import Qt

from panda_desktop.ui.videos.seek_slider import LONG_MS, SHORT_MS

Keys = dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]]

_VOLUME_STEP: Final = 5
_END: Final = 2**31 - 1


class Played(Protocol):
    """What keys can do with a player."""

    def toggle(self) -> None:
        """Plays, or pauses."""

    def toggle_loop(self) -> None:
        """Begins again at the end, or no longer."""

    def toggle_muted(self) -> None:
        """Silences it, or no longer."""

    def toggle_full_screen(self) -> None:
        """Fills the screen, or goes back."""

    def leave_full_screen(self) -> None:
        """Goes back into the page."""

    def grab_frame(self) -> None:
        """Puts the frame into the library."""

    def want_file(self, what: str) -> None:
        """Does something with the file."""

    def step(self, frames: int) -> None:
        """Shows another frame."""

    def seek(self, position: int) -> None:
        """Goes to a place in milliseconds."""

    def seek_by(self, milliseconds: int) -> None:
        """Goes on or back."""

    def change_volume(self, percent: int) -> None:
        """Makes it louder or quieter."""

    def change_rate(self, steps: int) -> None:
        """Makes it faster or slower."""


def keys_of(player: Played) -> Keys:
    """Returns what each key does."""
    key, modifier = Qt.Key, Qt.KeyboardModifier
    plain, shift, control = modifier.NoModifier, modifier.ShiftModifier, modifier.ControlModifier
    return {
        (plain, key.Key_Space): player.toggle,
        (plain, key.Key_K): player.toggle,
        (plain, key.Key_Return): player.toggle,
        (plain, key.Key_Enter): player.toggle,
        (plain, key.Key_L): player.toggle_loop,
        (plain, key.Key_M): player.toggle_muted,
        (plain, key.Key_F): player.toggle_full_screen,
        (plain, key.Key_Escape): player.leave_full_screen,
        (plain, key.Key_G): player.grab_frame,
        (plain, key.Key_N): lambda: player.want_file("next"),
        (plain, key.Key_S): lambda: player.want_file("save"),
        (control, key.Key_C): lambda: player.want_file("copy"),
        (plain, key.Key_Comma): lambda: player.step(-1),
        (plain, key.Key_Period): lambda: player.step(1),
        (plain, key.Key_Left): lambda: player.seek_by(-SHORT_MS),
        (plain, key.Key_Right): lambda: player.seek_by(SHORT_MS),
        (shift, key.Key_Left): lambda: player.seek_by(-LONG_MS),
        (shift, key.Key_Right): lambda: player.seek_by(LONG_MS),
        (plain, key.Key_Home): lambda: player.seek(0),
        (plain, key.Key_End): lambda: player.seek(_END),
        (plain, key.Key_Up): lambda: player.change_volume(_VOLUME_STEP),
        (plain, key.Key_Down): lambda: player.change_volume(-_VOLUME_STEP),
        (plain, key.Key_Less): lambda: player.change_rate(-1),
        (plain, key.Key_Greater): lambda: player.change_rate(1),
    }
