"""Tests of the services of money."""
