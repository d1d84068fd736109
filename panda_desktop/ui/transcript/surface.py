"""The scrolling surface of the transcript: what is laid out, where, and how it gets on the screen.

Promise: whatever the length of the conversation or of an answer, only what is visible is laid out and only
what has changed is painted.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from panda_desktop.domain.chat import Message
from panda_desktop.ui.theme.tokens import LIGHT, Theme
from panda_desktop.ui.transcript.attention import Attention
from panda_desktop.ui.transcript.column import Column
from panda_desktop.ui.transcript.contract import RowModel
from panda_desktop.ui.transcript.describe import ErrorSentence
from panda_desktop.ui.transcript.finder import Finder
from panda_desktop.ui.transcript.formulas import FormulaStore
from panda_desktop.ui.transcript.illustrating import where_now
from panda_desktop.ui.transcript.illustrations import Illustrations, ImageLoader
from panda_desktop.ui.transcript.jump import JumpButton
from panda_desktop.ui.transcript.marking import marks_of
from panda_desktop.ui.transcript.message_files import AttachmentSource, MessageFiles
from panda_desktop.ui.transcript.piece import Canvas, paint_ring
from panda_desktop.ui.transcript.place import Place
from panda_desktop.ui.transcript.pointing import Pointing
from panda_desktop.ui.transcript.repaint import Repainter, Shown
from panda_desktop.ui.transcript.selection import Selection
from panda_desktop.ui.transcript.specs import PictureSpec, Spec
from panda_desktop.ui.transcript.style import COLUMN, MARGIN, Style
from panda_desktop.ui.transcript.surroundings import Surroundings

_WORK_SECONDS: Final = 0.006


class Surface(QAbstractScrollArea):
    """Lays out and paints the rows of a `RowModel`; hands and intents are in `view.TranscriptView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Makes an empty view in the light theme at 100 %."""
        super().__init__(parent)
        self._formulas = FormulaStore(self)
        self._formulas.ready.connect(self._formula_ready)
        self._files = MessageFiles(self)
        self._files.changed.connect(self.viewport().update)
        self._images = Illustrations(self)
        self._images.drawn.connect(self.viewport().update)
        self._images.changed.connect(self._images_changed)
        self._images.allowed_changed.connect(self._allowed_changed)
        self._style = Style(LIGHT, 100, mirrored=self.isRightToLeft())
        self._model: RowModel | None = None
        self._column = Column(self._surroundings(), self._default_sentence)
        self._place = Place(self._column)
        self._pointing = Pointing(self._column, self._place)
        self._selection = Selection(self._column)
        self._finder = Finder(self._column)
        self._attention = Attention()
        self._bar_value = 0
        self._setting_bar = False
        self._settle_timer = self._timer(self._settle, single=True)
        self._work_timer = self._timer(self._work)
        self._bar_timer = self._timer(self._set_bar, interval=50, single=True)
        self._tick_timer = self._timer(self._tick, interval=500)
        self._jump = JumpButton(self.viewport())
        self._jump.clicked.connect(self.scroll_to_end)
        self._repainter = Repainter(self.viewport())
        self._dress()

    def _timer(self, slot: Callable[[], None], *, interval: int = 0, single: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(single)
        timer.timeout.connect(slot)
        return timer

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Conversation"))
        self.setAccessibleDescription(
            self.tr("Tab goes to the messages and their buttons, Enter reads a message line by line.")
        )
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)
        self.verticalScrollBar().setSingleStep(40)

    # -- what is shown -----------------------------------------------------------------------------

    def set_model(self, model: RowModel | None) -> None:
        """Shows another conversation, from its end."""
        if self._model is not None:
            for signal, slot in self._connections(self._model):
                signal.disconnect(slot)
        self._model = model
        if model is not None:
            for signal, slot in self._connections(model):
                signal.connect(slot)
        self._model_reset()

    def set_theme(self, theme: Theme) -> None:
        """Draws everything in other colours."""
        self._restyle(Style(theme, self._style.zoom, mirrored=self._style.mirrored))

    def set_zoom(self, zoom: int) -> None:
        """Sets the text size in per cent."""
        self._restyle(Style(self._style.theme, zoom, mirrored=self._style.mirrored))

    def changeEvent(self, event: QEvent) -> None:
        """Qt: the interface may run the other way now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._restyle(Style(self._style.theme, self._style.zoom, mirrored=self.isRightToLeft()))

    def set_error_sentence(self, sentence: ErrorSentence) -> None:
        """Sets what says in words why a message failed."""
        self._column.sentence = sentence
        self._restyle(self._style)

    def set_bare(self) -> None:
        """Shows only the text of messages and how they ended: model, actions and receipt stand elsewhere."""
        self._column.bare = True
        self._restyle(self._style)

    def set_attachment_source(self, source: AttachmentSource | None) -> None:
        """Sets what reads the files of messages; only those in view are read."""
        self._files.set_source(source)
        self.viewport().update()

    def _allowed_changed(self) -> None:
        self._restyle(self._style)

    def set_image_loader(self, loader: ImageLoader | None) -> None:
        """Sets what loads an image of an answer from the network, each only when the person asks for it."""
        self._images.set_loader(loader)
        self._restyle(self._style)

    def scroll_to_end(self) -> None:
        """Goes to the newest message and follows it from there."""
        self._place.pinned = True
        self._schedule()

    def scroll_to_message(self, message_id: str) -> bool:
        """Brings a message into view; returns whether it is in the conversation."""
        for row in range(self._column.count):
            if self._column.message(row).id == message_id:
                self._place.show(row, 0, 12)
                self._settle()
                return True
        return False

    @property
    def pinned(self) -> bool:
        """The view follows the end of the conversation."""
        return self._place.pinned

    def close_formulas(self) -> None:
        """Waits for the formula and pictures being drawn; call it before the application ends."""
        self._formulas.close()
        self._files.close()
        self._images.close()

    # -- the model's changes -----------------------------------------------------------------------

    def _connections(self, model: RowModel) -> list[tuple[SignalInstance, Callable[..., None]]]:
        return [
            (model.reset, self._model_reset),
            (model.inserted, self._rows_inserted),
            (model.removed, self._rows_removed),
            (model.changed, self._row_changed),
            (model.grew, self._row_grew),
        ]

    def _model_reset(self) -> None:
        self._selection.clear()
        self._finder.current = None
        self._attention.clear()
        self._files.forget()
        self._column.set_model(self._model)
        self._place.reset()
        self._schedule()
        self._tick_timer.start()

    def _rows_inserted(self, first: int, count: int) -> None:
        self._column.insert(first, count)
        self._place.rows_moved(first, 0, count)
        self._selection.rows_moved(first, 0, count)
        self._attention.clear()
        self._schedule()
        self._tick_timer.start()

    def _rows_removed(self, first: int, count: int) -> None:
        self._column.remove(first, count)
        self._place.rows_moved(first, count, 0)
        self._selection.rows_moved(first, count, 0)
        self._attention.clear()
        self._schedule()

    def _row_changed(self, row: int) -> None:
        self._column.refresh(row)
        self._tick_timer.start()
        self._schedule()

    def _row_grew(self, row: int) -> None:
        self._column.grow(row)
        self._schedule()

    def _images_changed(self, message_id: str) -> None:
        """An image in a message has come or gone; what is at the top of the view stays there."""
        found = self._column.illustrate_again(message_id)
        if found is None:
            return
        row, before, after = found
        self._place.pieces_moved(row, lambda piece: where_now(piece, before, after))
        if len(before) != len(after):
            self._selection.clear()
            self._finder.current = None
            self._attention.hovered = None
            self._follow_focus(row, before, after)
        self._repainter.forget()
        self._schedule()

    def _follow_focus(self, row: int, before: Sequence[Spec], after: Sequence[Spec]) -> None:
        """Keeps the keyboard focus on what had it; that of a chip goes to the picture that has come."""
        focused = self._attention.focused
        if focused is None or focused.row != row or not focused.target:
            return
        piece = where_now(focused.piece, before, after)
        for place, spec in enumerate(after):
            if isinstance(spec, PictureSpec) and focused.target == f"image:{spec.number}":
                piece = place
        self._attention.focused = replace(focused, piece=piece)

    # -- laying out --------------------------------------------------------------------------------

    def _surroundings(self) -> Surroundings:
        room = self.viewport().width() - 2 * MARGIN
        column = max(200.0, min(room, COLUMN * self._style.factor))
        words = (self.tr("Wrap"), self.tr("Do not wrap"), self.tr("Copy"))
        return Surroundings(self._style, self._formulas, self._files, self._images, float(int(column)), words)

    def _restyle(self, style: Style) -> None:
        self._style = style
        self._repainter.forget()
        self._lay_out_anew(self._surroundings())
        self._attention.hovered = None
        self._schedule()

    def _lay_out_anew(self, around: Surroundings) -> None:
        """Takes another width, theme or zoom; the words at the top of the view stay there."""
        self._place.remember()
        self._column.restyle(around)
        self._place.recall()

    def _schedule(self) -> None:
        if not self._settle_timer.isActive():
            self._settle_timer.start()

    def _settle(self) -> None:
        """Lays out what is visible and tells scroll bar and button where that is."""
        self._settle_timer.stop()
        height = self.viewport().height()
        self._place.settle(height)
        # An odd pixel goes to the left, as layouts have it: what stands below begins where the column does.
        self._pointing.left = float((self.viewport().width() - int(self._column.around.column) + 1) // 2)
        visible = self._place.visible
        if visible:
            first, last = visible[0], visible[-1]
            self._column.forget_far((first.row, first.piece), (last.row, last.piece))
        bar = self.verticalScrollBar()
        if not self._place.pinned or abs(self._place.total - height - bar.maximum()) > height:
            self._set_bar()
        elif not self._bar_timer.isActive():
            self._bar_timer.start()
        self._jump.place(self._style, wanted=not self._place.pinned and not self._place.at_end)
        self._show()
        if self._column.has_work(self._rows_in_view()):
            self._work_timer.start()

    def _set_bar(self) -> None:
        """Tells the scroll bar where the view is. While text streams in, a few times a second is enough."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._setting_bar = True
        bar.setPageStep(height)
        bar.setRange(0, max(0, round(self._place.total - height)))
        bar.setValue(bar.maximum() if self._place.pinned else max(0, round(self._place.top)))
        self._bar_value = bar.value()
        self._setting_bar = False

    def _show(self) -> None:
        """Brings the screen up to date."""
        now = []
        for seen in self._place.visible:
            piece = seen.laid_out
            left = self._pointing.left_of(seen.row)
            now.append(Shown(seen.row, seen.piece, piece, piece.revision, left, int(seen.y)))
        whole = self._jump.isVisible() or (self.hasFocus() and self._attention.focused is not None)
        self._repainter.show(now, whole=whole)

    def _rows_in_view(self) -> range:
        visible = self._place.visible
        return range(visible[0].row, visible[-1].row + 1) if visible else range(0)

    def _work(self) -> None:
        """Uses idle time for parsing and colouring what is visible."""
        changed, more = self._column.work(self._rows_in_view(), time.perf_counter() + _WORK_SECONDS)
        if changed:
            self._place.settle(self.viewport().height())
            self._show()
            if more:
                self._schedule()
        if not more:
            self._work_timer.stop()

    def _tick(self) -> None:
        rows = self._column.tick()
        if rows:
            self._schedule()
        elif not self._anything_open():
            self._tick_timer.stop()

    def _anything_open(self) -> bool:
        return any(
            not self._column.message(row).state.is_final
            for row in range(max(0, self._column.count - 4), self._column.count)
        )

    def _formula_ready(self, key: object) -> None:
        assert isinstance(key, tuple)
        if self._column.formula_ready(key):
            self._schedule()
        self.viewport().update()

    def _bar_moved(self, value: int) -> None:
        if self._setting_bar:
            return
        dy = value - self._bar_value
        if value >= self.verticalScrollBar().maximum():
            self._place.pinned = True
        elif abs(dy) <= 3 * self.viewport().height():
            self._place.scroll_by(dy)
        else:
            self._place.scroll_to(value)
        self._settle()
        if dy > 0 and self._place.at_end:
            self._place.pinned = True
            self._jump.place(self._style, wanted=False)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Does nothing: the view follows the bar by `_bar_moved`."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps what is at the top where it is; only what is visible is laid out again."""
        self._repainter.forget()
        around = self._surroundings()
        if around.column != self._column.around.column:
            self._lay_out_anew(around)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Lays out what was set while hidden."""
        super().showEvent(event)
        self._settle()

    # -- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what is visible."""
        painter = QPainter(self.viewport())
        area = QRectF(event.rect())
        painter.fillRect(area, self._style.colour("background"))
        canvas = Canvas(painter, self._style)
        attention = self._attention
        focused = attention.focused if self.hasFocus() else None
        lively = attention.lively(with_focus=self.hasFocus())
        for shown in self._repainter.shown:
            if shown.y > area.bottom() or shown.y + shown.piece.height < area.top():
                continue
            canvas.hovered = attention.target(attention.hovered, shown.row, shown.number)
            canvas.focused = attention.target(focused, shown.row, shown.number)
            canvas.lively = shown.row in lively
            canvas.marks = marks_of(shown, self._finder, self._selection, self._style)
            shown.piece.paint(canvas, shown.x, shown.y)
        if focused is not None and not focused.target:
            ring = self._pointing.rect_of(focused).adjusted(-8, 0, 8, -6)
            paint_ring(painter, ring, self._style.colour("focus"), 10)
        painter.end()

    def _default_sentence(self, message: Message) -> str:
        return self.tr("The answer did not arrive.")
