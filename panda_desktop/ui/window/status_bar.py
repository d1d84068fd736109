"""The bar at the foot of the window: connection, balance with its age, money in flight, running jobs.

Promise: an amount nobody knows is “—”, its age is always told, and in a narrow window whole facts go, the
least needed first, instead of being cut off.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.domain.account import Balance, Connection
from panda_desktop.ui.kit import Surface
from panda_desktop.ui.theme import look
from panda_desktop.ui.window.status_item import Part, StatusItem
from panda_desktop.ui.wording import UNKNOWN, ago, money

if TYPE_CHECKING:
    from panda_desktop.ui.kit import Menu

_LOW: Final = Decimal(1)
_SECOND_MS: Final = 1_000


class StatusBar(Surface):
    """The status bar. It is told everything by setters and tells what is wanted by signals.

    Signals:
        connection_pressed: the person wants to see or change where the gateway is.
        refresh_wanted: the balance shall be asked for again.
        jobs_pressed: the person wants to see the running jobs.
        spending_pressed: the person wants to see what was spent.
        top_up_wanted: credit shall be added.
        profile_pressed: the person wants to choose another profile.
    """

    connection_pressed = Signal()
    refresh_wanted = Signal()
    jobs_pressed = Signal()
    spending_pressed = Signal()
    top_up_wanted = Signal()
    profile_pressed = Signal()

    def __init__(
        self, *, now: Callable[[], datetime] = lambda: datetime.now(UTC), parent: QWidget | None = None
    ) -> None:
        """Makes a bar that knows nothing yet; `now` is the clock for ages, aware UTC."""
        super().__init__("side", edge="top", parent=parent)
        self.setAccessibleName(self.tr("Status"))
        self._now = now
        self._balance: Balance | None = None
        self._refreshing = False
        self._low = _LOW
        self._committed: Decimal | None = None
        self.connection = StatusItem(self.tr("Open the connection settings"))
        self.balance = StatusItem(self.tr("Ask for the balance again"))
        self.committed = StatusItem(
            self.tr("What the running jobs will cost, as far as it is known"), pressable=False
        )
        self.today = StatusItem(self.tr("What was spent today. Press to see what for."))
        self.jobs = StatusItem(self.tr("Show the running jobs"))
        self.profile = StatusItem(self.tr("The profile in use. Press to choose another (Ctrl+Shift+U)."))
        self._empty = {self.committed, self.today, self.jobs, self.profile}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 1, 6, 0)
        self._row.setSpacing(2)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for item in (self.connection, self.balance, self.committed, self.today):
            self._row.addWidget(item)
        self._row.addStretch(1)
        for item in (self.jobs, self.profile):
            self._row.addWidget(item)
        self.connection.clicked.connect(lambda _checked=False: self.connection_pressed.emit())
        self.balance.clicked.connect(lambda _checked=False: self.refresh_wanted.emit())
        self.today.clicked.connect(lambda _checked=False: self.spending_pressed.emit())
        self.balance.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.balance.customContextMenuRequested.connect(lambda _point: self.open_balance_menu())
        self.jobs.clicked.connect(lambda _checked=False: self.jobs_pressed.emit())
        self.profile.clicked.connect(lambda _checked=False: self.profile_pressed.emit())
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._tick)
        look().changed.connect(self._fit)
        self.set_connection(Connection.UNKNOWN, "")
        self._show_balance()
        self._fit()

    def set_connection(self, connection: Connection, host: str, *, is_demo: bool = False) -> None:
        """Shows where the gateway is and whether it answered.

        Args:
            connection: what the last call showed.
            host: host name, foreign text; empty while none is set.
            is_demo: the answers come from the demo on this computer.
        """
        role, words = {
            Connection.UNKNOWN: ("muted", self.tr("not asked yet")),
            Connection.ONLINE: ("accent", self.tr("connected")),
            Connection.OFFLINE: ("danger", self.tr("no connection")),
            Connection.KEY_REFUSED: ("warning", self.tr("key refused")),
        }[connection]
        place = self.tr("Demo, nothing is charged") if is_demo else host or self.tr("No gateway")
        parts = [Part(place, "warning" if is_demo else "muted")]
        if connection in (Connection.OFFLINE, Connection.KEY_REFUSED):
            parts.append(Part(f" · {words}", role))
        tip = self.tr("{host}: {state}. Press to open the connection settings.").format(
            host=host or place, state=words
        )
        self.connection.set_parts(*parts, dot=role, tip=tip)
        self._fit()

    def set_balance(self, balance: Balance | None, *, refreshing: bool = False) -> None:
        """Shows the balance and how old it is; None when it is not known. `refreshing` while it is asked."""
        self._balance = balance
        self._refreshing = refreshing
        self._tick()
        if self.committed not in self._empty:
            tip = self._left_words()
            self.committed.set_parts(Part(self.committed.plain_text()), tip=tip)
        self._fit()

    def set_committed(self, amount: Decimal | None, currency: str = "usd") -> None:
        """Shows what running jobs will cost, and in its tip what is left after them; hidden for None or 0."""
        self._committed = amount
        shown = amount is not None and amount > 0
        words = self.tr("committed {amount}").format(amount=money(amount, currency)) if shown else ""
        self._set(self.committed, words, tip=self._left_words())

    def set_low(self, limit: Decimal) -> None:
        """Says below which balance there is a warning."""
        self._low = limit
        self._show_balance()

    def set_spent_today(
        self, amount: Decimal | None, currency: str = "usd", *, unknown: int = 0, known: bool = True
    ) -> None:
        """Shows what was spent today; hidden for None.

        Args:
            amount: the sum of what is known.
            currency: of the amount.
            unknown: calls of today whose charge nobody knows.
            known: the charge of at least one call is known, or there was no call.
        """
        spent = money(amount if known else None, currency)
        words = "" if amount is None else self.tr("today {amount}").format(amount=spent)
        tip = self.tr("What was spent today. Press to see what for.")
        if unknown and words:
            words += " +"
            tip = self.tr(
                "What was spent today, and %n call(s) of unknown cost. Press to see what for.", "", unknown
            )
        self._set(self.today, words, tip=tip)

    def open_balance_menu(self) -> "Menu":
        """Opens what can be done about the balance; also by the menu key."""
        from panda_desktop.ui.kit import Menu

        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.add(self.tr("Ask for the balance again"), self.refresh_wanted.emit, icon_name="refresh")
        menu.add(self.tr("Spending…"), self.spending_pressed.emit, icon_name="receipt")
        menu.add(self.tr("Add credit"), self.top_up_wanted.emit, icon_name="wallet")
        menu.popup(self.balance.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        return menu

    def set_jobs_running(self, count: int) -> None:
        """Shows how many jobs are running; hidden for 0."""
        if count <= 0:
            words = ""
        elif count == 1:
            words = self.tr("1 job running")
        else:
            words = self.tr("{count} jobs running").format(count=count)
        self._set(self.jobs, words)

    def set_profile(self, name: str) -> None:
        """Shows the name of the profile; hidden when empty."""
        self._set(self.profile, name)

    def minimumSizeHint(self) -> QSize:
        """Any width: facts go where there is no room."""
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Lets the age run."""
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stops the clock: nobody looks."""
        super().hideEvent(event)
        self._clock.stop()

    def _tick(self) -> None:
        """Shows how old the balance is, and again when that will be said in other words."""
        self._show_balance()
        age = self._age()
        if age is None or not self.isVisible():
            self._clock.stop()
        else:
            self._clock.start(_SECOND_MS if age < 60 else int((60 - age % 60) * 1000) + 1)

    def _age(self) -> float | None:
        """Seconds since the balance was told; None while there is none."""
        balance = self._balance
        return None if balance is None else max(0.0, (self._now() - balance.fetched_at).total_seconds())

    def _left_words(self) -> str:
        """Returns the balance less what running jobs will cost; empty when either is not known."""
        balance, committed = self._balance, self._committed
        if balance is None or balance.amount is None or not committed:
            return ""
        left = money(balance.amount - committed, balance.currency)
        return self.tr("What the running jobs will cost. After them {amount} will be left.").format(
            amount=left
        )

    def _set(self, item: StatusItem, words: str, *, tip: str = "") -> None:
        item.set_parts(Part(words), tip=tip)
        if words:
            self._empty.discard(item)
        else:
            self._empty.add(item)
        self._fit()

    def _show_balance(self) -> None:
        balance = self._balance
        label = Part(self.tr("Balance") + " ")
        if balance is None:
            doing = Part(" · " + self.tr("asking…")) if self._refreshing else Part("")
            self.balance.set_parts(label, Part(UNKNOWN, "text", strong=True), doing)
            return
        amount = balance.amount
        role = "text" if amount is None or amount >= self._low else "warning" if amount > 0 else "danger"
        age = self._age() or 0.0
        parts = [label, Part(money(amount, balance.currency), role, strong=True)]
        parts.append(Part(" · " + (self.tr("asking…") if self._refreshing else ago(age))))
        tip = self.tr("Press to ask for the balance again; its menu shows what was spent.")
        if balance.total_spent is not None:
            spent = money(balance.total_spent, balance.currency)
            tip = self.tr("Spent in all: {amount}.").format(amount=spent) + " " + tip
        self.balance.set_parts(*parts, tip=tip)

    def _fit(self) -> None:
        self.setFixedHeight(max(30, look().pixels(30)))
        needed = [self.balance, self.connection, self.jobs, self.committed, self.today, self.profile]
        room = self.width() - 12
        for item in needed:
            if item in self._empty:
                item.hide()
                continue
            room -= item.sizeHint().width() + 2
            item.setVisible(room >= 0 or item is self.balance)
