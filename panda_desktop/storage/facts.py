"""Values as JSON text and back.

Promise: what an older version wrote is read, fields it did not know get their defaults, and text that no file
can hold (a lone surrogate, half of an emoji) is made whole.
"""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any, TypedDict, TypeVar, get_type_hints

import msgspec

T = TypeVar("T")


def whole(text: str) -> str:
    """Returns the text with surrogate pairs joined and lone surrogates replaced by U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def to_json(value: object, *, without: tuple[str, ...] = ()) -> str:
    """Returns a dataclass as JSON text, leaving out some of its fields."""
    assert is_dataclass(value) and not isinstance(value, type)
    plain = {
        field.name: msgspec.to_builtins(getattr(value, field.name))
        for field in fields(value)
        if field.name not in without
    }
    return whole(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))


def many_to_json(values: Sequence[object]) -> str:
    """Returns dataclasses as JSON text."""
    plain = msgspec.to_builtins(list(values))
    return whole(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))


def many_from_json(text: str, made: type[T]) -> tuple[T, ...]:
    """Makes a tuple of `made` of JSON text."""
    return tuple(msgspec.convert(json.loads(text), list[made]))  # type: ignore[valid-type]


_FORMS: dict[type, Any] = {}
"""By dataclass its fields as a `TypedDict`, all of which may be missing; their types are looked into once."""


def from_json(text: str, made: type[T], /, **given: Any) -> T:
    """Makes a `made` of JSON text; `given` values take precedence and unknown names are left out."""
    if made not in _FORMS:
        # mypy knows only forms that are written out.
        _FORMS[made] = TypedDict(made.__name__, get_type_hints(made), total=False)  # type: ignore[operator]
    found = {name: value for name, value in json.loads(text).items() if name not in given}
    values = msgspec.convert(found, _FORMS[made])
    try:
        return made(**values, **given)
    except TypeError as error:  # a name in the text is damaged, and what must be there is missing
        raise msgspec.ValidationError(str(error)) from error
