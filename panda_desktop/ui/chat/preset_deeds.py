"""What is done with presets in the chat: chosen, saved, changed, put in order, deleted.

Promise: what the chat had before a preset was applied, and a preset that was deleted, come back by one press.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from panda_desktop.domain.chat import Conversation, Parameters
from panda_desktop.domain.presets import Preset
from panda_desktop.ui.chat.header import Header
from panda_desktop.ui.chat.parameters import ParametersPanel
from panda_desktop.ui.chat.parameters_words import summary
from panda_desktop.ui.chat.undo import Undo
from panda_desktop.ui.kit import Choice, ChoicePopover
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.presets import PresetsModel

if TYPE_CHECKING:
    from panda_desktop.ui.presets.chooser import PresetChooser
    from panda_desktop.ui.presets.naming import PresetNamePanel
    from panda_desktop.ui.presets.panel import PresetPanel

_LONGEST: Final = 60


class PresetDeeds(QObject):
    """Joins the presets to the head of the chat.

    Attributes:
        chooser: the row in the open panel of the parameters, or None.
        panel: the panel of all that is open, or None.
        naming: the panel of a name that is open, or None.
        choices: the list that is open for the command palette's wish, or None.
    """

    def __init__(self, chat: ChatModel, presets: PresetsModel, header: Header, undo: Undo) -> None:
        """Acts on the open chat of `chat`."""
        super().__init__(header)
        self._chat = chat
        self._presets = presets
        self._header = header
        self._undo = undo
        self.chooser: PresetChooser | None = None
        self.panel: PresetPanel | None = None
        self.naming: PresetNamePanel | None = None
        self.choices: ChoicePopover | None = None
        header.panel_opening.connect(self._add_chooser)
        presets.changed.connect(self._show)
        chat.opened.connect(lambda _conversation: self._show())
        chat.changed.connect(lambda _conversation: self._show())
        self._show()

    def choose(self) -> None:
        """Offers all presets for the open chat; where there is none, says what they are."""
        if not self._presets.presets:
            self.manage(self._header.parameters)
            return
        conversation = self._chat.conversation
        if conversation is None or self.choices is not None:
            return
        current = self._presets.matching(conversation)
        rows = [Choice(each.id, each.name, _brief(each)) for each in self._presets.presets]
        value = current.id if current is not None else ""
        self.choices = ChoicePopover(self._header, self.tr("Apply a preset"), rows, value)
        self.choices.taken.connect(self.apply)
        self.choices.closed.connect(self._forget_choices)
        self._open(self.choices, self._header.parameters)

    def apply(self, preset_id: str) -> None:
        """Makes the requests of the open chat as a preset says."""
        preset, before = self._presets.preset(preset_id), self._snapshot()
        if preset is None or before is None:
            return
        self._chat.apply_preset(preset_id)
        words = self.tr("“{name}” is applied to this chat.").format(name=_cut(preset.name))
        self._undo.offer(words, lambda: self._chat.restore_request(before))

    def set_nothing(self) -> None:
        """Takes system prompt and parameters of the open chat out; the model stays."""
        before = self._snapshot()
        if before is None or (not before.system_prompt and before.parameters == Parameters()):
            self._show()
            return
        self._chat.set_request("", Parameters())
        words = self.tr("System prompt and parameters of this chat are not set any more.")
        self._undo.offer(words, lambda: self._chat.restore_request(before))

    def save(self, anchor: QWidget) -> None:
        """Asks for the name under which what the chat has is kept."""
        if self._snapshot() is None or self.naming is not None:
            return
        from panda_desktop.ui.presets.naming import PresetNamePanel

        note = self.tr("Keeps system prompt, model and parameters of this chat. What is not set stays unset.")
        self.naming = PresetNamePanel(anchor, self.tr("Save as preset"), note=note)
        self.naming.named.connect(self._save)
        self.naming.closed.connect(self._forget_naming)
        self._open(self.naming, anchor)

    def manage(self, anchor: QWidget) -> None:
        """Opens the panel of all."""
        if self.panel is not None:
            return
        from panda_desktop.ui.presets.panel import PresetPanel

        panel = PresetPanel(anchor, _brief)
        self.panel = panel
        panel.show_presets(self._presets.presets, self._presets.default_id)
        panel.apply_wanted.connect(self.apply)
        panel.change_wanted.connect(self._change)
        panel.renamed.connect(lambda preset_id, name: self._presets.change(preset_id, name=name))
        panel.placed.connect(self._presets.place)
        panel.default_wanted.connect(self._presets.set_default)
        panel.delete_wanted.connect(self._delete)
        panel.save_wanted.connect(lambda: self.save(panel.save))
        panel.closed.connect(self._forget_panel)
        self._open(panel, anchor)
        (panel.list if self._presets.presets else panel.save).setFocus()

    # how it is done

    def _snapshot(self) -> Conversation | None:
        """Returns the open chat with what was typed last."""
        opened = self._header.panel()
        if opened is not None:
            opened.flush()
        return self._chat.conversation

    def _save(self, name: str) -> None:
        if (now := self._snapshot()) is not None:
            self._presets.create(name, now.system_prompt, now.model, now.parameters)

    def _change(self, preset_id: str) -> None:
        before, now = self._presets.preset(preset_id), self._snapshot()
        if before is None or now is None:
            return
        self._presets.change(
            preset_id, system_prompt=now.system_prompt, model=now.model, parameters=now.parameters
        )
        words = self.tr("“{name}” is what this chat has now.").format(name=_cut(before.name))
        self._undo.offer(words, lambda: self._change_back(before))

    def _change_back(self, before: Preset) -> None:
        self._presets.change(
            before.id, system_prompt=before.system_prompt, model=before.model, parameters=before.parameters
        )

    def _delete(self, preset_id: str) -> None:
        preset = self._presets.preset(preset_id)
        if preset is None:
            return
        place = self._presets.presets.index(preset)
        default = preset_id == self._presets.default_id
        self._presets.delete(preset_id)
        words = self.tr("The preset “{name}” was deleted.").format(name=_cut(preset.name))
        self._undo.offer(words, lambda: self._presets.restore(preset, place, default=default))

    def _add_chooser(self, panel: ParametersPanel) -> None:
        from panda_desktop.ui.presets.chooser import PresetChooser

        chooser = PresetChooser()
        self.chooser = chooser
        chooser.preset_wanted.connect(self.apply)
        chooser.none_wanted.connect(self.set_nothing)
        chooser.save_wanted.connect(lambda: self.save(chooser.save))
        chooser.manage_wanted.connect(lambda: self.manage(chooser.manage))
        panel.add_head(chooser)
        panel.closed.connect(self._forget_chooser)
        self._show()

    def _show(self) -> None:
        conversation = self._chat.conversation
        current = self._presets.matching(conversation) if conversation is not None else None
        self._header.set_preset(current.name if current is not None else "")
        if self.chooser is not None:
            value = current.id if current is not None else ""
            self.chooser.show_presets(self._presets.presets, self._presets.default_id, value)
        if self.panel is not None:
            self.panel.show_presets(self._presets.presets, self._presets.default_id)

    def _open(self, panel: "ChoicePopover | PresetNamePanel | PresetPanel", anchor: QWidget) -> None:
        panel.open_at(anchor)
        # Within the window, where there is room for it.
        window = self._header.window()
        left = window.mapToGlobal(QPoint(8, 0)).x()
        right = window.mapToGlobal(QPoint(window.width() - 8, 0)).x()
        panel.move(max(left, min(panel.x(), right - panel.width())), panel.y())

    def _forget_chooser(self) -> None:
        self.chooser = None

    def _forget_panel(self) -> None:
        self.panel = None

    def _forget_naming(self) -> None:
        self.naming = None

    def _forget_choices(self) -> None:
        if self.choices is not None:
            self.choices.deleteLater()
            self.choices = None


def _brief(preset: Preset) -> str:
    """Says what a preset sets: its model, then the rest."""
    return " · ".join(part for part in (preset.model, summary(preset)) if part)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
