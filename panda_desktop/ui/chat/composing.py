"""What the composer holds for each chat: drafts, the message being sent, an earlier message being edited.

Promise: text belongs to the chat it was written in and stays there until it is sent, whatever happens
meanwhile; it is on its way to the disk within a moment of being written.
"""

import time
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import Conversation, Message
from panda_desktop.ui.chat.composer import Composer
from panda_desktop.viewmodels.attachments import AttachmentsModel
from panda_desktop.viewmodels.chat import ChatModel

PAUSE_MS: Final = 300
"""A draft is saved when nothing was typed for so long …"""
_LONGEST_S: Final = 2.0
"""… and at least so often while somebody types on and on."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An earlier message that is being edited.

    Attributes:
        message_id: the message.
        before: its own text.
        text: what has become of it.
        draft: what the composer held before.
    """

    message_id: str
    before: str
    text: str
    draft: str


@dataclass(frozen=True, slots=True)
class Sending:
    """A message on its way into the database."""

    conversation_id: str
    text: str
    edits: str
    attachments: tuple[Attachment, ...] = ()


class Composing(QObject):
    """Keeps composer and chat together.

    Signals:
        editing_changed(bool): an earlier message is being edited, or no longer.
    """

    editing_changed = Signal(bool)

    def __init__(
        self,
        chat: ChatModel,
        composer: Composer,
        files: AttachmentsModel,
        parent: QObject | None = None,
    ) -> None:
        """Follows `chat`, fills `composer`; `files` go with its text."""
        super().__init__(parent)
        self._chat = chat
        self._files = files
        self._sends_soon = False
        self._composer = composer
        self._shown = ""
        self._saved = ""
        self._edit: Edit | None = None
        self._aside: dict[str, Edit] = {}
        self._sending: Sending | None = None
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        composer.changed.connect(self._typed)
        composer.changed.connect(self.wait_no_longer)
        files.changed.connect(self._files_changed)
        files.missed.connect(self.wait_no_longer)
        composer.cancel_wanted.connect(self.cancel_edit)
        chat.sent.connect(self._sent)
        chat.failed.connect(lambda _error: self._failed())

    @property
    def is_editing(self) -> bool:
        """An earlier message is being edited."""
        return self._edit is not None

    def show(self, conversation: Conversation) -> None:
        """Shows what the composer holds for a chat; does nothing when it is shown already."""
        if conversation.id == self._shown:
            return
        early = ""
        if self._shown:
            self._leave()
        else:
            early = self._composer.text()  # typed before the first chat was read
        self._shown = conversation.id
        self.wait_no_longer()
        self._files.show(conversation)
        self._saved = conversation.draft
        self._composer.show_text(conversation.draft + early)
        self._timer.stop()
        if early:
            self._typed()
        self._set_edit(self._aside.pop(conversation.id, None))
        if self._edit is not None:
            self._files.show_edit(self._edit.message_id, ())
            self._composer.show_text(self._edit.text)

    def flush(self) -> None:
        """Saves the draft of the chat that is shown, if it differs."""
        self._timer.stop()
        if not self._shown or self._edit is not None:
            return
        text = self._composer.text()
        sending = self._sending
        on_its_way = sending is not None and sending == Sending(self._shown, text, "", sending.attachments)
        if text != self._saved and not on_its_way:
            self._saved = text
            self._chat.save_draft(self._shown, text)

    def close(self) -> None:
        """Saves what was written; an edit that was begun becomes a draft: nothing else would keep it."""
        self.flush()
        edits = dict(self._aside)
        if self._edit is not None:
            edits[self._shown] = replace(self._edit, text=self._composer.text())
        for conversation_id, edit in edits.items():
            sending = self._sending
            on_its_way = sending is not None and (sending.edits, sending.text) == (edit.message_id, edit.text)
            if edit.text.strip() and edit.text != edit.before and not on_its_way:
                text = f"{edit.draft}\n{edit.text}" if edit.draft else edit.text
                self._chat.save_draft(conversation_id, text)

    def submit(self, *, queued: bool = False) -> bool:
        """Sends what the composer holds, or lets it wait for the answer before it; returns False when there
        is nothing to send or one is being sent.
        """
        text = self._composer.text()
        files = self._files.items
        if self._files.pending:
            self._wait_for_files()
            return False
        if not self._shown or not (text.strip() or files) or self._chat.is_sending:
            return False
        self.wait_no_longer()
        self._timer.stop()
        self._sending = Sending(self._shown, text, self._edit.message_id if self._edit else "", files)
        if self._edit is not None:
            self._chat.edit(self._edit.message_id, text, files)
        else:
            (self._chat.queue if queued else self._chat.send)(text, files)
        return True

    def begin_edit(self, message: Message) -> None:
        """Puts an earlier message into the composer and the draft aside."""
        if self._edit is None:
            self.flush()
            draft = self._composer.text()
        else:
            draft = self._edit.draft
            self._files.leave_edit()
        self._files.show_edit(message.id, message.attachments)
        self._set_edit(Edit(message.id, message.text, message.text, draft))
        self._composer.show_text(message.text)

    def cancel_edit(self) -> None:
        """Leaves the message as it was and brings the draft back."""
        if (edit := self._edit) is not None:
            self._set_edit(None)
            self._files.leave_edit()
            self._composer.show_text(edit.draft)
            self._typed()

    def wait_no_longer(self) -> None:
        """Does not send by itself: the person went on, or a file will not come."""
        self._sends_soon = False

    # how it is done

    def _set_edit(self, edit: Edit | None) -> None:
        before, self._edit = self._edit, edit
        if (before is None) != (edit is None):
            self._composer.set_editing(edit is not None)
            self.editing_changed.emit(edit is not None)

    def _leave(self) -> None:
        """Keeps what the composer holds for the chat that is left."""
        if self._edit is not None:
            self._aside[self._shown] = replace(self._edit, text=self._composer.text())
            self._set_edit(None)
        else:
            self.flush()

    def _typed(self) -> None:
        if self._edit is not None or not self._shown:
            return
        now = time.monotonic()
        if not self._timer.isActive():
            self._since = now
        if now - self._since < _LONGEST_S:
            self._timer.start()

    def _sent(self) -> None:
        sending, self._sending = self._sending, None
        if sending is None:
            return
        if not sending.edits:
            self._files.sent(sending.conversation_id, sending.attachments)
            self._forget_draft(sending)
        if sending.conversation_id != self._shown:
            self._forget_aside(sending)
        elif sending.edits:
            self._edit_sent(sending)
        else:
            self._saved = ""
            if self._composer.text() == sending.text:
                self._composer.replace_text("")
            self._timer.start()  # what was typed meanwhile

    def _forget_draft(self, sending: Sending) -> None:
        """What was sent is no draft, also where an edit that began meanwhile has put it aside as one."""
        edit, aside = self._edit, self._aside.get(sending.conversation_id)
        if sending.conversation_id == self._shown and edit is not None and edit.draft == sending.text:
            self._edit = replace(edit, draft="")
        if aside is not None and aside.draft == sending.text:
            self._aside[sending.conversation_id] = replace(aside, draft="")

    def _wait_for_files(self) -> None:
        self._sends_soon = True
        self._composer.say(self.tr("It is sent as soon as the files are added."))

    def _files_changed(self) -> None:
        if self._sends_soon and not self._files.pending:
            self._sends_soon = False
            self._composer.submitted.emit()

    def _edit_sent(self, sending: Sending) -> None:
        edit = self._edit
        if edit is None or edit.message_id != sending.edits:
            return
        typed_on = self._composer.text()
        self._set_edit(None)
        self._files.leave_edit()
        self._saved = ""  # sending has emptied the draft in the database
        if typed_on == sending.text:
            self._composer.show_text(edit.draft)
        elif edit.draft:
            self._composer.show_text(f"{edit.draft}\n{typed_on}")
        if self._files.items:
            self._chat.save_draft(self._shown, self._composer.text(), self._files.items)
        self._typed()

    def _forget_aside(self, sending: Sending) -> None:
        aside = self._aside.get(sending.conversation_id)
        if sending.edits and aside is not None and aside.message_id == sending.edits:
            del self._aside[sending.conversation_id]
            self._files.forget_edit(sending.conversation_id, sending.edits)
            drafted = self._files.drafted(sending.conversation_id)
            if aside.draft or drafted:
                self._chat.save_draft(sending.conversation_id, aside.draft, drafted)

    def _failed(self) -> None:
        """Keeps a message that could not be sent, also when its chat is no longer shown."""
        sending = self._sending
        if sending is None or self._chat.is_sending:
            return
        self._sending = None
        if sending.conversation_id == self._shown:
            self._typed()
        elif not sending.edits:
            self._chat.save_draft(sending.conversation_id, sending.text)
