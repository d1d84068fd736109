"""Panda Desktop: chat, images and videos over one account at the Panda World gateway."""

__version__ = "0.1.0"
