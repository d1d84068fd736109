"""Tests of the spending page."""
