"""Models: the panel in which they are looked at, starred, hidden and corrected, and what its pickers share.

Promise: nothing is imported here: pickers need little of it at the start.
"""
