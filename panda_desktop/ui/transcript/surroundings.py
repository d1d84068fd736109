"""What the messages of a view have in common.

Promise: nothing that makes a piece is imported here; a view without messages needs none of it.
"""

from dataclasses import dataclass

from panda_desktop.ui.transcript.formulas import FormulaStore
from panda_desktop.ui.transcript.illustrations import Illustrations
from panda_desktop.ui.transcript.message_files import MessageFiles
from panda_desktop.ui.transcript.style import Style


@dataclass(slots=True)
class Surroundings:
    """What all messages of a view share.

    Attributes:
        style: fonts and colours.
        formulas: typeset formulas.
        files: the files of messages.
        images: the images of answers.
        column: width of the text.
        code_words: the words wrap, do not wrap, copy.
    """

    style: Style
    formulas: FormulaStore
    files: MessageFiles
    images: Illustrations
    column: float
    code_words: tuple[str, str, str]
