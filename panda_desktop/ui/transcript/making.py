"""Makes pieces from their descriptions.

Promise: a piece depends on its description, the style, the width and the formulas known, and on nothing else.
"""

from panda_desktop.ui.transcript.body_pieces import FormulaPiece, GapPiece, RulePiece, TextPiece
from panda_desktop.ui.transcript.chrome_pieces import (
    DayPiece,
    FooterPiece,
    HeaderPiece,
    NotePiece,
    ReasoningPiece,
    WaitingPiece,
)
from panda_desktop.ui.transcript.code_pieces import CodeHead
from panda_desktop.ui.transcript.file_pieces import FilesPiece
from panda_desktop.ui.transcript.picture_pieces import PicturePiece
from panda_desktop.ui.transcript.piece import Piece
from panda_desktop.ui.transcript.specs import (
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
from panda_desktop.ui.transcript.surroundings import Surroundings


def make_piece(spec: Spec, around: Surroundings, width: float) -> Piece:
    """Makes every kind of piece but code and table rows, which depend on their neighbours."""
    style, formulas = around.style, around.formulas
    match spec:
        case TextSpec():
            return TextPiece(spec, style, width, formulas)
        case CodeHeadSpec():
            return CodeHead(spec, style, width, around.code_words)
        case FormulaSpec():
            return FormulaPiece(spec, style, width, formulas)
        case RuleSpec():
            return RulePiece(spec, style, width)
        case PictureSpec():
            return PicturePiece(spec, style, width, around.images)
        case FilesSpec():
            return FilesPiece(spec, style, width, around.files)
        case GapSpec():
            return GapPiece(style)
        case HeaderSpec():
            return HeaderPiece(spec, style, width)
        case FooterSpec():
            return FooterPiece(spec, style, width)
        case NoteSpec():
            return NotePiece(spec, style, width)
        case ReasoningSpec():
            return ReasoningPiece(spec, style, width)
        case WaitingSpec():
            return WaitingPiece(spec, style, width)
        case DaySpec():
            return DayPiece(spec, style, width)
        case CodeSpec() | RowSpec():
            raise AssertionError("made by the message")
