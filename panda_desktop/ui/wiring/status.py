"""Joins the status bar to the account and the running jobs.

Promise: what the bar shows is what the view-models say, from the first moment on.
"""

from urllib.parse import urlsplit

from panda_desktop.ui.window.status_bar import StatusBar
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.running import RunningJobs


def join_status(status: StatusBar, account: AccountModel, running: RunningJobs) -> None:
    """Keeps `status` as `account` and `running` are, and hands its wishes on."""

    def show_balance() -> None:
        status.set_balance(account.balance, refreshing=account.refreshing)

    def show_connection() -> None:
        endpoint = account.endpoint
        host = urlsplit(endpoint.base_url).netloc
        status.set_connection(account.connection, host, is_demo=endpoint.is_demo)

    def show_running() -> None:
        status.set_jobs_running(running.count)
        currency = account.balance.currency if account.balance is not None else "usd"
        status.set_committed(running.committed, currency)

    account.balance_changed.connect(show_balance)
    account.connection_changed.connect(show_connection)
    running.changed.connect(show_running)
    status.refresh_wanted.connect(account.refresh)
    show_balance()
    show_connection()
    show_running()
