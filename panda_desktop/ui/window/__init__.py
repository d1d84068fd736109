"""The shell around the tabs: window, rail, status bar, notices, command palette.

Promise: it holds the tabs and knows none of them; pages come in as factories.
"""

from panda_desktop.ui.window.banners import key_notice
from panda_desktop.ui.window.commands import Command, Commands
from panda_desktop.ui.window.main_window import NARROW, MainWindow, Place
from panda_desktop.ui.window.status_bar import StatusBar

__all__ = ["NARROW", "Command", "Commands", "MainWindow", "Place", "StatusBar", "key_notice"]
