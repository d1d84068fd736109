"""What can be done with a job, as values.

Promise: each deed has one name; its words depend on nothing but the deed.
"""

from enum import StrEnum

from PySide6.QtCore import QObject


class Deed(StrEnum):
    """One thing to do with a job or its video."""

    PLAY = "play"
    SAVE = "save"
    STAR = "star"
    UNSTAR = "unstar"
    OPEN = "open"
    REVEAL = "reveal"
    COPY_FILE = "copy_file"
    DELETE = "delete"
    SEND = "send"
    TAKE_BACK = "take_back"
    STOP = "stop"
    LOOK = "look"
    SEND_AGAIN = "send_again"
    EDIT = "edit"
    REUSE = "reuse"
    SHOW_ANSWER = "show_answer"
    COPY_PROMPT = "copy_prompt"
    COPY_DETAILS = "copy_details"
    EVIDENCE = "evidence"
    REMOVE = "remove"
    ENTER_KEY = "enter_key"
    TOP_UP = "top_up"
    SETTINGS = "settings"


ICONS = {
    Deed.PLAY: "play",
    Deed.SAVE: "save",
    Deed.STAR: "star",
    Deed.UNSTAR: "star-filled",
    Deed.OPEN: "open-external",
    Deed.REVEAL: "folder",
    Deed.COPY_FILE: "copy",
    Deed.DELETE: "trash",
    Deed.SEND: "send",
    Deed.TAKE_BACK: "undo",
    Deed.STOP: "stop",
    Deed.LOOK: "search",
    Deed.SEND_AGAIN: "regenerate",
    Deed.EDIT: "edit",
    Deed.REUSE: "edit",
    Deed.SHOW_ANSWER: "file",
    Deed.COPY_PROMPT: "copy",
    Deed.COPY_DETAILS: "copy",
    Deed.EVIDENCE: "receipt",
    Deed.REMOVE: "close",
    Deed.ENTER_KEY: "key",
    Deed.TOP_UP: "wallet",
    Deed.SETTINGS: "settings",
}


class DeedWords(QObject):
    """The words on buttons and in menus; a QObject because `tr` finds translations by class."""

    def text(self, deed: Deed) -> str:
        """Returns the words of a deed."""
        return {**self._of_video(), **self._of_job()}[deed]

    def short(self, deed: Deed) -> str:
        """Returns fewer words, for a narrow card."""
        return {
            Deed.SEND_AGAIN: self.tr("Send again…"),
            Deed.LOOK: self.tr("Look for it"),
            Deed.EDIT: self.tr("Edit"),
            Deed.EVIDENCE: self.tr("Save evidence…"),
        }.get(deed, self.text(deed))

    def tip(self, deed: Deed) -> str:
        """Returns what a deed does, where its words do not say it all."""
        return {
            Deed.PLAY: self.tr("Play (Enter)"),
            Deed.SAVE: self.tr("Save a copy somewhere else"),
            Deed.STOP: self.tr("Stop waiting for this video; the render may still be charged"),
            Deed.LOOK: self.tr("Ask the gateway again; this is not charged"),
            Deed.SEND_AGAIN: self.tr(
                "Make a new request of the same words; it is charged by itself, the first one perhaps too"
            ),
            Deed.EDIT: self.tr("Put prompt, first frame and model into the form"),
            Deed.REUSE: self.tr("Put prompt, first frame and model into the form"),
            Deed.COPY_DETAILS: self.tr("Copy times, numbers and balance, to ask for the money back"),
            Deed.EVIDENCE: self.tr("Save request, answer, times and balances as one file, without your key"),
            Deed.REMOVE: self.tr("Take this out of the list (Delete)"),
            Deed.DELETE: self.tr("Move the video to the trash (Delete)"),
        }.get(deed, self.text(deed))

    def _of_video(self) -> dict[Deed, str]:
        return {
            Deed.PLAY: self.tr("Play"),
            Deed.SAVE: self.tr("Save as…"),
            Deed.STAR: self.tr("Star"),
            Deed.UNSTAR: self.tr("Remove the star"),
            Deed.OPEN: self.tr("Open with the system player"),
            Deed.REVEAL: self.tr("Show in the folder"),
            Deed.COPY_FILE: self.tr("Copy the file"),
            Deed.DELETE: self.tr("Delete"),
        }

    def _of_job(self) -> dict[Deed, str]:
        return {
            Deed.SEND: self.tr("Send"),
            Deed.TAKE_BACK: self.tr("Do not send"),
            Deed.STOP: self.tr("Stop waiting"),
            Deed.LOOK: self.tr("Look for the result"),
            Deed.SEND_AGAIN: self.tr("Send again (may be charged again)"),
            Deed.EDIT: self.tr("Edit and try again"),
            Deed.REUSE: self.tr("Use the prompt again"),
            Deed.SHOW_ANSWER: self.tr("Show the answer"),
            Deed.COPY_PROMPT: self.tr("Copy the prompt"),
            Deed.COPY_DETAILS: self.tr("Copy the facts for a refund"),
            Deed.EVIDENCE: self.tr("Save evidence for a refund…"),
            Deed.REMOVE: self.tr("Dismiss"),
            Deed.ENTER_KEY: self.tr("Enter a key"),
            Deed.TOP_UP: self.tr("Add credit"),
            Deed.SETTINGS: self.tr("Open settings"),
        }
