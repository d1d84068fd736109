"""What waits in the open chat, above the composer.

Promise: the strip is made when the first message waits; until then nothing of it is loaded.
"""

from panda_desktop.ui.queue.queueing import Queueing

__all__ = ["Queueing"]
