"""The settings of the profiles: which there are, which is in use, and where their keys are.

Promise: names and addresses are shown as plain text; a profile is removed by its own button only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.account import KeyState
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.profiles import Profile
from panda_desktop.ui.kit import Button, ElidedLabel, IconButton, Label, Separator
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.settings.profile_form import ProfileForm, RenamePanel
from panda_desktop.ui.settings.profile_words import key_words, profile_title
from panda_desktop.ui.settings.rows import SettingGroup


@dataclass(frozen=True, slots=True)
class ListedProfile:
    """A profile as the list shows it."""

    profile: Profile
    key_state: KeyState
    is_in_use: bool


class ProfileRow(QWidget):
    """One profile.

    Signals:
        use_wanted, rename_wanted, remove_wanted: what was pressed.
    """

    use_wanted = Signal()
    rename_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, listed: ListedProfile, *, alone: bool, parent: QWidget | None = None) -> None:
        """Shows a profile; one that is `alone` cannot be removed."""
        super().__init__(parent)
        self.listed = listed
        title = profile_title(listed.profile)
        where = f"{key_words(listed.key_state)} · {listed.profile.host}"
        self.setAccessibleName(title)
        self.use = Button(
            self.tr("Use"), small=True, tip=self.tr("Use “{name}” from now on").format(name=title)
        )
        self.use.setAccessibleName(self.tr("Use “{name}” from now on").format(name=title))
        self.use.setVisible(not listed.is_in_use)
        self.rename = IconButton("edit", self.tr("Rename “{name}”").format(name=title))
        self.remove = IconButton("trash", self.tr("Remove “{name}” and its key").format(name=title))
        self.remove.setEnabled(not alone)
        for button in (self.rename, self.remove):
            button.setMinimumSize(button.sizeHint())  # also while the list makes room for another row
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(title, "strong" if listed.is_in_use else "body"))
        words.addWidget(ElidedLabel(where, "small"))
        row.addLayout(words, 1)
        if listed.is_in_use:
            row.addWidget(Label(self.tr("In use"), "accent"))
        row.addWidget(self.use)
        row.addWidget(self.rename)
        row.addWidget(self.remove)
        self.use.clicked.connect(lambda _checked=False: self.use_wanted.emit())
        self.rename.clicked.connect(lambda _checked=False: self.rename_wanted.emit())
        self.remove.clicked.connect(lambda _checked=False: self.remove_wanted.emit())

    def minimumSizeHint(self) -> QSize:
        """As narrow as its buttons: the words are cut."""
        return QSize(160, super().minimumSizeHint().height())


class ProfilesSettings(QWidget):
    """The list of profiles, and the form for another one.

    Signals:
        use_wanted(str): the profile of this id shall be used.
        add_wanted(str, str): one of this name at this address shall be made.
        rename_wanted(str, str): the profile of this id shall have this name.
        remove_wanted(str): the profile of this id and its key shall be removed.
    """

    use_wanted = Signal(str)
    add_wanted = Signal(str, str)
    rename_wanted = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        self._rows: list[ProfileRow] = []
        self._shown: tuple[ListedProfile, ...] = ()
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.add = ElidedButton(
            self.tr("Add a profile…"),
            icon_name="plus",
            tip=self.tr("Another account or another gateway, with a key of its own"),
        )
        self.form = ProfileForm()
        self.form.hide()
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        column.addLayout(line)
        words = self.tr("Each profile has its own key and balance. Chats are seen in all of them.")
        column.addWidget(Label(words, "small", wrap=True))
        self._foot = foot
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(SettingGroup(self.tr("Profiles"), [self._list, self._foot_box()]))
        self.add.clicked.connect(lambda _checked=False: self.begin_adding())
        self.form.cancelled.connect(self.end_adding)
        self.form.wanted.connect(self.add_wanted)

    def set_profiles(self, profiles: Sequence[ListedProfile]) -> None:
        """Shows these profiles, in this order."""
        if tuple(profiles) == self._shown:
            return
        self._shown = tuple(profiles)
        had = next((row.listed.profile.id for row in self._rows if row.isAncestorOf(self._focused())), "")
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for listed in profiles:
            if self._rows:
                self._lines.addWidget(Separator())
            self._lines.addWidget(self._row(listed, alone=len(profiles) == 1))
        for row in self._rows:
            if row.listed.profile.id == had:
                row.rename.setFocus()

    def rows(self) -> tuple[ProfileRow, ...]:
        """Returns the rows in order."""
        return tuple(self._rows)

    def begin_adding(self) -> None:
        """Opens the form."""
        self.form.clear()
        self._foot.hide()
        self.form.show()
        self.form.setFocus()

    def end_adding(self) -> None:
        """Closes the form."""
        had_focus = self.form.isAncestorOf(self._focused())
        self.form.hide()
        self._foot.show()
        if had_focus:
            self.add.setFocus()

    def set_add_failed(self, error: PandaError) -> None:
        """Says why a profile was not made."""
        self.form.set_failed(error)

    def _row(self, listed: ListedProfile, *, alone: bool) -> ProfileRow:
        row = ProfileRow(listed, alone=alone)
        profile = listed.profile
        row.use_wanted.connect(lambda: self.use_wanted.emit(profile.id))
        row.remove_wanted.connect(lambda: self.remove_wanted.emit(profile.id))
        row.rename_wanted.connect(lambda: self._rename(row))
        self._rows.append(row)
        return row

    def _rename(self, row: ProfileRow) -> None:
        profile = row.listed.profile
        panel = RenamePanel(self, profile_title(profile))
        panel.named.connect(lambda name: self.rename_wanted.emit(profile.id, name))
        panel.open_at(row.rename)

    def _foot_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._foot)
        column.addWidget(self.form)
        return box

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self
