"""What is said about a failure, as values.

Promise: they hold words and names of next steps; how a step is done is the caller's business.
"""

from dataclasses import dataclass
from enum import StrEnum

from panda_desktop.ui.kit import NoticeLevel


class NextStep(StrEnum):
    """What can be offered as a button after a failure. The caller knows how to do it, or leaves it out."""

    ENTER_KEY = "enter_key"
    OPEN_SETTINGS = "open_settings"
    TOP_UP = "top_up"
    CHOOSE_MODEL = "choose_model"
    TRY_AGAIN = "try_again"
    LOOK_FOR_RESULT = "look_for_result"
    OPEN_DATA_FOLDER = "open_data_folder"
    CONTINUE = "continue"
    LEAVE_OUT_OLDER = "leave_out_older"
    RAISE_LIMIT = "raise_limit"
    SEND_ANYWAY = "send_anyway"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said about a failure.

    Attributes:
        text: what happened and what to do, plain text.
        steps: what can be offered as buttons, best first.
        level: how grave it is.
    """

    text: str
    steps: tuple[NextStep, ...] = ()
    level: NoticeLevel = NoticeLevel.ERROR
