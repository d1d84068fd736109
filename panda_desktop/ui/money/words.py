"""The words about money: kinds, groups, amounts that nobody knows.

Promise: an amount nobody knows is “—”, and a sum with unknown parts says so.
"""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from panda_desktop.domain.account import Balance
from panda_desktop.domain.budgets import Budget, BudgetSpan, BudgetUse
from panda_desktop.domain.money import Grouping, LedgerEntry, Reconciliation, SpendKind, SumRow
from panda_desktop.domain.profiles import DEMO_PROFILE, FIRST_PROFILE
from panda_desktop.services.money.csv_form import COLUMNS
from panda_desktop.ui.wording import UNKNOWN, exact_money, money
from panda_desktop.viewmodels.money import Period


class MoneyWords(QObject):
    """The sentences; a QObject because `tr` finds translations by class.

    Attributes:
        profiles: names of profiles by their ids.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Knows no profile by name yet."""
        super().__init__(parent)
        self.profiles: dict[str, str] = {}

    def kind(self, kind: SpendKind) -> str:
        """Returns what a call was for."""
        return {
            SpendKind.CHAT: self.tr("Chat"),
            SpendKind.IMAGE: self.tr("Images"),
            SpendKind.VIDEO: self.tr("Video"),
            SpendKind.COMPLETION: self.tr("Completion pad"),
            SpendKind.TITLE: self.tr("Chat title"),
        }[kind]

    def period(self, period: Period) -> str:
        """Returns the words of a span of days."""
        return {
            Period.TODAY: self.tr("Today"),
            Period.WEEK: self.tr("7 days"),
            Period.MONTH: self.tr("30 days"),
            Period.ALL: self.tr("All"),
        }[period]

    def nothing(self, *, is_demo: bool) -> tuple[str, str]:
        """Returns title and sentence of days without a paid call; the demo has none ever."""
        if is_demo:
            return (
                self.tr("The demo charges nothing"),
                self.tr(
                    "Its prices and its balance are for show. With a key of your own, every paid call is "
                    "listed here."
                ),
            )
        return (
            self.tr("Nothing was spent in these days"),
            self.tr(
                "Every paid call is listed here from now on: what it was expected to cost and what it did."
            ),
        )

    def grouping(self, grouping: Grouping) -> str:
        """Returns what sums are put together by."""
        return {
            Grouping.DAY: self.tr("Day"),
            Grouping.MODEL: self.tr("Model"),
            Grouping.KIND: self.tr("Kind"),
            Grouping.CHAT: self.tr("Chat"),
            Grouping.PROFILE: self.tr("Profile"),
        }[grouping]

    def group(self, grouping: Grouping, row: SumRow) -> str:
        """Returns the name of one group; foreign text where it is a model or a title."""
        match grouping:
            case Grouping.DAY:
                return self.day(date.fromisoformat(row.key))
            case Grouping.KIND:
                return self.kind(SpendKind(row.key))
            case Grouping.CHAT:
                return self.chat(row.key, row.title)
            case Grouping.PROFILE:
                return self.profile(row.key)
            case Grouping.MODEL:
                return row.key or UNKNOWN

    def day(self, day: date) -> str:
        """Returns a day as people of this place write it."""
        return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)

    def chat(self, conversation_id: str, title: str) -> str:
        """Returns the name of a chat, or why there is none."""
        if not conversation_id:
            return self.tr("No chat")
        return title or self.tr("A chat that is gone or has no title")

    def profile(self, profile_id: str) -> str:
        """Returns the name of a profile."""
        if profile_id == DEMO_PROFILE:
            return self.tr("Demo (not charged)")
        if name := self.profiles.get(profile_id):
            return name
        return self.tr("Panda World") if profile_id == FIRST_PROFILE else self.tr("A profile that is gone")

    def total(self, row: SumRow) -> str:
        """Returns the sum of a group; “—” when nothing of it is known."""
        if row.unknown >= row.count:
            return UNKNOWN
        return exact_money(row.charged, row.currency or "usd")

    def unknown(self, count: int) -> str:
        """Returns how many charges nobody knows; empty for none."""
        return self.tr("%n unknown", "", count) if count else ""

    def charged(self, entry: LedgerEntry) -> str:
        """Returns what a call was charged."""
        if entry.charged is None:
            return UNKNOWN if entry.ended else self.tr("running")
        return exact_money(entry.charged, entry.currency or "usd")

    def reconciliation(self, found: Reconciliation) -> str:
        """Returns what the gateway says was spent, and how much of it this list explains."""
        amounts = {
            "since": self.day(found.since.astimezone().date()),
            "gateway": exact_money(found.gateway, found.currency),
            "here": exact_money(found.explained, found.currency),
            "rest": exact_money(abs(found.unexplained), found.currency),
        }
        if found.unexplained == 0:
            text = self.tr("Since {since} the gateway counted {gateway}, and this list explains all of it.")
        elif found.unexplained > 0:
            text = self.tr(
                "Since {since} the gateway counted {gateway}; this list explains {here}. The other {rest} "
                "were spent by other programs with this account, or booked late."
            )
        else:
            text = self.tr(
                "Since {since} the gateway counted {gateway}; this list holds {rest} more, which were "
                "probably paid back."
            )
        return text.format(**amounts)

    def budget(self, budget: Budget) -> str:
        """Returns what a budget limits."""
        words = {
            BudgetSpan.DAY: self.tr("Each day"),
            BudgetSpan.MONTH: self.tr("Each month"),
            BudgetSpan.CHAT: self.tr("Each chat"),
        }[budget.span]
        if not budget.profile:
            return words
        return self.tr("{span}, {profile}").format(span=words, profile=self.profile(budget.profile))

    def use(self, use: BudgetUse) -> str:
        """Returns how much of a budget is used."""
        currency = use.budget.currency
        spent = exact_money(use.spent + use.committed, currency)
        text = self.tr("{spent} of {limit} used").format(
            spent=spent, limit=exact_money(use.budget.limit, currency)
        )
        if use.unknown:
            text += " · " + self.tr("%n call(s) of unknown cost not counted", "", use.unknown)
        return text

    def low(self, balance: Balance) -> str:
        """Returns that the balance is low."""
        return self.tr("Your balance is low: {amount} left. Add credit to go on working.").format(
            amount=money(balance.amount, balance.currency)
        )

    def csv(self) -> dict[str, str]:
        """Returns headings and words for the file."""
        headings = (
            self.tr("Time (UTC)"),
            self.tr("Profile"),
            self.tr("Gateway"),
            self.tr("Kind"),
            self.tr("Model asked for"),
            self.tr("Model that answered"),
            self.tr("Chat"),
            self.tr("Job"),
            self.tr("Count"),
            self.tr("Tokens sent"),
            self.tr("Tokens written"),
            self.tr("Expected"),
            self.tr("Charged"),
            self.tr("Shared"),
            self.tr("Currency"),
        )
        words = dict(zip(COLUMNS, headings, strict=True))
        # A chat is a kind and a column, with one word for both.
        kinds = {kind.value: self.kind(kind) for kind in SpendKind if kind.value not in words}
        return {**words, **kinds, "yes": self.tr("yes"), "no": self.tr("no")}
