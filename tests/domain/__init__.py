"""Rules without a loop."""
