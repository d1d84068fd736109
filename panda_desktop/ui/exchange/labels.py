"""The words of an exported page, in the language of the window.

Promise: the language tag says what language they are in.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.exchange import Labels


class PageWords(QObject):
    """Makes `Labels`; a QObject because `tr` finds translations by class."""

    def labels(self) -> Labels:
        """Returns the words."""
        return Labels(
            # This one is not a word but the BCP 47 tag of the language the others are in: en, zh-CN.
            language=self.tr("en"),
            user=self.tr("You"),
            assistant=self.tr("Assistant"),
            system=self.tr("Instructions"),
            reasoning=self.tr("Reasoning"),
            untitled=self.tr("Untitled chat"),
            stopped=self.tr("You stopped this answer."),
            interrupted=self.tr("This answer was cut off."),
            failed=self.tr("This answer failed."),
            gone=self.tr("This file is gone."),
        )
