"""What is said about an export or import that has ended.

Promise: every reason why something was not taken over has its own words; counts are in the person's numerals.
"""

import re
from typing import Final

from PySide6.QtCore import QLocale, QObject

from panda_desktop.domain.exchange import ExportReport, ImportReport, Misfit, Reason
from panda_desktop.ui.wording import joined

_LONG_WORD: Final = re.compile(r"(\S{16})(?=\S)")


class ExchangeWords(QObject):
    """All of it; a QObject because `tr` finds translations by class."""

    def exported(self, report: ExportReport) -> str:
        """Returns what an export has made."""
        chats = self._chats(report.conversations)
        if not report.files:
            return self.tr("The export was cancelled. No file was made.")
        if report.stopped:
            return self.tr("The export was cancelled. {chats} are there already: “{name}”.").format(
                chats=chats, name=report.files[0].parent.name
            )
        if len(report.files) > 1:
            return self.tr("{chats} were exported into “{name}”.").format(
                chats=chats, name=report.files[0].parent.name
            )
        name = report.files[0].name
        if report.conversations == 1:
            return self.tr("The chat was exported: “{name}”.").format(name=name)
        return self.tr("{chats} were exported: “{name}”.").format(chats=chats, name=name)

    def missing(self, count: int) -> str:
        """Returns how many attachments could not go with the chats; empty when all could."""
        if not count:
            return ""
        if count == 1:
            return self.tr("One attachment is gone from this computer and is not in the file.")
        words = self.tr("{count} attachments are gone from this computer and are not in the file.")
        return words.format(count=_number(count))

    def imported(self, report: ImportReport) -> str:
        """Returns what an import has done."""
        said = [self.tr("The import was cancelled.")] if report.stopped else []
        if report.conversations:
            said.append(
                self.tr("Added: {chats} with {messages}.").format(
                    chats=self._chats(report.conversations), messages=self._messages(report)
                )
            )
        if report.grown:
            said.append(self.tr("New messages in {chats}.").format(chats=self._chats(report.grown)))
        if report.duplicates:
            said.append(self.tr("Already here: {chats}.").format(chats=self._chats(report.duplicates)))
        if not (report.conversations or report.grown or report.duplicates or report.stopped):
            said.append(self.tr("The file holds no chat that could be added."))
        return joined(*said)

    def differing(self, report: ImportReport) -> str:
        """Returns how much was not taken over as it was; empty when all was."""
        count = sum(report.counts.values())
        if not count:
            return ""
        if count == 1:
            return self.tr("One thing was not taken over as it was.")
        return self.tr("{count} things were not taken over as they were.").format(count=_number(count))

    def reason(self, reason: Reason) -> str:
        """Returns why something was not taken over as it was."""
        return {
            Reason.NOT_JSON: self.tr("A part of the file is neither JSON nor an archive"),
            Reason.NOT_AN_EXPORT: self.tr("Not a chat of a kind this program knows: left out"),
            Reason.ENCRYPTED: self.tr("Locked with a password: left out"),
            Reason.UNSAFE_NAME: self.tr("A name in the archive that points out of it: not opened"),
            Reason.TOO_BIG: self.tr("Too long: cut or left out"),
            Reason.TOO_DEEP: self.tr("Nested too deeply: left out"),
            Reason.CUT_OFF: self.tr("The file breaks off here; what came before was added"),
            Reason.EMPTY: self.tr("Nobody said anything in it: left out"),
            Reason.UNKNOWN_CONTENT: self.tr("Pictures, sounds and other content: a note stands in the text"),
            Reason.BAD_DATE: self.tr("A date that cannot be: that of the message before it was taken"),
            Reason.BROKEN_TREE: self.tr("The message before it is missing: it starts a version of its own"),
            Reason.SAME_ID: self.tr("Two messages of one name: both were kept"),
            Reason.BAD_FACT: self.tr("A value that cannot be: the usual one was taken"),
        }[reason]

    def misfit(self, misfit: Misfit) -> str:
        """Returns where it was."""
        parts = [_breakable(part) for part in (misfit.title, misfit.what)]
        said = " · ".join(part for part in parts if part) or self.tr("Untitled chat")
        return f"{said} (×{_number(misfit.times)})" if misfit.times > 1 else said

    def more(self, count: int) -> str:
        """Returns that there are more than are listed."""
        return self.tr("… and {count} more").format(count=_number(count))

    def _chats(self, count: int) -> str:
        return self.tr("one chat") if count == 1 else self.tr("{count} chats").format(count=_number(count))

    def _messages(self, report: ImportReport) -> str:
        if report.messages == 1:
            return self.tr("one message")
        return self.tr("{count} messages").format(count=_number(report.messages))


def _number(count: int) -> str:
    return QLocale().toString(count)


def _breakable(text: str) -> str:
    """Returns foreign text on one line that can be broken where the room ends, a long word too."""
    return _LONG_WORD.sub("\\1\u200b", " ".join(text.split())[:120])
