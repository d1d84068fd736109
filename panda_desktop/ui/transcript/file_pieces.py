"""The files of a message, painted: small pictures and chips.

Promise: every file has its place before anything of it is read, and keeps it whatever becomes of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from panda_desktop.domain.attachments import Attachment, AttachmentKind
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.transcript import file_words
from panda_desktop.ui.transcript.message_files import MessageFiles
from panda_desktop.ui.transcript.piece import Canvas, Piece, Target, paint_ring, turned
from panda_desktop.ui.transcript.specs import FilesSpec
from panda_desktop.ui.transcript.style import Style

SIDE: Final = 220
"""Longest side of a picture that is alone, at 100 %."""
_ROW: Final = 132
_LEAST: Final = 64
_NARROW_SHARE: Final = 0.42
_CHIP: Final = QSize(236, 48)
_GAP: Final = 8
RADIUS: Final = 10
"""Of the corners of pictures and chips."""


@dataclass(frozen=True, slots=True)
class _Tile:
    """A file and its place in the piece."""

    file: Attachment
    rect: QRectF


class FilesPiece(Piece):
    """The files of a message in lines: pictures first, then the others."""

    def __init__(self, spec: FilesSpec, style: Style, width: float, files: MessageFiles) -> None:
        """Finds a place for each file."""
        self._files = files
        sizes = [(each, tile_size(each, spec.files, style, width)) for each in _in_order(spec.files)]
        self._tiles = [
            _Tile(tile.file, turned(tile.rect, width, mirrored=style.mirrored))
            for tile in _placed(sizes, style.px(_GAP), width, right=spec.right)
        ]
        bottom = max((tile.rect.bottom() for tile in self._tiles), default=0.0)
        self.height = ceil(bottom + style.px(_GAP))

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """See `Piece.paint`."""
        for tile in self._tiles:
            rect = tile.rect.translated(x, y)
            id = f"file:{tile.file.id}"
            if tile.file.kind is AttachmentKind.IMAGE:
                self._paint_picture(canvas, tile.file, rect, lit=id == canvas.hovered)
            else:
                self._paint_chip(canvas, tile.file, rect, lit=id == canvas.hovered)
            if id == canvas.focused:
                ring = canvas.style.colour("focus")
                paint_ring(canvas.painter, rect.adjusted(-3, -3, 3, 3), ring, RADIUS + 3)

    def targets(self) -> Sequence[Target]:
        """See `Piece.targets`."""
        return [
            Target(
                f"file:{tile.file.id}",
                file_words.spoken_file(tile.file, missing=self._files.is_missing(tile.file)),
                tile.rect,
            )
            for tile in self._tiles
        ]

    @property
    def text(self) -> str:
        """See `Piece.text`: not selectable, but found and read out."""
        return "\n".join(file_words.shown_name(tile.file) for tile in self._tiles)

    def _paint_picture(self, canvas: Canvas, file: Attachment, rect: QRectF, *, lit: bool) -> None:
        painter, style = canvas.painter, canvas.style
        ratio = painter.device().devicePixelRatio()
        box = (QSizeF(rect.size()) * ratio).toSize()
        pixmap = self._files.thumbnail(file, box)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("side"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if pixmap is not None:
            paint_rounded(painter, pixmap, rect, style.factor)
        elif self._files.is_missing(file):
            _paint_gone(painter, style, rect)
        else:
            paint_icon(painter, style, "image", rect.center(), 24)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.colour("accent" if lit else "line"), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.restore()

    def _paint_chip(self, canvas: Canvas, file: Attachment, rect: QRectF, *, lit: bool) -> None:
        painter, style = canvas.painter, canvas.style
        missing = self._files.is_missing(file)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colour("line"), 1))
        painter.setBrush(style.colour("hover" if lit else "card"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.restore()
        middle = QPointF(rect.x() + style.px(24), rect.center().y())
        paint_icon(painter, style, "warning" if missing else "file", middle, 20)
        left = rect.x() + style.px(44)
        room = rect.right() - style.px(10) - left
        bold = QFontMetricsF(style.small_bold)
        name = bold.elidedText(file_words.shown_name(file), Qt.TextElideMode.ElideMiddle, room)
        about = file_words.gone() if missing else file_words.facts(file)
        about = style.small_metrics.elidedText(about, Qt.TextElideMode.ElideRight, room)
        # By their baselines: letters of another script come from a font with other heights.
        upper = QPointF(left, rect.center().y() - style.px(4))
        lower = QPointF(left, rect.center().y() + style.px(3) + style.small_metrics.ascent())
        painter.setFont(style.small_bold)
        painter.setPen(style.colour("muted" if missing else "text"))
        painter.drawText(upper, name)
        painter.setFont(style.small)
        painter.setPen(style.colour("warning" if missing else "muted"))
        painter.drawText(lower, about)


def _in_order(files: Sequence[Attachment]) -> list[Attachment]:
    return sorted(files, key=lambda each: each.kind is not AttachmentKind.IMAGE)


def tile_size(file: Attachment, among: Sequence[Attachment], style: Style, width: float) -> QSizeF:
    """Returns the size of a file's place: by the known size of a picture, never by what is in the file."""
    if file.kind is not AttachmentKind.IMAGE:
        return QSizeF(min(style.px(_CHIP.width()), width), style.px(_CHIP.height()))
    most, least = min(style.px(SIDE), width), min(style.px(_LEAST), width)
    real = QSizeF(file.width or 1, file.height or 1)
    if sum(each.kind is AttachmentKind.IMAGE for each in among) == 1:
        if not file.width:
            return QSizeF(style.px(_ROW), style.px(_ROW))
        scale = min(most / real.width(), most / real.height(), style.factor)
        return QSizeF(round(max(least, real.width() * scale)), round(max(least, real.height() * scale)))
    high = min(
        style.px(_ROW), max(_LEAST, round(width * _NARROW_SHARE))
    )  # two side by side where it is narrow
    return QSizeF(round(max(least, min(most, high * real.width() / real.height()))), high)


