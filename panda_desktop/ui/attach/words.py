"""Sentences about files that are not attached: why, and what to do.

Promise: every file that was refused is named or counted, and none is refused without a way out.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QObject

from panda_desktop.domain.attachments import MAX_ATTACHMENTS, MAX_BYTES
from panda_desktop.ui.attach.files import MOST_READ
from panda_desktop.ui.attach.values import Refused, Why
from panda_desktop.ui.wording import file_size, listed

_NAMED: Final = 3
_LONGEST: Final = 48


class AttachWords(QObject):
    """Says why."""

    def refused(self, refused: Sequence[Refused]) -> str:
        """Returns one paragraph for each reason."""
        by_reason: dict[Why, list[Refused]] = {}
        for each in refused:
            by_reason.setdefault(each.why, []).append(each)
        words = self.tr("Not attached: {names}. {reason}")
        return "\n".join(
            words.format(names=self._names(group), reason=self.reason(why))
            for why, group in by_reason.items()
        )

    def too_many(self, offered: int, taken: int) -> str:
        """Returns why only the first of several files were taken."""
        locale = QLocale()
        if not taken:
            return self.tr(
                "A message takes at most {limit} files, and that many are here already. Take some out first, "
                "or send the others with the next message."
            ).format(limit=MAX_ATTACHMENTS)
        return self.tr(
            "A message takes at most {limit} files: of {count} only the first {taken} were taken. Send the "
            "others with the next message."
        ).format(limit=MAX_ATTACHMENTS, count=locale.toString(offered), taken=taken)

    def reason(self, why: Why) -> str:
        """Returns why a file is not attached, and what to do."""
        return {**self._of_the_file(), **self._of_the_content()}[why]

    def _of_the_file(self) -> dict[Why, str]:
        return {
            Why.FOLDER: self.tr("A folder cannot be attached. Choose the files in it instead."),
            Why.NOT_A_FILE: self.tr("Pipes and devices may never end. Choose an ordinary file."),
            Why.LINK_LOOP: self.tr("The link leads back to itself. Choose the file it was meant for."),
            Why.SHORTCUT: self.tr("A shortcut holds only an address. Choose the file it leads to."),
            Why.MISSING: self.tr("It is no longer there. Choose it where it is now."),
            Why.UNREADABLE: self.tr(
                "This program is not allowed to read it, or the disk failed. Copy it into a folder of your "
                "own, then attach the copy."
            ),
            Why.EMPTY: self.tr("There is nothing in it. Choose another file."),
            Why.TOO_LARGE: self.tr(
                "Files of more than {limit} are not read. Attach a smaller picture, or only the part that "
                "matters."
            ).format(limit=file_size(MOST_READ)),
            Why.LONG_TEXT: self.tr(
                "A text file may have up to {limit}. Attach only the part that matters."
            ).format(limit=file_size(MAX_BYTES)),
        }

    def _of_the_content(self) -> dict[Why, str]:
        return {
            Why.TOO_MANY_PIXELS: self.tr(
                "It has too many pixels: an ordinary JPEG may have up to 200 million, any other picture "
                "about 40 million. Save it smaller, then attach that."
            ),
            Why.DAMAGED: self.tr(
                "The picture is damaged. Open it in another program, save it anew, then attach that."
            ),
            Why.OTHER_PICTURE: self.tr(
                "Pictures of this kind cannot be read. Save it as PNG or JPEG, then attach that."
            ),
            Why.DOCUMENT: self.tr(
                "Documents such as PDF or Word cannot be sent. Copy the text that matters and paste it here."
            ),
            Why.NOT_TEXT: self.tr(
                "It is neither a picture (PNG, JPEG, WebP, GIF) nor text. Export it as one of these, then "
                "attach that."
            ),
            Why.FAILED: self.tr("It could not be prepared. Try it again, or attach it in another form."),
        }

    def _names(self, group: Sequence[Refused]) -> str:
        named = listed(self._name(each) for each in group[:_NAMED])
        more = len(group) - _NAMED
        if more <= 0:
            return named
        return self.tr("{names} and {count} more").format(names=named, count=QLocale().toString(more))

    def _name(self, refused: Refused) -> str:
        name = " ".join(refused.name.split())
        if len(name) > _LONGEST:
            half = _LONGEST // 2
            name = f"{name[:half]}…{name[-half:]}"
        quoted = self.tr("“{name}”").format(name=name)
        large = refused.why in (Why.TOO_LARGE, Why.LONG_TEXT)
        return f"{quoted} ({file_size(refused.size)})" if large else quoted
