"""Grabs pictures of what is outside the window: `python -m tests.ui.desktop_gallery FOLDER`."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.ui.settings import SettingsPage
from panda_desktop.ui.theme import ThemeController, ThemeMode
from tests.ui.chat_gallery import ANSWER, CHINESE
from tests.ui.desktop.doubles import Outside
from tests.ui.picturing import prepare


def main(folder: Path, translation: str = "") -> None:
    """Writes the pictures, in another language when one is given."""
    app = QApplication([])
    prepare(app, folder, translation)
    controller = ThemeController(app, ThemeMode.LIGHT)
    outside = Outside(Path(tempfile.mkdtemp()))

    def picture(widget: QWidget, name: str) -> None:
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            controller.set_mode(mode)
            for _ in range(8):
                app.processEvents()
            widget.grab().save(str(folder / f"{name}-{mode}.png"))

    quick = outside.desktop.quick()
    picture(quick, "quick-empty")
    quick.field.set_text("A question with several lines.\nThe second one.\n" + "and a very long one " * 12)
    picture(quick, "quick-typed")
    quick.field.set_text("Which failures may be repeated?")
    quick.button.click()
    picture(quick, "quick-waiting")
    chat = outside.stage.chat_service
    conversation_id = outside.around.quick.conversation_id
    chat.grow(conversation_id, ANSWER if not translation else CHINESE)
    picture(quick, "quick-streaming")
    chat.finish(conversation_id)
    picture(quick, "quick-answered")
    controller.set_zoom(200)
    picture(quick, "quick-200")
    controller.set_zoom(100)
    quick.again.click()
    chat.failure = PandaError(ErrorKind.NO_KEY)
    quick.field.set_text("Hello")
    quick.button.click()
    picture(quick, "quick-no-key")
    quick.button.click()
    state = MessageState.FAILED
    detail = ErrorDetail(status=402, message="The balance is used up.")
    chat.finish(
        outside.around.quick.conversation_id, state=state, error=ErrorKind.NO_CREDIT, error_detail=detail
    )
    picture(quick, "quick-failed")
    quick.hide()
    page = SettingsPage()
    outside.desktop.join_settings(page)
    page.show_section("desktop")
    page.resize(1000, 760)
    page.show()
    picture(page, "settings")
    outside.has_tray = False
    outside.desktop_model.give(None)
    outside.stage.settings.change(quick_key=True)
    page.resize(420, 900)
    picture(page, "settings-narrow")
    outside.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
