"""Sentences about results and about this computer.

Promise: each says what is kept and where.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.domain.exchange import Reason
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

    def _cannot_read(self, why: str) -> str:
        """Returns why a file cannot be read; `why` may be a `Reason` or `conversation`."""
        return {
            "conversation": self.tr("This chat is not there any more."),
            "settings": self.tr(
                "This file holds no settings: choose one that was made by “Export settings”. Nothing was "
                "changed."
            ),
            "profile": self.tr("This profile is not there any more."),
            Reason.NOT_JSON: self.tr(
                "This file holds no chats: choose the JSON or ZIP file of an export. Nothing was added."
            ),
            Reason.NOT_AN_EXPORT: self.tr(
                "These are no chats of a kind this program knows: it reads its own exports and those of "
                "ChatGPT and Claude. Nothing was added."
            ),
            Reason.ENCRYPTED: self.tr(
                "The archive is locked with a password. Unpack it, then import the JSON file in it."
            ),
            Reason.UNSAFE_NAME: self.tr(
                "The archive holds names that point out of it, so it was not opened. Nothing was added."
            ),
            Reason.TOO_BIG: self.tr("The file unpacks to more than this program reads. Nothing was added."),
            Reason.CUT_OFF: self.tr(
                "The file is damaged or was not downloaded whole. Download it again, then import it."
            ),
        }.get(why) or self.tr("A file could not be read. Check that it is still there and may be opened.")

    def _cannot_write(self, why: str) -> str:
        """Returns why a file cannot be written; `why` may be `read_only`."""
        if why == "read_only":
            return self.tr(
                "The data folder cannot be written, so nothing is sent: what comes could not be kept. Give "
                "yourself the right to write there, then start again."
            )
        return self.tr(
            "A file could not be written. Check the folder's rights and free space, then try again."
        )

    def _this_computer(self, detail: ErrorDetail) -> dict[ErrorKind, Sentence]:
        folder = (NextStep.OPEN_DATA_FOLDER,)
        again = (NextStep.TRY_AGAIN,)
        return {
            K.DISK_FULL: Sentence(
                self.tr("The disk is full. Free some space, then try again; nothing that was saved is lost."),
                again,
            ),
            K.CANNOT_WRITE: Sentence(self._cannot_write(detail.param), folder),
            K.CANNOT_READ: Sentence(self._cannot_read(detail.param), folder),
            K.DATA_DAMAGED: Sentence(
                self.tr(
                    "The saved data is damaged and was left untouched. Start the program again: it offers a "
                    "backup and what can still be read."
                ),
                folder,
            ),
            K.DATA_TOO_NEW: Sentence(
                self.tr(
                    "The saved data comes from a newer version of this program. Install that version again."
                ),
                folder,
            ),
            K.DATA_IN_USE: Sentence(
                self.tr(
                    "Panda Desktop runs already with this data folder, but does not answer. Wait a moment, "
                    "or end it by the system's task list, and start again."
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
