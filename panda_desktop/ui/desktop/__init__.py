"""What is outside the main window: the tray, the quick prompt, and what the desktop tells.

Promise: where the desktop has no tray and no notifications, everything else works as it does with them.
"""
