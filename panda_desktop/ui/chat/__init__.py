"""The chat page: the list of chats, the open chat, and the composer.

Promise: a message is sent once, a draft is never lost, and a failure says what to do next where it happened.
"""

from panda_desktop.ui.chat.page import ChatPage

__all__ = ["ChatPage"]
