"""Hands for tests of the page: they find cards and press what is on them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import Button, NoticeBar
from panda_desktop.ui.videos import VideosPage
from panda_desktop.ui.videos.deeds import Deed
from panda_desktop.ui.videos.job_card import JobCard

Key = Qt.Key


def card(page: VideosPage, job_id: str) -> JobCard:
    found = page.cards.bring(job_id)
    assert found is not None
    return found


def press(page: VideosPage, job_id: str, deed: Deed) -> None:
    button = card(page, job_id).button(deed)
    assert isinstance(button, QWidget)
    button.click()  # type: ignore[attr-defined]


def order(page: VideosPage) -> list[str]:
    return list(page.cards.keys())


def said(page: VideosPage) -> list[str]:
    return [bar.notice.text for bar in page.findChildren(NoticeBar) if bar.isVisible()]


def take(page: VideosPage, words: str) -> None:
    """Presses a button of a notice."""
    next(
        button
        for bar in page.findChildren(NoticeBar)
        for button in bar.findChildren(Button)
        if button.accessibleName() == words
    ).click()
