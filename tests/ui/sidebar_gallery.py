"""Grabs pictures of the left panel, to be looked at: `python -m tests.ui.sidebar_gallery FOLDER`."""

import json
import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypedDict

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.chat import Conversation, Message, Role
from panda_desktop.domain.folders import Folder, Shelf, Tag
from panda_desktop.domain.ids import new_id
from panda_desktop.ui.kit import Menu
from panda_desktop.ui.theme import ThemeController, ThemeMode
from panda_desktop.ui.translation import Language
from tests.ui.chat_gallery import CHINESE, Scene, grab, settle
from tests.ui.picturing import prepare, speak

FOLDERS = (Folder("w", "Work", 0), Folder("t", "Travel", 1, True), Folder("e", "旅行和家庭", 2))
TAGS = (
    Tag("u", "urgent", 1),
    Tag("r", "research", 6),
    Tag("i", "ideas", 4),
    Tag("g", "家庭", 2),
    Tag("l", "A tag with quite a long name", 7),
)


class Kept(TypedDict, total=False):
    """What a chat of the list has besides its title."""

    pinned: bool
    archived: bool
    folder_id: str
    tag_ids: tuple[str, ...]
    draft: str


TITLES: tuple[tuple[str, int, Kept], ...] = (
    ("Thesis: related work", 3, {"pinned": True, "tag_ids": ("r",)}),
    ("Contract with the printer", 0, {"folder_id": "w", "tag_ids": ("u", "r")}),
    ("Minutes of Tuesday", 1, {"folder_id": "w"}),
    ("Trip to Chengdu", 9, {"folder_id": "t"}),
    ("给奶奶的生日祝福", 0, {"folder_id": "e", "tag_ids": ("g",)}),
    ("Storyboard for the harbour scene with the old lighthouse", 0, {"tag_ids": ("i", "u")}),
    ("Compare kolors and wan-2.7", 1, {"draft": "and what about"}),
    ("Letter to the landlord", 4, {}),
    ("Sourdough, step by step", 40, {"tag_ids": ("i",)}),
    ("Old tax questions", 300, {"archived": True}),
    ("Garden plan 2024", 400, {"archived": True, "tag_ids": ("i",)}),
)
TALK = (
    (Role.USER, "When may a client repeat a POST that was cut off in the middle of the harbour?"),
    (
        Role.ASSISTANT,
        "Only when nothing was sent. After that the server may have acted, so ask it instead of asking again:"
        " a **repeat** would be charged twice. The lighthouse at the harbour is not affected by a repeat.",
    ),
    (Role.USER, "请帮我写一段给奶奶的生日祝福，她今年八十岁。"),
    (Role.ASSISTANT, CHINESE),
)


def fill(scene: Scene) -> None:
    """Puts folders, tags and chats."""
    stage = scene.stage
    stage.chat_service.all.clear()
    stage.organisation_service.kept_folders = list(FOLDERS)
    stage.organisation_service.kept_tags = list(TAGS)
    stage.organisation_service.tell()
    now = datetime.now(UTC)
    for title, days, values in TITLES:
        when = now - timedelta(days=days, minutes=7)
        stage.chat_service.put(Conversation(new_id(), title, "auto", when, when, **values))
    for number, title in enumerate(("A chat nobody needs", "Drafts of a poem")):
        when = now - timedelta(days=number)
        gone = Conversation(new_id(), title, "auto", when, when, deleted_at=when)
        stage.chat_service.all[gone.id] = gone
    talk = next(each for each in stage.chat_service.all.values() if each.title.startswith("Storyboard"))
    parent = None
    for seq, (role, text) in enumerate(TALK * 3):
        made = Message(new_id(), talk.id, parent, seq + 1, role, text, now)
        stage.chat_service.messages.setdefault(talk.id, []).append(made)
        parent = made.id
    stage.chat_service.put(
        Conversation(
            talk.id,
            talk.title,
            "auto",
            talk.created_at,
            talk.updated_at,
            leaf_id=parent,
            tag_ids=talk.tag_ids,
        )
    )
    stage.load()
    stage.chat.open(talk.id)


def look_for(scene: Scene, text: str) -> None:
    """Types into the search and waits for the answer."""
    scene.chat.sidebar.search.setText(text)
    while scene.stage.search.is_searching:
        QTest.qWait(20)


def menus(scene: Scene, folder: Path, name: str) -> None:
    """The menu of a chat with one of its submenus, and that of a folder."""
    view, rows = scene.chat.sidebar.list, scene.chat.sidebar.rows
    talk = next(each for each in scene.stage.chat_service.all.values() if each.title.startswith("Contract"))
    for what, index in (("chat", rows.index_of(talk.id)), ("folder", rows.index_of_folder("w"))):
        view.open_menu(index, view.viewport().mapToGlobal(view.visualRect(index).center()))
        menu = next(each for each in view.findChildren(Menu) if each.isVisible())
        for each in menu.findChildren(Menu)[:1]:
            each.popup(menu.mapToGlobal(QPoint(menu.width(), 20)))
        settle()
        together(scene, folder, f"{name}-menu-{what}", [menu, *menu.findChildren(Menu)[:1]])
        for each in (*menu.findChildren(Menu), menu):
            each.close()