def _placed(
    sizes: Sequence[tuple[Attachment, QSizeF]], gap: float, width: float, *, right: bool
) -> Iterator[_Tile]:
    """Puts files into lines of at most `width`; pictures and others do not share a line."""
    top = 0.0
    line: list[tuple[Attachment, QSizeF]] = []
    for index, (file, size) in enumerate(sizes):
        line.append((file, size))
        following = sizes[index + 1] if index + 1 < len(sizes) else None
        taken = sum(each.width() + gap for _, each in line)
        if following is None or following[0].kind is not file.kind or taken + following[1].width() > width:
            left = max(0.0, width - taken + gap) if right else 0.0
            for each, its in line:
                yield _Tile(each, QRectF(QPointF(left, top), its))
                left += its.width() + gap
            top += max(each.height() for _, each in line) + gap
            line = []


def paint_rounded(painter: QPainter, pixmap: QPixmap, rect: QRectF, factor: float) -> None:
    """Paints a picture in the middle of `rect`, a pixel of it at most `factor` pixels large."""
    size = QSizeF(pixmap.size()) * factor
    if size.width() > rect.width() or size.height() > rect.height():
        size.scale(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(QPointF(0, 0), size)
    place.moveCenter(rect.center())
    path = QPainterPath()
    path.addRoundedRect(rect, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(path)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
    painter.restore()


def paint_icon(painter: QPainter, style: Style, name: str, centre: QPointF, side: float) -> None:
    """Paints an icon in the middle of a point."""
    role = "warning" if name == "warning" else "muted"
    side = style.px(side)
    ratio = painter.device().devicePixelRatio()
    colour = style.colour(role).name()
    corner = QPointF(round(centre.x() - side / 2), round(centre.y() - side / 2))
    painter.drawPixmap(corner, icon_pixmap(name, colour, int(side), ratio))


def _paint_gone(painter: QPainter, style: Style, rect: QRectF) -> None:
    """Paints what stands in the place of a picture that is gone."""
    pad, icon = style.px(6), style.px(22)
    inner = rect.adjusted(pad, pad, -pad, -pad)
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignHCenter)
    for words in (file_words.gone(), file_words.gone_briefly()):
        needed = style.small_metrics.boundingRect(inner, flags, words)
        if needed.width() <= inner.width() and needed.height() + icon + pad <= inner.height():
            break
    else:
        paint_icon(painter, style, "warning", rect.center(), 20)
        return
    top = rect.center().y() - (needed.height() + icon + pad) / 2
    paint_icon(painter, style, "warning", QPointF(rect.center().x(), top + icon / 2), 20)
    painter.setPen(style.colour("muted"))
    painter.setFont(style.small)
    painter.drawText(QRectF(inner.x(), top + icon + pad, inner.width(), needed.height() + 2), flags, words)
