"""The list of places beside the library: everything, boards, tags, the trash, the room on the disk.

Promise: one stop for Tab and arrows inside; what is dragged onto a board, a tag or the trash goes there; the
list follows every change of boards, tags and numbers.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.boards import Board
from panda_desktop.domain.folders import Tag
from panda_desktop.domain.library_filter import LibraryFilter
from panda_desktop.ui.kit import IconButton, Label, Menu, ScrollArea, SectionLabel, Surface, give_role
from panda_desktop.ui.library.counts import Counts
from panda_desktop.ui.library.place_row import PlaceRow
from panda_desktop.ui.theme import look

_WIDTH: Final = 224
ALL: Final = "all"
TRASH: Final = "trash"
DISK: Final = "disk"


class PlacesPanel(Surface):
    """The list.

    Attributes:
        new_board: makes a board.

    Signals:
        all_wanted: every item shall be shown.
        board_wanted(str): the board of this id shall be shown.
        tag_toggled(str, bool): only items with this tag shall be shown, or no longer.
        trash_wanted: the trash shall be shown.
        disk_wanted: the room on the disk shall be shown.
        put_wanted(str, object): these items shall lie on this board.
        mark_wanted(str, object): these items shall carry this tag.
        delete_wanted(object): these items shall be moved to the trash.
        new_board_wanted(object): a board shall be made; the widget to ask beside.
        rename_board_wanted(str, object): this board shall get another name; the widget to ask beside.
        delete_board_wanted(str): this board shall go, not its items.
        move_board_wanted(str, int): this board shall stand at this place.
    """

    all_wanted = Signal()
    board_wanted = Signal(str)
    tag_toggled = Signal(str, bool)
    trash_wanted = Signal()
    disk_wanted = Signal()
    put_wanted = Signal(str, object)
    mark_wanted = Signal(str, object)
    delete_wanted = Signal(object)
    new_board_wanted = Signal(object)
    rename_board_wanted = Signal(str, object)
    delete_board_wanted = Signal(str)
    move_board_wanted = Signal(str, int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows no board and no tag yet."""
        super().__init__("side", edge="right", parent=parent)
        self.setAccessibleName(self.tr("Places of the library"))
        give_role(self, QAccessible.Role.Grouping)
        self._boards: tuple[Board, ...] = ()
        self._tags: tuple[Tag, ...] = ()
        self._counts = Counts()
        self._one_of = QButtonGroup(self)
        self.everything = PlaceRow(ALL, "library", self.tr("Everything"))
        self.trash = PlaceRow(
            TRASH, "trash", self.tr("Trash"), takes=self.tr("Drop here to delete; kept for 30 days")
        )
        self.disk = PlaceRow(DISK, "disk", self.tr("Room on the disk"))
        self.new_board = IconButton("plus", self.tr("New board"), size=16)
        self.board_rows: dict[str, PlaceRow] = {}
        self.tag_rows: dict[str, PlaceRow] = {}
        self._build()
        for row in (self.everything, self.trash, self.disk):
            self._adopt(row)
            self._add_to_group(row)
        self.everything.clicked.connect(lambda _checked=False: self.all_wanted.emit())
        self.trash.clicked.connect(lambda _checked=False: self.trash_wanted.emit())
        self.trash.dropped.connect(self.delete_wanted)
        self.disk.clicked.connect(lambda _checked=False: self.disk_wanted.emit())
        self.new_board.clicked.connect(lambda _checked=False: self.new_board_wanted.emit(self.new_board))
        self._rove(self.everything)
        self.set_marks((), ())
        self.show_place(ALL, LibraryFilter())
        look().changed.connect(self._color)

    # what is shown

    def set_marks(self, boards: Sequence[Board], tags: Sequence[Tag]) -> None:
        """Shows these boards and tags."""
        focused = next((row.key for row in self.rows() if row.hasFocus()), "")
        self._boards, self._tags = tuple(boards), tuple(tags)
        self._clear(self._board_column, self.board_rows)
        self._clear(self._tag_column, self.tag_rows)
        for board in boards:
            self._add_board(board)
        for tag in tags:
            self._add_tag(tag)
        self._no_board.setVisible(not boards)
        self._tag_head.setVisible(bool(tags))
        self._color()
        self.set_counts(self._counts)
        back = next((row for row in self.rows() if row.key == focused), None)
        self._rove(back or self.everything)
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_counts(self, counts: Counts) -> None:
        """Shows how much there is."""
        self._counts = counts
        self.everything.set_count(counts.whole)
        for identity, row in self.board_rows.items():
            row.set_count(counts.boards[identity])
        for identity, row in self.tag_rows.items():
            row.set_count(counts.tags[identity])

    def show_place(self, place: str, wanted: LibraryFilter) -> None:
        """Marks where one is: `ALL` with a filter, `TRASH` or `DISK`."""
        shown = place == ALL
        self._one_of.setExclusive(False)
        self.everything.setChecked(shown and wanted.board_id is None)
        self.trash.setChecked(place == TRASH)
        self.disk.setChecked(place == DISK)
        for identity, row in self.board_rows.items():
            row.setChecked(shown and identity == wanted.board_id)
        self._one_of.setExclusive(True)
        for identity, row in self.tag_rows.items():
            row.setChecked(shown and identity in wanted.tag_ids)

    def rows(self) -> list[PlaceRow]:
        """Returns all rows, from top to bottom."""
        return [
            self.everything,
            *self.board_rows.values(),
            *self.tag_rows.values(),
            self.trash,
            self.disk,
        ]

    def focus_row(self) -> None:
        """Gives the keyboard to the row where one is."""
        row = next((row for row in self.rows() if row.isChecked()), self.everything)
        self._rove(row)
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        """Follows the text size."""
        return QSize(look().pixels(_WIDTH), look().pixels(400))

    # building

    def _build(self) -> None:
        area = ScrollArea(margins=8)
        column = area.column
        column.setSpacing(2)
        column.addWidget(self.everything)
        head = QHBoxLayout()
        head.setContentsMargins(8, 12, 0, 0)
        head.addWidget(SectionLabel(self.tr("Boards")), 1)
        head.addWidget(self.new_board)
        column.addLayout(head)
        self._board_column = QVBoxLayout()
        self._board_column.setSpacing(2)
        column.addLayout(self._board_column)
        words = self.tr(
            "Put what belongs together on a board: choose pictures and press B, or drag them here."
        )
        self._no_board = Label(words, "small", wrap=True)
        self._no_board.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self._no_board)
        self._tag_head = SectionLabel(self.tr("Tags"))
        self._tag_head.setContentsMargins(8, 12, 0, 4)
        column.addWidget(self._tag_head)
        self._tag_column = QVBoxLayout()
        self._tag_column.setSpacing(2)
        column.addLayout(self._tag_column)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 4, 8, 8)
        foot.setSpacing(2)
        foot.addWidget(self.trash)
        foot.addWidget(self.disk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _add_board(self, board: Board) -> None:
        takes = self.tr("Drop pictures here to put them on this board")
        row = PlaceRow(f"board:{board.id}", "board", board.name, takes=takes)
        identity = board.id
        row.clicked.connect(lambda _checked=False: self.board_wanted.emit(identity))
        row.dropped.connect(lambda items: self.put_wanted.emit(identity, items))
        row.menu_wanted.connect(lambda point: self._board_menu(identity, row, point))
        row.rename_wanted.connect(lambda: self.rename_board_wanted.emit(identity, row))
        row.delete_wanted.connect(lambda: self.delete_board_wanted.emit(identity))
        row.move_wanted.connect(lambda step: self._move(identity, step))
        self.board_rows[identity] = row
        self._adopt(row)
        self._add_to_group(row)
        self._board_column.addWidget(row)
        row.show()  # now, not with the next event: it may get the keyboard

    def _add_tag(self, tag: Tag) -> None:
        takes = self.tr("Drop pictures here to give them this tag")
        row = PlaceRow(f"tag:{tag.id}", "tag", tag.name, takes=takes)
        identity = tag.id
        row.clicked.connect(lambda checked: self.tag_toggled.emit(identity, checked))
        row.dropped.connect(lambda items: self.mark_wanted.emit(identity, items))
        self.tag_rows[identity] = row
        self._adopt(row)
        self._tag_column.addWidget(row)
        row.show()

    def _adopt(self, row: PlaceRow) -> None:
        row.step_wanted.connect(lambda step: self._step(row, step))
        row.pressed.connect(lambda: self._rove(row))
        row.clicked.connect(lambda _checked=False: self._rove(row))

    def _add_to_group(self, row: PlaceRow) -> None:
        """One is at one of these places; tags, of which several can be wanted, are no places."""
        row.setAutoExclusive(True)  # heard as one of several; the group sees to it
        self._one_of.addButton(row)

    def _clear(self, column: QVBoxLayout, rows: dict[str, PlaceRow]) -> None:
        for row in rows.values():
            self._one_of.removeButton(row)
            column.removeWidget(row)
            row.hide()
            row.deleteLater()
        rows.clear()

    def _color(self) -> None:
        colours = look().theme.tags
        for tag in self._tags:
            self.tag_rows[tag.id].colour = colours[tag.colour % len(colours)]
            self.tag_rows[tag.id].update()

    # keyboard and menu

    def _step(self, row: PlaceRow, step: int) -> None:
        rows = self.rows()
        after = rows[max(0, min(len(rows) - 1, rows.index(row) + step))]
        self._rove(after)
        after.setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self, taken: PlaceRow) -> None:
        """Lets Tab stop at one row only."""
        for row in self.rows():
            stops = Qt.FocusPolicy.StrongFocus if row is taken else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(stops)

    def _move(self, identity: str, step: int) -> None:
        ids = [board.id for board in self._boards]
        place = ids.index(identity) + step
        if 0 <= place < len(ids):
            self.move_board_wanted.emit(identity, place)

    def _board_menu(self, identity: str, row: PlaceRow, point: QPoint) -> None:
        ids = [board.id for board in self._boards]
        at = ids.index(identity)
        menu = Menu(self)
        menu.add(
            self.tr("Rename…"),
            lambda: self.rename_board_wanted.emit(identity, row),
            icon_name="edit",
            shortcut="F2",
        )
        menu.add(
            self.tr("Move up"),
            lambda: self._move(identity, -1),
            icon_name="chevron-up",
            shortcut="Alt+Up",
            enabled=at > 0,
        )
        menu.add(
            self.tr("Move down"),
            lambda: self._move(identity, 1),
            icon_name="chevron-down",
            shortcut="Alt+Down",
            enabled=at < len(ids) - 1,
        )
        menu.addSeparator()
        menu.add(
            self.tr("Delete the board, not its pictures"),
            lambda: self.delete_board_wanted.emit(identity),
            icon_name="trash",
            shortcut="Del",
            danger=True,
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
