"""What is said about a first frame.

Promise: a refused image or address gets one sentence that says what to do instead.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from panda_desktop.ui.numerals import briefly
from panda_desktop.ui.videos.frame_address import AddressProblem
from panda_desktop.ui.videos.frame_check import (
    LEAST_SIDE,
    MAX_BYTES,
    MAX_PIXELS,
    FrameImage,
    FrameProblem,
    FrameRefused,
)
from panda_desktop.ui.wording import file_size

_RATIOS: Final = ((1, 1), (16, 9), (9, 16), (4, 3), (3, 4), (3, 2), (2, 3), (21, 9), (9, 21), (2, 1), (5, 4))


class FrameWords(QObject):
    """The sentences; a QObject because `tr` finds translations by class."""

    def refused(self, refused: FrameRefused) -> str:
        """Returns why an image cannot be used, and what can."""
        return self._about_file(refused) or self._about_kind(refused)

    def _about_file(self, refused: FrameRefused) -> str:
        return {
            FrameProblem.UNREADABLE: self.tr(
                "This file cannot be read. Check that it is still there and may be opened."
            ),
            FrameProblem.NOT_A_FILE: self.tr("This is not a file. Choose one image."),
            FrameProblem.EMPTY: self.tr("This file is empty. Choose another image."),
            FrameProblem.TOO_MANY_BYTES: self.tr(
                "This image is {size}; the most is {limit}. Save it smaller, for example as JPEG."
            ).format(size=file_size(refused.amount), limit=file_size(MAX_BYTES)),
            FrameProblem.TOO_MANY_PIXELS: self.tr(
                "This image has {count} megapixels; the most is {limit}. Make it smaller first."
            ).format(count=round(refused.amount / 1e6), limit=MAX_PIXELS // 1_000_000),
            FrameProblem.TOO_SMALL: self.tr(
                "This image is only {count} pixels on its shorter side. Choose one with at least {limit}."
            ).format(count=refused.amount, limit=LEAST_SIDE),
        }.get(refused.problem, "")

    def _about_kind(self, refused: FrameRefused) -> str:
        return {
            FrameProblem.HEIC: self.tr(
                "This is a HEIC photo, which video models do not take. Save it as JPEG or PNG first."
            ),
            FrameProblem.OTHER_FORMAT: self.tr(
                "This kind of image cannot be sent. Save it as PNG, JPEG or WebP first."
            ),
            FrameProblem.NOT_AN_IMAGE: self.tr(
                "This is not an image, whatever its name says. Choose a PNG, JPEG or WebP."
            ),
            FrameProblem.BROKEN: self.tr("This image is damaged and cannot be opened. Choose another one."),
        }[refused.problem]

    def address(self, problem: AddressProblem) -> str:
        """Returns why an address cannot be used, and what can."""
        return {
            AddressProblem.NOT_AN_ADDRESS: self.tr("This is not an address. It must start with https://."),
            AddressProblem.NOT_HTTPS: self.tr(
                "Only https:// addresses are sent. Save the image and choose the file instead."
            ),
            AddressProblem.PRIVATE: self.tr(
                "The gateway cannot reach an address of your own network. Save the image and choose the "
                "file instead."
            ),
            AddressProblem.WITH_PASSWORD: self.tr(
                "This address holds a name or password, which would be handed on. Remove it first."
            ),
            AddressProblem.TOO_LONG: self.tr(
                "This address is too long. Save the image and choose the file instead."
            ),
        }[problem]

    def about(self, image: FrameImage) -> str:
        """Returns what an image is: size, proportions, bytes, and what was done to it."""
        facts = [
            f"{image.width} × {image.height}",
            ratio(image.width, image.height),
            file_size(len(image.data)),
        ]
        if image.turned:
            facts.append(self.tr("turned upright"))
        if image.shrunk:
            facts.append(self.tr("made smaller"))
        return " · ".join(facts)


def ratio(width: int, height: int) -> str:
    """Returns proportions as people say them: “16:9”, else “1.85:1”."""
    value = width / height
    for across, down in _RATIOS:
        if abs(value - across / down) / value < 0.012:
            return f"{across}:{down}"
    words = QCoreApplication.translate("FrameWords", "{across}:{down}")
    if value >= 1:
        return words.format(across=briefly(round(value, 2)), down=1)
    return words.format(across=1, down=briefly(round(1 / value, 2)))
