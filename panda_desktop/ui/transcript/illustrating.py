"""Gives the images of an answer their chips, and those that are here their place below the text.

Promise: an image without a loader, or with an address that is not allowed, keeps the chip it always had.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.markdown.blocks import Span, SpanKind, Spans
from panda_desktop.markdown.links import allowed, host_of
from panda_desktop.markdown.visible import in_code, in_prose
from panda_desktop.ui.media.reading import Problem
from panda_desktop.ui.transcript.illustrations import Illustration, Illustrations, Phase, is_refusal
from panda_desktop.ui.transcript.specs import BodySpec, Chip, Frame, PictureSpec, RowSpec, Spec, TextSpec

Illustrate = Callable[[Iterable[BodySpec]], list[BodySpec]]
"""Adds chips and pictures to the pieces of a block."""


def illustrating(images: Illustrations, message_id: str) -> Illustrate:
    """Returns what adds chips and pictures in one message."""

    def illustrate(specs: Iterable[BodySpec]) -> list[BodySpec]:
        made: list[BodySpec] = []
        for spec in specs:
            spans = _image_spans(spec)
            if not spans:
                made.append(spec)
                continue
            chips, pictures = _shown(images, message_id, spans, _frame(spec))
            assert isinstance(spec, TextSpec | RowSpec)
            made.append(replace(spec, chips=tuple(chips)))
            made.extend(pictures)
        return made

    return illustrate


def where_now(index: int, before: Sequence[Spec], after: Sequence[Spec]) -> int:
    """Returns where a piece of a message is after pictures have come or gone; all other pieces are the same.

    The place of a picture that is gone is that of the piece above it.
    """
    old = before[index]
    if isinstance(old, PictureSpec):
        for place, spec in enumerate(after):
            if isinstance(spec, PictureSpec) and spec.number == old.number:
                return place
    wanted = sum(not isinstance(spec, PictureSpec) for spec in before[: index + 1])
    for place, spec in enumerate(after):
        wanted -= not isinstance(spec, PictureSpec)
        if wanted == 0:
            return place
    return max(0, len(after) - 1)


def _image_spans(spec: BodySpec) -> list[Span]:
    match spec:
        case TextSpec():
            return [span for span in spec.spans if span.kind is SpanKind.IMAGE]
        case RowSpec():
            return [span for span in _of_cells(spec.row.cells) if span.kind is SpanKind.IMAGE]
    return []


def _of_cells(cells: tuple[Spans, ...]) -> Iterator[Span]:
    for cell in cells:
        yield from cell


def _frame(spec: BodySpec) -> Frame:
    return replace(spec.frame, gap=6)


def _shown(
    images: Illustrations, message_id: str, spans: list[Span], frame: Frame
) -> tuple[list[Chip], list[BodySpec]]:
    chips: dict[str, Chip] = {}
    pictures: list[BodySpec] = []
    for span in spans:
        if span.target in chips:
            continue
        inside = span.target[:5].lower() == "data:"
        if not inside and (images.loader is None or not _on_the_network(span.target)):
            continue
        found = images.of(message_id, span.target)
        if images.is_closed(found):
            chips[span.target] = Chip(span.target, _closed_words(found, span.text), "")
            continue
        chips[span.target] = Chip(span.target, chip_words(found, span.text), _id(found))
        if found.phase is Phase.READY:
            name = _name(span.text) or _unnamed(found)
            size = found.size
            pictures.append(PictureSpec(found.number, name, size.width(), size.height(), frame))
    return list(chips.values()), pictures


def _on_the_network(address: str) -> bool:
    return bool(allowed(address)) and address.partition(":")[0].lower() in ("http", "https")


def _id(found: Illustration) -> str:
    """Returns the target a chip is: one that can still be loaded can be clicked."""
    clickable = not found.inside and found.phase in (Phase.BLOCKED, Phase.COMING, Phase.FAILED)
    return f"image:{found.number}" if clickable else ""


def _name(text: str) -> str:
    return in_prose(" ".join(text.split()))


def _unnamed(found: Illustration) -> str:
    if found.inside:
        return QCoreApplication.translate("Transcript", "Image in the text")
    host = in_code(host_of(found.place[1]))
    return QCoreApplication.translate("Transcript", "Image from {host}").format(host=host)


def _what(found: Illustration, text: str) -> str:
    name = _name(text)
    return f"{name} · {_unnamed(found)}" if name else _unnamed(found)


def _closed_words(found: Illustration, text: str) -> str:
    """Says what an image is, and why a click does nothing."""
    words = QCoreApplication.translate(
        "Transcript", "{image} — not loaded: switched off in the settings, under Privacy"
    )
    return words.format(image=_what(found, text))


def chip_words(found: Illustration, text: str) -> str:
    """Says what an image is, where it is, and what a click does."""
    name, what = _name(text), _what(found, text)
    match found.phase:
        case Phase.READY if found.inside and name:
            return name
        case Phase.READY:
            return what
        case Phase.COMING:
            return QCoreApplication.translate("Transcript", "{image} — loading…").format(image=what)
        case Phase.FAILED if found.inside:
            return QCoreApplication.translate("Transcript", "{image} — it cannot be shown").format(image=what)
        case Phase.FAILED:
            words = QCoreApplication.translate("Transcript", "{image} — {reason} Try again")
            return words.format(image=what, reason=why(found))
        case Phase.BLOCKED if found.inside:
            words = QCoreApplication.translate(
                "Transcript", "{image} — not shown: too large, or not a PNG, JPEG, WebP or GIF"
            )
            return words.format(image=what)
        case Phase.BLOCKED:
            return QCoreApplication.translate("Transcript", "{image} — load once").format(image=what)


def why(found: Illustration) -> str:
    """Says why an image could not be loaded."""
    kinds = ErrorKind
    if is_refusal(found, kinds.BLOCKED_ADDRESS):
        return QCoreApplication.translate(
            "Transcript", "its address is not a safe one (https, and not in your own network)."
        )
    if is_refusal(found, kinds.LINK_EXPIRED):
        return QCoreApplication.translate("Transcript", "it is not there any more.")
    if is_refusal(found, kinds.ANSWER_TOO_BIG) or found.problem is Problem.TOO_LARGE:
        return QCoreApplication.translate("Transcript", "it is too large.")
    if is_refusal(found, kinds.NOT_MEDIA) or isinstance(found.problem, Problem):
        return QCoreApplication.translate("Transcript", "what came is no image that can be shown.")
    if is_refusal(found, kinds.DISK_FULL, kinds.CANNOT_WRITE):
        return QCoreApplication.translate("Transcript", "there is no room on this computer.")
    return QCoreApplication.translate("Transcript", "the server could not be reached.")
