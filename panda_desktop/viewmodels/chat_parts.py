"""The view-models beside the open chat that one page of the window shows together.

Promise: a bundle and nothing else; each of them works without the others.
"""

from dataclasses import dataclass

from panda_desktop.viewmodels.attachments import AttachmentsModel
from panda_desktop.viewmodels.compare import CompareModel
from panda_desktop.viewmodels.completing import CompletionModel
from panda_desktop.viewmodels.presets import PresetsModel
from panda_desktop.viewmodels.prompts import PromptsModel
from panda_desktop.viewmodels.queue import QueueModel
from panda_desktop.viewmodels.recent_files import RecentFiles


@dataclass(frozen=True, slots=True)
class ChatParts:
    """What the chat page shows beside the open chat.

    Attributes:
        attachments: the files of the composer, and the bytes of any file.
        queue: the messages that wait.
        compare: answers of several models side by side.
        presets: named system prompts with model and parameters.
        prompts: the prompt library.
        pad: the completion pad.
        recent_files: what was attached lately.
    """

    attachments: AttachmentsModel
    queue: QueueModel
    compare: CompareModel
    presets: PresetsModel
    prompts: PromptsModel
    pad: CompletionModel
    recent_files: RecentFiles
