"""Joins the files of the composer to their view-model: what is shown, what was wanted, what was refused.

Promise: what is shown follows the view-model, nothing that was given vanishes without a word, and a picture
stays when the model cannot see it.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from panda_desktop.domain.attachments import Attachment, AttachmentKind, text_of
from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.models import ModelKind
from panda_desktop.ui.attach.background import Background
from panda_desktop.ui.attach.chip import SIDE, AttachmentChip
from panda_desktop.ui.attach.choosing import FileChoice
from panda_desktop.ui.attach.dropping import DropZone
from panda_desktop.ui.attach.field import ComposerField
from panda_desktop.ui.attach.intake import Intake
from panda_desktop.ui.attach.offers import Offer
from panda_desktop.ui.attach.panel import AttachedPanel
from panda_desktop.ui.attach.values import Refused
from panda_desktop.ui.kit import PASTE_LIMIT, PASTE_LINES, Menu, Notice, NoticeHost, NoticeLevel, announce
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript.message_files import MessageFiles
from panda_desktop.viewmodels.attachments import AttachmentsModel
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.recent_files import RecentFiles

if TYPE_CHECKING:
    from panda_desktop.ui.transcript.opening import Opener

REFUSED_KEY: Final = "attach-refused"
LIMIT_KEY: Final = "attach-limit"
_LONGEST: Final = 4
"""The long side is read so many times as long as the square that is shown: enough to cover it."""


class Attaching(QObject):
    """The files of one chat page.

    Attributes:
        intake: takes files in.
        choice: the system's dialog.
        zone: drops on the pane.

    Signals:
        shown(object): these `Attachment`s are in the composer now.
    """

    shown = Signal(object)

    def __init__(
        self,
        files: AttachmentsModel,
        recent: RecentFiles,
        chat: ChatModel,
        models: ModelList,
        panel: AttachedPanel,
        field: ComposerField,
        button: QAbstractButton,
        pane: QWidget,
        notices: NoticeHost,
    ) -> None:
        """Shows the files of `files` in `panel`; takes what is pasted into `field` or dropped on `pane`, and
        offers those of `recent` in the context menu of `button`.
        """
        super().__init__(pane)
        self._files = files
        self._recent = recent
        self._button = button
        self._chat = chat
        self._models = models
        self._panel = panel
        self._field = field
        self._pane = pane
        self._notices = notices
        self._wanted: tuple[Path, ...] = ()
        self._wanted_again: tuple[Path, ...] = ()
        self._unfolding = ("", "")  # the file whose text is wanted, and the place where
        self._known: dict[str, str] = {}
        self._place = ""
        self.menu: Menu | None = None
        self._background = Background(self)
        self._contents = MessageFiles(self)
        self._contents.set_source(files)
        self._opener: Opener | None = None
        self.intake = Intake(files, self._background, self)
        self.choice = FileChoice(pane)
        self.zone = DropZone(pane, field.viewport())
        self._connect()
        self._show()

    def choose(self) -> None:
        """Asks for files."""
        self.choice.open()

    def ask_about(self, path: Path) -> None:
        """Attaches a picture of the library: to the open chat while it has no messages, else to a new one."""
        conversation = self._chat.conversation
        self._wanted = (*self._wanted, path)
        if conversation is not None and conversation.leaf_id is None and conversation.deleted_at is None:
            self._take_wanted()
        elif conversation is not None:
            self._chat.start_new()

    def attach_again(self, path: Path) -> None:
        """Attaches a file that was attached before, to the open chat, as if it were dropped."""
        if self._chat.conversation is None:  # the program has just been started
            self._wanted_again = (*self._wanted_again, path)
        else:
            self._take_dropped(Offer((path,)))

    def open_recent(self) -> None:
        """Shows the menu of the button, above it."""
        from panda_desktop.ui.attach.recent import RecentMenu

        menu = RecentMenu(self._recent, self.choose, self.attach_again, self._button)
        self._keep_menu(menu)
        above = QPoint(0, -menu.sizeHint().height() - 4)
        menu.popup(self._button.mapToGlobal(above))

    def opener(self) -> "Opener":
        """Returns what opens files, made at its first use."""
        if self._opener is None:
            from panda_desktop.ui.transcript.opening import Opener

            pane = self._pane
            self._opener = Opener(self._field, pane.window, self._contents)
            self._opener.told.connect(self._say_of_opened)
        return self._opener

    def shut_down(self) -> None:
        """Ends what opens files; what is being prepared is of no interest any more and is not waited for."""
        self._background.close()
        self._contents.close()
        if self._opener is not None:
            self._opener.close()

    # what was heard

    def _connect(self) -> None:
        self._files.changed.connect(self._show)
        self._files.loaded.connect(self._loaded)
        self._contents.changed.connect(self._show_pictures)
        self._chat.changed.connect(lambda _conversation: self._show_unseen())
        self._chat.opened.connect(self._opened)
        self._models.changed.connect(self._show_unseen)
        tray = self._panel.tray
        tray.added.connect(self._dress)
        tray.remove_wanted.connect(self._files.remove)
        tray.open_wanted.connect(lambda attachment: self.opener().open_file(attachment))
        tray.menu_wanted.connect(self._open_menu)
        tray.left.connect(self._field.setFocus)
        self._field.offered.connect(self.intake.take)
        self._field.oversized_paste.connect(self.intake.take_text)
        self._field.unusable.connect(self._say_unusable)
        self.zone.offered.connect(self._take_dropped)
        self.zone.pasted.connect(self._take_pasted)
        self.choice.chosen.connect(lambda paths: self.intake.take_paths(paths, remember=self._keeps()))
        self.intake.attached.connect(self._recent.remember)
        self.intake.missing.connect(self._recent.forget)
        self._recent.attach_wanted.connect(self.attach_again)
        self._button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._button.customContextMenuRequested.connect(lambda _point: self.open_recent())
        self.intake.refused.connect(self._say_refused)
        self.intake.limited.connect(self._say_limited)

    def _take_dropped(self, offer: Offer) -> None:
        self._field.setFocus()
        if offer.paths:
            self.intake.take_paths(offer.paths, remember=self._keeps())
        else:
            self.intake.take(offer)

    def _take_pasted(self, offer: Offer) -> None:
        self._field.setFocus()
        self.intake.take(offer)

    def _keeps(self) -> bool:
        """Of a temporary chat nothing stays, also not the names of its files."""
        conversation = self._chat.conversation
        return conversation is not None and not conversation.temporary

    def _opened(self, _conversation: Conversation) -> None:
        self._notices.close_notice(REFUSED_KEY)
        self._notices.close_notice(LIMIT_KEY)
        self._show_unseen()
        # The page shows the chat in its own slot first: the files shall go into that one.
        QTimer.singleShot(0, self, self._take_wanted)

    def _take_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ()
        if wanted:
            self.intake.take_paths(wanted)
            self._field.setFocus()
        again, self._wanted_again = self._wanted_again, ()
        if again:
            self._take_dropped(Offer(again))

    def _show(self) -> None:
        items, pending = self._files.items, self._files.pending
        self._panel.tray.show_files(items, pending)
        self._panel.setVisible(bool(items) or pending > 0)
        self._tell(items)
        self._show_unseen()
        self.shown.emit(items)

    def _tell(self, items: tuple[Attachment, ...]) -> None:
        """Has what came or went read out; nothing when another chat is shown."""
        before, self._known = self._known, {item.id: item.name for item in items}
        same, self._place = self._place == self._files.place, self._files.place
        if not same:
            return
        for item in items:
            if item.id not in before:
                announce(self._field, self.tr("Attached: {name}").format(name=item.name))
        gone = [name for each, name in before.items() if each not in self._known]
        if len(gone) == 1:
            announce(self._field, self.tr("Taken out: {name}").format(name=gone[0]))

    def _show_unseen(self) -> None:
        conversation = self._chat.conversation
        pictures = any(item.kind is AttachmentKind.IMAGE for item in self._files.items)
        model = "" if conversation is None or not pictures else conversation.model
        known = (each for each in self._models.of_kind(ModelKind.CHAT) if each.id == model)
        blind = any(each.sees_images is False for each in known)
        self._panel.show_unseen(model if blind else "")

    # pictures and menus of chips

    def _dress(self, chip: AttachmentChip) -> None:
        if chip.attachment.kind is AttachmentKind.IMAGE:
            longest = round(look().pixels(SIDE) * self._pane.devicePixelRatioF()) * _LONGEST
            pixmap = self._contents.thumbnail(chip.attachment, QSize(longest, longest))
            if pixmap is not None:
                chip.show_picture(pixmap)

    def _show_pictures(self) -> None:
        for chip in self._panel.tray.chips():
            self._dress(chip)

    def _open_menu(self, attachment: Attachment, point: QPoint) -> None:
        menu = Menu(self._panel)
        menu.add(self.tr("Open"), lambda: self.opener().open_file(attachment), icon_name="eye")
        if attachment.kind is AttachmentKind.TEXT:
            fits = attachment.characters + self._field.document().characterCount() - 1 <= PASTE_LIMIT
            menu.add(
                self.tr("Put it into the message"),
                lambda: self._unfold(attachment),
                icon_name="edit",
                enabled=fits,
            )
        words, remove = self.tr("Take it out"), self._files.remove
        menu.add(words, lambda: remove(attachment.id), icon_name="close", shortcut="Del")
        self._keep_menu(menu)
        menu.popup(point)

    def _keep_menu(self, menu: Menu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.destroyed.connect(self._forget_menu)

    def _forget_menu(self) -> None:
        self.menu = None

    def _unfold(self, attachment: Attachment) -> None:
        self._unfolding = attachment.id, self._files.place
        self._files.load(attachment)

    def _loaded(self, attachment: Attachment, data: bytes | None) -> None:
        """Puts the text of a file where the cursor is, in place of the file; not into another chat."""
        if (attachment.id, self._files.place) != self._unfolding:
            return
        self._unfolding = ("", "")
        text = text_of(data) if data is not None else None
        if text is None:
            self._warn(self.tr("The text could not be read. Take it out and attach it anew."))
        elif text.count("\n") > PASTE_LINES:
            self._warn(self.tr("The text has too many lines for the message. It stays a file."))
        else:
            inserted = QMimeData()
            inserted.setText(text)
            self._field.insertFromMimeData(inserted)
            self._field.setFocus()
            self._files.remove(attachment.id)

    # what is said

    def _say_refused(self, refused: tuple[Refused, ...]) -> None:
        from panda_desktop.ui.attach.words import AttachWords

        self._warn(AttachWords(self).refused(refused))

    def _say_limited(self, offered: int, taken: int) -> None:
        from panda_desktop.ui.attach.words import AttachWords

        words = AttachWords(self).too_many(offered, taken)
        self._notices.show_notice(Notice(words, NoticeLevel.WARNING, key=LIMIT_KEY))

    def _say_of_opened(self, words: str, problem: bool) -> None:
        level = NoticeLevel.WARNING if problem else NoticeLevel.INFO
        self._notices.show_notice(Notice(words, level, key=REFUSED_KEY))

    def _say_unusable(self) -> None:
        self._warn(
            self.tr(
                "What was copied is neither text nor a picture that can be read. Copy it as plain text, or "
                "save it as a file and attach that."
            )
        )

    def _warn(self, words: str) -> None:
        self._notices.show_notice(Notice(words, NoticeLevel.WARNING, key=REFUSED_KEY))
