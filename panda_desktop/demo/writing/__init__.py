"""Composes the answers of the demo's chat models.

Promise: the same question, model and variant give the same answer; nothing is asked of a network.
"""
