"""Chats to files and files to chats, as a person does it: a panel, a dialog, a line of progress, a report.

Promise: nothing here waits, and whatever ends an export or import is said in words.
"""

from panda_desktop.ui.exchange.desk import ExchangeDesk

__all__ = ["ExchangeDesk"]
