"""Schedules of kills and faults: the real services are killed and restarted while everything else breaks too.

Promise: a schedule is decided by a seed and a number alone, and can be played again by them.
"""
