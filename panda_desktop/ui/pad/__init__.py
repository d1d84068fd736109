"""The completion pad on the screen: one text a model writes on.

Promise: widgets only; what they wish for is done by `ui.chat.pad_place`.
"""
