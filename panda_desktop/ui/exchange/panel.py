"""The panel in which an export is wished: what, as what, which branches, how many files.

Promise: only what makes sense is offered, and what each form is good for is said before it is chosen.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from panda_desktop.ui.exchange.over import fit, open_over
from panda_desktop.ui.exchange.values import ExportWish, Form
from panda_desktop.ui.kit import (
    Button,
    FlowLayout,
    Label,
    Popover,
    PrimaryButton,
    ScrollArea,
    SectionLabel,
    SegmentedChoice,
)

_WIDTH: Final = 400
_OPEN, _ALL = "open", "all"
_SHOWN, _EVERY = "shown", "every"
_ONE, _EACH = "one", "each"


class ExportPanel(Popover):
    """One opening of the panel; it deletes itself when closed.

    Attributes:
        what, form, branches, files: the choices.
        go: asks where to.

    Signals:
        wished(object): an `ExportWish`; the place is to be asked for.
    """

    wished = Signal(object)

    def __init__(self, window: QWidget, wish: ExportWish, *, has_open: bool) -> None:
        """Shows `wish`.

        Args:
            window: what it opens over.
            wish: what is chosen at first.
            has_open: there is an open chat with messages; without one all chats are meant.
        """
        super().__init__(window)
        self._window = window
        self._wish = wish if has_open else replace(wish, all_chats=True)
        self._note = Label("", "small", wrap=True)
        self._make_choices(has_open)
        self.go = PrimaryButton(self.tr("Export…"), tip=self.tr("Choose where to, then export"))
        self.cancel = Button(self.tr("Cancel"), tip=self.tr("Close without exporting (Esc)"))
        self._area = ScrollArea(margins=0)
        self._build()
        self._show_wish()
        self.setAccessibleName(self.tr("Export chats"))
        for choice in (self.what, self.form, self.branches, self.files):
            choice.chosen.connect(lambda _value: self._chosen())
        self.go.clicked.connect(lambda _checked=False: self._go())
        self.cancel.clicked.connect(lambda _checked=False: self.close())
        self.closed.connect(self.deleteLater)

    def open_near(self, anchor: QWidget | None) -> None:
        """Opens beside what was pressed, or over the window."""
        self._fit()
        if anchor is not None and anchor.isVisible():
            self.open_at(anchor)
        else:
            open_over(self, self._window)
        taken = self.form.button(self._wish.form)
        if taken is not None:
            taken.setFocus(Qt.FocusReason.PopupFocusReason)

    def _make_choices(self, has_open: bool) -> None:
        self.what = SegmentedChoice(
            self.tr("What"), [(_OPEN, self.tr("This chat")), (_ALL, self.tr("All chats"))]
        )
        opened = self.what.button(_OPEN)
        if opened is not None:
            opened.setEnabled(has_open)
        self.form = SegmentedChoice(
            self.tr("As"),
            [(Form.MARKDOWN, "Markdown"), (Form.HTML, "HTML"), (Form.PDF, "PDF"), (Form.JSON, "JSON")],
        )
        self.branches = SegmentedChoice(
            self.tr("Versions"),
            [(_SHOWN, self.tr("Those shown")), (_EVERY, self.tr("All"))],
        )
        self.files = SegmentedChoice(
            self.tr("Files"), [(_ONE, self.tr("One file")), (_EACH, self.tr("One for each chat"))]
        )

    def _build(self) -> None:
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(12)
        column = self._area.column
        column.setSpacing(6)
        column.addWidget(Label(self.tr("Export chats"), "heading"))
        self._rows: dict[SegmentedChoice, QWidget] = {}
        for choice in (self.what, self.form, self.branches, self.files):
            box = QWidget()
            inside = QVBoxLayout(box)
            inside.setContentsMargins(0, 6, 0, 0)
            inside.setSpacing(6)
            inside.addWidget(SectionLabel(choice.accessibleName(), choice))
            inside.addWidget(choice)
            if choice is self.form:
                inside.addWidget(self._note)
            column.addWidget(box)
            self._rows[choice] = box
        self.content.addWidget(self._area, 1)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.go)
        flow.addWidget(self.cancel)
        self.content.addWidget(buttons)

    def _show_wish(self) -> None:
        wish = self._wish
        self.what.set_value(_ALL if wish.all_chats else _OPEN)
        self.form.set_value(wish.form)
        self.branches.set_value(_EVERY if wish.all_branches else _SHOWN)
        self.files.set_value(_EACH if wish.separate else _ONE)
        self._note.setText(self._about(wish.form))
        button = self.form.button(wish.form)
        if button is not None:
            button.setAccessibleDescription(self._note.text())
        self._rows[self.branches].setVisible(wish.form is not Form.JSON)
        self._rows[self.files].setVisible(wish.all_chats)

    def _chosen(self) -> None:
        self._wish = ExportWish(
            self.what.value() == _ALL,
            Form(self.form.value()),
            self.branches.value() == _EVERY,
            self.files.value() == _EACH,
        )
        self._show_wish()
        self._fit()

    def _fit(self) -> None:
        """Takes the height of its rows; where that is too much, they scroll."""
        fit(self, self._window, _WIDTH)
        margins = self.content.contentsMargins()
        inside = self.width() - margins.left() - margins.right() - 2
        rows = self._area.widget()
        layout = None if rows is None else rows.layout()
        assert rows is not None and layout is not None
        layout.activate()
        wanted = (
            layout.totalHeightForWidth(inside) if layout.hasHeightForWidth() else rows.sizeHint().height()
        )
        screen = self.screen() or QApplication.primaryScreen()
        rest = self.sizeHint().height() - self._area.sizeHint().height()
        most = screen.availableGeometry().height() - rest - 32
        self._area.setFixedHeight(max(80, min(wanted + 4, most)))
        self.content.activate()  # else the frame still has the height it had with other rows
        self.adjustSize()

    def _about(self, form: Form) -> str:
        return {
            Form.MARKDOWN: self.tr("Plain text with marks, to read and edit in any program."),
            Form.HTML: self.tr("A page for any browser, light or dark. It loads nothing from the net."),
            Form.PDF: self.tr("Pages to print or to send."),
            Form.JSON: self.tr("Everything there is, every version included. It can be imported again."),
        }[form]

    def _go(self) -> None:
        wish = self._wish
        self.close()
        self.wished.emit(wish)
