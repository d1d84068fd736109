"""Paints the pictures and the frames of the clips.

Promise: the same words, size and seed give the same picture; no display is needed.
"""
