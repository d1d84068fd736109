"""The stack of notices that a window or a page has.

Promise: the newest is at the top, what was said before is not said twice, and nothing is made before the
first notice: a window has a stack from its first paint on, and hardly ever a notice.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

if TYPE_CHECKING:
    from panda_desktop.ui.kit.notice_room import BoundedNotices
    from panda_desktop.ui.kit.notices import Notice, NoticeBar

_MOST_SHOWN: Final = 4


class NoticeHost(QWidget):
    """The stack of notices at the top of the content; no higher than they are, gone when there are none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty stack."""
        super().__init__(parent)
        self._bars: list[NoticeBar] = []
        self._bounded: BoundedNotices | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.addStretch(1)
        self._row.addStretch(1)
        self.setAccessibleName(self.tr("Notices"))
        self.hide()

    def fit(self) -> None:
        """Takes its share of a window that is of another height now."""
        if self._bars and self._bounded is not None:
            self._bounded.fit()

    def show_notice(self, notice: "Notice") -> "NoticeBar":
        """Adds a notice at the top, replacing one with the same key or the same words."""
        from panda_desktop.ui.kit.notices import NoticeBar

        if self._bounded is None:
            self._bounded = self._make_room()
        same = [bar for bar in self._bars if _is_same(bar.notice, notice)]
        bar = NoticeBar(notice)
        bar.closed.connect(lambda: self._remove(bar))
        self._bars.insert(0, bar)
        self._bounded.column.insertWidget(0, bar)
        self.show()
        bar.show()  # now, not with the next event: it may get the keyboard
        self._bounded.fit()
        for old in same:
            self._remove(old, bar)
        while len(self._bars) > _MOST_SHOWN:
            self._remove(self._bars[-1])
        bar.speak()
        return bar

    def close_notice(self, key: str) -> None:
        """Closes the notice with this key, if it is shown: what it said is no longer so."""
        for bar in list(self._bars):
            if bar.notice.key == key:
                self._remove(bar)

    def notices(self) -> "tuple[Notice, ...]":
        """Returns what is shown, newest first."""
        return tuple(bar.notice for bar in self._bars)

    def focus_first(self) -> bool:
        """Puts the focus on the newest notice; False when there is none."""
        if not self._bars:
            return False
        self._bars[0].enter()
        return True

    def _make_room(self) -> "BoundedNotices":
        # With the first notice: a scroll area is dear while an event filter in Python sees the whole program.
        from panda_desktop.ui.kit.notice_room import BoundedNotices

        bounded = BoundedNotices(QWidget())
        self._row.insertWidget(1, bounded, 100_000)  # between the margins until it is as wide as it gets
        return bounded

    def _remove(self, bar: "NoticeBar", instead: "NoticeBar | None" = None) -> None:
        if bar not in self._bars:
            return
        self._bars.remove(bar)
        if bar.has_keyboard():
            bar.give_back(instead or next(iter(self._bars), None))
        if self._bounded is not None:
            self._bounded.column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))
        self.fit()


def _is_same(one: "Notice", other: "Notice") -> bool:
    return one.key == other.key if other.key else one.text == other.text
