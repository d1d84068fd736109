"""Takes apart what a window stood on, when another window is made instead.

Promise: only objects of Qt without an owner of their own are destroyed.

A view-model whose signal runs a function that knows the view-model is a ring Python's collector cannot see: a
part of it is inside of Qt. Destroying the objects of Qt opens the rings, and the collector frees the rest.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import shiboken6
from PySide6.QtCore import QObject


def discard(*owners: object) -> None:
    """Destroys the objects without a parent that are attributes of these, and those that are without a parent
    among these, in the next turn of the loop.
    """
    for each in {id(each): each for owner in owners for each in (owner, *_attributes(owner))}.values():
        if isinstance(each, QObject) and shiboken6.isValid(each) and each.parent() is None:
            each.deleteLater()


def _attributes(owner: object) -> Iterator[object]:
    if is_dataclass(owner):
        yield from (getattr(owner, field.name) for field in fields(owner))
    else:
        yield from vars(owner).values()
