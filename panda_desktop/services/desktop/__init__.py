"""What the desktop of Linux offers beside windows: notifications and global shortcuts, over its session bus.

Promise: a desktop without them, or a bus that goes away, costs the feature and nothing else.
"""
