"""Conversations: what is asked, how answers come in, and the tree they form."""
