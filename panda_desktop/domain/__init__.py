"""Plain values and rules of the program: no Qt, no network, no database, no clock of its own.

Promise: everything in here can be tested without a loop, a window or a file.
"""
