"""The report about a run that did not end well, to be read before anybody else sees it.

Promise: it goes nowhere by itself; what is copied or saved is exactly what is read here.
"""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from panda_desktop.ui.icons import app_icon
from panda_desktop.ui.kit import Button, Card, FlowLayout, Label, PrimaryButton, Surface, announce
from panda_desktop.ui.theme import look
from panda_desktop.ui.theme.fonts import mono_font, type_scale


class CrashReport(Surface):
    """A window of its own beside the main one.

    Signals:
        delete_wanted: the report shall be gone.
    """

    delete_wanted = Signal()

    def __init__(self, text: str, owner: QWidget) -> None:
        """Shows `text`; Escape closes it and the focus goes back to `owner`."""
        super().__init__("background", parent=owner)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report about the last run"))
        self.setWindowIcon(app_icon())
        self._text = text
        self.dialog: QFileDialog | None = None
        self.area = QPlainTextEdit()
        self.area.setAccessibleName(self.tr("Report"))
        self.area.setFont(mono_font(type_scale(look().zoom).mono))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setReadOnly(True)
        self.area.setTabChangesFocus(True)
        self.area.setMinimumHeight(80)
        self.area.setPlainText(text)
        self.copy = PrimaryButton(self.tr("Copy"))
        self.save = Button(self.tr("Save…"), icon_name="save")
        self.delete = Button(self.tr("Delete"), "danger", icon_name="trash")
        self.close_button = Button(self.tr("Close"))
        self._outcome = Label("", "small", wrap=True)
        self._outcome.hide()
        self._build()
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.save.clicked.connect(lambda _checked=False: self._ask_where())
        self.delete.clicked.connect(lambda _checked=False: self._delete())
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        self.resize(QSize(680, 560))
        self.copy.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def outcome(self) -> str:
        """Returns what is said about the last deed."""
        return self._outcome.text()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("Panda did not end well last time"), "heading", wrap=True))
        about = self.tr(
            "Your chats are saved. This report says where the program was. It holds no key and no words of "
            "your chats, and nobody has seen it: read it, then share it if you want to help."
        )
        column.addWidget(Label(about, "muted", wrap=True))
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.area)
        column.addWidget(card, 1)
        column.addWidget(self._outcome)
        box = QWidget()
        flow = FlowLayout(box, gap=8)
        for button in (self.copy, self.save, self.delete, self.close_button):
            flow.addWidget(button)
        column.addWidget(box)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._say(self.tr("Copied."))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"), "panda-report.txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_to)
        self.dialog = dialog
        dialog.open()

    def _save_to(self, file: str) -> None:
        try:
            Path(file).write_text(self._text, encoding="utf-8")
        except OSError:
            self._say(self.tr("It could not be saved there. Choose another folder."))
            return
        self._say(self.tr("Saved."))

    def _delete(self) -> None:
        self.delete_wanted.emit()
        self.close()

    def _say(self, words: str) -> None:
        self._outcome.setText(words)
        self._outcome.show()
        announce(self, words)
