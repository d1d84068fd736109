"""A transcript view for every test."""

import warnings
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.ui.transcript import TranscriptView
from tests.ui.transcript.double import DoubleModel, DoubleRow

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # importlib.resources.path, in ziamath and ziafont
    import ziamath  # noqa: F401

Open = Callable[..., tuple[TranscriptView, DoubleModel]]


@pytest.fixture
def open_view(qtbot: QtBot) -> Iterator[Open]:
    """Returns a function that shows rows in a view of 900 by 600 pixels."""
    views: list[TranscriptView] = []

    def opened(
        rows: list[DoubleRow], width: int = 900, height: int = 600
    ) -> tuple[TranscriptView, DoubleModel]:
        view = TranscriptView()
        qtbot.addWidget(view)
        view.resize(width, height)
        model = DoubleModel(rows)
        view.set_model(model)
        view.show()
        settle(view)
        views.append(view)
        return view, model

    yield opened
    for view in views:
        view.close_formulas()


def settle(view: TranscriptView) -> None:
    """Lays out what is due and does the idle work to its end."""
    view._settle()
    for _ in range(500):
        if not view._work_timer.isActive():
            break
        view._work()
        if view._settle_timer.isActive():
            view._settle()
    view._set_bar()
