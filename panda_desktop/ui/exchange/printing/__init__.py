"""Chats on paper: the page of a chat, as the safe renderer made it, set into the pages of a PDF."""
