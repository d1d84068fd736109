"""Files of the composer: taken in by paste, drop and choice, shown as chips, prepared beside the window.

Promise: importing it costs nothing; each part is imported by the one who shows it.
"""
