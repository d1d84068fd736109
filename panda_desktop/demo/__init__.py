"""The demo gateway: a process of its own that speaks the whole API on loopback.

Promise: nothing here is imported by the application; it is started with `python -m panda_desktop.demo`.
"""
