"""The main job of the program as a screen reader does it: `python -m tests.access.at_spi_job FOLDER`.

Promise: it starts the program itself, in the session it is run in, and ends it.

It needs a display, a session bus and `at-spi-bus-launcher`; `test_at_spi` gives it all three.
"""

import os
import subprocess
import sys
from pathlib import Path

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
    reader.find("check box", "Images").press()
    reader.find("text", "Prompt").write("A cat on a window sill")
    reader.find(button, "Generate").press()
    reader.until(lambda: next(pictures(reader, "Pictures"), None), "a picture")
    step("picture")
    reader.find("check box", "Library").press()
    reader.until(lambda: next(pictures(reader, "Library"), None), "the picture in the library")
    step("library")


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


def pictures(reader: ScreenReader, name: str) -> "list[Heard]":
    grids = (each for each in reader.all("list") if each.name == name)
    return iter([child for grid in grids for child in grid.children()])


def step(words: str) -> None:
    print(f"done: {words}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
