"""A chat page on which models are compared."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.domain.chat import Receipt, Usage
from panda_desktop.ui.compare.column import ColumnView
from panda_desktop.ui.compare.view import CompareView
from tests.ui.chat.conftest import Bench

ROUTES = ("auto:cost", "auto:quality", "auto:speed")


class CompareBench(Bench):
    """A page, and the hands behind its comparisons."""

    @property
    def comparing(self) -> Any:
        return self.page._comparing

    @property
    def view(self) -> CompareView:
        view = self.comparing.view
        assert isinstance(view, CompareView)
        return view

    @property
    def columns(self) -> tuple[ColumnView, ...]:
        return self.view.columns

    @property
    def asked(self) -> list[tuple[Any, ...]]:
        """The calls that cost money."""
        paid = ("compare", "again", "retry")
        return [call for call in self.stage.comparing.calls if call[0] in paid]

    def arm(self, models: Sequence[str] = ROUTES) -> None:
        """Chooses models in the panel."""
        self.comparing.choose()
        chooser = self.comparing.chooser
        for model in chooser.models():
            chooser.take(model)
        for model in models:
            chooser.take(model)
        chooser.accept.click()

    def compare(self, text: str = "Why?", models: Sequence[str] = ROUTES) -> tuple[ColumnView, ...]:
        """Asks several models."""
        self.arm(models)
        self.composer.replace_text(text)
        self.enter()
        return self.columns

    def grow(self, place: int, text: str) -> None:
        """Lets text of one answer come."""
        self.stage.comparing.grow(self.columns[place].message.id, text)

    def finish(self, place: int, *, seconds: float = 2.0, tokens: int = 10, **more: Any) -> None:
        """Ends one answer."""
        values: dict[str, Any] = {
            "usage": Usage(5, tokens, tokens + 5),
            "receipt": Receipt(0.4, seconds, Decimal("0.002"), cost_is_shared=True),
            **more,
        }
        self.stage.comparing.finish(self.columns[place].message.id, **values)

    def shown(self) -> bool:
        """Whether the columns are what is seen."""
        return self.comparing.is_shown and self.view.isVisible()


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[CompareBench]:
    made = CompareBench(qtbot, tmp_path)
    yield made
    if hasattr(made, "page"):
        made.page.shut_down()
