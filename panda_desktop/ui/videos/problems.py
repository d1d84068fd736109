"""Why a video cannot be shown here.

Promise: each reason has one plain sentence that says what can be done.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Problem(StrEnum):
    """What is wrong with a video that was opened."""

    MISSING = "missing"  # there is no such file any more
    BROKEN = "broken"  # the bytes are no video, or a damaged one
    NO_PICTURE = (
        "no_picture"  # it can be read and nothing is shown: the codec is missing, or there is only sound
    )


def sentence(problem: Problem) -> str:
    """Returns what is said in place of the picture."""
    translate = QCoreApplication.translate
    return {
        Problem.MISSING: translate(
            "VideoProblem", "The file of this video is no longer there. It may have been moved or deleted."
        ),
        Problem.BROKEN: translate(
            "VideoProblem",
            "This file cannot be played here: it is damaged or not a video. It is kept as it came.",
        ),
        Problem.NO_PICTURE: translate(
            "VideoProblem",
            "This video uses a format that cannot be shown here. The file is whole; another player may show "
            "it.",
        ),
    }[problem]
