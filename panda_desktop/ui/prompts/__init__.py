"""The prompt library on the screen: the list above the composer, the form of a prompt, and the page of all.

Promise: widgets only; what they wish for is done by `ui.chat.prompt_deeds`.
"""