def together(scene: Scene, folder: Path, name: str, panels: list[QWidget]) -> None:
    """Saves a picture of the window with panels over it."""
    settle()
    picture = scene.window.grab()
    painter = QPainter(picture)
    for panel in panels:
        if panel.isVisible():
            painter.drawPixmap(panel.pos() - scene.window.mapToGlobal(QPoint(0, 0)), panel.grab())
    painter.end()
    picture.save(str(folder / f"{name}.png"))


def show(scene: Scene, folder: Path, name: str) -> None:
    """One of each state."""
    stage, sidebar = scene.stage, scene.chat.sidebar
    settle()
    sidebar.list._hover(QPoint(-1, -1))
    grab(scene, folder, f"{name}-folders")
    stage.organisation.filter_tag("i")
    grab(scene, folder, f"{name}-tag")
    stage.organisation.filter_tag("l")
    grab(scene, folder, f"{name}-tag-none")
    stage.organisation.filter_tag(None)
    look_for(scene, "repeat harbour")
    sidebar.found.list.focus_first()
    QTest.keyClick(sidebar.found.list, Qt.Key.Key_Down)
    QTest.keyClick(sidebar.found.list, Qt.Key.Key_Return)
    grab(scene, folder, f"{name}-search")
    look_for(scene, "生日")
    sidebar.found.list.open_first()
    grab(scene, folder, f"{name}-search-chinese")
    look_for(scene, "zebra crossing")
    grab(scene, folder, f"{name}-search-nothing")
    sidebar.found.set_trashed(True)
    look_for(scene, "poem")
    grab(scene, folder, f"{name}-search-trash")
    stage.search_service.complete = False
    sidebar.found.set_trashed(False)
    look_for(scene, "har")
    grab(scene, folder, f"{name}-search-incomplete")
    stage.search_service.complete = True
    sidebar.search.clear()
    stage.organisation.show(Shelf.ARCHIVE)
    grab(scene, folder, f"{name}-archive")
    stage.organisation.show(Shelf.TRASH)
    first = sidebar.list.neighbour("", 1)
    assert first is not None
    stage.chat.open(first.id)
    grab(scene, folder, f"{name}-trash")
    scene.chat._shelving._ask_empty()
    grab(scene, folder, f"{name}-trash-ask", scene.chat._shelving.panel)
    close_panel(scene)
    stage.organisation.show(Shelf.LIST)
    stage.chat.start_new(temporary=True)
    scene.chat.pane.composer.replace_text("What nobody shall know")
    scene.chat.pane.composer.submitted.emit()
    scene.answer(scene.open_id, "I shall not tell.")
    grab(scene, folder, f"{name}-temporary")


def close_panel(scene: Scene) -> None:
    """Closes the question or editor that is open."""
    panel = scene.chat._shelving.panel
    assert panel is not None
    panel.close()


def one(scene: Scene, controller: ThemeController, folder: Path) -> None:
    """Every state at 1280 px, then the sizes."""
    fill(scene)
    scene.window.resize(1280, 820)
    show(scene, folder, "a")
    menus(scene, folder, "b")
    scene.stage.chat.open(next(each.id for each in scene.stage.chat_service.all.values() if each.folder_id))
    scene.chat._shelving.new_tag(scene.open_id, scene.chat.pane.header.more)
    grab(scene, folder, "b-new-tag", scene.chat._shelving.panel)
    close_panel(scene)
    scene.chat._shelving.new_folder()
    grab(scene, folder, "b-new-folder")
    QTest.keyClick(scene.chat.sidebar.list.viewport().findChildren(QWidget)[-1], Qt.Key.Key_Escape)
    look_for(scene, "repeat")
    for width, height in ((2560, 1200), (720, 760), (320, 640)):
        scene.window.resize(width, height)
        settle()
        scene.chat._chats.show_list() if width < 800 else None
        grab(scene, folder, f"c-search-{width}")
        scene.chat._drawer.close()
    scene.chat.sidebar.search.clear()
    for width, height in ((320, 640), (1280, 820)):
        scene.window.resize(width, height)
        for zoom in (80, 150, 200):
            controller.set_zoom(zoom)
            settle()
            scene.chat._chats.show_list() if width < 800 else None
            grab(scene, folder, f"c-zoom-{zoom}-{width}")
            scene.chat._drawer.close()
    controller.set_zoom(150)
    look_for(scene, "repeat")
    grab(scene, folder, "c-search-zoom-150")
    scene.chat.sidebar.search.clear()
    controller.set_zoom(100)


def main(folder: Path) -> None:
    """Writes the pictures: dark and light, then once more in Chinese."""
    screen = Path(tempfile.mkdtemp()) / "screen.json"
    screen.write_text(json.dumps({"screens": [{"name": "wide", "width": 2600, "height": 1440}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    app = QApplication([])
    prepare(app, folder)
    controller = ThemeController(app, ThemeMode.DARK)
    for mode, language in (
        (ThemeMode.DARK, Language.ENGLISH),
        (ThemeMode.LIGHT, Language.ENGLISH),
        (ThemeMode.LIGHT, Language.CHINESE),
    ):
        speak(app, language)
        controller.set_mode(mode)
        target = folder / f"{mode.value}-{language.value}"
        target.mkdir(parents=True, exist_ok=True)
        scene = Scene()
        one(scene, controller, target)
        scene.chat.shut_down()
        scene.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
