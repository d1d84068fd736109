"""The composition root: builds the layers, joins them, and closes them in reverse.

Promise: whatever ends the program, what was acknowledged is on the disk and no process stays behind.
"""

from panda_desktop.app.options import Options

__all__ = ["Options"]
