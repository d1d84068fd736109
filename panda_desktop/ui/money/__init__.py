"""The spending page: sums, the ledger, prices and budgets.

Promise: it states wishes and shows what the view-model of money says; it computes no money.
"""

from panda_desktop.ui.money.page import SpendingPage

__all__ = ["SpendingPage"]
