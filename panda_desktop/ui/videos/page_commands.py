"""What can be done in the videos tab, for the command palette.

Promise: a command does nothing where it makes no sense, and none takes a key that people write with.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from panda_desktop.ui.videos.first_frame import FirstFrameField
from panda_desktop.ui.videos.making import Making
from panda_desktop.ui.videos.player import VideoPlayer
from panda_desktop.ui.window import Command


def commands_of(
    write: Callable[[], None],
    offer_past: Callable[[], None],
    making: Making,
    frame: FirstFrameField,
    player: VideoPlayer,
) -> list[Command]:
    """Returns the commands; shortcuts with one letter work in the player only and are not bound here."""
    translate = QCoreApplication.translate
    section = translate("VideoCommands", "Videos")
    rows = (
        ("write", translate("VideoCommands", "Describe a new video"), write, "edit"),
        ("past", translate("VideoCommands", "Past video prompts"), offer_past, "clock"),
        ("make", translate("VideoCommands", "Make the video"), making.submit, "video"),
        (
            "frame.file",
            translate("VideoCommands", "Choose a first frame from a file"),
            frame.choose_file,
            "image",
        ),
        (
            "frame.library",
            translate("VideoCommands", "Choose a first frame from the library"),
            frame.choose_from_library,
            "library",
        ),
        ("frame.remove", translate("VideoCommands", "Remove the first frame"), frame.clear, "close"),
        ("play", translate("VideoCommands", "Play or pause the video"), player.toggle, "play"),
        (
            "grab",
            translate("VideoCommands", "Put this frame of the video into the library"),
            player.grab_frame,
            "grab-frame",
        ),
        (
            "next",
            translate("VideoCommands", "Make the next clip from this frame of the video"),
            lambda: player.want_file("next"),
            "continue",
        ),
        (
            "full",
            translate("VideoCommands", "Show the video on the full screen"),
            player.toggle_full_screen,
            "fullscreen",
        ),
        (
            "save",
            translate("VideoCommands", "Save the video as…"),
            lambda: player.want_file("save"),
            "save",
        ),
    )
    return [Command(f"videos.{key}", text, run, "", icon, section) for key, text, run, icon in rows]
