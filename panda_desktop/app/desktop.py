"""Builds what is outside the main window, after that is there.

Promise: the start does not wait for it, and the desktop is asked nothing before the window can be used.
"""

from collections.abc import Callable

from panda_desktop.app.services import Services
from panda_desktop.app.views import Views
from panda_desktop.ui.wiring.desktop import Around, Desktop
from panda_desktop.ui.wiring.leaving import Leaving
from panda_desktop.viewmodels.desktop import DesktopModel
from panda_desktop.viewmodels.endings import Endings
from panda_desktop.viewmodels.quick import QuickModel


def join_desktop(
    services: Services, views: Views, leaving: Leaving, come_forward: Callable[[str], object]
) -> Desktop:
    """Builds and joins it, and lets it begin. `come_forward` brings the main window to the front."""
    bus, tasks = services.bus, services.tasks
    quick = QuickModel(bus, tasks, services.chat, services.settings)
    endings = Endings(bus, services.jobs)
    around = Around(
        views.chat, views.models, views.settings, views.running, quick, endings, DesktopModel(tasks)
    )
    desktop = Desktop(views.window, around, leaving, views.steps, come_forward)
    desktop.show_job = views.show_job
    desktop.leave_wanted.connect(views.money.allow)
    views.more_settings.append(desktop.join_settings)
    desktop.start()
    return desktop
