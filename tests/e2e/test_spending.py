"""Money through the whole program: what the gateway took is what the page shows, and a budget holds."""

from decimal import Decimal
from pathlib import Path

from panda_desktop.domain.budgets import Budget, BudgetSpan
from panda_desktop.domain.money import SpendKind
from panda_desktop.ui.window import Place
from tests.e2e.gateway import demo_server
from tests.e2e.program import environment, used, words_of

MODEL = "deepseek-v4-flash"


async def test_h03_what_the_gateway_took_is_in_the_ledger_and_a_budget_holds(tmp_path: Path) -> None:
    with demo_server(speed=50) as gateway:
        async with used(tmp_path, environment(gateway.base_url)) as program:
            views = program.views
            views.settings.change(auto_titles=False)
            await program.until(lambda: views.account.balance is not None)
            await program.until(lambda: any(price.model == MODEL for price in views.money.prices))
            views.chat.choose_model(MODEL)
            await program.ask("Say hello")
            await program.answered()
            page = program.page(Place.SPENDING)
            views.window.go(Place.SPENDING)
            await program.until(lambda: views.money.entries and views.money.entries[0].charged is not None)
            (entry,) = views.money.entries
            taken = sum((Decimal(str(each["cost"])) for each in gateway.posts()), Decimal(0))
            assert (entry.kind, entry.model, entry.charged) == (SpendKind.CHAT, MODEL, taken)
            assert entry.predicted is not None and abs(entry.predicted - taken) <= Decimal("0.000001")
            await program.until(lambda: page.overview.total.text() not in ("—", "$0.00"))
            assert views.window.status.today.isVisible()
            views.money.set_budget(Budget("", BudgetSpan.DAY, Decimal("0.0000001")))
            await program.until(lambda: views.money.budgets)
            sent = len(gateway.posts())
            views.window.go(Place.CHAT)
            await program.ask("Say it again")
            notices = program.chat().pane.notices
            await program.until(lambda: notices.notices())
            assert "Nothing was sent" in words_of(notices.notices())
            assert program.chat().pane.composer.text() == "Say it again"
            assert len(gateway.posts()) == sent
        async with used(tmp_path, environment(gateway.base_url)) as program:
            assert program.views.money.budgets and program.views.money.today.totals[0].charged == taken
