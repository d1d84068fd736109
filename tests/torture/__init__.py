"""The scorecard of reliability: what was done to the program how often, and the worst that came of it."""
