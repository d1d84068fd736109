"""Shows a file in the system's file manager.

Promise: it returns at once, starts nothing but the file manager, and shows the folder where no file can be
pointed out.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def reveal(path: Path) -> None:
    """Opens the folder of a file, with the file chosen where the system can do that."""
    if sys.platform == "win32":
        from PySide6.QtCore import QProcess  # dear, and not for all

        QProcess.startDetached("explorer.exe", ["/select,", str(path)])
    elif sys.platform == "darwin":
        from PySide6.QtCore import QProcess

        QProcess.startDetached("/usr/bin/open", ["-R", str(path)])
    elif not _asked_file_manager(path):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _asked_file_manager(path: Path) -> bool:
    """Asks the desktop's file manager by its D-Bus interface; False where there is none."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:  # a build of Qt without D-Bus
        return False
    bus = QDBusConnection.sessionBus()
    name = "org.freedesktop.FileManager1"
    names = bus.interface()
    if not bus.isConnected() or names is None or not names.isServiceRegistered(name).value():
        return False
    message = QDBusMessage.createMethodCall(name, "/org/freedesktop/FileManager1", name, "ShowItems")
    message.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    return bool(bus.send(message))
