"""Turns Markdown that arrives in pieces into frozen blocks, and blocks into safe HTML, plain text and source.

Promise: no Qt, no network, no file; the same text gives the same blocks however it was cut; nothing in the
text can make the program load or run anything.
"""
