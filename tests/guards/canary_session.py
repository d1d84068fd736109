"""K09: the run fails when the key lies where no test's own search has looked.

Promise: looked at are the temporary folders of modules and sessions, everything that pytest prints, its
warnings and its JUnit file; what a test's search has seen is looked at again only when it has changed since.
"""

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.canary import in_file, in_text
from tests.guards.canary import exempt, searched

_OUTPUT: Final = "canary"
_SAID = pytest.StashKey[list[str]]()
_OF_WORKERS = pytest.StashKey[list[str]]()


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Listens to what is printed."""
    said = config.stash[_SAID] = []
    config.stash[_OF_WORKERS] = []
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput"):
        return
    writer = config.get_terminal_writer()
    write = writer.write

    def heard(msg: str, **more: Any) -> None:
        said.append(msg)
        write(msg, **more)

    writer.write = heard  # type: ignore[method-assign]  # the only place all of it passes


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Takes what a worker has found."""
    node.config.stash[_OF_WORKERS].extend(getattr(node, "workeroutput", {}).get(_OUTPUT, ()))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None, None, None]:
    """Searches before pytest tidies up, and once more when all is printed."""
    config = session.config
    found = [*config.stash[_OF_WORKERS]]
    is_worker = hasattr(config, "workerinput")
    if is_worker or config.getoption("dist", "no") == "no":
        found += _in_left(_base(config))
    if is_worker:
        config.workeroutput[_OUTPUT] = found  # type: ignore[attr-defined]  # of the plugin that makes workers
    yield
    if is_worker:
        return
    said: list[str] = config.stash[_SAID]
    found += in_text("".join(said), "what the run prints")
    report = config.getoption("xmlpath", None)
    if report and Path(report).is_file():
        found += in_file(Path(report))
    if found:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        lines = "\n".join(sorted(set(found)))
        config.get_terminal_writer().line(f"\nK09: the key was found after the run in:\n{lines}", red=True)


def _base(config: pytest.Config) -> Path:
    factory: pytest.TempPathFactory = config._tmp_path_factory  # type: ignore[attr-defined]
    return factory.getbasetemp()


def _in_left(base: Path) -> list[str]:
    found: list[str] = []
    for path in _left(base):
        found += in_text(path.name, f"the name of {path}") + in_file(path)
    return found


def _left(folder: Path, seen_at: int = 0) -> Iterator[Path]:
    """Yields what has come or changed since it was searched; links are not followed."""
    if folder in exempt:
        return
    seen_at = searched.get(folder, seen_at)
    for path in folder.iterdir():
        if path.is_symlink():
            continue
        state = path.stat()
        if not seen_at or max(state.st_mtime_ns, state.st_ctime_ns) >= seen_at:
            yield path
        if path.is_dir():
            yield from _left(path, seen_at)
