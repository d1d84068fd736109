"""Paid requests for images and videos, and the library of their results."""
