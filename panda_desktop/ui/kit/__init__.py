"""The widgets everything on the screen is built from.

Promise: each is accessible by name, usable by keyboard, at least 28 px high where it can be hit, shows
foreign text as plain text only, follows theme and text zoom by itself, and needs no style of its own.

What there is, and when to take it:

    Label(text, role, wrap=)       plain text; roles: body muted small strong heading title section
                                   warning danger accent
    SectionLabel(text, buddy)      the word above a field; ElidedLabel ends in “…”
    PrimaryButton(text)            the one main action of a view
    Button(text, variant, small=)  bordered, quiet, accent, danger; `set_text`, `set_icon`, `set_tip`
    IconButton(icon, name)         an icon only; `name` is heard and shown as tooltip; may be checkable
    TextField(name), TextArea(name, lines=(3, 12), submit_on_enter=)   `set_invalid(True)` marks a wrong value
    PickerButton(name, [Choice(value, title, note, section, icon)], free_text=)   signal `chosen(value)`
    SegmentedChoice(name, [(value, words)])    chips of which one is on; signal `chosen(value)`
    Switch(name)                   on or off, a check box to screen readers
    Surface(tone, edge=)           background, side, rail, card; a 1-px line on one edge
    Card(), Separator()            bordered area; 1-px line
    ScrollArea(max_width=)         a column that scrolls: put widgets into `.column`
    PageScroll(page), PageStack()  a page of a head and one of several under it; scrolls where it does not fit
    Splitter(name)                 two parts beside each other, with a border that is moved
    FlowLayout(gap=)               a row that breaks into lines
    Menu().add(text, run, icon_name=, danger=)   open with `popup(point)`
    Popover(parent)                panel beside a button: widgets into `.content`, then `open_at(button)`
    NoticeBar(Notice(...))         one notice in place; NoticeHost stacks them (the window has one)
    enter_next_notice(window, host)   the keyboard goes to a notice, and back where it was when that is closed
    toggling.Toggling              before a button class of your own: a screen reader's toggle is a click
    EmptyState(icon, title, text, action=)       signals `acted`, `acted_second`
    Spinner(name), BusyBar(name), ElapsedLabel() something is going on; `start(elapsed)`, `set_usual(seconds)`
    announce(widget, text)         has a sentence read out
    Submitting(form, submit)       Ctrl+Enter sends a form, wherever in it the keyboard is
    Entrance(page, field)          the keyboard given to a page goes to a field, unlike with a focus proxy
    give_role(widget, role)        has a painted widget heard as what it is

Rules: gaps of 4, 8, 12, 16, 20; colours from `look().theme` in a `paintEvent`, never stored; sizes that
follow the text through `look().pixels(n)`; a tooltip made of foreign text goes through `plain_tip`. Words are
given by the caller through `tr`, never by the kit, except for its own few. Numbers in words: `ui.wording`.
"""

from typing import TYPE_CHECKING, Final

from panda_desktop.ui.on_demand import on_demand

if TYPE_CHECKING:
    from panda_desktop.ui.kit.announcing import announce
    from panda_desktop.ui.kit.buttons import Button, IconButton, PrimaryButton
    from panda_desktop.ui.kit.choice_rows import Choice
    from panda_desktop.ui.kit.choices import ChoicePopover
    from panda_desktop.ui.kit.empty import EmptyState
    from panda_desktop.ui.kit.entering import Entrance
    from panda_desktop.ui.kit.fields import PASTE_LIMIT, PASTE_LINES, TextArea, TextField
    from panda_desktop.ui.kit.flow import FlowLayout
    from panda_desktop.ui.kit.focus import keyboard_focused, paint_focus_ring
    from panda_desktop.ui.kit.labels import ElidedLabel, Label, SectionLabel, plain_tip
    from panda_desktop.ui.kit.menus import Menu
    from panda_desktop.ui.kit.notice_host import NoticeHost
    from panda_desktop.ui.kit.notices import (
        Notice,
        NoticeAction,
        NoticeBar,
        NoticeLevel,
        enter_next_notice,
    )
    from panda_desktop.ui.kit.picker import PickerButton
    from panda_desktop.ui.kit.popover import Popover
    from panda_desktop.ui.kit.rebinding import bound_keys, set_bound_keys, with_bound_keys
    from panda_desktop.ui.kit.roles import give_role
    from panda_desktop.ui.kit.scroll import PageScroll, PageStack, ScrollArea
    from panda_desktop.ui.kit.segmented import SegmentedChoice
    from panda_desktop.ui.kit.splitter import Splitter
    from panda_desktop.ui.kit.style import set_variant
    from panda_desktop.ui.kit.submitting import Submitting
    from panda_desktop.ui.kit.surfaces import Card, Separator, Surface
    from panda_desktop.ui.kit.switch import Switch
    from panda_desktop.ui.kit.waiting import BusyBar, ElapsedLabel, Spinner

# Imported when first asked for: the first paint needs few of them.
_WHERE: Final = {
    "announcing": "announce",
    "buttons": "Button IconButton PrimaryButton",
    "choice_rows": "Choice",
    "choices": "ChoicePopover",
    "empty": "EmptyState",
    "entering": "Entrance",
    "fields": "PASTE_LIMIT PASTE_LINES TextArea TextField",
    "flow": "FlowLayout",
    "focus": "keyboard_focused paint_focus_ring",
    "labels": "ElidedLabel Label SectionLabel plain_tip",
    "menus": "Menu",
    "notice_host": "NoticeHost",
    "notices": "Notice NoticeAction NoticeBar NoticeLevel enter_next_notice",
    "picker": "PickerButton",
    "popover": "Popover",
    "rebinding": "bound_keys set_bound_keys with_bound_keys",
    "roles": "give_role",
    "scroll": "PageScroll PageStack ScrollArea",
    "segmented": "SegmentedChoice",
    "splitter": "Splitter",
    "style": "set_variant",
    "submitting": "Submitting",
    "surfaces": "Card Separator Surface",
    "switch": "Switch",
    "waiting": "BusyBar ElapsedLabel Spinner",
}
_MODULES: Final = {name: module for module, names in _WHERE.items() for name in names.split()}
__getattr__ = on_demand(__name__, _MODULES)

__all__ = [
    "PASTE_LIMIT",
    "PASTE_LINES",
    "BusyBar",
    "Button",
    "Card",
    "Choice",
    "ChoicePopover",
    "ElapsedLabel",
    "ElidedLabel",
    "EmptyState",
    "Entrance",
    "FlowLayout",
    "IconButton",
    "Label",
    "Menu",
    "Notice",
    "NoticeAction",
    "NoticeBar",
    "NoticeHost",
    "NoticeLevel",
    "PageScroll",
    "PageStack",
    "PickerButton",
    "Popover",
    "PrimaryButton",
    "ScrollArea",
    "SectionLabel",
    "SegmentedChoice",
    "Separator",
    "Spinner",
    "Splitter",
    "Submitting",
    "Surface",
    "Switch",
    "TextArea",
    "TextField",
    "announce",
    "bound_keys",
    "enter_next_notice",
    "give_role",
    "keyboard_focused",
    "paint_focus_ring",
    "plain_tip",
    "set_bound_keys",
    "set_variant",
    "with_bound_keys",
]
