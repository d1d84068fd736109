"""The words for what takes room in the data folder, and for what of it can go.

Promise: every reason says what will be removed and why nothing is lost by it.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.disk import CleanedUp, CleanUp, Share
from panda_desktop.ui.wording import file_size, joined


class DiskWords(QObject):
    """The words; a QObject because `tr` finds translations by class."""

    def share(self, share: Share) -> str:
        """Returns what files of a share are."""
        return {
            Share.IMAGES: self.tr("Pictures"),
            Share.VIDEOS: self.tr("Videos"),
            Share.TRASH: self.tr("Trash"),
            Share.FIRST_FRAMES: self.tr("First frames of videos"),
            Share.THUMBNAILS: self.tr("Small previews"),
            Share.SPOOL: self.tr("Downloads on their way"),
            Share.ATTACHMENTS: self.tr("Files of chats"),
            Share.DATABASE: self.tr("Chats, jobs and settings"),
            Share.ORPHANS: self.tr("Files that belong to nothing"),
            Share.OTHER: self.tr("Other files"),
        }[share]

    def title(self, reason: CleanUp) -> str:
        """Returns what would go."""
        return {
            CleanUp.TRASH: self.tr("What is in the trash"),
            CleanUp.LEFTOVERS: self.tr("Left over from the trash"),
            CleanUp.BROKEN_DOWNLOADS: self.tr("Broken downloads"),
            CleanUp.OLD_FIRST_FRAMES: self.tr("First frames of old jobs"),
            CleanUp.DUPLICATES: self.tr("Duplicates"),
            CleanUp.THUMBNAILS: self.tr("Small previews"),
            CleanUp.OUTGOING: self.tr("Copies for dragging"),
        }[reason]

    def why(self, reason: CleanUp) -> str:
        """Returns why nothing is lost by it."""
        return {
            CleanUp.TRASH: self.tr("You deleted these. They can then no longer be put back."),
            CleanUp.LEFTOVERS: self.tr("The trash was emptied while another program held these files open."),
            CleanUp.BROKEN_DOWNLOADS: self.tr(
                "Parts of downloads that were broken off and that nothing goes on with."
            ),
            CleanUp.OLD_FIRST_FRAMES: self.tr(
                "Copies made for videos whose jobs you took out of the list. The pictures themselves stay."
            ),
            CleanUp.DUPLICATES: self.tr("Files the library has a second time, byte for byte."),
            CleanUp.THUMBNAILS: self.tr("They are made again when they are needed."),
            CleanUp.OUTGOING: self.tr(
                "Copies made when you dragged something to another program. The originals stay."
            ),
        }[reason]

    def cleaned(self, done: CleanedUp) -> str:
        """Returns what a clean-up has done."""
        words = self.tr("%n files removed, {size} freed.", "", done.files).format(size=file_size(done.size))
        taken = self.tr("%n found files were taken into the library.", "", done.taken_in)
        kept = self.tr("%n files are in use and were kept; try again later.", "", done.kept)
        return joined(words, taken if done.taken_in else "", kept if done.kept else "")
