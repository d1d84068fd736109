"""The videos tab: form at the left, player and jobs at the right.

Promise: a paid video is never out of reach: every job has its card, every state its words and its next step.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.jobs import Job, JobState, VideoRequest
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import Entrance, Notice, NoticeAction, Surface, announce
from panda_desktop.ui.media.past_prompts import PastPrompts
from panda_desktop.ui.media.refund import RefundEvidence
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.videos.arrangement import Arrangement
from panda_desktop.ui.videos.card_column import CardColumn
from panda_desktop.ui.videos.file_deeds import FileDeeds
from panda_desktop.ui.videos.first_frame_file import path_of_frame
from panda_desktop.ui.videos.form import VideoForm
from panda_desktop.ui.videos.job_board import JobBoard
from panda_desktop.ui.videos.job_deeds import JobDeeds
from panda_desktop.ui.videos.making import Making
from panda_desktop.ui.videos.nothing_yet import NothingYet
from panda_desktop.ui.videos.page_commands import commands_of
from panda_desktop.ui.videos.player import VideoPlayer
from panda_desktop.ui.videos.posters import PosterStore
from panda_desktop.ui.videos.tab_order import stops
from panda_desktop.ui.window import Command
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.evidence import EvidenceModel
from panda_desktop.viewmodels.jobs import JobList, JobRow
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.prompt_history import PromptHistory
from panda_desktop.viewmodels.settings import SettingsModel


class VideosPage(Surface):
    """The page.

    Attributes:
        form: prompt, first frame, model.
        player: the video that is shown.
        cards: the jobs.
        board: what keeps the cards.
        past: the prompts that were sent before.
        refund: saves evidence for a refund.

    Signals:
        key_wanted: a key must be entered first.
        settings_wanted: the settings shall be opened.
        top_up_wanted: credit shall be added.
        budgets_wanted: the budgets shall be shown.
        leave_wanted(object): a `Refusal`: a request shall go over its budget once.
    """

    key_wanted = Signal()
    settings_wanted = Signal()
    top_up_wanted = Signal()
    budgets_wanted = Signal()
    leave_wanted = Signal(object)

    def __init__(
        self,
        jobs: JobList,
        models: ModelList,
        library: LibraryList,
        account: AccountModel,
        settings: SettingsModel,
        thumbnails: Any,
        posters: PosterStore,
        history: PromptHistory,
        evidence: EvidenceModel,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Shows what the view-models hold.

        Args:
            jobs: the jobs of videos.
            models: what there is to choose from.
            library: images to start from, files of results.
            account: balance and prices.
            settings: the last model, the longest wait.
            thumbnails: pictures of image files: `get(path, side)`, signal `ready(str)`.
            posters: pictures of videos.
            history: the prompts that were sent before.
            evidence: writes evidence for a refund.
            parent: the owner.
        """
        super().__init__("background", parent=parent)
        self.setAccessibleName(self.tr("Videos"))
        self._jobs = jobs
        self._library = library
        self._sentences = Sentences(self)
        self._offered = ""
        self._continues = False
        self._running: set[str] = set()
        self.form = VideoForm(library, thumbnails)
        self.past = PastPrompts(self.form.prompt, history, self)
        self.refund = RefundEvidence(self, evidence)
        self.player = VideoPlayer()
        self.nothing = NothingYet()
        self.arrangement = Arrangement(self.form, self.player, self.nothing)
        self.board = JobBoard(jobs, account, settings, thumbnails, posters, self)
        self.cards = CardColumn(self.board.made_card, self.arrangement.area, self._before_cards)
        self.making = Making(self.form, jobs, models, account, settings, self)
        files = FileDeeds(self, library)
        self._deeds = JobDeeds(self.board, self.making, files, self.refund, jobs, library, account, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.arrangement)
        self.arrangement.set_cards(self.cards)
        self.arrangement.set_shown(player=False, nothing=False)
        self._connect()
        self.board.fill(self.cards)
        Entrance(self, self.form.prompt)

    def set_narrow(self, narrow: bool) -> None:
        """Puts the form above the rest in a narrow window."""
        self.arrangement.set_narrow(narrow)

    def commands(self) -> list[Command]:
        """Returns what can be done here, for the command palette."""
        return commands_of(self.write, self.offer_past, self.making, self.form.frame, self.player)

    def use_first_frame(self, item: MediaItem) -> None:
        """Starts the next video from an image of the library."""
        self.form.frame.take_item(item)
        self.write()

    def show_video(self, item: MediaItem) -> None:
        """Plays a video of the library."""
        self._play(item)

    def write(self) -> None:
        """Puts the focus into the prompt."""
        self.arrangement.show_form()
        self.form.prompt.setFocus()

    def offer_past(self) -> None:
        """Opens the list of the prompts that were sent before."""
        self.arrangement.show_form()
        if not self.past.offer(self.form.past):
            words = self.tr("There are no past prompts yet.")
            self.form.notices.show_notice(Notice(words, key="no-past"))

    def shut_down(self) -> None:
        """Stops the player and what is being read; the page is not used after it."""
        self.board.set_awake(False)
        self.player.shut_down()
        self.form.frame.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        """Counts seconds again, and loads the newest video once the page is on the screen."""
        super().showEvent(event)
        self.board.set_awake(True)
        # After the first picture of the page: the multimedia library is large.
        QTimer.singleShot(0, self, self._load_newest)

    def hideEvent(self, event: QHideEvent) -> None:
        """Counts nothing while nobody looks; the player pauses by itself."""
        super().hideEvent(event)
        self.board.set_awake(False)

    def _connect(self) -> None:
        self.form.past.clicked.connect(lambda _=False: self.offer_past())
        self.past.taken.connect(self._take_example)
        self.making.step_wanted.connect(self._take_step)
        self.making.leave_wanted.connect(self.leave_wanted)
        self.making.accepted.connect(lambda _job: self.arrangement.notices.close_notice("frame"))
        self.making.accepted.connect(lambda job: QTimer.singleShot(0, self, lambda: self.cards.bring(job.id)))
        self._deeds.step_wanted.connect(self._take_step)
        self._deeds.play_wanted.connect(self._play)
        self._deeds.edit_wanted.connect(self._edit)
        self._deeds.noticed.connect(self._notice)
        self.board.shown_changed.connect(self._shown_changed)
        self.player.loaded.connect(self._loaded)
        self.player.grabbed.connect(self._library.add_frame)
        self.player.next_wanted.connect(self._begin_next)
        self.player.file_wanted.connect(self._deeds.with_file)
        self.nothing.write_wanted.connect(self.write)
        self.nothing.example_taken.connect(self._take_example)
        self._jobs.failed.connect(self._job_failed)
        self._jobs.changed.connect(self._job_changed)
        self._library.failed.connect(self._library_failed)
        self._library.frame_added.connect(self._frame_added)
        self._library.removed.connect(lambda _: self._let_go())

    def _before_cards(self) -> QWidget | None:
        for area in (self.player, self.form):
            if area.isVisibleTo(self) and (found := stops(area)):
                return found[-1]
        return None

    def _shown_changed(self) -> None:
        self._show_parts()
        if self.isVisible():
            self._load_newest()

    def _show_parts(self) -> None:
        has_video = self.player.item is not None
        self.arrangement.set_shown(player=has_video, nothing=not has_video and self.board.count() == 0)

    def _load_newest(self) -> None:
        """Shows the newest video once, unless the person is watching another one."""
        newest = self.board.newest_video()
        if newest is None or not self.isVisible() or newest.id == self._offered:
            return
        self._offered = newest.id
        path = self._path(newest)
        if path is not None and not self.player.touched:
            self.player.load(newest, path)

    def _play(self, item: MediaItem) -> None:
        if item.kind is not MediaKind.VIDEO:
            return
        newest = self.board.newest_video()
        self._offered = newest.id if newest is not None else ""
        path = self._path(item)
        if path is None:
            return
        self.player.load(item, path)
        self.player.play()
        self.arrangement.show_player()
        self.player.stage.surface.setFocus()

    def _path(self, item: MediaItem) -> Path | None:
        try:
            return self._library.path_of(item)
        except PandaError as error:
            self._library_failed(error)
            return None

    def _loaded(self, item: MediaItem | None) -> None:
        self.board.set_playing(item.id if item is not None else "")
        self._show_parts()
        self.arrangement.order_tabs()

    def _let_go(self) -> None:
        """Empties the player when its video went to the trash."""
        item = self.player.item
        if item is not None and self._library.find(item.id) is None:
            self._offered = ""
            self.player.clear()
            self._load_newest()

    def _edit(self, job: Job) -> None:
        request = job.request
        self.form.prompt.set_text(request.prompt)
        self.form.model.set_value(request.model)
        self.making.refresh()
        frame = request.first_frame if isinstance(request, VideoRequest) else None
        if frame is None:
            self.form.frame.clear()
        elif frame.url:
            self.form.frame.take_address(frame.url)
        else:
            try:
                path = path_of_frame(self._jobs, frame, job.created_at)
            except PandaError as error:
                self._job_failed(error)
            else:
                self.form.frame.take_file(path, frame.media_id, frame)
        self.write()

    def _take_example(self, prompt: str) -> None:
        self.form.prompt.set_text(prompt)
        self.write()

    def _take_step(self, step: NextStep) -> None:
        signal = {
            NextStep.ENTER_KEY: self.key_wanted,
            NextStep.TOP_UP: self.top_up_wanted,
            NextStep.RAISE_LIMIT: self.budgets_wanted,
            NextStep.OPEN_SETTINGS: self.settings_wanted,
        }[step]
        signal.emit()

    def _notice(self, notice: Notice) -> None:
        self.arrangement.notices.show_notice(notice)

    def _begin_next(self, png: bytes, item: MediaItem) -> None:
        self._continues = True
        self._library.add_frame(png, item)

    def _frame_added(self, item: MediaItem) -> None:
        continues, self._continues = self._continues, False
        if not self.isVisible():
            return
        if continues:
            self.use_first_frame(item)
            words = self.tr("The frame is in the library. Describe what happens next, then make the video.")
            self._notice(Notice(words, key="frame"))
            return
        self.player.stage.controls.show_grabbed()
        use = NoticeAction(self.tr("Use as first frame"), lambda: self.use_first_frame(item))
        self._notice(Notice(self.tr("The frame is in the library."), actions=(use,), key="frame"))

    def _job_failed(self, error: PandaError) -> None:
        if self.making.sending:
            self.making.failed(error)
        elif not self._deeds.look_failed(error):
            self.form.notices.show_notice(
                self._sentences.notice(error, self._steps(), paid=True, key="job-failed")
            )
            self.arrangement.show_form()

    def _library_failed(self, error: PandaError) -> None:
        self._continues = False
        if self.isVisible():  # the library page has its own place for it
            self.form.notices.show_notice(self._sentences.notice(error, self._steps(), key="library-failed"))

    def _steps(self) -> dict[NextStep, Any]:
        return {
            NextStep.ENTER_KEY: self.key_wanted.emit,
            NextStep.TOP_UP: self.top_up_wanted.emit,
            NextStep.RAISE_LIMIT: self.budgets_wanted.emit,
            NextStep.OPEN_SETTINGS: self.settings_wanted.emit,
        }

    def _job_changed(self, place: int) -> None:
        row = self._jobs.row(place)
        if row.job.state.is_running:
            self._running.add(row.job.id)
        elif row.job.id in self._running and (row.items or row.job.state is not JobState.DONE):
            self._running.discard(row.job.id)
            self._tell_end(row)

    def _tell_end(self, row: JobRow) -> None:
        """Says how a video ended, for those who do not see it."""
        if row.job.state is JobState.DONE:
            words, said = self.tr("The video is ready: {prompt}"), ""
        else:
            words, said = self.tr("{state} The video was: {prompt}"), self.board.status_of(row)
        prompt = row.job.request.prompt[:120]
        announce(self, words.format(state=said, prompt=prompt), urgent=row.job.state is JobState.FAILED)
