"""Joins the wishes for exports and imports to what does them, and says how they ended.

Promise: one runs at a time; its progress can be seen and ended, and its end is said with the next step.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import ExportReport, ExportRequest, ImportReport, Progress
from panda_desktop.ui.exchange.dialogs import ExchangeDialogs
from panda_desktop.ui.exchange.dropping import SUFFIXES, DroppedExports
from panda_desktop.ui.exchange.labels import PageWords
from panda_desktop.ui.exchange.strip import ProgressStrip
from panda_desktop.ui.exchange.values import ExportWish, Form
from panda_desktop.ui.exchange.words import ExchangeWords
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel
from panda_desktop.ui.media.revealing import reveal
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.window.commands import Command
from panda_desktop.ui.wording import joined
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.exchange import ExchangeModel
from panda_desktop.viewmodels.printing import Press

if TYPE_CHECKING:
    from panda_desktop.ui.chat.header import Header
    from panda_desktop.ui.exchange.panel import ExportPanel
    from panda_desktop.ui.exchange.report import ImportReportPanel

_KEY: Final = "exchange"


class ExchangeDesk(QObject):
    """Takes wishes from the palette, the chat and the settings.

    Attributes:
        strip: how far it is.
        dialogs: where to and where from.
        panel: the panel of an export, while it is open.
        report: the report of an import, while it is open.
    """

    def __init__(
        self,
        exchange: ExchangeModel,
        chat: ChatModel,
        window: MainWindow,
        *,
        press: Press | None = None,
        show_file: Callable[[Path], object] = reveal,
    ) -> None:
        """Says in `window` what becomes of it; `press` makes PDFs, `show_file` shows a file to the person."""
        super().__init__(window)
        self._exchange = exchange
        self._chat = chat
        self._window = window
        self._given_press = press
        self._show_file = show_file
        self._words = ExchangeWords(self)
        self._sentences = Sentences(self)
        self._page_words = PageWords(self)
        self._wish = ExportWish()
        self._again: Callable[[], object] | None = None
        self._importing = False
        self.panel: ExportPanel | None = None
        self.report: ImportReportPanel | None = None
        self.dialogs = ExchangeDialogs(window)
        self._drops = DroppedExports(self)
        self._drops.dropped.connect(self.import_file)
        self.strip = ProgressStrip()
        window.add_strip(self.strip)
        self.strip.cancelled.connect(exchange.cancel)
        exchange.running_changed.connect(self._running_changed)
        exchange.progressed.connect(self._progressed)
        exchange.finished.connect(self._finished)
        exchange.failed.connect(self._failed)
        self._register()

    def join_chat(self, header: "Header", *targets: QWidget) -> None:
        """Takes the wish of the head of the chat, and files that are dropped on `targets`."""
        header.export_wanted.connect(lambda: self.export_open(header.more))
        self._drops.watch(*targets)

    def export_open(self, anchor: QWidget | None = None) -> None:
        """Asks how the open chat shall be exported."""
        if self._has_open():
            self._ask(replace(self._wish, all_chats=False), anchor)
        else:
            self._say(self.tr("There is nothing to export yet: the open chat is empty."))

    def export_all(self, anchor: QWidget | None = None) -> None:
        """Asks how all chats shall be exported."""
        self._ask(replace(self._wish, all_chats=True), anchor)

    def ask_import(self) -> None:
        """Asks for a file to import."""
        if not self._is_busy():
            self.dialogs.ask_source(SUFFIXES, self.import_file)

    def import_file(self, path: Path) -> None:
        """Imports a file."""
        if self._is_busy():
            return
        self._importing = True
        self._again = lambda: self.import_file(path)
        self._exchange.import_file(path)

    def _register(self) -> None:
        add, section = self._window.commands.add, self.tr("Chats")
        one = Command("exchange.one", self.tr("Export this chat…"), self.export_open, "", "save", section)
        add(one, place=Place.CHAT)
        add(Command("exchange.all", self.tr("Export all chats…"), self.export_all, "", "save", section))
        add(Command("exchange.import", self.tr("Import chats…"), self.ask_import, "", "upload", section))

    # exporting

    def _ask(self, wish: ExportWish, anchor: QWidget | None) -> None:
        if self._is_busy() or self.panel is not None:
            return
        from panda_desktop.ui.exchange.panel import ExportPanel

        panel = ExportPanel(self._window, wish, has_open=self._has_open())
        open_chat = self._chat.conversation  # another one may come while the panel is open
        panel.wished.connect(lambda wished: self._ask_where(wished, open_chat))
        panel.closed.connect(self._forget_panel)
        self.panel = panel
        panel.open_near(anchor)

    def _forget_panel(self) -> None:
        self.panel = None

    def _ask_where(self, wish: ExportWish, open_chat: Conversation | None) -> None:
        self._wish = wish
        conversation = None if wish.all_chats else open_chat
        ids = None if conversation is None else (conversation.id,)
        today = self.tr("Panda chats {date}").format(date=date.today().isoformat())
        title = today if conversation is None else conversation.title
        labels = self._page_words.labels()
        name = self._exchange.file_name(title, wish.form.file_format, labels)
        name = name.removesuffix(wish.form.file_format.suffix)

        def export(target: Path) -> None:
            separate = wish.all_chats and wish.separate
            request = ExportRequest(
                target / name if separate else target,
                wish.form.file_format,
                labels,
                ids,
                wish.all_branches,
                separate,
            )
            self._export(request, wish.form)

        if wish.all_chats and wish.separate:
            self.dialogs.ask_folder(export)
        else:
            self.dialogs.ask_target(name + wish.form.suffix, export)

    def _export(self, request: ExportRequest, form: Form) -> None:
        if self._is_busy():
            return
        self._importing = False
        self._again = lambda: self._export(request, form)
        if form is Form.PDF:
            self._exchange.print(request, self._press())
        else:
            self._exchange.export(request)

    def _press(self) -> Press:
        if self._given_press is None:
            from panda_desktop.ui.exchange.printing.press import PdfPress

            self._given_press = PdfPress()
        return self._given_press

    # what was heard

    def _running_changed(self, running: bool) -> None:
        if running:
            self._window.notices.close_notice(_KEY)
            self.strip.begin(importing=self._importing)
        else:
            self.strip.finish()

    def _progressed(self, progress: Progress) -> None:
        self.strip.show_progress(progress)

    def _finished(self, report: object) -> None:
        if isinstance(report, ExportReport):
            self._exported(report)
        elif isinstance(report, ImportReport):
            self._imported(report)

    def _exported(self, report: ExportReport) -> None:
        actions: tuple[NoticeAction, ...] = ()
        if report.files:
            file = report.files[0]
            actions = (NoticeAction(self.tr("Show in folder"), lambda: self._show_file(file)),)
        words = joined(self._words.exported(report), self._words.missing(report.missing))
        self._say(words, actions, lasting=report.missing > 0)

    def _imported(self, report: ImportReport) -> None:
        words, differing = self._words.imported(report), self._words.differing(report)
        if differing:
            action = NoticeAction(self.tr("Show the report"), lambda: self._open_report(report))
            self._say(joined(words, differing), (action,), lasting=True)
        else:
            self._say(words)

    def _open_report(self, report: ImportReport) -> None:
        from panda_desktop.ui.exchange.report import ImportReportPanel

        panel = ImportReportPanel(self._window, report)
        panel.closed.connect(self._forget_report)
        self.report = panel
        panel.open_report()

    def _forget_report(self) -> None:
        self.report = None

    def _failed(self, error: PandaError) -> None:
        steps = {NextStep.TRY_AGAIN: self._again} if self._again is not None else {}
        notice = self._sentences.notice(error, steps, key=_KEY)
        if self._importing and error.kind is ErrorKind.DATA_TOO_NEW:
            words = self.tr(
                "The file was written by a newer version of this program. Update it, then import."
            )
            notice = Notice(words, NoticeLevel.ERROR, key=_KEY)
        self._window.notices.show_notice(notice)

    def _has_open(self) -> bool:
        return self._chat.conversation is not None and self._chat.rows.count() > 0

    def _is_busy(self) -> bool:
        """Tells whether one runs, and says so."""
        if self._exchange.is_running:
            self._say(self.tr("Chats are being exported or imported. Wait for the end, or cancel it first."))
        return self._exchange.is_running

    def _say(self, words: str, actions: tuple[NoticeAction, ...] = (), *, lasting: bool = False) -> None:
        notice = Notice(words, actions=actions, key=_KEY, lasting=lasting)
        self._window.notices.show_notice(notice)
