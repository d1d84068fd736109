"""Joins the page of all prompts to their view-model.

Promise: a prompt that was deleted comes back by one press, and a text that could not be stored stays in the
editor.
"""

from PySide6.QtCore import QObject

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.prompts import Prompt
from panda_desktop.ui.chat.undo import Undo
from panda_desktop.ui.prompts.library_page import PromptLibraryPage
from panda_desktop.ui.sentences import Sentences
from panda_desktop.viewmodels.prompts import PromptsModel

_LONGEST = 60


class PromptLibrary(QObject):
    """Keeps page and prompts together.

    Attributes:
        page: the page.
    """

    def __init__(self, prompts: PromptsModel) -> None:
        """Makes the page."""
        self.page = PromptLibraryPage()
        super().__init__(self.page)
        self._prompts = prompts
        self._sentences = Sentences(self)
        self._undo = Undo(self.page.notices, self)
        page = self.page
        page.saved.connect(self._save)
        page.duplicate_wanted.connect(self._duplicate)
        page.delete_wanted.connect(self._delete)
        page.placed.connect(prompts.place)
        prompts.changed.connect(lambda: page.show_prompts(prompts.prompts))
        prompts.made.connect(self._made)
        prompts.failed.connect(self._failed)
        page.show_prompts(prompts.prompts)

    def flush(self) -> None:
        """Saves what is written, if it can be saved."""
        self.page.editor.try_save(quietly=True)

    def _save(self, prompt_id: str, name: str, text: str) -> None:
        if prompt_id:
            self._prompts.change(prompt_id, name=name, text=text)
        else:
            self._prompts.create(name, text)

    def _duplicate(self, prompt_id: str) -> None:
        if (prompt := self._prompts.prompt(prompt_id)) is not None:
            name = self.tr("{name} (copy)").format(name=prompt.name[: _LONGEST - 12])
            self._prompts.duplicate(prompt, name)

    def _delete(self, prompt_id: str) -> None:
        prompt = self._prompts.prompt(prompt_id)
        if prompt is None:
            return
        place = self._prompts.prompts.index(prompt)
        self._prompts.delete(prompt_id)
        words = self.tr("The prompt “{name}” was deleted.").format(name=prompt.name)
        self._undo.offer(words, lambda: self._prompts.restore(prompt, place))

    def _made(self, prompt: Prompt) -> None:
        self.page.adopt(prompt)

    def _failed(self, error: PandaError) -> None:
        self.page.editor.not_saved()
        self.page.notices.show_notice(self._sentences.notice(error, key="prompt-failed"))
