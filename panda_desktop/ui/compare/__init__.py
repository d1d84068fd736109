"""Answers of several models side by side: the choice of models, the line over the composer, the columns.

Promise: nothing here knows the chat page; `ui.chat.comparing` joins it to that.
"""
