"""The transcript: a conversation that can be read, selected, searched and acted on.

Promise: everything the mouse can do the keyboard can do, and a screen reader sees every message; nothing in a
message can make the view read a file or the network.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.markdown.visible import in_prose
from panda_desktop.ui.kit.announcing import announce
from panda_desktop.ui.kit.menus import Menu
from panda_desktop.ui.transcript import describe, file_words
from panda_desktop.ui.transcript.accessible import accessible_of, forget_messages, make_accessible
from panda_desktop.ui.transcript.clipboard import copy_selection, copy_text
from panda_desktop.ui.transcript.contract import Row
from panda_desktop.ui.transcript.handling import Handling
from panda_desktop.ui.transcript.keyboard import Deeds, Keyboard
from panda_desktop.ui.transcript.mouse import Mouse
from panda_desktop.ui.transcript.pointing import Spot
from panda_desktop.ui.transcript.reader import Reader
from panda_desktop.ui.transcript.searching import Searching
from panda_desktop.ui.transcript.taking import PictureTaker
from panda_desktop.ui.wording import joined


class TranscriptView(Searching):
    """Shows the rows of a `RowModel`.

    Signals:
        edit_requested(str): the person wants to edit the message with this id.
        regenerate_requested(str): wants another answer in place of this one.
        continue_requested(str): wants this answer to go on.
        fork_requested(str): wants a new conversation up to this message.
        delete_requested(str): wants this message gone.
        sibling_requested(str, int): wants the previous (-1) or next (1) sibling of this message.
        retry_requested(str): wants the request behind this message sent again.
        beside_requested(str): wants this answer and its siblings side by side.
        compare_requested(str): wants other models to answer this message, or what it answers.
        link_activated(str): clicked a link; already allow-listed. Show its host before opening it.
        told(str, bool): a sentence about what became of a file (saved, copied, gone), and whether it is a
            problem. Shown as a notice it is read out.
        menu_opening(object, str): this `Menu` will open for the message with this id: entries can be added.
    """

    edit_requested = Signal(str)
    regenerate_requested = Signal(str)
    continue_requested = Signal(str)
    fork_requested = Signal(str)
    delete_requested = Signal(str)
    sibling_requested = Signal(str, int)
    retry_requested = Signal(str)
    beside_requested = Signal(str)
    compare_requested = Signal(str)
    link_activated = Signal(str)
    told = Signal(str, bool)
    menu_opening = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Makes an empty view in the light theme at 100 %."""
        super().__init__(parent)
        self._mouse = Mouse(
            self.viewport(), self._pointing, self._selection, self._attention, self._activate, self._scroll
        )
        deeds = Deeds(self._activate, self.copy, self.read_message)
        self._keyboard = Keyboard(
            self._column, self._place, self._pointing, self._selection, self._attention, deeds
        )
        self._handling = Handling(self, self._files, self._images)
        self._handling.told.connect(self.told)
        self._open: set[str] = set()
        self._activated: Spot | None = None
        self._reader = Reader(self)
        self._reader.left.connect(self.setFocus)
        make_accessible(self, self, self.viewport())

    def set_viewer_host(self, host: QWidget | None) -> None:
        """Sets what a picture that is opened covers; without it the whole window."""
        self._handling.host = host

    def set_picture_taker(self, taker: PictureTaker | None) -> None:
        """Sets what uses pictures of messages elsewhere in the program; without it that is not offered."""
        self._handling.taker = taker

    def close_formulas(self) -> None:
        """Waits for all that works beside the window; call it before the application ends."""
        super().close_formulas()
        self._handling.close()

    # -- hands -------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copies the selection, or the message that has the keyboard focus."""
        focused = self._attention.focused
        if not copy_selection(self._selection, self._column) and focused is not None:
            copy_text(self._column.message(focused.row).text)

    def selected_text(self) -> str:
        """Returns the selection as copying gives it."""
        return self._selection.markdown()

    def _scroll(self, dy: float) -> None:
        self._place.scroll_by(dy)
        self._settle()

    def _activate(self, spot: Spot) -> None:
        """Does what a target stands for."""
        self._activated = spot
        message = self._column.message(spot.row)
        name, _, argument = spot.target.partition(":")
        match name:
            case "link" if argument.startswith("#"):
                self._go_to_anchor(spot.row, argument[1:])
            case "link":
                self.link_activated.emit(argument)
            case "copy" if argument:
                code = self._column.layout(spot.row).code(int(argument))
                copy_text(code.code if code is not None else "")
            case "copy":
                copy_text(message.text)
            case "file":
                self._handling.open_file(message, argument)
            case "image":
                if self._handling.use_image(int(argument), self._column.layout(spot.row).specs):
                    self._place.pinned = False  # what is read stays where it is when the image comes
            case "wrap":
                self._column.toggle_wrap(spot.row, int(argument))
                self._settle()
            case "reasoning":
                self._selection.clear()
                self._column.toggle_reasoning(spot.row)
                self._settle()
            case "previous" | "next":
                self.sibling_requested.emit(message.id, -1 if name == "previous" else 1)
            case _:
                self._intents()[name].emit(message.id)

    def activated_area(self) -> QRect:
        """Returns where in the viewport that is what was activated last, for a panel that opens beside it.

        Meant for the slots of the signals above; empty when it is out of view.
        """
        spot = self._activated
        if spot is None or all(
            (seen.row, seen.piece) != (spot.row, spot.piece) for seen in self._place.visible
        ):
            return QRect()
        return self._pointing.rect_of(spot).toRect().intersected(self.viewport().rect())

    def _intents(self) -> dict[str, SignalInstance]:
        return {
            "edit": self.edit_requested,
            "regenerate": self.regenerate_requested,
            "continue": self.continue_requested,
            "fork": self.fork_requested,
            "delete": self.delete_requested,
            "retry": self.retry_requested,
            "beside": self.beside_requested,
        }

    def _go_to_anchor(self, row: int, anchor: str) -> None:
        """Goes to a heading or footnote of the same message."""
        piece = self._column.layout(row).anchor(anchor)
        if piece is not None:
            self._place.show(row, piece, 24)
            self._settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See `Mouse`."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """See `Mouse`."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See `Mouse`."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See `Mouse`."""
        self._mouse.double_click(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notices that the pointer leaves."""
        if event.type() is QEvent.Type.Leave:
            self._mouse.leave()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `Keyboard`."""
        if self._keyboard.press(event, self.viewport().height()):
            self._settle()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Moves between messages and their actions before it leaves the view."""
        if self._keyboard.tab(1 if next else -1):
            self._keyboard.reveal(self.viewport().height())
            self._settle()
            self._tell_focus()
            return True
        self.viewport().update()
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is when it came by Tab."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._attention.focused = None
            self._keyboard.tab(1 if event.reason() is Qt.FocusReason.TabFocusReason else -1)
            self._tell_focus()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers what can be done with the selection and the message under the pointer."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row, place = self._pointing.row_at(QPointF(event.pos())), event.globalPos()
        under = self._pointing.target_at(QPointF(event.pos()))
        spot = under[0] if under is not None else None
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self._attention.focused is not None:
            spot = self._attention.focused
            row = spot.row
            place = self.viewport().mapToGlobal(self._pointing.rect_of(spot).center().toPoint())
        if spot is not None:
            specs = self._column.layout(spot.row).specs
            self._handling.fill_menu(menu, spot.target, self._column.message(spot.row), specs)
        menu.add(self.tr("Copy"), self.copy, shortcut="Ctrl+C", enabled=not self._selection.empty)
        if row >= 0:
            message = self._column.message(row)
            menu.add(self.tr("Copy message"), lambda: copy_text((self._now(message) or message).text))
            menu.add(self.tr("Read with a cursor"), lambda: self._read_again(message))
            self._offer_comparing(menu, row)
            self.menu_opening.emit(menu, message.id)
        menu.add(self.tr("Select all"), self._select_all, shortcut="Ctrl+A")
        menu.popup(place)

    def _row_of(self, message: Message) -> int:
        """Returns where a message is now: other rows may have come or gone while a menu was open."""
        rows = range(self._column.count)
        return next((row for row in rows if self._column.message(row).id == message.id), -1)

    def _now(self, message: Message) -> Message | None:
        row = self._row_of(message)
        return self._column.message(row) if row >= 0 else None

    def _read_again(self, message: Message) -> None:
        if (row := self._row_of(message)) >= 0:
            self.read_message(row)

    def _offer_comparing(self, menu: Menu, row: int) -> None:
        if self._column.bare:
            return
        shown = self._column.row(row)
        message = shown.message
        if message.role is Role.ASSISTANT and shown.sibling_count > 1:
            menu.add(
                self.tr("Show side by side"),
                lambda: self.beside_requested.emit(message.id),
                icon_name="compare",
            )
        menu.add(
            self.tr("Compare with other models…"),
            lambda: self.compare_requested.emit(message.id),
            icon_name="compare",
        )

    def _select_all(self) -> None:
        self._selection.select_all()
        self.viewport().update()

    def read_message(self, row: int) -> None:
        """Lays the text of a message over it, with a cursor to read and select by keyboard."""
        rect = self._pointing.rect_of(Spot(row, 0, "")).toRect().adjusted(-10, 0, 10, 0)
        viewport = self.viewport().rect()
        place = rect.intersected(viewport.adjusted(4, 4, -4, -4))
        place.setHeight(min(max(place.height(), 120), viewport.height() - 8))
        place.moveBottom(min(place.bottom(), viewport.bottom() - 4))
        self._reader.read(self.spoken_name(row), self.spoken_text(row), QRect(place), self._style)

    # -- for screen readers ------------------------------------------------------------------------

    def row_count(self) -> int:
        """See `document.Document`."""
        return self._column.count

    def row(self, index: int) -> Row:
        """See `document.Document`."""
        return self._column.row(index)

    def spoken_name(self, row: int) -> str:
        """See `document.Document`."""
        return describe.spoken(self._column.row(row))

    def spoken_text(self, row: int) -> str:
        """See `document.Document`."""
        message = self._column.message(row)
        notes = [note.text for note in describe.notes(message, self._column.sentence)]
        text = self._column.layout(row).plain_text() or in_prose(message.text)
        lost = [self._files.is_missing(each) for each in message.attachments]
        files = file_words.spoken_files(message.attachments, lost)
        parts = [*files, *([text] if text else []), *notes, describe.receipt(message)]
        return "\n".join(parts).rstrip("\n")

    def spoken_actions(self, row: int) -> list[tuple[str, QRectF]]:
        """See `document.Document`."""
        if all(seen.row != row for seen in self._place.visible):
            return []
        found = []
        for spot in self._pointing.spots_of(row)[1:]:
            name = self._pointing.name_of(spot)
            found.append((name, self._pointing.rect_of(spot)))
        return found

    def press_action(self, row: int, index: int) -> None:
        """See `document.Document`."""
        self._activate(self._pointing.spots_of(row)[1 + index])

    def row_rect(self, row: int) -> QRectF:
        """See `document.Document`."""
        if all(seen.row != row for seen in self._place.visible):
            return QRectF()
        return self._pointing.rect_of(Spot(row, 0, "")).intersected(QRectF(self.viewport().rect()))

    def focused_row(self) -> int:
        """See `document.Document`."""
        focused = self._attention.focused
        return focused.row if focused is not None and self.hasFocus() else -1

    def row_at(self, point: QPoint) -> int:
        """See `document.Document`."""
        return self._pointing.row_at(QPointF(point))

    def _tell_focus(self) -> None:
        speaking = accessible_of(self)
        if speaking is not None and self._attention.focused is not None:
            speaking.tell_focus(self._attention.focused.row)

    def _model_reset(self) -> None:
        super()._model_reset()
        self._open.clear()
        forget_messages(self)

    def _rows_inserted(self, first: int, count: int) -> None:
        super()._rows_inserted(first, count)
        new = [self._column.message(row) for row in range(first, first + count)]
        # One that fails at once is never heard of before its end.
        self._open.update(message.id for message in new if not message.state.is_final)

    def _row_grew(self, row: int) -> None:
        super()._row_grew(row)
        self._open.add(self._column.message(row).id)

    def _row_changed(self, row: int) -> None:
        """Says when an answer has ended, for those who do not see it."""
        super()._row_changed(row)
        message = self._column.message(row)
        if not message.state.is_final:
            self._open.add(message.id)
        elif message.id in self._open:
            self._open.discard(message.id)
            failed = message.state is MessageState.FAILED
            notes = [note.text for note in describe.notes(message, self._column.sentence)]
            ended = self.tr("{name} has answered.").format(name=self.spoken_name(row))
            announce(self, joined(*notes) or ended, urgent=failed)
