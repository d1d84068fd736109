"""Keys of commands as settings: any text is read, one entry a command."""

from panda_desktop.domain.settings import RECENT_COMMANDS, Settings
from panda_desktop.domain.shortcuts import bindings_of, pairs_of


def test_pairs_are_read_and_written() -> None:
    bindings = {"chat.new": "Ctrl+=", "go.chat": ""}
    assert bindings_of(pairs_of(bindings)) == bindings
    assert bindings_of(("a=Ctrl+1", "broken", "=Ctrl+2", "a=Ctrl+3")) == {"a": "Ctrl+3"}


def test_settings_of_the_look_and_keys_have_limits() -> None:
    wrong = Settings(
        accent="mauve",
        density="tight",
        motion="wild",
        shortcuts=("broken", "=x", "a=Ctrl+1", *(f"c{n}=F1" for n in range(900))),
        recent_commands=tuple("abcdefghijkl"),
    ).sane()
    assert (wrong.accent, wrong.density, wrong.motion) == ("green", "comfortable", "system")
    assert wrong.shortcuts[0] == "a=Ctrl+1" and len(wrong.shortcuts) == 300
    assert len(wrong.recent_commands) == RECENT_COMMANDS
    assert Settings(accent="system", density="compact", motion="reduced").sane().density == "compact"
