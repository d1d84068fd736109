"""Chats on their way out of the program (Markdown, HTML, JSON) and into it (ours, ChatGPT's, Claude's)."""
