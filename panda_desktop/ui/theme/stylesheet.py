"""The one application style sheet, built from a theme and a type scale.

Promise: widgets set no style sheet of their own; whatever they look like is decided here and switches live.

No `min-height` here: Qt turns it into a fixed least height that squeezes enlarged text.
Kit classes are matched by class name (`Button`, `Card` …) and their variants by dynamic properties.
"""

from panda_desktop.ui.theme.fonts import TypeScale
from panda_desktop.ui.theme.tokens import DISABLED, Theme


def style_sheet(theme: Theme, scale: TypeScale) -> str:
    """Returns the style sheet of the whole program."""
    # Scroll areas first: fields and lists are scroll areas too, and the later rule wins.
    parts = (_surfaces, _scrolling, _labels, _buttons, _fields, _lists, _menus, _sliders)
    return "".join(part(theme, scale) for part in parts)


def mix(over: str, under: str, share: float) -> str:
    """Returns the `#rrggbb` seen when `over` lies on `under` with opacity `share` (0 to 1)."""
    parts = (
        round(int(over[i : i + 2], 16) * share + int(under[i : i + 2], 16) * (1 - share)) for i in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def _surfaces(t: Theme, s: TypeScale) -> str:
    return f"""
QMainWindow, QDialog {{ background: {t.background}; }}
Surface[tone="background"] {{ background: {t.background}; }}
Surface[tone="side"] {{ background: {t.side}; }}
Surface[tone="rail"] {{ background: {t.rail}; }}
Surface[tone="card"] {{ background: {t.card}; }}
Surface[edge="right"] {{ border: none; border-right: 1px solid {t.line}; }}
Surface[edge="left"] {{ border: none; border-left: 1px solid {t.line}; }}
Surface[edge="top"] {{ border: none; border-top: 1px solid {t.line}; }}
Surface[edge="bottom"] {{ border: none; border-bottom: 1px solid {t.line}; }}
Card {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 12px; }}
Card[tone="side"] {{ background: {t.side}; }}
Card[selected="true"] {{ border-color: {t.accent}; }}
Separator {{ background: {t.line}; border: none; }}
QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:hover {{ background: {t.accent}; }}
NoticeBar {{ border: 1px solid {t.line}; border-radius: 10px; background: {t.side}; }}
NoticeBar[level="info"] {{ background: {t.accent_background}; border-color: {mix(t.accent, t.line, 0.25)}; }}
NoticeBar[level="warning"] {{ background: {t.warning_background};
  border-color: {mix(t.warning, t.line, 0.35)}; }}
NoticeBar[level="error"] {{ background: {t.danger_background};
  border-color: {mix(t.danger, t.line, 0.35)}; }}
PopoverFrame {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 12px; }}
QToolTip {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; padding: 4px 6px;
  font-size: {s.small}pt; }}
"""


def _labels(t: Theme, s: TypeScale) -> str:
    return f"""
QLabel {{ background: transparent; color: {t.text}; }}
Label[role="muted"] {{ color: {t.muted}; }}
Label[role="small"] {{ color: {t.muted}; font-size: {s.small}pt; }}
Label[role="strong"] {{ font-weight: 600; }}
Label[role="heading"] {{ font-size: {s.heading}pt; font-weight: 600; }}
Label[role="title"] {{ font-size: {s.title}pt; font-weight: 600; }}
Label[role="section"] {{ color: {t.muted}; font-size: {s.small}pt; }}
Label[role="warning"] {{ color: {t.warning}; font-size: {s.small}pt; }}
Label[role="danger"] {{ color: {t.danger}; font-size: {s.small}pt; }}
Label[role="accent"] {{ color: {t.accent}; font-size: {s.small}pt; }}
"""


def _buttons(t: Theme, s: TypeScale) -> str:
    faded = mix(t.muted, t.card, DISABLED)
    return f"""
Button {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; border-radius: 8px;
  padding: {s.pad(5)}px {s.pad(11)}px; }}
Button:hover {{ background: {t.hover}; }}
Button:pressed {{ background: {t.pressed}; }}
Button:checked, Button[listening="true"] {{
  background: {t.accent_background}; color: {t.accent}; border-color: {t.accent}; }}
Button:disabled {{ color: {faded}; background: {t.card}; }}
Button[small="true"] {{ font-size: {s.small}pt; padding: {s.pad(4)}px {s.pad(9)}px; }}
Button[variant="accent"] {{ color: {t.accent}; border-color: {t.accent}; }}
Button[variant="danger"] {{ color: {t.danger}; }}
Button[variant="quiet"] {{ background: transparent; border-color: transparent; color: {t.muted}; }}
Button[variant="quiet"]:hover {{ background: {t.hover}; color: {t.text}; }}
Button[variant="quiet"]:pressed {{ background: {t.pressed}; }}
Button[variant="quiet"]:checked {{ background: {t.accent_background}; color: {t.accent}; }}
Button[variant="quiet"]:disabled {{ color: {faded}; background: transparent; }}
Button[variant="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
  font-weight: 600; padding: {s.pad(5)}px {s.pad(15)}px; }}
Button[variant="primary"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
Button[variant="primary"]:pressed {{ background: {t.accent_pressed}; border-color: {t.accent_pressed}; }}
Button[variant="primary"]:disabled {{ background: {t.hover}; color: {faded}; border-color: {t.line}; }}
Button::menu-indicator {{ image: none; width: 0; }}
IconButton {{ background: transparent; border: 1px solid transparent; border-radius: 8px; padding: 4px; }}
IconButton[bordered="true"] {{ background: {t.card}; border-color: {t.line}; }}
IconButton:hover {{ background: {t.hover}; }}
IconButton:pressed {{ background: {t.pressed}; }}
IconButton:checked {{ background: {t.accent_background}; }}
IconButton::menu-indicator {{ image: none; width: 0; }}
RailButton {{ background: transparent; color: {t.muted}; border: none; border-radius: 10px;
  font-size: {s.tiny}pt; padding: 5px 0 4px 0; }}
RailButton:hover {{ background: {t.hover}; color: {t.text}; }}
RailButton:checked {{ background: {t.accent_background}; color: {t.accent}; }}
StatusItem {{ background: transparent; border: none; border-radius: 6px; padding: 0 8px; }}
StatusItem:hover {{ background: {t.hover}; }}
PickerButton {{ text-align: left; padding: {s.pad(8)}px 30px {s.pad(8)}px 10px; }}
PickerButton[compact="true"] {{ padding: {s.pad(5)}px 28px {s.pad(5)}px 11px; }}
"""


def _fields(t: Theme, s: TypeScale) -> str:
    faded = mix(t.muted, t.card, DISABLED)
    return f"""
TextField, TextArea {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; border-radius: 8px;
  placeholder-text-color: {t.muted};
  selection-background-color: {t.selection}; selection-color: {t.text}; }}
TextField {{ padding: {s.pad(6)}px 10px; }}
TextField:focus {{ border: 2px solid {t.focus}; padding: {s.pad(6) - 1}px 9px; }}
TextField[compact="true"] {{ padding: {s.pad(4)}px 10px; }}
TextField[compact="true"]:focus {{ padding: {s.pad(4) - 1}px 9px; }}
TextArea {{ padding: {s.pad(5)}px 6px; }}
TextArea:focus {{ border: 2px solid {t.focus}; padding: {s.pad(5) - 1}px 5px; }}
TextField[invalid="true"], TextArea[invalid="true"] {{ border-color: {t.danger}; }}
TextField[bare="true"], TextArea[bare="true"] {{ border: none; background: transparent; padding: 0; }}
TextField:disabled, TextArea:disabled {{ color: {faded}; background: {t.side}; }}
TextField[mono="true"], TextArea[mono="true"] {{ font-family: monospace; font-size: {s.mono}pt; }}
"""


def _lists(t: Theme, s: TypeScale) -> str:
    return f"""
QListView, QTreeView, QTableView {{ background: transparent; border: none; outline: 0;
  selection-background-color: {t.accent_background}; selection-color: {t.accent}; }}
QListView::item {{ border-radius: 8px; padding: {s.pad(6)}px 10px; color: {t.text}; }}
QListView::item:hover {{ background: {t.hover}; }}
QListView::item:selected {{ background: {t.accent_background}; color: {t.accent}; }}
QTableView::item {{ padding: 0 20px 0 10px; color: {t.text}; }}
QTableView::item:hover {{ background: {t.hover}; }}
QTableView::item:selected {{ background: {t.accent_background}; color: {t.accent}; }}
QHeaderView::section {{ background: {t.side}; color: {t.muted}; border: none; padding: 6px 20px 6px 10px;
  font-size: {s.small}pt; }}
QHeaderView[mirrored="true"]::section {{ padding: 6px 10px 6px 20px; }}
"""


def _menus(t: Theme, s: TypeScale) -> str:
    return f"""
QMenu {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; border-radius: 10px;
  padding: 5px; }}
QMenu::item {{ padding: {s.pad(6)}px 24px {s.pad(6)}px 10px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.hover}; color: {t.text}; }}
QMenu::item:disabled {{ color: {mix(t.muted, t.card, DISABLED)}; }}
QMenu::item:checked {{ color: {t.accent}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 6px; }}
"""


def _scrolling(t: Theme, s: TypeScale) -> str:
    return f"""
QAbstractScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {t.scroll_handle}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _sliders(t: Theme, s: TypeScale) -> str:
    return f"""
QSlider {{ min-height: 28px; background: transparent; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {t.line}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {t.accent}; }}
QSlider::sub-page:horizontal:disabled {{ background: {t.scroll_handle}; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
  background: {t.accent}; }}
QSlider::handle:horizontal:hover {{ background: {t.accent_hover}; }}
QSlider::handle:horizontal:focus {{ background: {t.card}; border: 3px solid {t.focus};
  width: 10px; height: 10px; }}
QSlider::handle:horizontal:disabled {{ background: {t.scroll_handle}; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 2px; }}
"""
