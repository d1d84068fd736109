"""The images tab: the form at the left, what it has made at the right.

Promise: every failure is said where it happened, with the next step as a button; nothing here waits.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.jobs import ImageRequest, RawAnswer
from panda_desktop.domain.media import MediaItem
from panda_desktop.domain.models import ModelInfo, ModelKind
from panda_desktop.ui.images.board import ImagesBoard
from panda_desktop.ui.images.form import WIDTH, ImagesForm
from panda_desktop.ui.images.job_words import JobWords
from panda_desktop.ui.images.price import price_words
from panda_desktop.ui.images.sending import Sending
from panda_desktop.ui.kit import Choice, Entrance, Notice, NoticeHost, plain_tip
from panda_desktop.ui.media.item_actions import ItemActions, Wish
from panda_desktop.ui.media.past_prompts import PastPrompts
from panda_desktop.ui.media.raw_answer import RawAnswerPanel
from panda_desktop.ui.media.refund import RefundEvidence
from panda_desktop.ui.media.saving import SafeName, name_by_date
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.models.joining import join_models
from panda_desktop.ui.models.sections import sections
from panda_desktop.ui.price_source import price_source
from panda_desktop.ui.sentences import NextStep
from panda_desktop.ui.theme import look
from panda_desktop.ui.window import MainWindow, Place
from panda_desktop.ui.window.commands import Command
from panda_desktop.ui.wording import money
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.evidence import EvidenceModel
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.prompt_history import PromptHistory
from panda_desktop.viewmodels.settings import SettingsModel

_BESIDE: Final = 700
_MOST_OF_HEIGHT: Final = 0.62


class ImagesPage(QWidget):
    """The page.

    Attributes:
        form: the form.
        sending: what happens when the form is sent, or a button on a card pressed.
        board: grid, viewer and empty place.
        past: the prompts that were sent before.
        refund: saves evidence for a refund.
        notices: what is said above them.

    Signals:
        video_wanted(object): a video shall be made of this `MediaItem`.
        ask_wanted(object): this `MediaItem` shall be asked about in a chat.
        key_wanted: a key shall be entered.
        settings_wanted: the settings shall be opened.
        top_up_wanted: credit shall be added.
        budgets_wanted: the budgets shall be shown.
        leave_wanted(object): a `Refusal`: a request shall go over its budget once.
    """

    video_wanted = Signal(object)
    ask_wanted = Signal(object)
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
        thumbnails: ThumbnailStore,
        history: PromptHistory,
        evidence: EvidenceModel,
        *,
        safe_name: SafeName = name_by_date,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the page; `safe_name` makes names for saved copies."""
        super().__init__(parent)
        self._jobs = jobs
        self._models = models
        self._account = account
        self._settings = settings
        self._narrow = False
        self.notices = NoticeHost()
        wishes = (Wish.PROMPT, Wish.VARY, Wish.VIDEO, Wish.ASK)
        self.item_actions = ItemActions(self, library, wishes, safe_name=safe_name)
        words = JobWords(self._currency, self)
        self._body = QWidget()
        self.form = ImagesForm()
        self.past = PastPrompts(self.form.prompt, history, self)
        self.refund = RefundEvidence(self, evidence)
        self.board = ImagesBoard(self._body, jobs, library, thumbnails, self.item_actions, words, self._facts)
        self.answer = RawAnswerPanel(self._body)
        steps: dict[NextStep, Callable[[], object]] = {
            NextStep.ENTER_KEY: self.key_wanted.emit,
            NextStep.OPEN_SETTINGS: self.settings_wanted.emit,
            NextStep.TOP_UP: self.top_up_wanted.emit,
            NextStep.RAISE_LIMIT: self.budgets_wanted.emit,
        }
        self.sending = Sending(jobs, settings, self.form, self.board, self.notices, self.refund, steps, self)
        self.sending.leave_wanted.connect(self.leave_wanted)
        self._build()
        self._connect()
        self._show_models()
        self._remember()

    # for the program

    def set_narrow(self, narrow: bool) -> None:
        """The window became narrow, or no longer is: the form lies above the grid."""
        self._narrow = narrow
        self._arrange()

    def commands(self) -> list[Command]:
        """Returns what can be done here, for the command palette."""
        section = self.tr("Images")
        return [
            Command(
                "images.prompt", self.tr("Write an image prompt"), self._write, icon="edit", section=section
            ),
            Command(
                "images.generate", self.tr("Generate images"), self._generate, icon="image", section=section
            ),
            Command(
                "images.past", self.tr("Past image prompts"), self._offer_past, icon="clock", section=section
            ),
        ]

    def use_prompt(self, prompt: str, model: str = "") -> None:
        """Writes a prompt into the form, and takes a model when one is given."""
        self.form.use_prompt(prompt, model)

    def shut_down(self) -> None:
        """Ends what runs for this page only."""
        self.board.shut_down()
        self.item_actions.close()

    # building

    def _build(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.form)
        self._row.addWidget(self.board, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._body, 1)
        Entrance(self, self.form.prompt)

    def _connect(self) -> None:
        form, jobs, board = self.form, self._jobs, self.board
        form.changed.connect(self._show_price)
        form.past_wanted.connect(self._offer_past)
        self.past.taken.connect(form.use_prompt)
        self.refund.notice_wanted.connect(self.notices.show_notice)
        form.top_up_wanted.connect(self.top_up_wanted)
        form.height_changed.connect(self._fit_form)
        form.model.chosen.connect(lambda model: self._settings.change(image_model=model))
        jobs.raw_answer_read.connect(self._show_answer)
        board.invitation.write_wanted.connect(form.prompt.setFocus)
        board.invitation.example_taken.connect(form.use_prompt)
        self.item_actions.wished.connect(self._wish)
        self.item_actions.notice_wanted.connect(self.notices.show_notice)
        self._models.changed.connect(self._show_models)
        join_models(self.form.model, self._models)
        self._account.balance_changed.connect(self._show_price)
        self._account.priced.connect(self._show_models)
        look().changed.connect(self._arrange)

    def _remember(self) -> None:
        current = self._settings.current
        self.form.count_choice.set_count(current.image_n)
        if current.image_size:
            self.form.size_choice.set_size(current.image_size)
        self._show_price()

    # looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the form above the grid where both do not fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self._narrow or self.width() < look().pixels(_BESIDE)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self.form.set_narrow(narrow)
        self._fit_form()

    def _fit_form(self) -> None:
        most = 16_777_215
        if self._row.direction() == QBoxLayout.Direction.TopToBottom:
            wanted = self.form.wanted_height(self.width())
            self.form.setMinimumWidth(0)
            self.form.setMaximumWidth(most)
            self.form.setFixedHeight(min(wanted, round(self.height() * _MOST_OF_HEIGHT)))
        else:
            self.form.setMinimumHeight(0)
            self.form.setMaximumHeight(most)
            self.form.setFixedWidth(look().pixels(WIDTH))

    def _show_models(self) -> None:
        images = self._models.of_kind(ModelKind.IMAGE)
        others = [*self._models.of_kind(ModelKind.CHAT), *self._models.of_kind(ModelKind.VIDEO)]
        section = sections(self.tr("Image models"))
        choices = [self._choice(model, section(model)) for model in images]
        choices += [
            self._choice(model, self.tr("Other models"))
            for model in others
            if model.id.partition(":")[0] != "auto"
        ]
        sizes = {model.id: model.sizes for model in images}
        default = self._settings.current.image_model or (images[0].id if images else "")
        self.form.set_models(choices, sizes, default)

    def _choice(self, model: ModelInfo, section: str) -> Choice:
        note = ""
        each = self._account.price_of(model.id)
        if each is not None:
            price = money(each, self._currency(), exact=True)
            note = self.tr("{price} each").format(price=price)
        return Choice(model.id, model.name or model.id, note, section, starred=model.favourite)

    def _show_price(self) -> None:
        model = self.form.model.value()
        price = self._account.price_of(model)
        count = self.form.count_choice.count()
        self.form.set_price(price_words(price, count, self._account.balance))
        own = self._account.is_own_price(model)
        self.form.price.setToolTip(plain_tip(price_source(model, is_own=own) if price is not None else ""))

    def _currency(self) -> str:
        balance = self._account.balance
        return balance.currency if balance is not None else "usd"

    def _facts(self, item: MediaItem) -> list[tuple[str, str]]:
        row = self._jobs.find(item.job_id) if item.job_id is not None else None
        if row is None or row.job.cost is None or row.job.cost < 0:
            return []
        amount = money(row.job.cost, self._currency(), exact=True)
        if row.job.cost_is_shared:
            amount = self.tr("{amount}, with other requests at the same time").format(amount=amount)
        elif row.job.expected > 1:
            amount = self.tr("{amount} for {count}").format(amount=amount, count=row.job.expected)
        return [(self.tr("Balance fell by"), amount)]

    # pictures

    def _wish(self, wish: str, item: MediaItem) -> None:
        {
            Wish.PROMPT: lambda: self.form.use_prompt(item.prompt, item.model),
            Wish.VARY: lambda: self._vary(item),
            Wish.VIDEO: lambda: self.video_wanted.emit(item),
            Wish.ASK: lambda: self.ask_wanted.emit(item),
        }[Wish(wish)]()

    def _vary(self, item: MediaItem) -> None:
        row = self._jobs.find(item.job_id) if item.job_id is not None else None
        if row is not None and isinstance(row.job.request, ImageRequest):
            request = replace(row.job.request, parent_id=item.id)
        else:
            request = ImageRequest(item.model, item.prompt, parent_id=item.id)
        self.form.set_request(request, item)
        self.form.generate.setFocus()

    def _show_answer(self, _job_id: str, answer: RawAnswer | None) -> None:
        if answer is not None:
            self.answer.show_answer(answer)
            return
        words = self.tr("No answer of the gateway was kept for this request.")
        self.notices.show_notice(Notice(words, key="no-answer"))

    # commands

    def _come(self) -> None:
        """Comes to the front when a command was given elsewhere."""
        window = self.window()
        if not self.isVisible() and isinstance(window, MainWindow):
            window.go(Place.IMAGES)

    def _write(self) -> None:
        self._come()
        self.form.prompt.setFocus()

    def _generate(self) -> None:
        self._come()
        self.form.submit()

    def _offer_past(self) -> None:
        self._come()
        if not self.past.offer(self.form.past):
            self.notices.show_notice(Notice(self.tr("There are no past prompts yet."), key="no-past"))
