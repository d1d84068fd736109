"""What the desktop tells when something has ended and nobody is looking.

Promise: nothing is told while a window of the program is active, each kind can be switched off, and words of
prompts and titles are in it only when the settings allow that.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from panda_desktop.domain.chat import Conversation, Message, MessageState
from panda_desktop.domain.jobs import Job, JobKind, JobState
from panda_desktop.domain.settings import Settings
from panda_desktop.markdown.visible import in_prose
from panda_desktop.services.desktop.notices import DesktopNotice
from panda_desktop.ui.resources import resource_path

_LONGEST: Final = 120
JOB: Final = "job"
ANSWER: Final = "answer"


def is_active() -> bool:
    """Whether the person is in one of the program's windows."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


class Telling(QObject):
    """Makes the notifications."""

    def __init__(
        self,
        show: Callable[[DesktopNotice], object],
        settings: Callable[[], Settings],
        chat: Callable[[str], Conversation | None],
        *,
        is_active: Callable[[], bool] = is_active,
        parent: QObject | None = None,
    ) -> None:
        """Makes it.

        Args:
            show: shows a notification.
            settings: returns the settings in force.
            chat: finds a conversation by its id.
            is_active: whether the person is in one of the program's windows.
            parent: the owner.
        """
        super().__init__(parent)
        self._show = show
        self._settings = settings
        self._chat = chat
        self._is_active = is_active

    def job_ended(self, job: Job) -> None:
        """Tells the end of a job."""
        settings = self._settings()
        video = job.kind is JobKind.VIDEO
        if self._is_active() or not (settings.notify_videos if video else settings.notify_images):
            return
        words = _short(job.request.prompt) if settings.notify_words else ""
        title, body = self._of_video(job) if video else self._of_images(job)
        self._tell(f"{JOB}:{job.id}", title, f"{words}\n{body}" if words and body else words or body)

    def answer_ended(self, message: Message) -> None:
        """Tells the end of a long answer."""
        settings = self._settings()
        if self._is_active() or not settings.notify_answers:
            return
        conversation = self._chat(message.conversation_id)
        if conversation is not None and conversation.temporary:
            return  # nothing of it leaves the program
        words = _short(conversation.title) if conversation is not None and settings.notify_words else ""
        whole = message.state is MessageState.DONE
        title = self.tr("The answer is there") if whole else self.tr("An answer did not come to its end")
        self._tell(f"{ANSWER}:{message.conversation_id}:{message.id}", title, words)

    def _tell(self, key: str, title: str, body: str) -> None:
        mark = str(resource_path("app/panda-desktop.svg"))
        self._show(DesktopNotice(key, title, body, self.tr("Open"), mark))

    def _of_images(self, job: Job) -> tuple[str, str]:
        if job.state is JobState.DONE:
            return self.tr("%n image(s) ready", "", job.arrived or 1), ""
        return self._of_other(job) or (self.tr("The images could not be made"), self._opens())

    def _of_video(self, job: Job) -> tuple[str, str]:
        if job.state is JobState.DONE:
            return self.tr("The video is ready"), ""
        return self._of_other(job) or (self.tr("The video could not be made"), self._opens())

    def _of_other(self, job: Job) -> tuple[str, str] | None:
        """Returns what is said of an end that is neither a result nor a refusal."""
        if job.state is JobState.UNKNOWN:
            return (
                self.tr("No answer came"),
                self._opens()
                if job.is_demo
                else self.tr("It may have been charged. Open Panda to look for the result, which is free."),
            )
        if job.state in (JobState.REVIEW, JobState.EXPIRED):
            return self.tr("A result needs you"), self._opens()
        return None

    def _opens(self) -> str:
        return self.tr("Open Panda to see why and what can be done.")


def _short(text: str) -> str:
    # Half a character, as a model may send it, cannot leave the program.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    line = in_prose(" ".join(whole.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
