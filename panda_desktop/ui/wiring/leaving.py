"""What becomes of the program when its window is closed, and what is said while paid requests wait.

Promise: closing never throws an answer away, nor leaves work running, without a word; a second close always
works; “quit” never means the tray.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject

from panda_desktop.domain.errors import PandaError
from panda_desktop.services.contract import JobCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.sentences import Sentences
from panda_desktop.ui.window import MainWindow
from panda_desktop.ui.wording import joined

_KEY: Final = "leaving"


class Staying(Protocol):
    """Keeps the program in the tray (`ui.desktop.background`)."""

    def is_possible(self) -> bool:
        """Whether there is a tray to be kept in."""

    def is_wanted(self) -> bool:
        """Whether closing the window means that."""

    def want(self) -> None:
        """Closing the window means that from now on, beginning with this time."""

    def enter(self) -> None:
        """Hides the window."""


class Leaving(QObject):
    """Decides whether the window may close.

    Attributes:
        staying: keeps the program in the tray; None where there is nothing of the kind.
    """

    def __init__(
        self, window: MainWindow, jobs: JobCommands, tasks: TaskSet, leave: Callable[[], object]
    ) -> None:
        """`leave` ends the program; `tasks` owns the work that comes before."""
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._tasks = tasks
        self._leave = leave
        self._warned: frozenset[str] = frozenset()  # the jobs that were spoken of
        self.staying: Staying | None = None
        window.may_close = self._may_close
        window.closing.connect(leave)

    def quit(self) -> None:
        """Ends the program, whatever closing the window means; asks first as closing does."""
        if self._is_free():
            self._leave()
            return
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _may_close(self) -> bool:
        if self.staying is not None and self.staying.is_wanted():
            self.staying.enter()
            return False
        return self._is_free()

    def _is_free(self) -> bool:
        """Whether nothing has to be said before the program ends; says it otherwise."""
        held = self._jobs.held()
        ids = frozenset(job.id for job in held)
        if ids <= self._warned:
            return True
        self._warned = ids
        lost = sum(job.is_demo for job in held)
        is_lost = lost == len(held)
        words, quits = self._of_demo(lost) if is_lost else self._of_held(len(held) - lost)
        if not is_lost:
            words = joined(
                words,
                self.tr("It costs the same whether you quit or stay."),
                self.tr("If you end it, the answer is lost, and it may be charged all the same."),
            )
        actions = [NoticeAction(self.tr("Stay"), self._stay), NoticeAction(quits, self._leave)]
        if self.staying is not None and self.staying.is_possible() and not self.staying.is_wanted():
            actions.insert(1, NoticeAction(self.tr("Close to the tray from now on"), self._to_tray))
        if not is_lost:
            actions.append(NoticeAction(self.tr("End it and quit"), self._end))
        level = NoticeLevel.WARNING if is_lost else NoticeLevel.INFO
        self._window.notices.show_notice(Notice(words, level, tuple(actions), key=_KEY, lasting=True))
        return False

    def _of_held(self, count: int) -> tuple[str, str]:
        """Returns what is said of requests that go on, and the words of the way out."""
        words = (
            self.tr(
                "A picture or video is still on its way. You can quit: it goes on in the background, and the "
                "result is here at the next start."
            )
            if count == 1
            else self.tr(
                "{count} pictures or videos are still on their way. You can quit: they go on in the "
                "background, and the results are here at the next start."
            ).format(count=count)
        )
        return words, self.tr("Quit for now")

    def _of_demo(self, count: int) -> tuple[str, str]:
        """Returns what is said of requests to the demo, which ends with the program."""
        words = (
            self.tr(
                "The demo is still making a picture or video. It ends with the program, and that is lost; "
                "nothing is charged."
            )
            if count == 1
            else self.tr(
                "The demo is still making {count} pictures or videos. It ends with the program, and they are "
                "lost; nothing is charged."
            ).format(count=count)
        )
        return words, self.tr("Quit anyway")

    def _end(self) -> None:
        """Ends what is held, then the program; closing once more does not wait for that."""

        async def end() -> None:
            await self._jobs.end_held()
            self._leave()

        self._tasks.spawn(end(), name="end held requests", failed=self._not_ended)

    def _not_ended(self, error: PandaError) -> None:
        """The program stays: what somebody wanted to end would go on unseen."""
        self._warned = frozenset()
        why = Sentences(self).of_kind(error.kind, error.detail).text
        words = joined(self.tr("It could not be ended, so the program stays."), why)
        self._window.notices.show_notice(Notice(words, NoticeLevel.ERROR, key=_KEY))

    def _stay(self) -> None:
        self._warned = frozenset()

    def _to_tray(self) -> None:
        self._warned = frozenset()
        if self.staying is not None:
            self.staying.want()
