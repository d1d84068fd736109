"""The main job of the program as a screen reader does it: `python -m tests.access.at_spi_job FOLDER`.

Promise: it starts the program itself, in the session it is run in, and ends it.

It needs a display, a session bus and `at-spi-bus-launcher`; `test_at_spi` gives it all three.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from jeepney.wrappers import DBusErrorResponse

from tests.access.screen_reader import Heard, ScreenReader

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")


def main(folder: str) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    command = [sys.executable, "-m", "panda_desktop", "--data-dir", folder, "--demo-speed", "20"]
    with (
        subprocess.Popen([str(LAUNCHER), "--launch-immediately"]) as launcher,
        subprocess.Popen(command, env=environment) as program,
    ):
        try:
            job(ScreenReader())
            end(program)
        finally:
            program.terminate()
            launcher.terminate()


def job(reader: ScreenReader) -> None:
    button = "push button"
    reader.find(button, "Try it without a key").press()
    step("demo")
    reader.find("text", "Message")
    reader.find(button, "New chat").press()
    ask(reader, "Show Python code, a table and a list")
    answer = reader.until(lambda: answered(reader), "an answer")
    assert any("def " in line for line in answer), answer
    step("read")
    reader.find(button, "Copy").press()
    step("copied")
    reader.find("radio button", "Images").press()
    reader.find("text", "Prompt").write("A cat on a window sill")
    reader.find(button, "Generate").press()
    reader.until(lambda: next(pictures(reader, "Pictures"), None), "a picture")
    step("picture")
    reader.find("radio button", "Library").press()
    reader.until(lambda: next(pictures(reader, "Library"), None), "the picture in the library")
    step("library")
    video(reader)
    setting(reader)


def video(reader: ScreenReader) -> None:
    """Makes a video and hears that it can be played."""
    reader.find("radio button", "Videos").press()
    reader.find("text", "Prompt").write("A boat leaves the harbour")
    reader.find("push button", "Make video").press()
    reader.find("push button", "Play")
    step("video")


def setting(reader: ScreenReader) -> None:
    """Finds two settings by search and changes them."""
    reader.find("radio button", "Settings").press()
    reader.find("text", "Search the settings").write("colours")
    reader.find("radio button", "Colours: Dark").press()
    reader.until(lambda: reader.find("radio button", "Colours: Dark").checked, "the dark theme")
    assert not reader.find("radio button", "Colours: Light").checked
    reader.find("text", "Search the settings").replace("title")
    switch = reader.find("check box", "Automatic titles")
    before = switch.checked
    switch.press()
    reader.until(lambda: switch.checked is not before, "the switch")
    step("setting")


def end(program: "subprocess.Popen[bytes]") -> None:
    """Ends the program while a screen reader walks through it."""
    walks = threading.Event()
    walking = threading.Thread(target=walk, args=(walks,))
    walking.start()
    walks.wait()
    program.terminate()
    status = program.wait(timeout=30)
    walking.join()
    assert status == 0, f"the program ended with {status}"
    step("ended")


def walk(walks: threading.Event) -> None:
    reader = ScreenReader()
    while True:
        try:
            for each in reader.all():
                assert isinstance(each.name, str)
                walks.set()
        except (DBusErrorResponse, TimeoutError):
            if walks.is_set():
                return  # it has gone


def ask(reader: ScreenReader, text: str) -> None:
    reader.find("text", "Message").write(text)
    reader.find("push button", "Send").press()


def lines(reader: ScreenReader) -> list[str]:
    """Returns the lines of the last message."""
    document = next((each for each in reader.all("document") if each.name == "Conversation"), None)
    messages = document.children() if document is not None else []
    return [each.name for each in messages[-1].children()] if len(messages) > 1 else []


def answered(reader: ScreenReader) -> list[str] | None:
    """Returns the lines of the answer once it can be copied, which it can at its end."""
    found = lines(reader)
    return found if "Regenerate" in found else None


def pictures(reader: ScreenReader, name: str) -> Iterator[Heard]:
    grids = (each for each in reader.all("list") if each.name == name)
    return iter([child for grid in grids for child in grid.children()])


def step(words: str) -> None:
    print(f"done: {words}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
