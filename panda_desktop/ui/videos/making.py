"""From the wish of the form to a job.

Promise: one wish is one job however it is pressed (V13); what can be known before paying is said before
(V26), and a wish that did not become a job leaves the form as it was.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from panda_desktop.domain.budgets import OverBudget
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import FirstFrame, Job, VideoRequest
from panda_desktop.domain.models import ModelKind
from panda_desktop.ui.kit import Notice, NoticeAction, NoticeLevel, announce, plain_tip
from panda_desktop.ui.models.joining import join_models
from panda_desktop.ui.price_source import price_source
from panda_desktop.ui.sentences import NextStep, Sentences
from panda_desktop.ui.videos.charge import committed, usual_cost
from panda_desktop.ui.videos.form import VideoForm
from panda_desktop.ui.videos.frame_check import FrameImage
from panda_desktop.ui.videos.time_words import about
from panda_desktop.ui.wording import UNKNOWN, money
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.jobs import JobList
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.settings import SettingsModel

SETTLE_MS: Final = 1_200
"""How long the button stays locked after a job was accepted: an impatient third press is no second job."""
_LOW: Final = "low-balance"
_FAILED: Final = "make-failed"


class Making(QObject):
    """Joins the form to the jobs.

    Signals:
        step_wanted(object): a `NextStep` that the window must do.
        leave_wanted(object): a `Refusal`: a request shall go over its budget once.
        accepted(object): this `Job` was made of the form.
    """

    step_wanted = Signal(object)
    leave_wanted = Signal(object)
    accepted = Signal(object)

    def __init__(
        self,
        form: VideoForm,
        jobs: JobList,
        models: ModelList,
        account: AccountModel,
        settings: SettingsModel,
        parent: QObject | None = None,
    ) -> None:
        """Fills the form with what is known and listens."""
        super().__init__(parent)
        self._form = form
        self._jobs = jobs
        self._models = models
        self._account = account
        self._settings = settings
        self._sentences = Sentences(self)
        self._waiting: tuple[VideoRequest, FrameImage] | None = None  # for its first frame to be copied
        self._sending = False
        self._when_checked = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._show_state)
        self._due = QTimer(self)  # a running download tells itself every frame
        self._due.setSingleShot(True)
        self._due.setInterval(100)
        self._due.timeout.connect(self.refresh)
        self._connect()
        self._show_models()
        self._show_state()

    @property
    def locked(self) -> bool:
        """A wish is on its way, or has just become a job."""
        return self._sending or self._jobs.busy or self._settling.isActive()

    @property
    def sending(self) -> bool:
        """A wish of the form is on its way: a failure now is its failure."""
        return self._sending

    def submit(self, *, anyway: bool = False) -> None:
        """Makes a job of what is in the form; `anyway` sends in spite of a low balance."""
        if self.locked:
            return
        if not self._form.prompt.text().strip():
            missing = PandaError(ErrorKind.EMPTY_PROMPT)
            self._fail(missing)
            self._form.mark_prompt(self._sentences.about(missing).text)
            self._form.prompt.setFocus()
            return
        self._form.notices.close_notice(_FAILED)
        if self._form.frame.checking:
            self._when_checked = True
            self._show_state()
            return
        low = self._low_balance()
        if low and not anyway:
            self._ask_anyway()
            return
        self._form.notices.close_notice(_LOW)
        self._send()

    def failed(self, error: PandaError) -> None:
        """Takes note that the wish did not become a job."""
        self._waiting = None
        self._sending = False
        self._show_state()
        self._fail(error, self._again(error))

    def refresh(self) -> None:
        """Says price, time and balance anew."""
        model = self._form.model.value()
        price = usual_cost(model, self._jobs, self._account)
        usual = self._jobs.usual_time(model)
        balance = self._account.balance
        currency = balance.currency if balance is not None else "usd"
        parts = []
        if price is not None:
            parts.append(self.tr("usually {price}").format(price=money(price, currency, exact=True)))
        else:
            parts.append(self.tr("price unknown"))
        if usual is not None:
            time = about(usual.median)
            parts.append(time if price is not None else self.tr("usually {time}").format(time=time))
        if price is None and balance is not None and balance.amount is not None:
            parts.append(self.tr("you have {amount}").format(amount=money(balance.amount, currency)))
        self._form.set_price(" · ".join(parts), self._warning())
        self._form.price.setToolTip(plain_tip(self._source(model) if price is not None else ""))

    def _source(self, model: str) -> str:
        if self._account.price_of(model) is not None:
            return price_source(model, is_own=self._account.is_own_price(model))
        return self.tr("By what your videos of {model} have cost so far.").format(model=model)

    def _send(self) -> None:
        prompt, model = self._form.prompt.text().strip(), self._form.model.value()
        chosen = self._form.frame.chosen
        self._sending = True
        self._show_state()
        if chosen is None:
            self._jobs.make_video(VideoRequest(model, prompt))
        elif chosen.url:
            self._jobs.make_video(VideoRequest(model, prompt, FirstFrame(url=chosen.url)))
        elif chosen.kept is not None:
            self._jobs.make_video(VideoRequest(model, prompt, chosen.kept))
        elif chosen.image is not None:
            self._waiting = VideoRequest(model, prompt), chosen.image
            self._jobs.keep_frame(chosen.image.data, chosen.image.suffix, chosen.image.media_id)

    def _frame_kept(self, frame: FirstFrame) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        request, image = waiting
        self._form.frame.keep(image, frame)
        self._jobs.make_video(VideoRequest(request.model, request.prompt, frame))

    def _job_accepted(self, job: Job) -> None:
        if not self._sending:
            return  # “send again” of a card
        self._sending = False
        self._settling.start()
        self._form.notices.close_notice(_FAILED)
        self._show_state()
        announce(self._form, self.tr("The video was asked for."))
        self.accepted.emit(job)

    def _frame_changed(self) -> None:
        if self._when_checked and not self._form.frame.checking:
            self._when_checked = False
            self._show_state()
            if self._form.frame.chosen is not None and self._form.frame.problem.isHidden():
                self.submit()

    def _show_state(self) -> None:
        if self._sending or self._jobs.busy:
            words = self.tr("Sending…")
        elif self._when_checked:
            words = self.tr("Reading the image…")
        elif self._settling.isActive():
            words = self.tr("Asked for")
        else:
            words = self.tr("Make video")
        self._form.set_state(words, locked=self.locked or self._when_checked)

    def _low_balance(self) -> str:
        """Returns why the money may not be enough; empty when it is, or when nobody knows."""
        balance = self._account.balance
        price = usual_cost(self._form.model.value(), self._jobs, self._account)
        if balance is None or balance.amount is None:
            return ""
        shown = money(balance.amount, balance.currency)
        if balance.amount <= 0:
            return self.tr("Your balance is {amount}: the gateway will refuse this.").format(amount=shown)
        if price is None:
            return ""
        usual = money(price, balance.currency, exact=True)
        if balance.amount < price:
            return self.tr("Your balance of {amount} is less than the usual {price}.").format(
                amount=shown, price=usual
            )
        running = committed(self._jobs, self._account)
        if balance.amount - running < price:
            return self.tr(
                "Your balance of {amount} may not be enough: the videos under way may cost {running}, and "
                "this one usually costs {price}."
            ).format(amount=shown, running=money(running, balance.currency), price=usual)
        return ""

    def _warning(self) -> str:
        balance = self._account.balance
        if balance is None or balance.amount is None:
            if self._account.has_access and not self._account.refreshing:
                return self.tr("Your balance is not known ({unknown}).").format(unknown=UNKNOWN)
            return ""
        return self._low_balance()

    def _ask_anyway(self) -> None:
        # The numbers stand above it, in the form.
        words = self.tr("The money may not be enough. Send it anyway?")
        actions = (
            NoticeAction(self.tr("Send anyway"), lambda: self.submit(anyway=True)),
            NoticeAction(self._sentences.step(NextStep.TOP_UP), self._wanting(NextStep.TOP_UP)),
        )
        self._form.notices.show_notice(Notice(words, NoticeLevel.WARNING, actions, key=_LOW))

    def _again(self, error: PandaError) -> dict[NextStep, Callable[[], object]]:
        return {
            NextStep.TRY_AGAIN: self.submit,
            NextStep.SEND_ANYWAY: lambda: self._pass(error),
            NextStep.CHOOSE_MODEL: self._form.model.open,
            **{
                step: self._wanting(step)
                for step in (
                    NextStep.ENTER_KEY,
                    NextStep.OPEN_SETTINGS,
                    NextStep.TOP_UP,
                    NextStep.RAISE_LIMIT,
                )
            },
        }

    def _pass(self, error: PandaError) -> None:
        if isinstance(error, OverBudget):
            self.leave_wanted.emit(error.refusal)
            self.submit(anyway=True)

    def _wanting(self, step: NextStep) -> Callable[[], None]:
        return lambda: self.step_wanted.emit(step)

    def _fail(self, error: PandaError, steps: dict[NextStep, Callable[[], object]] | None = None) -> None:
        self._form.notices.show_notice(self._sentences.notice(error, steps, paid=True, key=_FAILED))

    def _choose_model(self, model: str) -> None:
        if model != self._settings.current.video_model:
            self._settings.change(video_model=model)
        self.refresh()

    def _show_models(self) -> None:
        balance = self._account.balance
        listed = self._models.of_kind(ModelKind.VIDEO)
        models = tuple(replace(model, price=self._account.price_of(model.id)) for model in listed)
        self._form.set_models(models, balance.currency if balance is not None else "usd")
        if not self._form.model.value():
            first = models[0].id if models else ""
            self._form.model.set_value(self._settings.current.video_model or first)
        self.refresh()

    def _prompt_changed(self) -> None:
        self._form.mark_prompt("")

    def _connect(self) -> None:
        form, jobs = self._form, self._jobs
        form.wanted.connect(self.submit)
        form.model_chosen.connect(self._choose_model)
        form.frame.changed.connect(self._frame_changed)
        form.prompt.textChanged.connect(self._prompt_changed)
        jobs.frame_kept.connect(self._frame_kept)
        jobs.accepted.connect(self._job_accepted)
        jobs.busy_changed.connect(lambda _: self._show_state())
        self._models.changed.connect(self._show_models)
        join_models(form.model, self._models)
        self._account.balance_changed.connect(self.refresh)
        self._account.priced.connect(self._show_models)
        for signal in (jobs.inserted, jobs.removed, jobs.changed, jobs.reset):
            signal.connect(lambda *_: self._due.start())
