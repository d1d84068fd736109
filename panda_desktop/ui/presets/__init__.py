"""Presets on the screen: their chooser, their name, and the panel that keeps them in order.

Promise: widgets only; what they wish for is done by `ui.chat.preset_deeds`.
"""
