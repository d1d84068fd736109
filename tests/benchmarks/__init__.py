"""Measurements with goals. `python -m tests.benchmarks [--short] [--json FILE]` prints them as a table."""
