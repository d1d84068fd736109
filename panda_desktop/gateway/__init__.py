"""The gateway as this program talks to it: the only place with HTTP."""
