"""The menus of the rows: everything that can be done with a chat or a folder, also without a mouse.

Promise: what a menu offers fits where the chat is, and the same entries stand in the head of the open chat.
"""

from functools import partial

from PySide6.QtCore import QObject, QPoint

from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.folders import Folder
from panda_desktop.ui.chat.header import Header
from panda_desktop.ui.chat.shelving import Shelving
from panda_desktop.ui.chat.sidebar import Sidebar
from panda_desktop.ui.icons import icon
from panda_desktop.ui.kit import Menu
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.organisation import OrganisationModel
from panda_desktop.viewmodels.shelf_rows import ShelfRow


class ChatMenus(QObject):
    """Fills the menus."""

    def __init__(
        self,
        chat: ChatModel,
        organisation: OrganisationModel,
        sidebar: Sidebar,
        header: Header,
        shelving: Shelving,
    ) -> None:
        """Acts through `shelving`."""
        super().__init__(shelving)
        self._chat = chat
        self._organisation = organisation
        self._sidebar = sidebar
        self._header = header
        self._shelving = shelving
        sidebar.list.menu_opening.connect(self._fill)
        header.menu_opening.connect(self._fill_open)

    def open_folders(self) -> None:
        """Offers the folders for the open chat."""
        if (conversation := self._put_away()) is not None:
            menu = self._new_menu()
            self._folders(menu, conversation)
            self._popup(menu)

    def open_tags(self) -> None:
        """Offers the tags for the open chat."""
        if (conversation := self._put_away()) is not None:
            menu = self._new_menu()
            self._tags(menu, conversation)
            self._popup(menu)

    def _put_away(self) -> Conversation | None:
        conversation = self._chat.conversation
        return conversation if conversation is not None and _can_be_put_away(conversation) else None

    def _new_menu(self) -> Menu:
        menu = Menu(self._header)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _popup(self, menu: Menu) -> None:
        more = self._header.more
        menu.popup(more.mapToGlobal(QPoint(more.width() - menu.sizeHint().width(), more.height() + 4)))

    def _fill(self, menu: Menu, row: ShelfRow) -> None:
        if row.conversation is None:
            if row.folder is not None:
                self._fill_folder(menu, row.folder, collapsed=row.collapsed)
        elif row.conversation.deleted_at is not None:
            self._fill_trashed(menu, row.conversation)
        else:
            self._fill_chat(menu, row.conversation)

    def _fill_open(self, menu: Menu) -> None:
        conversation = self._chat.conversation
        if conversation is not None and conversation.deleted_at is None:
            self._organise(menu, conversation)

    def _fill_chat(self, menu: Menu, conversation: Conversation) -> None:
        identity, pinned = conversation.id, conversation.pinned
        rename = self._sidebar.list.rename
        menu.add(self.tr("Rename"), lambda: rename(identity), icon_name="edit", shortcut="F2")
        if not conversation.archived:
            words = self.tr("Unpin") if pinned else self.tr("Pin to the top")
            menu.add(words, lambda: self._chat.pin(identity, not pinned), icon_name="pin")
        self._organise(menu, conversation)
        menu.addSeparator()
        words = self.tr("Delete now") if conversation.temporary else self.tr("Move to the trash")
        menu.add(
            words,
            lambda: self._delete(conversation),
            icon_name="trash",
            shortcut="Del",
            danger=True,
        )

    def _delete(self, conversation: Conversation) -> None:
        row = self._sidebar.rows.row(self._sidebar.rows.index_of(conversation.id))
        if row is not None:
            self._shelving.delete_row(row)

    def _organise(self, menu: Menu, conversation: Conversation) -> None:
        """Adds what puts a chat in order."""
        if not _can_be_put_away(conversation):
            return
        if not conversation.archived:
            folders = Menu(menu)
            folders.setTitle(self.tr("Move to folder"))
            folders.setIcon(icon("folder", "muted"))
            self._folders(folders, conversation)
            menu.addMenu(folders)
        tags = Menu(menu)
        tags.setTitle(self.tr("Tags"))
        tags.setIcon(icon("tag", "muted"))
        self._tags(tags, conversation)
        menu.addMenu(tags)
        if conversation.archived:
            back = self.tr("Put back into the list")
            menu.add(back, lambda: self._shelving.unarchive(conversation), icon_name="undo")
        else:
            menu.add(self.tr("Archive"), lambda: self._shelving.archive(conversation), icon_name="archive")

    def _folders(self, menu: Menu, conversation: Conversation) -> None:
        identity, here = conversation.id, conversation.folder_id
        known = {folder.id for folder in self._organisation.folders}
        menu.add(
            self.tr("No folder"),
            lambda: self._shelving.move_chat(identity, None),
            checked=here not in known,
        )
        menu.addSeparator()
        for folder in self._organisation.folders:
            menu.add(
                folder.name,
                partial(self._shelving.move_chat, identity, folder.id),
                icon_name="folder",
                checked=folder.id == here,
            )
        if self._organisation.folders:
            menu.addSeparator()
        menu.add(self.tr("New folder…"), lambda: self._shelving.new_folder(identity), icon_name="folder-plus")

    def _tags(self, menu: Menu, conversation: Conversation) -> None:
        identity = conversation.id
        for tag in self._organisation.tags:
            carried = tag.id in conversation.tag_ids
            menu.add(
                tag.name,
                partial(self._organisation.mark, identity, tag.id, not carried),
                checked=carried,
            )
        if self._organisation.tags:
            menu.addSeparator()
        menu.add(
            self.tr("New tag…"),
            lambda: self._shelving.new_tag(identity, self._shelving.row_anchor(identity)),
            icon_name="plus",
        )

    def _fill_trashed(self, menu: Menu, conversation: Conversation) -> None:
        menu.add(self.tr("Restore"), lambda: self._shelving.restore(conversation), icon_name="undo")
        menu.addSeparator()
        menu.add(
            self.tr("Delete for good…"),
            lambda: self._shelving.ask_delete(conversation),
            icon_name="trash",
            shortcut="Del",
            danger=True,
        )

    def _fill_folder(self, menu: Menu, folder: Folder, *, collapsed: bool) -> None:
        ids = [each.id for each in self._organisation.folders]
        place = ids.index(folder.id) if folder.id in ids else 0
        rename, step = self._sidebar.list.rename_folder, self._shelving.step_folder
        words = self.tr("Open") if collapsed else self.tr("Close")
        chevron = "chevron-down" if collapsed else "chevron-right"
        menu.add(
            words,
            lambda: self._organisation.collapse_folder(folder.id, not collapsed),
            icon_name=chevron,
        )
        menu.add(self.tr("Rename"), lambda: rename(folder.id), icon_name="edit", shortcut="F2")
        menu.add(self.tr("Move up"), lambda: step(folder, -1), icon_name="chevron-up", enabled=place > 0)
        menu.add(
            self.tr("Move down"),
            lambda: step(folder, 1),
            icon_name="chevron-down",
            enabled=place + 1 < len(ids),
        )
        menu.addSeparator()
        menu.add(
            self.tr("Delete the folder, keep its chats"),
            lambda: self._shelving.delete_folder(folder),
            icon_name="trash",
            shortcut="Del",
            danger=True,
        )


def _can_be_put_away(conversation: Conversation) -> bool:
    """Whether folders, tags and archive are for it: not for a temporary one, nor for one in the trash."""
    return not conversation.temporary and conversation.deleted_at is None
