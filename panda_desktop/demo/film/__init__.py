"""Films a few seconds of a scene, or brings a given picture to life.

Promise: runs as a process of its own: order in on standard input, MP4 out on standard output.
"""
