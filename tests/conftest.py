"""What every test of this project runs under; each plugin's docstring says how to use it."""

from hypothesis import settings

pytest_plugins = [
    "tests.guards.home",
    "tests.guards.canary",
    "tests.guards.canary_session",
    "tests.guards.heap",
    "tests.guards.language",
    "tests.guards.log",
    "tests.guards.look",
    "tests.guards.qt_messages",
    "tests.guards.loop",
]

# The same examples in every run: a change is judged by what it did. `--hypothesis-profile=default` explores.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")
