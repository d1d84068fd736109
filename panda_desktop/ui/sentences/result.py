"""Sentences about results and about this computer.

Promise: each says what is kept and where.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.ui.kit import NoticeLevel
from panda_desktop.ui.sentences.values import NextStep, Sentence

K = ErrorKind


class ResultSentences(QObject):
    """The part of the book about results; a QObject because `tr` finds translations by class."""

    def table(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        """Returns the sentences by kind; `detail` fills in names and times."""
        return {**self._results(detail), **self._this_computer(detail)}

    def _results(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        again = (NextStep.TRY_AGAIN,)
        return {
            K.NO_RESULT: Sentence(
                self.tr(
                    "The answer holds no picture or video. It is kept in the details; look at it before "
                    "sending again."
                ),
                level=NoticeLevel.WARNING,
            ),
            K.LINK_EXPIRED: Sentence(
                self.tr(
                    "The link to the result no longer works. Look for the result again, or make it anew."
                ),
                (NextStep.LOOK_FOR_RESULT,),
            ),
            K.NOT_MEDIA: Sentence(
                self.tr(
                    "What was downloaded is no picture or video. It was not kept; look for the result again."
                ),
                (NextStep.LOOK_FOR_RESULT,),
            ),
            K.BLOCKED_ADDRESS: Sentence(
                self.tr(
                    "The result lies at an address this program does not open, for your safety. The details "
                    "name it."
                )
            ),
            K.JOB_FAILED: Sentence(
                self.tr(
                    "The gateway says that the work failed. Change the prompt or the model, then try again."
                ),
                (NextStep.TRY_AGAIN, NextStep.CHOOSE_MODEL),
            ),
            K.DEMO_FAILED: Sentence(
                self.tr("The demo could not be started. Try again, or enter a key."),
                (*again, NextStep.ENTER_KEY),
            ),
        }

    def _this_computer(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        folder = (NextStep.OPEN_DATA_FOLDER,)
        again = (NextStep.TRY_AGAIN,)
        return {
            K.DISK_FULL: Sentence(
                self.tr("The disk is full. Free some space, then try again; nothing that was saved is lost."),
                again,
            ),
            K.CANNOT_WRITE: Sentence(
                self.tr(
                    "A file could not be written. Check the folder's rights and free space, then try again."
                ),
                folder,
            ),
            K.CANNOT_READ: Sentence(
                self.tr("A file could not be read. Check that it is still there and may be opened."), folder
            ),
            K.DATA_DAMAGED: Sentence(
                self.tr(
                    "The saved data is damaged and was left untouched. Open the data folder to restore a "
                    "backup."
                ),
                folder,
            ),
            K.DATA_TOO_NEW: Sentence(
                self.tr(
                    "The saved data comes from a newer version of this program. Install that version again."
                ),
                folder,
            ),
            K.NO_KEYRING: Sentence(
                self.tr("This computer has no safe store: the key stays in memory until you quit."),
                level=NoticeLevel.WARNING,
            ),
            K.KEYRING_LOCKED: Sentence(
                self.tr("The key store of this computer is locked. Unlock it, then try again."),
                again,
                NoticeLevel.WARNING,
            ),
            K.KEYRING_NO_ANSWER: Sentence(
                self.tr("The key store did not answer. Unlock it when it asks, then try again."),
                again,
                NoticeLevel.WARNING,
            ),
            K.BUG: Sentence(
                self.tr(
                    "Something went wrong inside this program. Your work is saved; if it happens again, "
                    "start it anew."
                )
            ),
        }
