"""Joins the shell's widgets to the view-models: status bar, settings, first start, notices.

Promise: each joins one pair in both directions and keeps no state that either of them has.
"""
