"""Builds the services of money.

Promise: nothing is read before `MoneyService.start`.
"""

from panda_desktop.services.bus import Bus
from panda_desktop.services.connection import ConnectionService
from panda_desktop.services.money.books import Books
from panda_desktop.services.money.budgeting import BudgetList
from panda_desktop.services.money.pricing import PriceList
from panda_desktop.services.money.service import MoneyService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage.storage import Storage


def build_money(bus: Bus, tasks: TaskSet, storage: Storage, connection: ConnectionService) -> MoneyService:
    """Builds them over an open data folder."""
    prices = PriceList(bus, storage.prices)
    budgets = BudgetList(bus, storage.prices)
    books = Books(bus, tasks, storage.spending, connection, prices, budgets)
    return MoneyService(storage.spending, books, prices, budgets)
