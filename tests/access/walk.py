"""Walks what a screen reader sees of a window and tells what it could not use there.

Promise: whatever is visible is visited, also what is not a widget: rows, messages, cards.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

Role = QAccessible.Role

# What a person can act on: each needs a name.
ACTED_ON = frozenset(
    {
        Role.Button,
        Role.CheckBox,
        Role.RadioButton,
        Role.ComboBox,
        Role.EditableText,
        Role.SpinBox,
        Role.Slider,
        Role.Link,
        Role.PageTab,
        Role.MenuItem,
        Role.List,
        Role.ListItem,
        Role.Tree,
        Role.TreeItem,
        Role.Table,
        Role.ButtonMenu,
        Role.ButtonDropDown,
        Role.Document,
    }
)
# What a screen reader presses; `invoked` says by which of the names.
PRESSED = frozenset({Role.Button, Role.CheckBox, Role.RadioButton, Role.MenuItem, Role.ButtonMenu, Role.Link})
# Roles that say nothing about what can be done there.
MUTE = frozenset({Role.NoRole, Role.Client, Role.Pane, Role.Window, Role.Border, Role.Whitespace})
# What has keys of its own inside.
WITH_INSIDES = frozenset({Role.List, Role.Tree, Role.Table, Role.Document, Role.Graphic, Role.Chart})
LEAST_TARGET = 28
# Buttons for the mouse beside one with the same effect for the keyboard.
TWINS = frozenset({"CardPoster"})
_DEEPEST = 60
_MOST_CHILDREN = 300


@dataclass(frozen=True, slots=True)
class Met:
    """One thing a screen reader meets: where, what and its name."""

    path: str
    role: QAccessible.Role
    name: str
    interface: QAccessibleInterface


def met(root: QWidget) -> Iterator[Met]:
    """Visits `root` and all that is visible in it."""
    interface = QAccessible.queryAccessibleInterface(root)
    assert interface is not None
    yield from _met(interface, type(root).__name__, 0)


def _met(interface: QAccessibleInterface, path: str, depth: int) -> Iterator[Met]:
    assert depth < _DEEPEST, path
    yield Met(path, interface.role(), interface.text(QAccessible.Text.Name), interface)
    for index in range(min(interface.childCount(), _MOST_CHILDREN)):
        child = interface.child(index)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        owner = child.object()
        if isinstance(owner, QWidget) and (owner.isWindow() or not owner.isVisible()):
            continue
        name = type(owner).__name__ if owner is not None else child.role().name
        yield from _met(child, f"{path}/{name}", depth + 1)


def faults(root: QWidget) -> list[str]:
    """Returns what is wrong for a person who hears `root` or uses it by keyboard."""
    found: list[str] = []
    if root.isWindow() and not (root.accessibleName() or root.windowTitle()):
        found.append(f"a window without a name: {type(root).__name__}")
    for each in met(root):
        found += [f"{fault}: {each.path} {each.role.name} {each.name!r}" for fault in _of(each)]
    return found


def _of(each: Met) -> Iterator[str]:
    widget = each.interface.object()
    if "</" in each.interface.text(QAccessible.Text.Description):
        yield "a description with tags in it"
    if each.role in ACTED_ON and not each.name.strip() and not _part(widget):
        yield "no name"
    if each.role in PRESSED and not each.interface.state().disabled and not action_names(each.interface):
        yield "no action"
    if not isinstance(widget, QWidget) or _part(widget) or not _takes_keys(widget):
        return
    if each.role in MUTE:
        yield "takes the keyboard, has no role"
    if not each.name.strip():
        yield "takes the keyboard, has no name"
    if each.role in WITH_INSIDES and not each.interface.text(QAccessible.Text.Description):
        yield "no word of how it is used"
    if isinstance(widget, QAbstractButton):
        if widget.isCheckable() and _is_one_of(widget) and each.role is not Role.RadioButton:
            yield "one of several, not heard as such"
        if not widget.text() and not widget.toolTip():
            yield "only an icon, no tooltip"
        if min(widget.width(), widget.height()) < LEAST_TARGET:
            yield f"{widget.width()}×{widget.height()} is a small target"
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _has_another_way(widget):
            yield "pressed by mouse only"


def _is_one_of(button: QAbstractButton) -> bool:
    group = button.group()
    return group.exclusive() if group is not None else button.autoExclusive()


def _has_another_way(button: QAbstractButton) -> bool:
    """Whether the arrows lead to it from one of its row that Tab stops at, or it says that it has a twin."""
    parent = button.parentWidget()
    row = parent.findChildren(type(button)) if parent is not None else []
    stops = any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in row)
    return (button.isCheckable() and stops) or type(button).__name__ in TWINS


def action_names(interface: QAccessibleInterface) -> list[str]:
    """Returns what a screen reader can do with a thing."""
    actions = interface.actionInterface()
    return list(actions.actionNames()) if actions is not None else []


def press(each: Met) -> None:
    """Presses as a screen reader does."""
    actions = each.interface.actionInterface()
    assert actions is not None, each
    names = list(actions.actionNames())
    pressing = (QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.toggleAction())
    for name in names:  # a screen reader takes the first, which is to toggle where that can be done
        if name in pressing:
            actions.doAction(name)
            return
    raise AssertionError(f"{each} can only {names}")


def named(root: QWidget, role: QAccessible.Role, name: str) -> Met:
    """Returns the thing of a role and name. Raises `AssertionError` when it is not there."""
    all_of_them = [each for each in met(root) if each.role is role]
    for each in all_of_them:
        if each.name == name:
            return each
    raise AssertionError(f"no {role.name} {name!r} among {sorted(each.name for each in all_of_them)}")


def tab_stops(root: QWidget, most: int = 400) -> list[QWidget]:
    """Returns what the Tab key comes to, until it is where it began; `root` is an open window."""
    found: list[QWidget] = []
    for _ in range(most):
        focused = root.focusWidget() or root
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        stop = root.focusWidget()
        if stop is None or (stop in found and stop is not found[-1]):
            break
        if stop not in found:
            found.append(stop)
    return found


def unreached(root: QWidget, within: QWidget | None = None) -> list[str]:
    """Returns the controls of an open window, or `within` what covers it, that Tab does not lead to.

    One of a group is enough.
    """
    stops = tab_stops(root)
    groups = {stop.parentWidget() for stop in stops if isinstance(stop, QAbstractButton)}
    return [
        f"{type(each).__name__} {each.accessibleName()!r} of {type(each.parentWidget()).__name__}"
        for each in root.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.window() is root
        and (within is None or within.isAncestorOf(each))
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each not in stops
        and each.focusProxy() not in stops
        and not (isinstance(each, QAbstractButton) and each.autoExclusive() and each.parentWidget() in groups)
    ]


def opened() -> list[QWidget]:
    """Returns the windows that are open besides the main one: popovers, menus, dialogs."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and not _is_tip(each)]


def _is_tip(widget: QWidget) -> bool:
    return widget.windowType() is Qt.WindowType.ToolTip


def _takes_keys(widget: QWidget) -> bool:
    button = isinstance(widget, QAbstractButton)
    return bool(widget.isEnabled() and (button or widget.focusPolicy() & Qt.FocusPolicy.TabFocus))


def _part(owner: object) -> bool:
    """Whether it is Qt's own part of a control that has a name itself, such as a spin box's field."""
    if not isinstance(owner, QWidget):
        return False
    parent = owner.parentWidget()
    own = type(owner).__module__.startswith("PySide6")
    return own and (owner.objectName().startswith("qt_") or bool(parent and parent.focusProxy() is owner))
