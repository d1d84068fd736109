"""Guesses the height of a piece that is not laid out yet.

Promise: no text is measured, so a guess costs microseconds whatever its size.
"""

from panda_desktop.domain.attachments import AttachmentKind
from panda_desktop.markdown.blocks import SpanKind
from panda_desktop.ui.transcript.specs import (
    GAP,
    CodeHeadSpec,
    CodeSpec,
    DaySpec,
    FilesSpec,
    FooterSpec,
    FormulaSpec,
    GapSpec,
    HeaderSpec,
    NoteSpec,
    PictureSpec,
    ReasoningSpec,
    RowSpec,
    RuleSpec,
    Spec,
    TextSpec,
    WaitingSpec,
)
from panda_desktop.ui.transcript.style import Style


def estimated_height(spec: Spec, style: Style, width: float) -> float:
    """Returns a likely height in pixels at the width of the column."""
    match spec:
        case TextSpec():
            room = max(40.0, width - style.px(spec.frame.left))
            line = style.body_line * (1.3 if spec.role.level else 1.0)
            return style.px(spec.frame.gap) + line * _lines(spec, room / style.character)
        case CodeHeadSpec():
            return style.px(spec.frame.gap) + style.px(29)
        case CodeSpec():
            pad = style.px(10)
            return style.mono_line * max(1, len(spec.lines)) + pad * (spec.first == 0) + pad * spec.last
        case RowSpec():
            return style.px(spec.frame.gap) + style.body_line + 2 * style.px(5) + 1
        case FormulaSpec():
            return style.px(spec.frame.gap) + style.px(48)
        case RuleSpec():
            return style.px(max(spec.frame.gap, 4) + 13)
        case PictureSpec():
            scale = min(style.factor, (width - style.px(spec.frame.left)) / spec.width)
            return style.px(spec.frame.gap) + min(style.px(640), spec.height * scale)
        case FilesSpec():
            return style.px(56 if all(each.kind is AttachmentKind.TEXT for each in spec.files) else 180)
        case DaySpec():
            return style.px(40)
        case GapSpec():
            return style.px(GAP)
        case HeaderSpec():
            return style.px(26)
        case ReasoningSpec():
            return style.px(28) + (0 if spec.opened else style.px(8))
        case WaitingSpec():
            return style.px(32)
        case NoteSpec():
            return style.px(44)
        case FooterSpec():
            return style.px(34 if spec.right else 42)


def _lines(spec: TextSpec, per_line: float) -> float:
    lines = 0.0
    run = 0
    for span in spec.spans:
        if span.kind is SpanKind.HARD_BREAK or (span.kind is SpanKind.SOFT_BREAK and spec.keep_breaks):
            lines += max(1.0, -(-run // per_line))
            run = 0
        else:
            run += len(span.text)
            if spec.keep_breaks:
                lines += span.text.count("\n")
    return lines + max(1.0, -(-run // per_line))
