"""Prints the megabytes an opened and scrolled conversation of 10,000 messages takes above an empty one.

Run as a program, so that nothing measured before has made room already; the messages themselves count.
"""

import gc

import psutil

from tests.benchmarks.opening import conversation, dragged, open_view, scrolled
from tests.benchmarks.streaming import Rows, application


def megabytes() -> float:
    """Measures in this process."""
    app = application()
    process = psutil.Process()
    view, _ = open_view(Rows([]))
    app.processEvents()
    gc.collect()
    before = process.memory_info().rss
    view.set_model(conversation(10_000))
    app.processEvents()
    scrolled(view, 200)
    dragged(view, 100)
    return float(process.memory_info().rss - before) / 2**20


if __name__ == "__main__":
    print(megabytes())
